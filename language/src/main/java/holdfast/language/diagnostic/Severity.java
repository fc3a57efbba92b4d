package holdfast.language.diagnostic;

/** Whether an agreement can be used in spite of it. */
public enum Severity {
    ERROR,
    WARNING
}
