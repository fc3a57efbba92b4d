package holdfast.language.diagnostic;

/**
 * One thing that is wrong, or probably not meant.
 *
 * @param file the document, as the user named it
 * @param line one-based
 * @param column one-based, in UTF-16 units of the line
 * @param length how many units the caret underlines; at least 1, and not beyond the end of the line by more than one
 * @param heading the heading of the article; may be empty
 * @param message lower case, no full stop, the user's own words in backticks
 * @param help how to mend it; may be empty
 * @param sourceLine the line as it stands in the file; empty where there is none
 */
public record Diagnostic(
        Code code,
        String file,
        int line,
        int column,
        int length,
        String heading,
        String message,
        String help,
        String sourceLine) {

    public Severity severity() {
        return code.severity();
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }
}
