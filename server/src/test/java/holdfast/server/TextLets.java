package holdfast.server;

import holdfast.server.access.Person;
import holdfast.server.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text lets whom do, written down by hand from the text by somebody who read it; it shares nothing with what is tested.
 *
 * @param bodies with their members
 * @param voting the bodies that decide by votes
 * @param attribute who attributes
 * @param find on breaches of which clauses a body finds
 * @param rule on which terms a body rules
 * @param own what is done by saying so, with the attribute that says who does it
 * @param holders of these, whom alone the text lets do it
 * @param correct whose records somebody corrects
 */
record TextLets(
        Set<String> parties,
        Set<String> guarantors,
        Set<String> others,
        Map<String, Set<String>> bodies,
        Set<String> voting,
        Set<String> attribute,
        Map<String, Set<String>> find,
        Map<String, Set<String>> rule,
        Map<String, String> own,
        Map<String, Set<String>> holders,
        Map<String, Set<String>> correct) {

    static final TextLets TWO_LAYERS = new TextLets(
            Set.of("Ukraine", "Russia"),
            Set.of("UnitedStates", "UnitedKingdom", "France", "Germany", "Poland"),
            Set.of("DPR", "LPR", "ArmedUnit"),
            Map.of("Commission", Set.of("Ukraine", "UnitedStates", "France")),
            Set.of("Commission"),
            Set.of("Commission"),
            Map.of("Commission", Set.of("2.1", "2.2")),
            Map.of(),
            Map.of("warn", "by", "pledge", "by"),
            Map.of(),
            Map.of());

    static final TextLets RIVER = new TextLets(
            Set.of("North", "South"),
            Set.of("East"),
            Set.of("Mission", "Ferry"),
            Map.of("Council", Set.of("North", "South", "East"), "Panel", Set.of("East")),
            Set.of("Council"),
            Set.of("Mission"),
            Map.of("Panel", Set.of("1.1")),
            Map.of("Panel", Set.of("fitting")),
            Map.of(
                    "suspend_quiet", "by",
                    "resume_quiet", "by",
                    "waive_count", "by",
                    "request_count", "by",
                    "give_notice", "by"),
            Map.of(
                    "suspend_quiet", Set.of("North"),
                    "resume_quiet", Set.of("North"),
                    "waive_count", Set.of("South")),
            Map.of("Mission", Set.of("Ferry")));

    /** Whether somebody has any word in the record. */
    boolean isHeard(Person person) {
        String name = person.actor().orElse("");
        return switch (person.role()) {
            case KEEPER, PUBLIC -> false;
            case OBSERVER -> true;
            case PARTY -> parties.contains(name);
            case GUARANTOR -> guarantors.contains(name);
            case MEMBER -> bodies.containsKey(name) || sits(name);
        };
    }

    /** Whether its word is the word of the one for whom it came. */
    boolean speaks(Person person) {
        String name = person.actor().orElse("");
        boolean signed = parties.contains(name) || guarantors.contains(name);
        return isHeard(person)
                && switch (person.role()) {
                    case PARTY, GUARANTOR -> true;
                    case MEMBER -> bodies.containsKey(name);
                    case OBSERVER -> !signed && !bodies.containsKey(name);
                    case KEEPER, PUBLIC -> false;
                };
    }

    private boolean sits(String name) {
        return bodies.values().stream().anyMatch(m -> m.contains(name));
    }

    boolean votes(Person person, String body) {
        boolean member = bodies.get(body).contains(person.actor().orElse(""));
        return voting.contains(body) && member && isHeard(person) && person.role() != Role.OBSERVER;
    }

    boolean moves(Person person, String body) {
        boolean itself = speaks(person) && person.actor().orElse("").equals(body);
        return voting.contains(body) && (votes(person, body) || itself);
    }

    boolean decides(Person person, String body) {
        return !voting.contains(body)
                && speaks(person)
                && person.actor().orElse("").equals(body);
    }

    /** What is done by saying so, of somebody who says that it does it. */
    boolean says(Person person, String event, String doer) {
        String name = person.actor().orElse("");
        Set<String> who = holders.getOrDefault(event, Set.of(name));
        return speaks(person) && doer.equals(name) && who.contains(name);
    }

    boolean attributes(Person person) {
        return speaks(person) && attribute.contains(person.actor().orElse(""));
    }

    boolean findsOn(Person person, String clause) {
        return speaks(person)
                && find.getOrDefault(person.actor().orElse(""), Set.of()).contains(clause);
    }

    boolean findsAtAll(Person person) {
        return speaks(person) && find.containsKey(person.actor().orElse(""));
    }

    boolean rulesOn(Person person, String term) {
        return speaks(person)
                && rule.getOrDefault(person.actor().orElse(""), Set.of()).contains(term);
    }

    /** Whether somebody may change what another said happened. */
    boolean changesReportOf(Person person, String author) {
        String name = person.actor().orElse("");
        return isHeard(person)
                && (name.equals(author)
                        || speaks(person)
                                && correct.getOrDefault(name, Set.of()).contains(author));
    }

    List<String> names() {
        return java.util.stream.Stream.of(parties, guarantors, others, bodies.keySet())
                .flatMap(Set::stream)
                .sorted()
                .toList();
    }
}
