package holdfast.language.model;

/** How an observer came to know. */
public enum Basis {
    SEEN,
    HEARD,
    TOLD,
    INSTRUMENT,
    CLAIM,
    MEDIA
}
