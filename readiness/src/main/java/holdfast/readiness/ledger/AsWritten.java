package holdfast.readiness.ledger;

import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Step.Stage;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a clause takes a record as it is written, and so counts otherwise than the ledger, or not at all. */
final class AsWritten {
    private final Agreement agreement;
    private final List<Entry> entries;
    private final Map<String, List<String>> otherwise;

    /** @param otherwise by event, the records that the ledger counts by another name or in another unit */
    AsWritten(Agreement agreement, List<Entry> entries, Map<String, List<String>> otherwise) {
        this.agreement = agreement;
        this.entries = entries;
        this.otherwise = otherwise;
    }

    /** A replay knows no list of items: a clause that adds up what is given takes what stands in the record. */
    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        otherwise.forEach((event, records) -> {
            List<String> clauses = agreement.norms().stream()
                    .filter(n -> Duties.amount(n)
                            .filter(Duty.Amount.Totalling.class::isInstance)
                            .isPresent())
                    .filter(n -> speaksOf(n, event))
                    .map(Norm::id)
                    .distinct()
                    .toList();
            if (!clauses.isEmpty()) {
                remarks.add(new Remark(
                        records,
                        "counted here by the list of items; for " + String.join(", ", clauses)
                                + " a replay takes name and quantity as they are written, so that its verdict can be"
                                + " another"));
            }
        });
        startNothing().forEach(remarks::add);
        return remarks;
    }

    /** A clause that begins with a promise and asks for something that a promise does not say, such as its day, starts nothing. */
    private List<Remark> startNothing() {
        List<Remark> remarks = new ArrayList<>();
        for (Norm norm : agreement.norms()) {
            if (!(norm.trigger().orElse(null) instanceof Trigger.OnEvent(Pattern starts, var ignored))) {
                continue;
            }
            for (Pattern.Argument asked : starts.arguments()) {
                List<Entry> silent = entries.stream()
                        .filter(e -> e.stage() == Stage.PLEDGED && e.event().equals(starts.event()))
                        .filter(e -> !e.values().containsKey(asked.attribute()))
                        .toList();
                if (!silent.isEmpty()) {
                    remarks.add(new Remark(
                            silent.stream().flatMap(e -> e.records().stream()).toList(),
                            asked.attribute(),
                            silent.size() + " of "
                                    + entries.stream()
                                            .filter(e -> e.event().equals(starts.event()))
                                            .count()
                                    + " records of `" + starts.event() + "` name no `" + asked.attribute()
                                    + "`: they start nothing in " + norm.id() + ", and a replay says nothing of them"));
                }
            }
        }
        return remarks;
    }

    private static boolean speaksOf(Norm norm, String event) {
        Optional<Pattern> starts = norm.trigger()
                .flatMap(t -> t instanceof Trigger.OnEvent on ? Optional.of(on.pattern()) : Optional.empty());
        return Stream.of(Duties.act(norm), starts)
                .flatMap(Optional::stream)
                .anyMatch(p -> p.event().equals(event));
    }
}
