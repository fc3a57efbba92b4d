package holdfast.language.document;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.LookAlike;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.document.FormalBlock.Kind;
import holdfast.language.document.FormalBlock.Line;
import holdfast.language.model.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Takes a Markdown page apart into articles and formal blocks. Nodes are walked without recursion: nesting may be deep. */
public final class DocumentReader {
    private static final int DEEPEST_NESTING = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]++(?:\\.[0-9]++)*+[a-z]?+(?![A-Za-z0-9])");
    /** How a line begins that opens a formal block, or was meant to. */
    private static final Pattern OPENING =
            Pattern.compile("^[\\s>*+-]*(`{3,}|~{3,})[\\s{.]*(holdfast|scenario)\\b.*", Pattern.CASE_INSENSITIVE);

    /** A line of its own that was meant to open one, with too few backquotes or with other signs. */
    private static final Pattern WRONG_OPENING = Pattern.compile(
            "^[\\s>*+-]*(`{1,2}|~{1,2}|['\"\u00B4\u2018\u2019\u201A\u201C-\u201E\u2032\u2033]{2,}|[-=:#+]{3,}|\\[+)[\\s{.]*(holdfast|scenario)(?:\\s+\"[^\"]*\")?[\\s}\\]]*$",
            Pattern.CASE_INSENSITIVE);

    /** A line that reads like a statement, for blocks that do not say what they are. */
    private static final Pattern STATEMENT =
            Pattern.compile("^\\s*(?:[0-9]+\\.[0-9]+[a-z]?\\s.*\\b(?:must|may|shall)\\b.*"
                    + "|(?:event|state|term|define|undefined) [a-z_0-9]+(?:\\(.*| begins with .*| as .*| is .*)"
                    + "|agreement \".*|time zone [A-Z][a-z]+/.*|each party [A-Z]? ?(?:must|shall|may) .*)");

    /** How a comment begins: no part of the text that was signed. */
    private static final Pattern COMMENT =
            Pattern.compile("^\\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Kind> KINDS = Map.of("holdfast", Kind.HOLDFAST, "scenario", Kind.SCENARIO);

    private final SourceText source;
    private final int firstArticle;
    private final Diagnostics diagnostics;
    private final List<Article> articles = new ArrayList<>();
    private final List<FormalBlock> blocks = new ArrayList<>();
    private String number = "";
    private String heading = "";
    private int headingLine = 1;
    private boolean open;
    private StringBuilder prose = new StringBuilder();
    private StringBuilder comment = new StringBuilder();
    private final StringBuilder passage = new StringBuilder();
    private int passageLine;
    private final List<Article.Passage> passages = new ArrayList<>();

    private DocumentReader(SourceText source, int firstArticle, Diagnostics diagnostics) {
        this.source = source;
        this.firstArticle = firstArticle;
        this.diagnostics = diagnostics;
    }

    /** @param firstArticle index that the page's first article gets among those of the whole agreement */
    public static Document read(SourceText source, int firstArticle, Diagnostics diagnostics) {
        return new DocumentReader(source, firstArticle, diagnostics).read();
    }

    private Document read() {
        Node page = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(DEEPEST_NESTING)
                .build()
                .parse(source.text());
        for (Node node = page.getFirstChild(); node != null; node = after(node, page)) {
            visit(node);
        }
        closeArticle();
        if (articles.isEmpty()) {
            articles.add(new Article("", "", "", 1, source.file()));
        }
        return new Document(source, articles, blocks);
    }

    /** The next node in the order of the text; what is inside a leaf (a paragraph, say) is passed over. */
    private static @Nullable Node after(Node node, Node page) {
        if (!isLeaf(node) && node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && at != page) {
            if (at.getNext() != null) {
                return at.getNext();
            }
            at = at.getParent();
        }
        return null;
    }

    private static boolean isLeaf(Node node) {
        return node instanceof Paragraph || node instanceof Heading;
    }

    private void visit(Node node) {
        switch (node) {
            case Heading h -> openArticle(h);
            case FencedCodeBlock fence -> visitFence(fence);
            case IndentedCodeBlock code -> {
                warnOfProse(code, "it is indented by four or more", "move its fences to the beginning of their lines");
                addProse(code, code.getLiteral().strip());
            }
            case Paragraph p -> {
                warnOfProse(p, "it begins and ends within a paragraph", "give each of its fences a line of its own");
                addProse(p, itemNumber(p) + InlineText.of(p));
            }
            case HtmlBlock html
            when !html.getLiteral().stripLeading().startsWith("<!--") ->
                warnOfProse(html, "it stands inside HTML", "put a blank line before it and behind it");
            default -> {}
        }
    }

    /** The number of an item in a list, which Markdown counts by itself; people read it as part of the words. */
    private static String itemNumber(Paragraph p) {
        if (p.getPrevious() != null
                || !(p.getParent() instanceof ListItem item)
                || !(item.getParent() instanceof OrderedList list)) {
            return "";
        }
        int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
            number++;
        }
        return number + (list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter()) + " ";
    }

    private void openArticle(Heading h) {
        closeArticle();
        heading = InlineText.of(h).replace('\n', ' ').strip();
        Matcher first = NUMBER.matcher(heading);
        number = first.find() ? first.group() : "";
        headingLine = lineOf(h);
        open = true;
    }

    private void closeArticle() {
        closePassage();
        if (open) {
            articles.add(new Article(
                    number, heading, prose.toString(), passages, comment.toString(), headingLine, source.file()));
        }
        passages.clear();
        prose = new StringBuilder();
        comment = new StringBuilder();
        open = false;
    }

    /** What stands before the first heading belongs to an article without one. */
    private void openIfNone() {
        open = true;
    }

    private void closePassage() {
        if (!passage.isEmpty()) {
            passages.add(new Article.Passage(passageLine, passage.toString()));
            passage.setLength(0);
        }
    }

    private void addProse(Node node, String text) {
        if (text.isEmpty()) {
            return;
        }
        openIfNone();
        if (isComment(node)) {
            comment.append(comment.isEmpty() ? "" : "\n\n")
                    .append(COMMENT.matcher(text).replaceFirst(""));
            return;
        }
        prose.append(prose.isEmpty() ? "" : "\n\n").append(text);
        passageLine = passage.isEmpty() ? lineOf(node) : passageLine;
        passage.append(passage.isEmpty() ? "" : "\n\n").append(text);
    }

    /** Whether it stands in a quote that begins with a mark such as {@code [!NOTE]}, as GitHub and others draw a note apart from the text. */
    private static boolean isComment(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof BlockQuote
                    && at.getFirstChild() instanceof Paragraph first
                    && COMMENT.matcher(InlineText.of(first)).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** A formal block that Markdown takes for prose would be lost without a word. */
    private void warnOfProse(Node node, String why, String mend) {
        for (SourceSpan span : node.getSourceSpans()) {
            int line = span.getLineIndex() + 1;
            if (OPENING.matcher(source.line(line)).matches()) {
                diagnostics.report(
                        Code.BLOCK_AS_PROSE,
                        placeOfLine(line),
                        "this looks like a block of clauses, and is prose: " + why,
                        mend + "; nothing in it is checked");
                return;
            }
            Matcher wrong = WRONG_OPENING.matcher(source.line(line));
            if (wrong.matches()) {
                diagnostics.report(
                        Code.BLOCK_AS_PROSE,
                        placeOfLine(line),
                        "this looks like the beginning of a block, and is prose: " + marks(wrong.group(1))
                                + " open none",
                        "begin it with three backquotes (U+0060) and its kind, and end it with three; nothing in it is checked");
                return;
            }
        }
    }

    private static String marks(String signs) {
        return signs.startsWith("`") ? "fewer than three backquotes" : "the signs `" + signs + "`";
    }

    private void visitFence(FencedCodeBlock fence) {
        Optional<Integer> inner = innerOpening(fence);
        if (fence.getClosingFenceLength() == null || inner.isPresent()) {
            reportUnclosed(fence, inner);
            return;
        }
        String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
        String word = info.split("\\s", 2)[0];
        Kind kind = KINDS.get(word);
        if (kind == null) {
            warnIfMisspelt(fence, word, info);
            addProse(fence, fence.getLiteral().strip());
            return;
        }
        openIfNone();
        closePassage();
        blocks.add(new FormalBlock(
                kind,
                info.substring(word.length()).strip(),
                source,
                firstArticle + articles.size(),
                heading,
                lineOf(fence),
                fence.getSourceSpans().getLast().getLineIndex() + 1,
                contentLines(fence)));
    }

    private static List<Line> contentLines(FencedCodeBlock fence) {
        List<SourceSpan> spans = fence.getSourceSpans();
        List<Line> lines = new ArrayList<>();
        for (SourceSpan span : spans.subList(1, spans.size() - 1)) {
            lines.add(new Line(span.getLineIndex() + 1, span.getColumnIndex() + 1));
        }
        return lines;
    }

    /** The line inside a block at which another begins: then this one was never closed. A longer fence may quote shorter ones. */
    private Optional<Integer> innerOpening(FencedCodeBlock fence) {
        int length = Optional.ofNullable(fence.getOpeningFenceLength()).orElse(3);
        String mark = Optional.ofNullable(fence.getFenceCharacter()).orElse("`");
        List<SourceSpan> spans = fence.getSourceSpans();
        for (SourceSpan span : spans.subList(Math.min(1, spans.size()), spans.size())) {
            Matcher opening = OPENING.matcher(source.line(span.getLineIndex() + 1));
            if (opening.matches()
                    && opening.group(1).startsWith(mark)
                    && opening.group(1).length() >= length) {
                return Optional.of(span.getLineIndex() + 1);
            }
        }
        return Optional.empty();
    }

    private void reportUnclosed(FencedCodeBlock fence, Optional<Integer> inner) {
        int length = Optional.ofNullable(fence.getOpeningFenceLength()).orElse(3);
        String mark = "`".equals(fence.getFenceCharacter()) ? "backquotes" : "tildes";
        diagnostics.report(
                Code.UNCLOSED_BLOCK,
                placeOfLine(lineOf(fence)),
                inner.map(line -> "this block is not closed before line " + line + ", where another begins")
                        .orElse("this block is opened and never closed"),
                "end it with a line of " + length + " " + mark);
    }

    private void warnIfMisspelt(FencedCodeBlock fence, String word, String info) {
        if (info.isEmpty()) {
            warnOfUnnamed(fence);
            return;
        }
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        Optional<String> longer = List.of("holdfast", "scenario").stream()
                .filter(k -> !word.equals(k)
                        && (plain.startsWith(k) || LookAlike.skeleton(plain).equals(k)))
                .findFirst();
        if (longer.isPresent()) {
            reportMisspelt(fence, word, longer.get());
            return;
        }
        Optional<String> meant =
                Suggestion.nearest(word.toLowerCase(Locale.ROOT) + " ", List.of("holdfast ", "scenario "));
        boolean differsInCase = KINDS.containsKey(word.toLowerCase(Locale.ROOT));
        if (meant.isPresent() || differsInCase) {
            String name = differsInCase
                    ? word.toLowerCase(Locale.ROOT)
                    : meant.orElseThrow().strip();
            reportMisspelt(fence, word, name);
        }
    }

    private void reportMisspelt(FencedCodeBlock fence, String word, String meant) {
        diagnostics.report(
                Code.MISSPELT_BLOCK,
                placeOfLine(lineOf(fence)),
                "a block of kind `" + word + "` is prose: nothing in it is checked",
                "did you mean `" + meant + "`?");
    }

    /** Blocks without a kind are prose; one that reads like clauses was probably meant to be more. */
    private void warnOfUnnamed(FencedCodeBlock fence) {
        boolean clauses =
                fence.getLiteral().lines().anyMatch(l -> STATEMENT.matcher(l).matches());
        if (clauses) {
            diagnostics.report(
                    Code.BLOCK_AS_PROSE,
                    placeOfLine(lineOf(fence)),
                    "this block reads like clauses, and is prose: it does not say that it is `holdfast`",
                    "open it with three backquotes and `holdfast`; nothing in it is checked");
        }
    }

    private Place.InText placeOfLine(int line) {
        String text = source.line(line);
        int indent = text.length() - text.stripLeading().length();
        return new Place.InText(
                source.file(),
                heading,
                line,
                indent + 1,
                Math.max(1, text.strip().length()),
                text);
    }

    private static int lineOf(Node node) {
        return node.getSourceSpans().getFirst().getLineIndex() + 1;
    }
}
