package holdfast.examine.table;

import holdfast.examine.play.Act;
import holdfast.examine.play.Ways;
import holdfast.examine.text.Understood;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Trigger;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which acts somebody who keeps its word would do to have an answer. What a clause forbids, and what is somebody else's to do, is no request; what anybody could do is one only
 * where the text says, or the word does, that it is for asking.
 */
final class Asking {
    private final Agreement agreement;
    private final Ways ways;
    private final Walk walk;
    private final Set<String> wrongs = new HashSet<>();
    /** On what any clause turns, wherever it stands: that a text waits for an act of this one is said once for all. */
    private final List<Pattern> awaited = new ArrayList<>();
    /** By event: those of whom a clause demands it, or whom one allows it. */
    private final Map<String, Set<String>> owners = new HashMap<>();

    /** @param agreement the whole text under one reading: what it forbids, it forbids whoever asks about what */
    Asking(Agreement agreement) {
        this.agreement = agreement;
        this.ways = new Ways(agreement);
        this.walk = new Walk(agreement);
        for (Norm norm : agreement.norms()) {
            Duties.forbidden(norm).ifPresent(act -> wrongs.addAll(ways.declaredUnder(act.event())));
            if (norm.trigger().orElse(null) instanceof Trigger.GrowsInto grows) {
                // A breach does not grow by words.
                ways.declaredUnder(grows.into().event()).stream()
                        .filter(event -> !Understood.isAsking(agreement, event))
                        .forEach(wrongs::add);
            }
            if (Duties.demandsAct(norm) || Duties.isPermission(norm)) {
                own(norm);
            }
            norm.trigger().ifPresent(t -> awaited.addAll(walk.from(t).patterns()));
            awaited.addAll(walk.from(norm.guard()).patterns());
            awaited.addAll(walk.from(norm.whileTrue()).patterns());
            Duties.power(norm).ifPresent(p -> awaited.add(p.with()));
        }
        agreement.events().stream()
                .map(EventType::name)
                .filter(e -> isOf(e, Kind.FORCE) || isOf(e, Kind.DENIAL))
                .forEach(wrongs::add);
    }

    private void own(Norm norm) {
        Set<String> bearers = new HashSet<>();
        for (Optional<String> bearer : Roles.bearers(norm)) {
            if (bearer.isEmpty()) {
                return;
            }
            bearers.add(bearer.get());
        }
        Duties.act(norm).stream()
                .flatMap(act -> ways.declaredUnder(act.event()).stream())
                .forEach(event ->
                        owners.computeIfAbsent(event, e -> new HashSet<>()).addAll(bearers));
    }

    private boolean isOf(String event, Kind kind) {
        return agreement.kinds().ofName(event).filter(k -> k.contains(kind)).isPresent();
    }

    /** What it takes from the whole text, without where that stands. */
    List<Object> said() {
        List<Object> patterns = new ArrayList<>();
        awaited.forEach(p -> patterns.add(List.of(p.event(), p.arguments())));
        return List.of(Set.copyOf(wrongs), Map.copyOf(owners), patterns);
    }

    /**
     * Whether {@code actor} would do this to have an answer.
     *
     * @param waiting the patterns on which something turns
     */
    boolean isARequest(Act act, String actor, Collection<Pattern> waiting) {
        String event = act.event();
        if (wrongs.contains(event)) {
            return false;
        }
        Set<String> own = owners.getOrDefault(event, Set.of());
        return own.isEmpty() ? isForAsking(event) || isNamed(event, actor, waiting) : own.contains(actor);
    }

    /** Whether what is asked for is told of it, or of its doer, so that nobody has to wonder who set it off. */
    boolean isPlain(Act act, Collection<Pattern> waiting) {
        return isAboutABreach(act.event())
                || waiting.stream()
                        .filter(p -> ways.declaredUnder(p.event()).contains(act.event()))
                        .allMatch(p -> Roles.doer(agreement, p).isPresent());
    }

    private boolean isForAsking(String event) {
        return isAboutABreach(event) || Understood.isAsking(agreement, event);
    }

    private boolean isAboutABreach(String event) {
        return ways.declared(event).stream()
                .flatMap(e -> e.attributes().stream())
                .anyMatch(a -> a.type() == ValueType.BREACH);
    }

    /** Whether the text waits for an act of this one, and says so. */
    private boolean isNamed(String event, String actor, Collection<Pattern> waiting) {
        return Stream.concat(waiting.stream(), awaited.stream())
                .filter(p -> ways.declaredUnder(p.event()).contains(event))
                .flatMap(p -> walk.from(p).patterns().stream())
                .filter(p -> ways.declaredUnder(p.event()).contains(event))
                .anyMatch(p -> Roles.doer(agreement, p)
                        .filter(d -> d.equals(actor)
                                || agreement
                                        .members(d)
                                        .filter(m -> m.contains(actor))
                                        .isPresent())
                        .isPresent());
    }
}
