package holdfast.language.model;

import java.util.List;
import java.util.Optional;

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

    /** The prose that a clause on this line puts into formal words: what stands above its block, back to the block before. */
    public Optional<String> above(int clauseLine) {
        return passages.stream()
                .filter(p -> p.line() < clauseLine)
                .reduce((earlier, later) -> later)
                .map(Passage::text);
    }
}
