package holdfast.report.daily;

import holdfast.engine.KnownFact;
import holdfast.engine.Record;
import holdfast.engine.words.DateWords;
import holdfast.report.daily.count.Recount;
import holdfast.report.daily.ladder.Known;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What became known of earlier days since the report before, and which of their counts are others by it. */
final class Corrections {
    private final LocalDate day;
    private final Known now;
    private final Known then;
    private final CalendarDays days;
    private final FactWords words;
    private final DateWords dates;

    Corrections(LocalDate day, Known now, Known then, CalendarDays days, FactWords words, DateWords dates) {
        this.day = day;
        this.now = now;
        this.then = then;
        this.days = days;
        this.words = words;
        this.dates = dates;
    }

    /** By the day of which they tell, the latest first. */
    List<Correction> records() {
        List<Correction> found = new ArrayList<>();
        for (Record record : now.records().values()) {
            if (record.recorded() > then.asOf()) {
                about(record)
                        .filter(about -> about.isBefore(day))
                        .ifPresent(about -> found.add(correction(record, about)));
            }
        }
        found.sort(Comparator.comparing(Correction::about)
                .reversed()
                .thenComparing(c -> c.record().id()));
        return found;
    }

    private Optional<LocalDate> about(Record record) {
        return now.subject(record).map(o -> {
            LocalDate told = days.end(o.occurred());
            LocalDate first = days.end(now.first(o).occurred());
            return first.isBefore(told) ? first : told;
        });
    }

    private Correction correction(Record record, LocalDate about) {
        boolean effect = now.setAside(record).isEmpty();
        return switch (record) {
            case Record.Observation o -> observation(o, about, effect);
            case Record.Withdrawal w ->
                new Correction(w, Correction.Kind.WITHDRAWN, about, w.withdraws() + subject(w), effect);
            case Record.Attribution a ->
                new Correction(a, Correction.Kind.ATTRIBUTED, about, a.about() + subject(a) + ": to " + a.to(), effect);
            case Record.Finding f ->
                new Correction(
                        f, Correction.Kind.FOUND, about, f.about().orElse("") + subject(f) + ": " + f.result(), effect);
        };
    }

    private Correction observation(Record.Observation o, LocalDate about, boolean effect) {
        String tells = words.of(o.event(), o.values()) + ", " + dates.time(o.occurred());
        if (o.corrects().isEmpty()) {
            return new Correction(o, Correction.Kind.TOLD, about, tells, effect);
        }
        String was = Optional.ofNullable(now.records().get(o.corrects().get()))
                .filter(Record.Observation.class::isInstance)
                .map(Record.Observation.class::cast)
                .map(w -> "; was " + words.of(w.event(), w.values()) + ", " + dates.time(w.occurred()))
                .orElse("");
        return new Correction(o, Correction.Kind.CORRECTED, about, o.corrects().get() + ": " + tells + was, effect);
    }

    private String subject(Record record) {
        return now.subject(record)
                .map(o -> " (" + words.of(o.event(), o.values()) + ", " + dates.time(o.occurred()) + ")")
                .orElse("");
    }

    /** Of all earlier days of which something else is known now: the latest first. */
    List<Recount> recounts(Counting counting) {
        List<Recount> found = new ArrayList<>();
        for (LocalDate earlier : changed()) {
            counting.compared(earlier, now.facts(), then.facts()).stream()
                    .filter(c -> !c.day().equals(c.before()))
                    .forEach(c -> found.add(new Recount(earlier, c)));
        }
        return found;
    }

    private Set<LocalDate> changed() {
        Set<KnownFact> before = new HashSet<>(then.facts());
        Set<KnownFact> after = new HashSet<>(now.facts());
        Set<LocalDate> changed = new TreeSet<>(Comparator.<LocalDate>reverseOrder());
        then.facts().stream().filter(f -> !after.contains(f)).forEach(f -> add(f, changed));
        now.facts().stream().filter(f -> !before.contains(f)).forEach(f -> add(f, changed));
        return changed;
    }

    private void add(KnownFact fact, Set<LocalDate> changed) {
        days.of(fact.time()).filter(d -> d.isBefore(day)).ifPresent(changed::add);
    }
}
