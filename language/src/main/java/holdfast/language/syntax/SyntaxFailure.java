package holdfast.language.syntax;

/** Ends the reading of a statement; what is wrong has been reported. */
final class SyntaxFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxFailure() {
        super(null, null, false, false);
    }
}
