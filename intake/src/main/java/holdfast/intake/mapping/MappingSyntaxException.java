package holdfast.intake.mapping;

/** A statement of a mapping that cannot be read; the parser goes on with the next. */
final class MappingSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    final int line;
    final String found;
    final String expected;
    final String mend;

    MappingSyntaxException(int line, String found, String expected, String mend) {
        super(found, null, false, false);
        this.line = line;
        this.found = found;
        this.expected = expected;
        this.mend = mend;
    }
}
