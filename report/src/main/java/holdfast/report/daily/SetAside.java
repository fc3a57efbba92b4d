package holdfast.report.daily;

import holdfast.engine.Dissent;
import holdfast.engine.KnownFact;
import holdfast.engine.Record;
import holdfast.engine.words.DateWords;
import holdfast.report.daily.ladder.Known;
import holdfast.report.explain.DissentWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record that tells of the day and is not counted, or that would change one and may not.
 *
 * @param said what it tells, in words; empty where the reason says it
 */
public record SetAside(String record, String said, String reason) {

    /** All of a day, in the order of their ids. */
    static List<SetAside> of(LocalDate day, Known known, CalendarDays days, FactWords words, DateWords dates) {
        Set<String> counted = new HashSet<>();
        List<SetAside> found = new ArrayList<>();
        for (KnownFact fact : known.facts()) {
            counted.addAll(fact.records());
            if (days.of(fact.time()).isEmpty() && days.touches(fact.time(), day)) {
                found.add(new SetAside(
                        String.join(", ", fact.records()),
                        words.of(fact.event(), fact.values()),
                        "its time is longer than a day, " + dates.time(fact.time())
                                + ": it cannot be counted on any one day"));
            }
        }
        for (Record record : known.records().values()) {
            if (record instanceof Record.Observation o
                    && o.corrects().isEmpty()
                    && !counted.contains(o.id())
                    && days.touches(o.occurred(), day)) {
                found.add(new SetAside(o.id(), words.of(o.event(), o.values()), reason(o, known, dates)));
            }
        }
        for (Dissent dissent : known.dissent()) {
            if (known.subject(dissent.about())
                    .filter(o -> days.touches(o.occurred(), day))
                    .isPresent()) {
                found.add(new SetAside(
                        dissent.record().id(),
                        "",
                        DissentWords.withoutId(dissent)
                                + ": only its own author may change a record, or whom the text names"));
            }
        }
        return found;
    }

    /** Why an observation is no fact. */
    private static String reason(Record.Observation about, Known known, DateWords dates) {
        return known.records().values().stream()
                .filter(r -> concerns(r, about, known))
                .filter(r -> known.setAside(r).isEmpty())
                .map(r -> switch (r) {
                    case Record.Withdrawal w ->
                        Optional.of("taken back by " + w.speaker() + " (" + w.id() + "), known "
                                + dates.moment(w.recorded()));
                    case Record.Finding f
                    when f.result().equals(Record.Finding.REFUTED) ->
                        Optional.of("found to be wrong by " + f.speaker() + " (" + f.id() + "), known "
                                + dates.moment(f.recorded()));
                    case Record.Finding ignored -> Optional.<String>empty();
                    case Record.Observation ignored -> Optional.<String>empty();
                    case Record.Attribution ignored -> Optional.<String>empty();
                })
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("it does not count by what became known of it later");
    }

    private static boolean concerns(Record record, Record.Observation about, Known known) {
        return !(record instanceof Record.Observation)
                && known.subject(record)
                        .map(known::first)
                        .filter(o -> o.id().equals(about.id()))
                        .isPresent();
    }
}
