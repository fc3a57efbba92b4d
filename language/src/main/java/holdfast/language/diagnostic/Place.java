package holdfast.language.diagnostic;

/**
 * Where in a document something stands.
 *
 * @param heading the heading of the article; may be empty
 * @param line one-based
 * @param column one-based
 * @param length at least 1
 * @param sourceLine the line's text; may be empty
 */
public record Place(String file, String heading, int line, int column, int length, String sourceLine) {

    /** A whole file, where no line can be pointed at. */
    public static Place ofFile(String file) {
        return new Place(file, "", 1, 1, 1, "");
    }
}
