package holdfast.report.explain;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.model.Trigger;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What keeps a verdict undetermined: reports that are too coarse, contested acts, terms that nobody defined. */
final class OpenPoints {
    private final Agreement agreement;
    private final CitedRecords records;
    private final DateWords dates;

    OpenPoints(Agreement agreement, CitedRecords records, DateWords dates) {
        this.agreement = agreement;
        this.records = records;
        this.dates = dates;
    }

    List<OpenPoint> found(Norm norm, Verdict verdict, List<String> cited) {
        List<OpenPoint> found = new ArrayList<>();
        Set<Basis> evidence = evidence(norm);
        Set<String> acts = acts(norm);
        for (String id : cited) {
            records.current(id).ifPresent(o -> {
                if (acts.contains(o.event()) && !evidence.isEmpty() && !evidence.contains(o.basis())) {
                    found.add(weak(id, o, evidence));
                } else if (!o.occurred().precise() && decides(o, verdict)) {
                    found.add(coarse(id, o));
                }
            });
            records.findings(norm.id(), List.of(id)).stream()
                    .filter(f -> f.result().equals(Record.Finding.DISPUTED))
                    .forEach(f -> found.add(
                            new OpenPoint("disputed", f.source() + " found " + id + " disputed (" + f.id() + ")")));
        }
        new UsedNames(agreement)
                .norm(norm).undefined().stream().filter(this::open).forEach(t -> found.add(undefined(t)));
        if (found.isEmpty()) {
            cited.forEach(id ->
                    records.current(id).filter(o -> !o.occurred().precise()).ifPresent(o -> found.add(coarse(id, o))));
        }
        if (found.isEmpty()) {
            found.add(unsettled(norm));
        }
        return found;
    }

    /** Nothing on record is in doubt by itself: then what sets the clause off is. */
    private OpenPoint unsettled(Norm norm) {
        return switch (norm.trigger().orElse(null)) {
            case Trigger.OnBreach on -> unsettled(on.of());
            case Trigger.Continues on -> unsettled(on.breach().of());
            case Trigger.GrowsInto on -> unsettled(on.breach().of());
            case null, default ->
                new OpenPoint(
                        "what it rests on is not decided itself",
                        "whether the clause applied, or whether the act counts, is not settled by the records known");
        };
    }

    private static OpenPoint unsettled(ClauseRef of) {
        return new OpenPoint(
                "the breach that it answers is not decided itself",
                "whether there was such a breach of " + of + " as it answers is not decided by the records themselves");
    }

    /** Evidence is asked for of the act, and not of what sets the clause off or starts its deadline (semantics, section 9). */
    private Set<String> acts(Norm norm) {
        Set<String> events = new HashSet<>();
        Duties.act(norm).ifPresent(act -> {
            events.add(act.event());
            new Walk(agreement).from(act).patterns().forEach(p -> events.add(p.event()));
        });
        return events;
    }

    /** Whether it matters that the time is not known more closely: it may lie on either side of the deadline. */
    private static boolean decides(Record.Observation o, Verdict verdict) {
        return verdict.due()
                .map(due -> o.occurred().lo() <= due.hi() && o.occurred().hi() >= due.lo())
                .orElse(true);
    }

    private Set<Basis> evidence(Norm norm) {
        Set<Basis> kinds = new TreeSet<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.Evidence e && e.of().covers(norm.id())) {
                kinds.addAll(e.kinds());
            }
        }
        return kinds;
    }

    private static OpenPoint weak(String id, Record.Observation o, Set<Basis> evidence) {
        List<String> kinds = evidence.stream().map(RecordWords::basis).toList();
        String only = "only " + RecordWords.basis(o.basis());
        return new OpenPoint(
                only,
                id + " is " + only + ", and the agreement takes as evidence what is " + String.join(" or ", kinds));
    }

    private OpenPoint coarse(String id, Record.Observation o) {
        return new OpenPoint(
                "time known only roughly", id + " is known no more closely than " + dates.time(o.occurred()));
    }

    private boolean open(String term) {
        List<Record.Finding> rulings = records.rulings(term);
        return rulings.isEmpty() || rulings.getLast().result().equals(Record.Finding.DISPUTED);
    }

    private OpenPoint undefined(String term) {
        String text = agreement.undefinedTerms().stream()
                .filter(u -> u.name().equals(term) && !u.text().isEmpty())
                .map(UndefinedTerm::text)
                .findFirst()
                .map(t -> " (\"" + t + "\")")
                .orElse("");
        Optional<String> body = agreement.rules().stream()
                .filter(r -> r instanceof Rule.RulesOn on && on.name().equals(term))
                .map(r -> ((Rule.RulesOn) r).body())
                .findFirst();
        return new OpenPoint(
                "a term that the text does not define",
                "the text does not define " + term + text
                        + body.map(b -> ", and " + b + " has not ruled on it")
                                .orElse(", and names nobody who rules on it"));
    }
}
