package holdfast.report.history;

import holdfast.engine.Dissent;
import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.language.model.Agreement;
import holdfast.report.explain.CitedRecords;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.PowerUses;
import holdfast.report.standing.Unjudged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Picks the records that explanations quote, and those about them, out of all; it is shown each once, in any order. All
 * corrections are kept.
 */
public final class Quoted {
    private final Set<String> wanted;
    private final Set<String> powers;
    private final boolean findings;
    private final long asOf;
    private final List<Record> kept = new ArrayList<>();
    /** Whether they are kept is known once all of which they may speak have been seen. */
    private final List<Record> later = new ArrayList<>();

    /**
     * @param wanted the ids of the records that are quoted
     * @param asOf the moment of knowledge, milliseconds since 1970-01-01T00:00Z
     */
    public Quoted(Agreement agreement, Set<String> wanted, long asOf) {
        this.powers = PowerUses.events(agreement);
        this.findings = !agreement.bodies().isEmpty();
        this.asOf = asOf;
        this.wanted = new HashSet<>(wanted);
    }

    /**
     * What a report quotes.
     *
     * @param citations how many records one explanation quotes
     */
    public static Set<String> wanted(List<Verdict> verdicts, int citations, List<Unjudged.Line> unjudged) {
        Set<String> wanted = new HashSet<>();
        verdicts.forEach(v -> wanted.addAll(Explainer.cited(v, citations)));
        unjudged.forEach(u -> wanted.addAll(u.first()));
        return wanted;
    }

    /** Whether no record is quoted, so that none need be shown to it. */
    public boolean none() {
        return wanted.isEmpty() && !findings;
    }

    /** The ids of the records that are quoted. */
    Set<String> wanted() {
        return wanted;
    }

    /** The events of which every record may be quoted. */
    Set<String> powers() {
        return powers;
    }

    public void look(Record record) {
        if (record.recorded() > asOf) {
            return;
        }
        if (record instanceof Record.Observation) {
            keepIfWanted(record);
        } else {
            later.add(record);
        }
    }

    private void keepIfWanted(Record record) {
        if (isWanted(record)) {
            wanted.add(record.id());
            kept.add(record);
        }
    }

    private boolean isWanted(Record record) {
        if (wanted.contains(record.id()) || record.corrects().isPresent()) {
            return true;
        }
        return switch (record) {
            // By such acts a deadline is put off, or a duty waived.
            case Record.Observation o -> powers.contains(o.event());
            case Record.Attribution a -> wanted.contains(a.about());
            case Record.Finding f ->
                f.clause().isPresent()
                        || f.term().isPresent()
                        || f.about().map(wanted::contains).orElse(false);
            case Record.Withdrawal w -> true;
        };
    }

    public CitedRecords records(List<Dissent> dissent) {
        later.sort(Comparator.comparingLong(Record::recorded).thenComparing(Record::id));
        later.forEach(this::keepIfWanted);
        later.clear();
        return new CitedRecords(kept, asOf, dissent);
    }
}
