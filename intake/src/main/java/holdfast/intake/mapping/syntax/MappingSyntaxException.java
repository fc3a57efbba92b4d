package holdfast.intake.mapping.syntax;

/** A statement of a mapping that cannot be read; the parser goes on with the next. */
public final class MappingSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    public final int line;
    public final String found;
    public final String expected;
    public final String mend;

    public MappingSyntaxException(int line, String found, String expected, String mend) {
        super(found, null, false, false);
        this.line = line;
        this.found = found;
        this.expected = expected;
        this.mend = mend;
    }
}
