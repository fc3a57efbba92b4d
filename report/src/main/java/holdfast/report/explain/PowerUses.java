package holdfast.report.explain;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.words.DateWords;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The acts by which powers over a clause were used: which records an explanation of its deadline should name. */
public final class PowerUses {
    private final Agreement agreement;
    private final CitedRecords records;
    private final DateWords dates;

    PowerUses(Agreement agreement, CitedRecords records, DateWords dates) {
        this.agreement = agreement;
        this.records = records;
        this.dates = dates;
    }

    /** The declared events on which the extensions and waivers of an agreement rest. */
    public static Set<String> events(Agreement agreement) {
        Set<String> events = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            Duties.power(norm)
                    .filter(p -> p.effect() == Duty.Effect.EXTEND || p.effect() == Duty.Effect.EXCUSE)
                    .ifPresent(p -> events.addAll(
                            new UsedNames(agreement).pattern(p.with()).events()));
        }
        return events;
    }

    /** Whether somebody may extend the clause's deadlines. */
    boolean isExtendable(Norm norm) {
        return !Duties.powers(agreement, Duty.Effect.EXTEND, norm.id()).isEmpty();
    }

    /** The records of acts by which the deadline was put off to this day, by time. A day names it if the deadline is that day's end. */
    List<Record.Observation> extensionsTo(Norm norm, Time due) {
        return acts(norm, Duty.Effect.EXTEND).stream()
                .filter(o -> o.values().values().stream()
                        .anyMatch(v -> v instanceof Value.Day(var day) && day.equals(dates.dateOf(due.hi()))))
                .toList();
    }

    /** The records of acts by which somebody waived what the clause asks for, by time. */
    List<Record.Observation> waivers(Norm norm) {
        return acts(norm, Duty.Effect.EXCUSE);
    }

    private List<Record.Observation> acts(Norm norm, Duty.Effect effect) {
        Set<String> events = new LinkedHashSet<>();
        Duties.powers(agreement, effect, norm.id())
                .forEach(p ->
                        events.addAll(new UsedNames(agreement).pattern(p.with()).events()));
        if (events.isEmpty()) {
            return List.of();
        }
        return records.observations().stream()
                .filter(o -> events.contains(o.event()))
                .toList();
    }
}
