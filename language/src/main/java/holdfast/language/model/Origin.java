package holdfast.language.model;

/**
 * Where a statement stands: the article it belongs to, and its place in the file.
 *
 * @param article index into {@link Agreement#articles()}
 * @param line one-based line in the file
 * @param column one-based column, in characters
 * @param length number of characters that the statement's head covers; at least 1
 */
public record Origin(int article, int line, int column, int length) {
    public static final Origin NONE = new Origin(0, 1, 1, 1);
}
