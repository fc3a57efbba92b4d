package holdfast.language.model;

/** The type of an event's attribute. */
public enum ValueType {
    PARTY,
    NUMBER,
    TEXT,
    DATE,
    PLACE,
    ZONE,
    BREACH
}
