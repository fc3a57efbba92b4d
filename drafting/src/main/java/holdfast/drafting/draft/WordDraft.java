package holdfast.drafting.draft;

import holdfast.drafting.draft.Outline.Placed;
import holdfast.drafting.draft.Outline.Start;
import holdfast.drafting.markdown.MarkdownLines;
import holdfast.drafting.text.Block;
import holdfast.drafting.text.PlainText.Note;
import holdfast.drafting.text.Span;
import holdfast.drafting.word.Changes;
import holdfast.drafting.word.UnreadableWord;
import holdfast.drafting.word.WordCode;
import holdfast.drafting.word.WordText;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A draft of an agreement made of a text from Word: the words and numbers of the text, and under each article an empty formal block.
 *
 * @param markdown the document
 * @param remarks what of the text is kept in another way, or not at all
 */
public record WordDraft(String markdown, Counts counts, List<Problem> remarks) {
    /** How much of the text there is. */
    public record Counts(int articles, int paragraphs, int tables, int notes) {}

    public WordDraft {
        remarks = List.copyOf(remarks);
    }

    /**
     * @param file as problems shall name it
     * @throws UnreadableWord if the bytes are no text from Word
     */
    public static WordDraft of(String file, byte[] bytes, Changes changes) throws UnreadableWord {
        WordText text = WordText.read(file, bytes, changes);
        return new Writing(file, text).write();
    }

    private static final class Writing {
        private final String file;
        private final WordText text;
        private final List<Placed> placed;
        private final List<String> lines = new ArrayList<>();
        private final List<Problem> remarks = new ArrayList<>();
        private final FormalBlocks formal = new FormalBlocks();

        Writing(String file, WordText text) {
            this.file = file;
            this.text = text;
            this.placed = Outline.of(text.blocks());
        }

        WordDraft write() {
            TreeMap<Long, String> under = new TreeMap<>();
            boolean opened = false;
            int from = 0;
            while (from < placed.size()) {
                int to = from + 1;
                while (to < placed.size() && placed.get(to).start() == Start.NOTHING) {
                    to++;
                }
                Placed first = placed.get(from);
                boolean article = first.start() == Start.ARTICLE || first.start() == Start.PART;
                if (article && !opened) {
                    add(formal.opening(title(), prose(0, placed.size())));
                    opened = true;
                }
                under.put(first.number(), first.start() == Start.NOTHING ? "" : shortly(first));
                placed.subList(from, to).forEach(this::add);
                boolean hasWords = to > from + 1 || !(first.block() instanceof Block.Heading);
                if (article && hasWords) {
                    add(formal.under(head(first), prose(from, to), first.block() instanceof Block.Heading));
                }
                from = to;
            }
            if (!opened) {
                add(formal.opening(title(), prose(0, placed.size())));
                add(formal.under("", prose(0, placed.size()), false));
            }
            text.notes().forEach(n -> add(MarkdownLines.of(n)));
            remarks.addAll(0, text.remarks().problems(file, p -> under(under, p)));
            remarks.addAll(formal.remarks().stream().map(this::remark).toList());
            return new WordDraft(String.join("\n", lines) + "\n", counts(), remarks);
        }

        private static String under(TreeMap<Long, String> under, long paragraph) {
            Map.Entry<Long, String> entry = under.floorEntry(paragraph);
            return entry == null ? "" : entry.getValue();
        }

        private void add(Placed one) {
            MarkdownLines.Written written = MarkdownLines.of(one.block());
            if (written.emphasisLost()) {
                remarks.add(new Problem(
                        WordCode.KEPT_OTHERWISE,
                        Severity.WARNING,
                        new Place.InParagraph(file, one.number(), ""),
                        "bold and italic letters are kept as plain ones here",
                        "",
                        ""));
            }
            add(written.lines());
        }

        private void add(List<String> block) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(block);
        }

        private Problem remark(String what) {
            return new Problem(WordCode.KEPT_OTHERWISE, Severity.WARNING, new Place.WholeFile(file), what, "", "");
        }

        private String title() {
            return placed.stream()
                    .findFirst()
                    .map(p -> words(p.block()))
                    .filter(t -> !t.isBlank())
                    .orElse("Draft");
        }

        private static String head(Placed first) {
            return words(first.block());
        }

        private static String shortly(Placed first) {
            String head = head(first);
            return head.length() <= 40 ? head : head.substring(0, 40).strip() + "…";
        }

        private String prose(int from, int to) {
            StringBuilder prose = new StringBuilder();
            for (Placed one : placed.subList(from, to)) {
                if (!(one.block() instanceof Block.Heading) || from == 0) {
                    prose.append(words(one.block())).append('\n');
                }
            }
            return prose.toString();
        }

        private static String words(Block block) {
            return switch (block) {
                case Block.Heading h -> Span.plain(h.words());
                case Block.Paragraph p -> Span.plain(p.words());
                case Block.Table t -> {
                    List<String> cells = new ArrayList<>();
                    t.rows().forEach(r -> r.forEach(c -> cells.add(Span.plain(c.words()))));
                    yield String.join("\n", cells);
                }
            };
        }

        private Counts counts() {
            int articles = (int)
                    placed.stream().filter(p -> p.start() == Start.ARTICLE).count();
            int tables = (int) placed.stream()
                    .filter(p -> p.block() instanceof Block.Table)
                    .count();
            int paragraphs = (int) placed.stream()
                    .filter(p -> p.block() instanceof Block.Paragraph)
                    .count();
            List<Note> notes = text.notes();
            return new Counts(articles, paragraphs, tables, notes.size());
        }
    }
}
