package holdfast.server.access;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import java.util.Optional;

/**
 * For whom a person speaks in one agreement, and how far.
 *
 * @param name as the text declares it; for a mission that the text does not declare, as its records have it
 */
public record Voice(String name, Reach reach) {

    /** How far somebody's word is the word of the one that it belongs to. */
    public enum Reach {
        /** Tells what was seen, and no more: an observer who came with a party, a guarantor or a body. */
        REPORTS,
        /** Also sits in its bodies, moves and votes there. */
        SITS,
        /** Says all that it can say itself. */
        SPEAKS
    }

    /** Somebody who has no voice in an agreement, and why. */
    public record Silent(String why, String mend) {}

    /** @return why not, or empty where the person has a voice */
    public static Optional<Silent> silent(Agreement agreement, Person person) {
        return switch (person.role()) {
            case PUBLIC -> Optional.of(new Silent("whoever has not signed in only looks", "sign in"));
            case KEEPER ->
                Optional.of(new Silent(
                        "the keeper lets people in, and says nothing in the record",
                        "come in with a link of your own, for the party or the body that you belong to"));
            case OBSERVER, PARTY, GUARANTOR, MEMBER ->
                of(agreement, person).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Silent(
                                "you came in as " + shown(agreement, person) + ", and " + missing(agreement, person),
                                "ask the keeper for a link that fits this agreement"));
        };
    }

    /** Empty for whoever says nothing here. */
    public static Optional<Voice> of(Agreement agreement, Person person) {
        Optional<String> actor = person.actor();
        if (actor.isEmpty()) {
            return Optional.empty();
        }
        String name = actor.get();
        return switch (person.role()) {
            case PUBLIC, KEEPER -> Optional.empty();
            case OBSERVER -> Optional.of(new Voice(name, observer(agreement, name)));
            case PARTY -> withRole(agreement, name, Actor.Role.PARTY);
            case GUARANTOR -> withRole(agreement, name, Actor.Role.GUARANTOR);
            case MEMBER -> member(agreement, name);
        };
    }

    /** Whoever has not signed, and whom the text does not declare, has nobody but its observers to speak for it. */
    private static Reach observer(Agreement agreement, String name) {
        boolean signed =
                agreement.actors().stream().anyMatch(a -> a.name().equals(name) && a.role() != Actor.Role.OTHER);
        return signed || agreement.hasBody(name) ? Reach.REPORTS : Reach.SPEAKS;
    }

    private static Optional<Voice> withRole(Agreement agreement, String name, Actor.Role role) {
        return agreement.actors().stream()
                .filter(a -> a.name().equals(name) && a.role() == role)
                .findFirst()
                .map(a -> new Voice(name, Reach.SPEAKS));
    }

    /** Who came in for a body speaks for it; who came in for one of its members sits in it. */
    private static Optional<Voice> member(Agreement agreement, String name) {
        if (agreement.hasBody(name)) {
            return Optional.of(new Voice(name, Reach.SPEAKS));
        }
        return agreement.bodies().stream().anyMatch(b -> b.members().contains(name))
                ? Optional.of(new Voice(name, Reach.SITS))
                : Optional.empty();
    }

    private static String missing(Agreement agreement, Person person) {
        String name = person.actor().orElse("");
        if (name.isEmpty()) {
            return "for nobody of this agreement";
        }
        if (!agreement.hasActor(name) && !agreement.hasBody(name)) {
            return "this agreement names no `" + name + "`";
        }
        return switch (person.role()) {
            case PARTY -> "this agreement has no party of that name";
            case GUARANTOR -> "this agreement has no guarantor of that name";
            case MEMBER -> "it is no body of this agreement and sits in none";
            case OBSERVER, KEEPER, PUBLIC -> "that gives no word here";
        };
    }

    /** {@code observer for France}. */
    static String shown(Agreement agreement, Person person) {
        String role = switch (person.role()) {
            case KEEPER -> "keeper";
            case PUBLIC -> "the public";
            case OBSERVER -> "observer";
            case PARTY -> "party";
            case GUARANTOR -> "guarantor";
            case MEMBER -> "member";
        };
        return person.actor().map(a -> role + " for " + called(agreement, a)).orElse(role);
    }

    /** As the text calls it for those who read. */
    static String called(Agreement agreement, String name) {
        return agreement.actors().stream()
                .filter(a -> a.name().equals(name))
                .map(Actor::title)
                .findFirst()
                .or(() -> agreement.bodies().stream()
                        .filter(b -> b.name().equals(name))
                        .map(Body::title)
                        .findFirst())
                .orElse(name);
    }
}
