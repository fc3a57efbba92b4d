package holdfast.language.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article: a heading and the prose under it, blocks left out.
 *
 * @param number the first number in the heading, such as {@code "2"}; empty where there is none
 * @param heading the heading's text, such as {@code "Article 2. Hostilities"}
 * @param text the prose, paragraphs separated by a blank line; may be empty
 * @param passages the prose once more, apart at each block; in the order of the page
 * @param comment what is marked as comment ({@code > [!NOTE]}): no part of what was signed, and not in the prose
 * @param line one-based line of the heading
 * @param file the document it stands in, as it was named by the user
 */
public record Article(
        String number, String heading, String text, List<Passage> passages, String comment, int line, String file) {

    public Article {
        passages = List.copyOf(passages);
    }

    /** An article of which it is not known where its blocks stand. */
    public Article(String number, String heading, String text, int line, String file) {
        this(number, heading, text, List.of(), "", line, file);
    }

    /**
     * The prose between two blocks.
     *
     * @param line one-based line of its first paragraph
     * @param text paragraphs separated by a blank line
     */
    public record Passage(int line, String text) {}

    /** A paragraph that bears a number of its own: {@code 7.1}, or {@code 1.}, {@code (1)} and {@code a)} in Article 7. */
    public record Paragraph(String number, String text) {}

    private static final Pattern FULL = Pattern.compile("^[*_(\\s]*(\\d+(?:\\.\\d+)+[a-z]?)[.)*_:]*\\s");
    private static final Pattern SHORT = Pattern.compile("^[*_\\s]*(?:\\((\\d{1,3})\\)|(\\d{1,3})[.)])[*_]*\\s");
    private static final Pattern LETTER = Pattern.compile("^[*_\\s]*\\(?([a-z])\\)[*_]*\\s");

    /** The paragraphs that bear a number, by the number under which their clause stands; what follows one without a number of its own belongs to it. */
    public List<Paragraph> paragraphs() {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String one : text.split("\\n\\s*\\n|\\n(?=[*_(]*\\d{1,3}(?:\\.\\d+)*[.)]\\s)")) {
            String number = numberOf(one, paragraphs);
            if (!number.isEmpty()) {
                paragraphs.add(new Paragraph(number, one.strip()));
            } else if (!paragraphs.isEmpty()) {
                Paragraph last = paragraphs.removeLast();
                paragraphs.add(new Paragraph(last.number(), last.text() + "\n\n" + one.strip()));
            }
        }
        return paragraphs;
    }

    private String numberOf(String paragraph, List<Paragraph> before) {
        Matcher full = FULL.matcher(paragraph);
        if (full.find()) {
            return full.group(1);
        }
        Matcher brief = SHORT.matcher(paragraph);
        if (brief.find() && !number.isEmpty()) {
            return number + "." + (brief.group(1) == null ? brief.group(2) : brief.group(1));
        }
        Matcher letter = LETTER.matcher(paragraph);
        if (letter.find() && !before.isEmpty()) {
            return before.getLast().number().replaceFirst("[a-z]$", "") + letter.group(1);
        }
        return "";
    }

    /** The words that a clause puts into formal words: the paragraph of its number, where the paragraphs are numbered; otherwise what stands above its block. */
    public Optional<String> wordsOf(String clause, int clauseLine) {
        String own = clause.substring(clause.startsWith(number) ? 0 : clause.indexOf('.') + 1);
        return paragraphs().stream()
                .filter(p -> ClauseRef.isPartOf(own, p.number())
                        || own.replaceFirst("[a-z]$", "").equals(p.number()))
                .reduce((shorter, longer) ->
                        longer.number().length() > shorter.number().length() ? longer : shorter)
                .map(Paragraph::text)
                .or(() -> above(clauseLine));
    }

    /** The prose that a clause on this line puts into formal words: what stands above its block, back to the block before. */
    public Optional<String> above(int clauseLine) {
        return passages.stream()
                .filter(p -> p.line() < clauseLine)
                .reduce((earlier, later) -> later)
                .map(Passage::text);
    }
}
