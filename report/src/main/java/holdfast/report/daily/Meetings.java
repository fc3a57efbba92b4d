package holdfast.report.daily;

import holdfast.examine.text.Understood;
import holdfast.language.model.Agreement;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Walk;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which events of a text tell of its monitors: that they were kept out, let in, or were there. It goes by what sort of thing each event is, as the text says it; where it does not, by how its
 * name sounds. As "entry" and "flight" sound like access too, an act is taken for being let in by its name alone only if the text asks for it or allows it, and nowhere forbids it.
 */
final class Meetings {
    private final Agreement agreement;
    private final Understood understood;
    private final Map<String, Meeting> byEvent = new LinkedHashMap<>();

    Meetings(Agreement agreement) {
        this.agreement = agreement;
        this.understood = new Understood(agreement);
        Set<String> denied = denied();
        Set<String> asked = new HashSet<>();
        Set<String> forbidden = new HashSet<>();
        for (Norm norm : agreement.norms()) {
            Duties.demanded(norm).or(() -> Duties.permitted(norm)).ifPresent(act -> asked.addAll(events(act)));
            Duties.forbidden(norm).ifPresent(act -> forbidden.addAll(events(act)));
        }
        for (EventType event : agreement.events()) {
            String name = event.name();
            boolean said = agreement.kinds().ofName(name).isPresent();
            if (denied.contains(name)) {
                byEvent.put(name, Meeting.DENIED);
            } else if (understood.isEvent(Kind.WATCHING, name)) {
                byEvent.put(name, Meeting.THERE);
            } else if (understood.isEvent(Kind.ACCESS, name)
                    && (said || (asked.contains(name) && !forbidden.contains(name)))) {
                byEvent.put(name, Meeting.LET_IN);
            }
        }
    }

    /** Also what a text puts under one name with a denial of access, and calls by a word for keeping out. */
    private Set<String> denied() {
        Set<String> denied = new HashSet<>();
        agreement.events().stream()
                .filter(understood::isDenialOfAccess)
                .map(EventType::name)
                .forEach(denied::add);
        Set<String> likewise = new HashSet<>();
        for (Definition definition : agreement.definitions()) {
            Set<String> parts = new HashSet<>();
            Parts.madeOf(definition.derivation()).forEach(p -> parts.add(p.event()));
            if (understood.isEvent(Kind.DENIAL, definition.name())
                    && parts.stream().anyMatch(denied::contains)) {
                likewise.addAll(parts);
            }
        }
        denied.addAll(likewise);
        return denied;
    }

    private Set<String> events(Pattern act) {
        Set<String> events = new HashSet<>();
        new Walk(agreement).from(act).patterns().forEach(p -> events.add(p.event()));
        events.add(act.event());
        return events;
    }

    Optional<Meeting> of(String event) {
        return Optional.ofNullable(byEvent.get(event));
    }

    boolean has(Meeting kind) {
        return byEvent.containsValue(kind);
    }
}
