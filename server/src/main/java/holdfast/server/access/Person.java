package holdfast.server.access;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param name as it stands in the record's entries
 * @param actor the actor or body of the text to which the person belongs
 */
public record Person(String name, Role role, Optional<String> actor) {
    /** Whoever has not signed in. */
    public static final Person PUBLIC = new Person("public", Role.PUBLIC, Optional.empty());
}
