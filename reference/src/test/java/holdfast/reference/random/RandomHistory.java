package holdfast.reference.random;

import holdfast.engine.Record;
import holdfast.engine.Record.Attribution;
import holdfast.engine.Record.Finding;
import holdfast.engine.Record.Observation;
import holdfast.engine.Record.Withdrawal;
import holdfast.engine.Time;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Body;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records that cluster at few instants and at those that an agreement makes of them: deadlines, their neighbours, the clock change of
 * 29 March 2015 in Kyiv.
 */
final class RandomHistory {
    private static final long HOUR = 3_600_000;
    /** Some hours before the clocks skip from 3 to 4 in the morning. */
    private static final long NIGHT = Instant.parse("2015-03-28T20:00:00Z").toEpochMilli();

    private final Dice dice;
    private final Agreement agreement;
    private final Draft draft;
    private final RandomParts parts;
    private final List<Span> spans;
    private final List<Long> instants = new ArrayList<>();
    private final List<Record> records = new ArrayList<>();

    RandomHistory(Dice dice, Agreement agreement) {
        this.dice = dice;
        this.agreement = agreement;
        draft = Draft.of(agreement);
        parts = new RandomParts(dice, draft);
        spans = Constructs.spans(agreement);
        for (int n = dice.between(1, 4); n > 0; n--) {
            instants.add(NIGHT + HOUR * dice.between(-30, 40) + (dice.chance(0.2) ? 1_800_000 : 0));
        }
    }

