package holdfast.language.model;

/**
 * An article: a heading and the prose under it, blocks left out.
 *
 * @param number the first number in the heading, such as {@code "2"}; empty where there is none
 * @param heading the heading's text, such as {@code "Article 2. Hostilities"}
 * @param text the prose, paragraphs separated by a blank line; may be empty
 * @param line one-based line of the heading
 * @param file the document it stands in, as it was named by the user
 */
public record Article(String number, String heading, String text, int line, String file) {}
