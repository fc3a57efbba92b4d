package holdfast.language.format;

import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.document.Document;
import holdfast.language.document.DocumentReader;
import holdfast.language.document.FormalBlock;
import holdfast.language.document.FormalBlock.Line;
import holdfast.language.document.LineOffsets;
import holdfast.language.document.SourceText;
import holdfast.language.syntax.token.Lexer;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lays out formal blocks and scenarios in one way, so that two drafts differ only where their words do. Nothing outside the blocks is touched;
 * a block that cannot be read stays as it is. Formatting twice is the same as formatting once.
 */
public final class Formatter {
    private Formatter() {}

    /**
     * A document whose blocks are laid out.
     *
     * @param leftAlone the lines, from 1, on which the blocks begin that cannot be read and stay as they are
     */
    public record Laid(String text, List<Integer> leftAlone) {
        public Laid {
            leftAlone = List.copyOf(leftAlone);
        }
    }

    /** The document with its blocks laid out, line endings kept, and which blocks could not be. */
    public static Laid lay(String markdown) {
        return lay(markdown, Set.of());
    }

    /** As {@link #lay(String)}: blocks that stand in a document that is laid out already are not laid out again. */
    public static Laid layAgain(String changed, String laid) {
        Set<List<String>> known = new HashSet<>();
        blocks(laid).forEach(block -> known.add(lines(block)));
        return lay(changed, known);
    }

    private static List<FormalBlock> blocks(String markdown) {
        return DocumentReader.read(SourceText.of("document", markdown), 0, new Diagnostics())
                .blocks();
    }

    /** All by which a block is laid out: its kind, what stands beside that, how far in it stands, and its lines as they are written, blank ones too. */
    private static List<String> lines(FormalBlock block) {
        List<String> lines = new ArrayList<>(List.of(block.kind().name(), block.info()));
        block.lines().forEach(l -> lines.add(Integer.toString(l.column())));
        for (int line = block.fenceLine() + 1; line < block.closingLine(); line++) {
            lines.add(block.source().line(line));
        }
        return lines;
    }

    /** @param known blocks that are laid out already */
    private static Laid lay(String markdown, Set<List<String>> known) {
        List<Integer> leftAlone = new ArrayList<>();
        SourceText source = SourceText.of("document", markdown);
        Document document = DocumentReader.read(source, 0, new Diagnostics());
        String text = source.text();
        StringBuilder formatted = new StringBuilder(markdown.startsWith("\uFEFF") ? "\uFEFF" : "");
        int copied = 0;
        LineOffsets offsets = LineOffsets.of(text);
        for (FormalBlock block : document.blocks()) {
            if (!known.isEmpty() && known.contains(lines(block))) {
                continue;
            }
            Optional<List<String>> lines = block.lines().isEmpty() ? Optional.empty() : layout(block);
            if (lines.isPresent()) {
                int from = offsets.start(block.fenceLine() + 1);
                int to = offsets.start(block.closingLine());
                formatted.append(text, copied, from);
                write(lines.get(), prefix(block), offsets.ending(block.fenceLine()), formatted);
                copied = to;
            } else if (!words(block).isEmpty()) {
                leftAlone.add(block.fenceLine());
            }
        }
        return new Laid(formatted.append(text, copied, text.length()).toString(), leftAlone);
    }

    private static void write(List<String> lines, String prefix, String ending, StringBuilder out) {
        for (String line : lines) {
            out.append((prefix + line).stripTrailing()).append(ending);
        }
    }

    /** The marks of a list or quotation in which the block stands. */
    private static String prefix(FormalBlock block) {
        Line first = block.lines().stream()
                .filter(l -> !block.source().line(l.number()).isBlank())
                .findFirst()
                .orElse(block.lines().getFirst());
        String line = block.source().line(first.number());
        return line.substring(0, Math.min(first.column() - 1, line.length()));
    }

    /** The lines between the fences; empty if the block cannot be read, or could not be read as before. */
    private static Optional<List<String>> layout(FormalBlock block) {
        Optional<List<String>> lines = switch (block.kind()) {
            case HOLDFAST -> StatementLayout.of(block);
            case SCENARIO -> ScenarioLayout.of(block);
        };
        return lines.filter(l -> !l.isEmpty() && (isAsWritten(block, l) || isSame(block, rebuilt(block, l))));
    }

    /** Whether the block is laid out already, so that nothing is written that was not read. */
    private static boolean isAsWritten(FormalBlock block, List<String> lines) {
        if (block.closingLine() - block.fenceLine() - 1 != lines.size()) {
            return false;
        }
        Iterator<Line> written = block.lines().iterator();
        for (int i = 0; i < lines.size(); i++) {
            String line = block.source().line(block.fenceLine() + 1 + i);
            boolean same = line.isBlank()
                    ? lines.get(i).isBlank()
                    : written.hasNext()
                            && line.substring(written.next().column() - 1).equals(lines.get(i));
            if (!same) {
                return false;
            }
        }
        return !written.hasNext();
    }

    private static FormalBlock rebuilt(FormalBlock block, List<String> lines) {
        SourceText source = new SourceText(block.source().file(), "", lines);
        List<Line> numbers = new ArrayList<>();
        for (int i = 1; i <= lines.size(); i++) {
            numbers.add(new Line(i, 1));
        }
        return new FormalBlock(block.kind(), block.info(), source, 0, block.heading(), 1, 1, numbers);
    }

    /** The same words in the same statements. */
    private static boolean isSame(FormalBlock before, FormalBlock after) {
        return words(before).equals(words(after)) && boundaries(before).equals(boundaries(after));
    }

    private static List<String> words(FormalBlock block) {
        return Lexer.tokens(block, new Diagnostics()).stream()
                .map(Token::written)
                .toList();
    }

    private static List<Integer> boundaries(FormalBlock block) {
        return switch (block.kind()) {
            case HOLDFAST -> StatementLayout.boundaries(block);
            case SCENARIO -> ScenarioLayout.boundaries(block);
        };
    }
}
