package holdfast.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is to the agreement. */
public enum Role {
    /** Keeps the record and lets others in; says nothing in it. */
    KEEPER,
    /** Reports what was seen. */
    OBSERVER,
    PARTY,
    GUARANTOR,
    /** Speaks for a body, or sits in one. */
    MEMBER,
    /** Only looks. */
    PUBLIC;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }
}
