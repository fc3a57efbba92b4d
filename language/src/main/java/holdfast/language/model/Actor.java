package holdfast.language.model;

/**
 * Somebody who acts.
 *
 * @param title how the text names it; the name itself where nothing else was said
 */
public record Actor(String name, Role role, String title, Origin origin) {
    public enum Role {
        PARTY,
        GUARANTOR,
        /** Acts, but has not signed. */
        OTHER
    }
}
