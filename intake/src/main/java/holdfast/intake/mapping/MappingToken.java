package holdfast.intake.mapping;

/**
 * A word, text or sign of a mapping.
 *
 * @param line of the mapping document, one-based
 */
record MappingToken(Kind kind, String text, int line) {
    enum Kind {
        WORD,
        /** In double quotes. */
        TEXT,
        /** In backquotes. */
        COLUMN,
        SIGN
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }

    String shown() {
        return kind == Kind.TEXT ? "\"" + text + "\"" : text;
    }
}
