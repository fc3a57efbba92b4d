package holdfast.engine.monitor.plain;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Tells a long history of few keys: much happens at one instant, exactly one window after something else, or around the change of the clocks; records come late or before what they
 * speak of, are corrected again and again, and withdrawn.
 */
final class Telltale {
    private static final long HOUR = 3_600_000;
    static final long START = Instant.parse("2015-03-27T20:00:00Z").toEpochMilli();

    private final Random random;
    private final List<EventType> events;
    private final double odd;
    private final List<Record.Observation> told = new ArrayList<>();
    private long clock = START;
    private int ids;

    /** @param odd how often something is said that leaves a record in doubt */
    Telltale(long seed, Agreement agreement, double odd) {
        this.random = new Random(seed);
        this.odd = odd;
        this.events = agreement.events().stream()
                .filter(e -> List.of("sails", "docks", "calls", "meets").contains(e.name()))
                .toList();
    }

    /** The moment up to which it has come. */
    long clock() {
        return clock;
    }

    Record next() {
        if (!told.isEmpty() && random.nextDouble() < odd) {
            return doubtful();
        }
        return switch (told.isEmpty() ? 0 : random.nextInt(20)) {
            case 16, 17, 18 -> correction();
            case 19 -> withdrawal();
            default -> observation();
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @SafeVarargs
    private <T> T any(T... from) {
        return from[random.nextInt(from.length)];
    }

    /** Mostly later than all before, often at the same instant; now and then late, or still to come. */
    private long instant() {
        switch (random.nextInt(10)) {
            case 0 -> {
                return clock - HOUR / 2 * random.nextInt(40);
            }
            case 1 -> {
                return clock + HOUR / 2 * random.nextInt(12);
            }
            case 2 -> {
                return told.isEmpty() ? clock : beside(pick(told).occurred().lo());
            }
            case 3, 4, 5 -> {
                return clock;
            }
            default -> {
                clock += HOUR / 2 * random.nextInt(4);
                return clock;
            }
        }
    }

    /** At it, or one window off. */
    private long beside(long instant) {
        long span = any(0L, HOUR, 2 * HOUR, 3 * HOUR, 24 * HOUR, 48 * HOUR);
        return instant + any(span, span, -span) + any(0, 0, 1, -1);
    }

    private String id() {
        int number = ids++;
        return switch (random.nextInt(12)) {
            case 0 -> "record " + number + " of the press";
            case 1 -> "b" + number;
            case 2 -> "a0" + number;
            default -> "a" + number;
        };
    }

    private Record.Observation observation() {
        EventType event = pick(events);
        long occurred = instant();
        long recorded = random.nextInt(3) == 0 ? occurred + any(1L, HOUR, 30 * HOUR, 60 * 24 * HOUR) : occurred;
        Record.Observation o = new Record.Observation(
                id(),
                recorded,
                any("the harbour master", "the harbour master", "Isle", "press"),
                Optional.empty(),
                event.name(),
                Time.at(occurred),
                values(event),
                any(Basis.SEEN, Basis.SEEN, Basis.TOLD),
                Optional.empty(),
                random.nextInt(20) == 0 ? Optional.of("Isle") : Optional.empty());
        told.add(o);
        return o;
    }

    private Map<String, Value> values(EventType event) {
        Map<String, Value> values = new HashMap<>();
        for (EventType.Attribute attribute : event.attributes()) {
            if (random.nextInt(20) > 0) {
                values.put(attribute.name(), value(attribute));
            }
        }
        return values;
    }

    private Value value(EventType.Attribute attribute) {
        return switch (attribute.type()) {
            case PARTY ->
                new Value.Actor(any(
                        "Isle", "Isle", "Isle", "Isle", "Mainland", "Mainland", "Shoal", "Pirates", "unattributed"));
            case NUMBER ->
                any(
                        Value.Number.of(1),
                        Value.Number.of(1),
                        Value.Number.of(1),
                        Value.Number.of(2),
                        Value.Number.of(1 << 29));
            case TEXT -> new Value.Text(any("calm", "rough"));
            case DATE -> new Value.Day(LocalDate.of(2015, 3, 28 + random.nextInt(2)));
            case ZONE, BREACH, PLACE -> throw new IllegalStateException("no such attribute is told of");
        };
    }

    /** Of the same record mostly, of the one told last often; its time or what it says is another. */
    private Record.Observation corrected() {
        return random.nextInt(3) == 0 ? told.getLast() : pick(told);
    }

    private Record correction() {
        Record.Observation of = corrected();
        EventType event = events.stream()
                .filter(e -> e.name().equals(of.event()))
                .findFirst()
                .orElseThrow();
        Record.Observation o = new Record.Observation(
                id(),
                of.recorded() + any(0L, 1L, HOUR, HOUR, 50 * HOUR),
                of.source(),
                Optional.of(of.id()),
                of.event(),
                random.nextInt(3) == 0
                        ? of.occurred()
                        : Time.at(beside(of.occurred().lo())),
                random.nextBoolean() ? of.values() : values(event),
                of.basis(),
                Optional.empty(),
                of.author());
        if (random.nextBoolean()) {
            // Later ones may correct the correction, or the same record once more.
            told.add(o);
        }
        return o;
    }

    private Record withdrawal() {
        Record.Observation of = corrected();
        return new Record.Withdrawal(id(), of.recorded() + any(0L, HOUR, 80 * HOUR), of.source(), of.id(), of.author());
    }

    private Record doubtful() {
        Record.Observation of = pick(told);
        long recorded = of.recorded() + HOUR * random.nextInt(30);
        String about = random.nextInt(5) == 0 ? "a" + (ids + random.nextInt(9)) : of.id();
        return switch (random.nextInt(8)) {
            case 7 -> ofAnotherKind(of);
            case 0 -> new Record.Withdrawal(id(), recorded, any("Shoal", "Commission", "press"), about);
            case 1 ->
                new Record.Attribution(
                        id(),
                        recorded,
                        "Commission",
                        Optional.empty(),
                        about,
                        any("Isle", "Mainland", "unattributed"),
                        "",
                        "");
            case 2 -> {
                boolean onClause = random.nextInt(3) == 0;
                yield new Record.Finding(
                        id(),
                        recorded,
                        "Commission",
                        Optional.empty(),
                        of.occurred(),
                        onClause && random.nextBoolean() ? Optional.empty() : Optional.of(about),
                        onClause ? Optional.of(any("1.1", "1.2")) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        any(Record.Finding.CONFIRMED, Record.Finding.DISPUTED, Record.Finding.REFUTED));
            }
            case 3 -> like(of, Time.at(of.occurred().lo()), of.source(), Optional.of(about), Optional.of("incident"));
            case 4 ->
                like(
                        of,
                        new Time(of.occurred().lo(), of.occurred().lo() + HOUR),
                        of.source(),
                        random.nextBoolean() ? Optional.of(about) : Optional.empty(),
                        Optional.empty());
            case 5 -> like(of, of.occurred(), "press", Optional.of(about), Optional.empty());
            default -> like(of, of.occurred(), "Isle", Optional.empty(), Optional.of("incident"));
        };
    }

    /** A correction: it was something else that happened. */
    private Record ofAnotherKind(Record.Observation of) {
        EventType event = pick(events);
        return new Record.Observation(
                id(),
                of.recorded() + HOUR,
                of.source(),
                Optional.of(of.id()),
                event.name(),
                of.occurred(),
                values(event),
                of.basis(),
                Optional.empty(),
                of.author());
    }

    private Record like(
            Record.Observation of, Time occurred, String source, Optional<String> corrects, Optional<String> incident) {
        return new Record.Observation(
                id(),
                of.recorded() + HOUR,
                source,
                corrects,
                of.event(),
                occurred,
                of.values(),
                of.basis(),
                incident,
                Optional.empty());
    }
}
