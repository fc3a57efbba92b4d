package holdfast.language.model;

/** How two values are compared. {@link #IS} and {@link #IS_NOT} fit every type; the others numbers and dates. */
public enum Comparison {
    IS,
    IS_NOT,
    AT_LEAST,
    AT_MOST,
    MORE_THAN,
    LESS_THAN
}
