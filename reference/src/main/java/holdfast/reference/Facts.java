package holdfast.reference;

import holdfast.engine.Record;
import holdfast.engine.Record.Attribution;
import holdfast.engine.Record.Finding;
import holdfast.engine.Record.Observation;
import holdfast.engine.Time;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Rule;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.reference.Knowledge.Versioned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Section 2, second half: the facts that the records known at k give, under one reading. */
final class Facts {

    /** @param support the ids of the observations that it is, one unless they share an incident */
    record Fact(
            String event,
            String id,
            Time time,
            Map<String, Value> values,
            boolean sure,
            long reported,
            Basis basis,
            Optional<List<String>> incident,
            SortedSet<String> support) {

        /** It surely happened, at this time. */
        Fact completed(Time at) {
            return new Fact(event, id, at, values, true, reported, basis, incident, support);
        }
    }

    private final Agreement agreement;
    private final Knowledge knowledge;
    private final List<Attribution> attributions;
    private final List<Finding> findings;
    private final List<Fact> inHistory;

    Facts(Agreement agreement, Knowledge knowledge, long now, Completion completion) {
        this.agreement = agreement;
        this.knowledge = knowledge;
        Comparator<Record> byPlace = Comparator.comparing(knowledge::place, Knowledge.EARLIER);
        attributions = knowledge.versions(Attribution.class).stream()
                .map(Versioned::version)
                .sorted(byPlace)
                .toList();
        findings = knowledge.versions(Finding.class).stream()
                .map(Versioned::version)
                .filter(f -> f.occurred().lo() <= now)
                .sorted(byPlace)
                .map(f -> completion.of(f, now))
                .toList();
        inHistory = merged(knowledge.versions(Observation.class).stream()
                        .flatMap(o -> fact(o.root(), o.version()).stream())
                        .toList())
                .stream()
                .filter(f -> f.time().lo() <= now)
                .flatMap(f -> completion.of(f, now).stream())
                .toList();
    }

    List<Fact> inHistory() {
        return inHistory;
    }

    /** The versions of live root findings that count, in the order ≺ of their places. */
    List<Finding> findings() {
        return findings;
    }

    /** Who speaks in a record. */
    String author(Record r) {
        return knowledge.author(r);
    }

    /** Whether a record names, by its `about`, one that has a root in this set. */
    boolean isAbout(String about, SortedSet<String> roots) {
        return knowledge
                .root(about)
                .filter(r -> r instanceof Observation && roots.contains(r.id()))
                .isPresent();
    }

    private Optional<Fact> fact(Observation o, Observation v) {
        Optional<EventType> type = agreement.events().stream()
                .filter(e -> e.name().equals(v.event()))
                .findFirst();
        Optional<String> result = result(o);
        if (type.isEmpty() || result.equals(Optional.of(Finding.REFUTED))) {
            return Optional.empty();
        }
        boolean sure = !result.equals(Optional.of(Finding.DISPUTED));
        return Optional.of(new Fact(
                v.event(),
                o.id(),
                v.occurred(),
                values(o, v, type.get()),
                sure,
                o.recorded(),
                v.basis(),
                v.incident().map(name -> List.of(name, author(o))),
                new TreeSet<>(List.of(o.id()))));
    }

    private Map<String, Value> values(Observation o, Observation v, EventType type) {
        Map<String, Value> values = new HashMap<>();
        for (Attribute attribute : type.attributes()) {
            Value given = v.values().get(attribute.name());
            if (given != null) {
                values.put(attribute.name(), given);
            } else if (attribute.type() == ValueType.PARTY) {
                values.put(attribute.name(), Value.UNATTRIBUTED);
            }
        }
        type.actor().ifPresent(a -> values.put(a.name(), actor(o, Objects.requireNonNull(values.get(a.name())))));
        return values;
    }

    /** "Who did it", by the four rules. */
    private Value actor(Observation o, Value named) {
        List<Attribution> n = attributions.stream()
                .filter(a -> isAbout(a.about(), new TreeSet<>(List.of(o.id()))))
                .toList();
        Optional<Attribution> settled =
                n.stream().filter(a -> isAttributor(author(a))).reduce((first, second) -> second);
        if (settled.isPresent()) {
            return new Value.Actor(settled.get().to());
        }
        if (!named.equals(Value.UNATTRIBUTED)) {
            return named;
        }
        List<Attribution> naming = n.stream()
                .filter(a -> !a.to().equals(Value.UNATTRIBUTED.name()))
                .toList();
        Stream<Attribution> others = textNamesAttributor() ? Stream.empty() : naming.stream();
        return Stream.concat(naming.stream().filter(a -> knowledge.mayChange(a, o)), others)
                .findFirst()
                .map(a -> new Value.Actor(a.to()))
                .orElse(Value.UNATTRIBUTED);
    }

    private boolean textNamesAttributor() {
        return agreement.rules().stream().anyMatch(Rule.Attributes.class::isInstance);
    }

    private boolean isAttributor(String source) {
        return agreement.rules().stream().anyMatch(r -> r instanceof Rule.Attributes a && a.by().equals(source));
    }

    private Optional<String> result(Record o) {
        return findings.stream()
                .filter(f -> agreement.hasBody(author(f)))
                .filter(f -> f.clause().isEmpty() && f.term().isEmpty())
                .filter(f -> f.about().isPresent() && isAbout(f.about().get(), new TreeSet<>(List.of(o.id()))))
                .map(Finding::result)
                .reduce((first, second) -> second);
    }

    /** Facts of one event type that carry the same incident of the same author are one. {@code facts} come in the order ≺ of their roots. */
    private static List<Fact> merged(List<Fact> facts) {
        Map<Object, List<Fact>> together = new LinkedHashMap<>();
        for (Fact fact : facts) {
            Object one = fact.incident().isPresent()
                    ? List.of(fact.event(), fact.incident().get())
                    : fact;
            together.computeIfAbsent(one, key -> new ArrayList<>()).add(fact);
        }
        return together.values().stream().map(Facts::merge).toList();
    }

    private static Fact merge(List<Fact> facts) {
        Fact first = facts.getFirst();
        Map<String, Value> values = new HashMap<>();
        for (Fact fact : facts) {
            fact.values().forEach((attribute, value) -> {
                if (values.getOrDefault(attribute, Value.UNATTRIBUTED).equals(Value.UNATTRIBUTED)) {
                    values.put(attribute, value);
                }
            });
        }
        return new Fact(
                first.event(),
                first.id(),
                common(facts.stream().map(Fact::time).toList()),
                values,
                facts.stream().anyMatch(Fact::sure),
                facts.stream().mapToLong(Fact::reported).min().orElseThrow(),
                first.basis(),
                first.incident(),
                Occurrence.union(facts.stream().map(Fact::support).toList()));
    }

    /** The intersection of times, or, where that is empty, the hull. */
    private static Time common(List<Time> times) {
        long greatestLo = times.stream().mapToLong(Time::lo).max().orElseThrow();
        long leastHi = times.stream().mapToLong(Time::hi).min().orElseThrow();
        if (greatestLo <= leastHi) {
            return new Time(greatestLo, leastHi);
        }
        return new Time(
                times.stream()
                        .min(Comparator.comparingLong(Time::lo))
                        .orElseThrow()
                        .lo(),
                times.stream()
                        .max(Comparator.comparingLong(Time::hi))
                        .orElseThrow()
                        .hi());
    }
}
