package holdfast.server.access;

/** What somebody is to the agreement. */
public enum Role {
    /** Keeps the record and lets others in; says nothing in it. */
    KEEPER,
    /** Reports what was seen. */
    OBSERVER,
    PARTY,
    GUARANTOR,
    /** A member of a body, who speaks for it. */
    MEMBER,
    /** Only looks. */
    PUBLIC
}
