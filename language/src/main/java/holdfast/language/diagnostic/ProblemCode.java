package holdfast.language.diagnostic;

/** Which kind of problem it is. Each area has its own list of codes: the language, the files of records, the maps. */
public interface ProblemCode {
    /**
     * As it is shown, such as {@code HF101}, and as its page in {@code docs/diagnostics} is called; empty where the
     * kind has neither.
     */
    String label();
}
