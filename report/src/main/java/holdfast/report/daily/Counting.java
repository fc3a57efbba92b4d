package holdfast.report.daily;

import holdfast.engine.KnownFact;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.report.daily.count.Count;
import holdfast.report.daily.count.Figure;
import holdfast.report.daily.count.Thing;
import holdfast.report.daily.count.Told;
import holdfast.report.daily.count.Total;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts what happened on a day, by thing, area and source. This is the one counting rule of a report: {@link DailyWords#RULE} says it in words.
 */
final class Counting {
    /** The measure of what is only told, and of which no record gives a number. */
    private static final String RECORDS = "";

    private final Areas areas;
    private final Meetings meetings;
    private final CalendarDays days;
    private final Map<String, EventType> types = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();

    /** What is a level of something, as the text says, and is never added up: event and attribute. */
    private final Set<List<String>> levels = new HashSet<>();

    private record Matter(Thing thing, String area) {}

    Counting(Agreement agreement, Areas areas, Meetings meetings, CalendarDays days) {
        this.areas = areas;
        this.meetings = meetings;
        this.days = days;
        agreement.events().forEach(e -> {
            order.put(e.name(), order.size());
            types.put(e.name(), e);
        });
        agreement.levels().forEach(l -> levels.add(List.of(l.pattern().event(), l.figure())));
    }

    /** Whether it is counted by area: what tells of monitors is listed apart, and so is ground. */
    boolean counts(String event) {
        return areas.attribute(event).isPresent() && meetings.of(event).isEmpty() && !Gain.is(event);
    }

    List<Count> of(LocalDate day, List<KnownFact> facts) {
        return of(facts, facts, day, day.minusDays(1));
    }

    /** The same day as it was known at two moments: the earlier one stands as the day before. */
    List<Count> compared(LocalDate day, List<KnownFact> now, List<KnownFact> then) {
        return of(now, then, day, day);
    }

    private List<Count> of(List<KnownFact> now, List<KnownFact> then, LocalDate day, LocalDate before) {
        Map<Matter, List<KnownFact>> onDay = sorted(now, day);
        Map<Matter, List<KnownFact>> onBefore = sorted(then, before);
        Map<Thing, Set<String>> areasOf = new LinkedHashMap<>();
        onDay.keySet()
                .forEach(m ->
                        areasOf.computeIfAbsent(m.thing(), t -> new TreeSet<>()).add(m.area()));
        onBefore.keySet()
                .forEach(m ->
                        areasOf.computeIfAbsent(m.thing(), t -> new TreeSet<>()).add(m.area()));
        List<Thing> things = new ArrayList<>(areasOf.keySet());
        things.sort(this::inOrder);
        List<Count> counts = new ArrayList<>();
        for (Thing thing : things) {
            List<String> places = List.copyOf(areasOf.getOrDefault(thing, Set.of()));
            for (String measure : measures(thing, places, onDay, onBefore)) {
                for (String area : places) {
                    Matter matter = new Matter(thing, area);
                    counts.add(new Count(
                            thing,
                            measure,
                            area,
                            told(onDay.getOrDefault(matter, List.of()), measure),
                            told(onBefore.getOrDefault(matter, List.of()), measure)));
                }
            }
        }
        return counts;
    }

    /** As the text declares the events, and then by what they are told apart by. */
    private int inOrder(Thing one, Thing other) {
        int byEvent = Integer.compare(order.getOrDefault(one.event(), 0), order.getOrDefault(other.event(), 0));
        return byEvent != 0
                ? byEvent
                : one.apart().toString().compareTo(other.apart().toString());
    }

    private Map<Matter, List<KnownFact>> sorted(List<KnownFact> facts, LocalDate day) {
        Map<Matter, List<KnownFact>> sorted = new LinkedHashMap<>();
        for (KnownFact fact : facts) {
            if (counts(fact.event()) && days.of(fact.time()).equals(Optional.of(day))) {
                sorted.computeIfAbsent(new Matter(thing(fact), areas.of(fact)), m -> new ArrayList<>())
                        .add(fact);
            }
        }
        return sorted;
    }

    private Thing thing(KnownFact fact) {
        Map<String, String> apart = new LinkedHashMap<>();
        Optional<String> area = areas.attribute(fact.event());
        for (Attribute attribute : attributes(fact.event())) {
            if (attribute.type() == ValueType.TEXT
                    && !area.equals(Optional.of(attribute.name()))
                    && fact.values().get(attribute.name()) instanceof Value.Text(String text)) {
                apart.put(attribute.name(), text);
            }
        }
        return new Thing(fact.event(), apart);
    }

    private List<Attribute> attributes(String event) {
        return Optional.ofNullable(types.get(event)).map(EventType::attributes).orElse(List.of());
    }

    /** The numbers that any of its records gives; where none does, the records are counted. */
    private List<String> measures(
            Thing thing,
            List<String> places,
            Map<Matter, List<KnownFact>> onDay,
            Map<Matter, List<KnownFact>> onBefore) {
        List<KnownFact> all = new ArrayList<>();
        for (String area : places) {
            all.addAll(onDay.getOrDefault(new Matter(thing, area), List.of()));
            all.addAll(onBefore.getOrDefault(new Matter(thing, area), List.of()));
        }
        List<String> measures = attributes(thing.event()).stream()
                .filter(a -> a.type() == ValueType.NUMBER && !levels.contains(List.of(thing.event(), a.name())))
                .map(Attribute::name)
                .filter(a -> all.stream().anyMatch(f -> f.values().containsKey(a)))
                .toList();
        return measures.isEmpty() ? List.of(RECORDS) : measures;
    }

    private static List<Told> told(List<KnownFact> facts, String measure) {
        Map<String, List<KnownFact>> bySource = new TreeMap<>();
        facts.forEach(f ->
                bySource.computeIfAbsent(f.author(), s -> new ArrayList<>()).add(f));
        List<Told> told = new ArrayList<>();
        bySource.forEach((source, of) -> {
            List<Figure.Part> parts = new ArrayList<>();
            List<String> silent = new ArrayList<>();
            for (KnownFact fact : of) {
                Optional<BigDecimal> amount = amount(fact, measure);
                amount.ifPresentOrElse(
                        a -> parts.add(new Figure.Part(fact.time(), a, fact.sure())),
                        () -> silent.addAll(fact.records()));
            }
            List<String> records =
                    of.stream().flatMap(f -> f.records().stream()).sorted().toList();
            told.add(new Told(
                    source, parts.isEmpty() ? Optional.empty() : Optional.of(Figure.of(parts)), records, silent));
        });
        return told;
    }

    private static Optional<BigDecimal> amount(KnownFact fact, String measure) {
        if (measure.equals(RECORDS)) {
            return Optional.of(BigDecimal.ONE);
        }
        return fact.values().get(measure) instanceof Value.Number(BigDecimal number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** The totals of what has more than one area, in the same order. */
    static List<Total> totals(List<Count> counts) {
        Map<List<Object>, List<Count>> together = new LinkedHashMap<>();
        counts.forEach(c -> together.computeIfAbsent(List.of(c.thing(), c.measure()), k -> new ArrayList<>())
                .add(c));
        return together.values().stream()
                .filter(of -> of.size() > 1)
                .map(Total::of)
                .toList();
    }
}