    List<Record> draw(int number) {
        List<Body> bodies = agreement.bodies();
        while (records.size() < number) {
            if (!bodies.isEmpty() && dice.chance(0.06)) {
                motion(dice.pick(bodies));
            }
            switch (records.isEmpty() ? 0 : dice.weighted(14, 2, 3, 2, 2)) {
                case 0 -> records.add(observation());
                case 1 -> records.add(attribution());
                case 2 -> records.add(finding());
                case 3 -> records.add(withdrawal());
                default -> correction().ifPresent(records::add);
            }
        }
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.Confirms finder && finder.body().isPresent() && dice.chance(0.4)) {
                records.add(findingBy(finder));
            }
        }
        return records.stream()
                .sorted(Comparator.comparingLong(Record::recorded))
                .toList();
    }

    /** On whatever of its clauses was broken before. */
    private Finding findingBy(Rule.Confirms finder) {
        String clause = dice.pick(agreement.norms()).id();
        List<String> theirs = agreement.norms().stream()
                .map(norm -> norm.id())
                .filter(finder.of()::covers)
                .toList();
        Optional<String> none = Optional.empty();
        return finding(
                finder.body().orElseThrow(),
                none,
                Optional.of(theirs.isEmpty() ? clause : dice.pick(theirs)),
                none,
                none,
                dice.pick(Finding.CONFIRMED, Finding.DISPUTED, Finding.DISPUTED, Finding.REFUTED));
    }

    /** Some instants at which something may fall due, and a moment long after. */
    List<Long> moments() {
        List<Long> moments = new ArrayList<>();
        long latest = records.stream().mapToLong(Record::recorded).max().orElse(NIGHT);
        for (int n = dice.between(2, 4); n > 0; n--) {
            moments.add(Math.max(derived(dice.pick(instants)), latest) + dice.pick(0, 1, -1));
        }
        moments.add(latest + dice.pick(24 * HOUR, 40 * 24 * HOUR));
        return moments.stream().sorted().toList();
    }

    // times

    /** One that was used already, or one that a span makes of it. */
    private long instant() {
        long t = dice.pick(instants);
        if (dice.chance(0.35)) {
            t = derived(t);
            if (Math.abs(t - NIGHT) < 60 * 24 * HOUR) {
                instants.add(t);
            }
        }
        return t;
    }

    private long derived(long t) {
        if (spans.isEmpty() || dice.chance(0.2)) {
            return t + dice.pick(1L, -1L, HOUR, -HOUR, 3 * HOUR);
        }
        Span span = dice.pick(spans);
        long edge = dice.chance(0.5) ? shift(t, span) : deadline(t, span);
        return edge + dice.pick(0, 0, 1, -1);
    }

    private long shift(long t, Span span) {
        if (span.exact()) {
            return t + span.count() * span.unit().millis();
        }
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(t), agreement.zone())
                .plus(period(span));
        return ZonedDateTime.of(local, agreement.zone()).toInstant().toEpochMilli();
    }

    private long deadline(long t, Span span) {
        if (span.exact()) {
            return shift(t, span);
        }
        LocalDate day =
                LocalDate.ofInstant(Instant.ofEpochMilli(t), agreement.zone()).plus(period(span));
        return day.plusDays(dice.between(0, 1))
                        .atStartOfDay(agreement.zone())
                        .toInstant()
                        .toEpochMilli()
                - 1;
    }

    private static Period period(Span span) {
        int n = (int) span.count();
        return switch (span.unit()) {
            case WEEK -> Period.ofWeeks(n);
            case MONTH -> Period.ofMonths(n);
            case YEAR -> Period.ofYears(n);
            default -> Period.ofDays(n);
        };
    }

    private Time time() {
        long t = instant();
        return switch (dice.weighted(15, 3, 2)) {
            case 0 -> Time.at(t);
            case 1 -> {
                long other = dice.chance(0.5) ? instant() : t + dice.pick(1, 1000, (int) HOUR);
                yield new Time(Math.min(t, other), Math.max(t, other));
            }
            default -> {
                LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(t), agreement.zone());
                yield new Time(
                        day.atStartOfDay(agreement.zone()).toInstant().toEpochMilli(),
                        day.plusDays(1)
                                        .atStartOfDay(agreement.zone())
                                        .toInstant()
                                        .toEpochMilli()
                                - 1);
            }
        };
    }

    /** Mostly soon after it happened; sometimes before. */
    private long recorded(long occurred) {
        return switch (dice.weighted(8, 3, 3, 2)) {
            case 0 -> occurred;
            case 1 -> occurred + dice.pick(1L, HOUR, 5 * HOUR, 24 * HOUR);
            case 2 -> Math.max(occurred, dice.pick(instants));
            default -> dice.pick(instants);
        };
    }

    // records

    private String id() {
        return "r" + (records.size() + 1);
    }

    private Withdrawal withdrawal() {
        String withdrawn = anyId();
        String source = records.stream()
                .filter(r -> r.id().equals(withdrawn))
                .findFirst()
                .map(this::changer)
                .orElse("Mission");
        return new Withdrawal(id(), recorded(instant()), source, withdrawn, author());
    }

    /** Who corrects or withdraws a record: mostly the one who keeps it. */
    private String changer(Record record) {
        return dice.chance(0.7) ? record.speaker() : source();
    }

    /** Mostly the source speaks for itself. A title names its actor. */
    private Optional<String> author() {
        return dice.chance(0.08)
                ? Optional.of(dice.pick("Mission", "press", "Commission", "Russia", "the Russian side"))
                : Optional.empty();
    }

    private String source() {
        return dice.pick("Mission", "Mission", "Ukraine", "press");
    }

    /** Now and then one that does not exist, or not yet. */
    private String anyId() {
        return dice.chance(0.08)
                ? "r" + dice.between(1, 60)
                : dice.pick(records).id();
    }

    private Observation observation() {
        EventType event = dice.pick(dice.chance(0.06) || draft.events.isEmpty() ? agreement.events() : draft.events);
        if (dice.chance(0.02)) {
            event = Draft.event("unheard_of", new Attribute("by", ValueType.PARTY));
        }
        Time occurred = time();
        return observation(event, occurred, values(event), Optional.empty());
    }

    private Observation observation(
            EventType event, Time occurred, Map<String, Value> values, Optional<String> corrects) {
        return new Observation(
                id(),
                recorded(occurred.hi()),
                source(),
                corrects,
                event.name(),
                occurred,
                values,
                dice.chance(0.6) ? Basis.SEEN : dice.pick(Basis.values()),
                dice.chance(0.12) ? Optional.of(dice.pick("i1", "i2")) : Optional.empty(),
                author());
    }

    private Map<String, Value> values(EventType event) {
        Map<String, Value> values = new HashMap<>();
        for (Attribute attribute : event.attributes()) {
            if (dice.chance(0.88)) {
                boolean nobody = attribute.type() == ValueType.PARTY && dice.chance(0.15);
                values.put(attribute.name(), nobody ? Value.UNATTRIBUTED : parts.value(attribute.type()));
            }
        }
        return values;
    }

    private Attribution attribution() {
        long t = instant();
        return new Attribution(
                id(),
                recorded(t),
                source(),
                Optional.empty(),
                anyId(),
                dice.chance(0.15) ? Value.UNATTRIBUTED.name() : parts.actor(),
                "",
                "",
                author());
    }

    private Finding finding() {
        String body = agreement.bodies().isEmpty() || dice.chance(0.05)
                ? "Ukraine"
                : dice.pick(agreement.bodies()).name();
        String result =
                dice.pick(Finding.CONFIRMED, Finding.CONFIRMED, Finding.DISPUTED, Finding.DISPUTED, Finding.REFUTED);
        Optional<String> none = Optional.empty();
        List<String> terms = Stream.concat(
                        agreement.undefinedTerms().stream().map(u -> u.name()),
                        agreement.questions().stream().map(q -> q.name()))
                .toList();
        if (!terms.isEmpty() && dice.chance(0.3)) {
            String term = dice.pick(terms);
            boolean asked =
                    agreement.questions().stream().anyMatch(q -> q.name().equals(term));
            String answer = asked ? dice.pick("early", "late", "total", "each") : result;
            return finding(body, none, none, none, Optional.of(term), answer);
        }
        if (dice.chance(0.45)) {
            return finding(body, Optional.of(anyId()), none, none, none, result);
        }
        String clause = dice.pick(agreement.norms()).id();
        Optional<String> about = dice.chance(0.4) ? Optional.of(anyId()) : none;
        Optional<String> bearer =
                dice.chance(0.3) ? Optional.of(dice.chance(0.2) ? "nobody named" : parts.actor()) : none;
        return finding(body, about, Optional.of(clause), bearer, none, result);
    }

    private Finding finding(
            String body,
            Optional<String> about,
            Optional<String> clause,
            Optional<String> bearer,
            Optional<String> term,
            String result) {
        Time occurred = time();
        return new Finding(
                id(), recorded(occurred.hi()), body, Optional.empty(), occurred, about, clause, bearer, term, result);
    }

    private void motion(Body body) {
        long t = instant();
        String motion = dice.pick("m1", "m2");
        EventType type = Draft.BUILT_IN.getFirst();
        Map<String, Value> values =
                Map.of("of", new Value.Actor(body.name()), "id", new Value.Text(motion), "on", new Value.Text("a"));
        records.add(observation(type, dice.chance(0.8) ? Time.at(t) : time(), values, Optional.empty()));
        for (String member : body.members()) {
            for (int n = dice.weighted(2, 6, 1); n > 0; n--) {
                Map<String, Value> vote = Map.of(
                        "by", new Value.Actor(member),
                        "id", new Value.Text(motion),
                        "choice", new Value.Text(dice.pick("yes", "yes", "yes", "no", "abstain", "No", "perhaps")));
                long later = dice.chance(0.5) ? t + dice.pick(0, 1, (int) HOUR) : derived(t);
                records.add(observation(Draft.BUILT_IN.get(1), Time.at(later), vote, Optional.empty()));
            }
        }
    }

    // corrections

    /** Of any record that can be corrected, corrections included; its time or content changed; now and then of the wrong kind. */
    private Optional<Record> correction() {
        Record corrected = dice.pick(records);
        if (dice.chance(0.05)) {
            return Optional.of(observation(dice.pick(agreement.events()), time(), Map.of(), Optional.of(anyId())));
        }
        Optional<String> of = Optional.of(corrected.id());
        return switch (corrected) {
            case Observation o -> Optional.of(corrected(o, of));
            case Attribution a ->
                Optional.of(new Attribution(
                        id(),
                        later(a),
                        changer(a),
                        of,
                        dice.chance(0.8) ? a.about() : anyId(),
                        dice.chance(0.3) ? a.to() : parts.actor(),
                        "",
                        ""));
            case Finding f ->
                Optional.of(new Finding(
                        id(),
                        later(f),
                        dice.chance(0.85) ? f.speaker() : source(),
                        of,
                        dice.chance(0.7) ? f.occurred() : time(),
                        f.about(),
                        f.clause(),
                        f.bearer(),
                        f.term(),
                        dice.pick(f.result(), Finding.CONFIRMED, Finding.DISPUTED, Finding.REFUTED)));
            case Withdrawal _ -> Optional.empty();
        };
    }

    private Observation corrected(Observation o, Optional<String> of) {
        Optional<EventType> type = agreement.events().stream()
                .filter(e -> e.name().equals(o.event()))
                .findFirst();
        Map<String, Value> values = type.isPresent() && dice.chance(0.5) ? values(type.get()) : o.values();
        String event = dice.chance(0.05) ? dice.pick(agreement.events()).name() : o.event();
        return new Observation(
                id(),
                later(o),
                changer(o),
                of,
                event,
                dice.chance(0.6) ? time() : o.occurred(),
                event.equals(o.event()) ? values : Map.of(),
                o.basis(),
                dice.chance(0.9) ? o.incident() : Optional.of("i1"));
    }

    private long later(Record corrected) {
        return dice.chance(0.9) ? Math.max(corrected.recorded(), recorded(instant())) : recorded(instant());
    }
}
