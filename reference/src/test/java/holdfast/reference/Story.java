package holdfast.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Record.Attribution;
import holdfast.engine.Record.Finding;
import holdfast.engine.Record.Observation;
import holdfast.engine.Record.Withdrawal;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Value;
import holdfast.reference.random.CaseText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small agreement, what happened, and what the reference evaluator and the monitor say about it. Times are local: "2015-02-10 10:00", "2015-02-10". */
final class Story {
    private final Agreement agreement;
    private final List<Record> records = new ArrayList<>();

    private Story(Agreement agreement) {
        this.agreement = agreement;
    }

    /** An agreement of Ukraine and Russia, with the guarantor France, under which days are counted without the first. */
    static Story under(String statements) {
        String text = """
                # A story

                ```holdfast
                agreement "A story"
                time zone Europe/Kyiv
                days count excluding the first day
                party Ukraine, Russia
                guarantor France
                actor Militia
                body Commission of Ukraine, Russia, France, decides by majority
                event attack(by: party, on: party, killed: number), warn(by: party, about: breach)
                event signed, ended
                %s
                ```
                """.formatted(statements);
        var outcome = AgreementReader.read("story.md", text.getBytes(UTF_8), name -> Optional.empty());
        return new Story(
                outcome.agreement().orElseThrow(() -> new AssertionError("refused: " + outcome.diagnostics())));
    }

    // what became known

    /** An observation; known when it had happened. Values as "by Russia, killed 2". */
    Story happened(String id, String when, String event, String values) {
        return happened(
                id,
                when,
                event,
                values,
                Basis.SEEN,
                Optional.empty(),
                time(when).hi());
    }

    Story happened(String id, String when, String event) {
        return happened(id, when, event, "");
    }

    Story happenedKnown(String id, String when, String event, String values, String known) {
        return happened(
                id,
                when,
                event,
                values,
                Basis.SEEN,
                Optional.empty(),
                time(known).hi());
    }

    Story happenedAs(String id, String when, String event, String values, Basis basis) {
        return happened(
                id, when, event, values, basis, Optional.empty(), time(when).hi());
    }

    Story happenedIn(String incident, String id, String when, String event, String values) {
        return happened(
                id,
                when,
                event,
                values,
                Basis.SEEN,
                Optional.of(incident),
                time(when).hi());
    }

    private Story happened(
            String id, String when, String event, String values, Basis basis, Optional<String> incident, long known) {
        records.add(new Observation(
                id, known, "mission", Optional.empty(), event, time(when), values(event, values), basis, incident));
        return this;
    }

    Story corrected(String id, String corrects, String when, String event, String values, String known) {
        records.add(new Observation(
                id,
                time(known).hi(),
                "mission",
                Optional.of(corrects),
                event,
                time(when),
                values(event, values),
                Basis.SEEN,
                Optional.empty()));
        return this;
    }

    /** By whoever recorded it. */
    Story withdrawn(String id, String what, String known) {
        String source = records.stream()
                .filter(r -> r.id().equals(what))
                .map(Record::source)
                .findFirst()
                .orElse("mission");
        records.add(new Withdrawal(id, time(known).hi(), source, what));
        return this;
    }

    Story attributed(String id, String about, String to, String by, String known) {
        records.add(new Attribution(id, time(known).hi(), by, Optional.empty(), about, to, "", ""));
        return this;
    }

    /** About a record. */
    Story found(String id, String about, String result, String known) {
        return found(id, Optional.of(about), Optional.empty(), Optional.empty(), result, known);
    }

    /** About the breach of a clause. */
    Story foundFor(String id, String clause, String result, String known) {
        return found(id, Optional.empty(), Optional.of(clause), Optional.empty(), result, known);
    }

    /** About a term or question. */
    Story ruled(String id, String term, String result, String known) {
        return found(id, Optional.empty(), Optional.empty(), Optional.of(term), result, known);
    }

    /** About the breach of a clause that rests on a record. */
    Story foundFor(String id, String clause, String about, String result, String known) {
        return found(id, Optional.of(about), Optional.of(clause), Optional.empty(), result, known);
    }

    private Story found(
            String id,
            Optional<String> about,
            Optional<String> clause,
            Optional<String> term,
            String result,
            String known) {
        Time at = time(known);
        records.add(new Finding(
                id, at.hi(), "Commission", Optional.empty(), at, about, clause, Optional.empty(), term, result));
        return this;
    }

    // what is said about it

    /** All verdicts on a clause, at a moment of both knowledge and time. */
    Story says(String now, String clause, String... verdicts) {
        return saysAsKnown(now, now, clause, verdicts);
    }

