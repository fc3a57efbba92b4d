package holdfast.intake.mapping.syntax;

/**
 * A word, text or sign of a mapping.
 *
 * @param line of the mapping document, one-based
 */
public record MappingToken(Kind kind, String text, int line) {
    public enum Kind {
        WORD,
        /** In double quotes. */
        TEXT,
        /** In backquotes. */
        COLUMN,
        SIGN
    }

    public boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }

    public String shown() {
        return kind == Kind.TEXT ? "\"" + text + "\"" : text;
    }
}
