package holdfast.server.access;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who asks.
 *
 * @param name as it stands in the record's entries
 * @param actor the actor or body of the text to which the person belongs
 */
public record Person(String name, Role role, Optional<String> actor) {
    /** Whoever has not signed in. */
    public static final Person PUBLIC = new Person("public", Role.PUBLIC, Optional.empty());

    /**
     * Somebody who can come in for an actor or body of one of these texts.
     *
     * @param actor as a text declares or calls it; empty for a keeper alone
     * @throws AccountTrouble if no text has such a one in that role
     */
    public static Person fitting(String name, Role role, String actor, List<Agreement> texts) {
        if (role == Role.KEEPER) {
            return new Person(name, role, Optional.empty());
        }
        if (actor.isBlank()) {
            throw new AccountTrouble(
                    "it is not said for whom `" + name + "` comes in", "name an actor or a body of the agreement");
        }
        Person person = new Person(name, role, Optional.of(declared(actor, texts)));
        boolean fits = texts.stream().anyMatch(t -> Voice.of(t, person).isPresent());
        if (!fits) {
            TreeSet<String> possible = new TreeSet<>();
            texts.forEach(t -> names(t).forEach(n -> {
                if (Voice.of(t, new Person(name, role, Optional.of(n))).isPresent()) {
                    possible.add(n);
                }
            }));
            throw new AccountTrouble(
                    "no agreement here has a " + role.word() + " `" + actor + "`",
                    possible.isEmpty() ? "choose another role" : "there are " + String.join(", ", possible));
        }
        return person;
    }

    /** What a text calls by a title has a name, and speaks by that. */
    private static String declared(String written, List<Agreement> texts) {
        for (Agreement text : texts) {
            for (Actor actor : text.actors()) {
                if (actor.name().equals(written) || actor.title().equals(written)) {
                    return actor.name();
                }
            }
            for (Body body : text.bodies()) {
                if (body.name().equals(written) || body.title().equals(written)) {
                    return body.name();
                }
            }
        }
        return written;
    }

    private static List<String> names(Agreement text) {
        List<String> names = new ArrayList<>();
        text.actors().forEach(a -> names.add(a.name()));
        text.bodies().forEach(b -> names.add(b.name()));
        return names;
    }
}