    /** All verdicts on a clause at one moment, on what was known at another. */
    Story saysAsKnown(String asOf, String now, String clause, String... verdicts) {
        Set<Verdict> all = Reference.verdicts(
                agreement, records, time(asOf).hi(), time(now).lo());
        List<String> found = all.stream()
                .filter(v -> v.clause().equals(clause))
                .map(v -> CaseText.of(agreement.zone(), v).substring(clause.length() + 1))
                .toList();
        assertThat(found).as("%s at %s", clause, now).containsExactlyInAnyOrder(verdicts);
        List<Record> known = records.stream()
                .filter(r -> r.recorded() <= time(asOf).hi())
                .sorted(Comparator.comparingLong(Record::recorded))
                .toList();
        monitorSaysTheSame(known, time(now).lo(), all);
        monitorSaysTheSame(known.reversed(), time(now).lo(), all);
        for (List<Record> order : orders(known)) {
            liveMonitorSaysTheSame(order, time(now).lo(), all);
        }
        return this;
    }

    /**
     * Reference and monitor say the same of every clause at each of these moments: told in any order, watching, and while one record after the other is taken back.
     */
    Story isTheSameForBothAt(String... moments) {
        for (String moment : moments) {
            long now = time(moment).lo();
            List<Record> known = records.stream()
                    .filter(r -> r.recorded() <= now)
                    .sorted(Comparator.comparingLong(Record::recorded))
                    .toList();
            Set<Verdict> all = Reference.verdicts(agreement, records, now, now);
            monitorSaysTheSame(known, now, all);
            monitorSaysTheSame(known.reversed(), now, all);
            for (List<Record> order : orders(known)) {
                liveMonitorSaysTheSame(order, now, all);
            }
            staysTheSameWhileTakenBack(known, now);
        }
        return this;
    }

    private void staysTheSameWhileTakenBack(List<Record> known, long now) {
        WatchedMonitor monitor = new WatchedMonitor(agreement);
        monitor.advanceTo(now);
        List<Record> told = new ArrayList<>();
        List<Record> coming = new ArrayList<>(known);
        coming.addAll(TakenBack.each(known));
        for (Record record : coming) {
            told.add(record);
            monitor.accept(record);
            assertThat(monitor.verdicts(now))
                    .as("told up to %s", record.id())
                    .containsExactlyInAnyOrderElementsOf(Reference.verdicts(agreement, told, Long.MAX_VALUE, now));
        }
    }

    /** Every order of few records; of many, two. */
    private static List<List<Record>> orders(List<Record> records) {
        if (records.size() > 4) {
            return List.of(records, records.reversed());
        }
        List<List<Record>> orders = new ArrayList<>(List.of(List.of()));
        for (Record record : records) {
            List<List<Record>> longer = new ArrayList<>();
            for (List<Record> order : orders) {
                for (int i = 0; i <= order.size(); i++) {
                    List<Record> one = new ArrayList<>(order);
                    one.add(i, record);
                    longer.add(one);
                }
            }
            orders = longer;
        }
        return orders;
    }

    /** What a live watch does: the moment has come, and the records arrive in any order. */
    private void liveMonitorSaysTheSame(List<Record> inOrder, long now, Set<Verdict> expected) {
        Monitor monitor = new Monitor(agreement);
        monitor.advanceTo(now);
        monitor.verdicts();
        for (Record record : inOrder) {
            monitor.accept(record);
            monitor.verdicts();
        }
        assertThat(monitor.verdicts())
                .as(
                        "the monitor, watching, told in the order %s",
                        inOrder.stream().map(Record::id).toList())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** It is asked after each record, so that it has to mend what it said before. */
    private void monitorSaysTheSame(List<Record> inOrder, long now, Set<Verdict> expected) {
        Monitor monitor = new Monitor(agreement);
        for (Record record : inOrder) {
            monitor.advanceTo(Math.min(record.recorded(), now));
            monitor.accept(record);
            monitor.verdicts();
        }
        monitor.advanceTo(now);
        assertThat(monitor.verdicts())
                .as(
                        "the monitor, told in the order %s",
                        inOrder.stream().map(Record::id).toList())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    // how it is written

    private Time time(String text) {
        String[] ends = text.split(" to ");
        return ends.length == 2
                ? new Time(time(ends[0]).lo(), time(ends[1]).hi())
                : text.length() == 10 ? day(LocalDate.parse(text)) : Time.at(instant(text));
    }

    private Time day(LocalDate date) {
        Calendar calendar = new Calendar(agreement.zone());
        return new Time(calendar.start(date), calendar.end(date));
    }

    private long instant(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'))
                .atZone(agreement.zone())
                .toInstant()
                .toEpochMilli();
    }

    private Map<String, Value> values(String event, String text) {
        Map<String, Value> values = new HashMap<>();
        EventType type = agreement.eventTypes().get(event);
        for (String one : text.isEmpty() ? new String[0] : text.split(", ")) {
            String[] words = one.split(" ", 2);
            values.put(words[0], value(type.attribute(words[0]).orElseThrow(), words[1]));
        }
        return values;
    }

    private static Value value(Attribute attribute, String text) {
        return switch (attribute.type()) {
            case PARTY -> new Value.Actor(text);
            case NUMBER -> new Value.Number(new BigDecimal(text));
            case TEXT -> new Value.Text(text);
            case DATE -> new Value.Day(LocalDate.parse(text));
            case BREACH -> new Value.Reference(text);
            case PLACE -> new Value.NamedPlace(text);
            case ZONE -> new Value.ZoneName(text);
        };
    }
}
