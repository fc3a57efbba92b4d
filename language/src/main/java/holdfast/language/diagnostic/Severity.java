package holdfast.language.diagnostic;

/** Whether an agreement, or a file of records, can be used in spite of it. */
public enum Severity {
    ERROR,
    WARNING
}
