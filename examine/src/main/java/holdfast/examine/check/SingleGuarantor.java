package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F11: one guarantor leaves, and it falls. */
record SingleGuarantor(Code code) implements Check {
    @Override
    public boolean asksWhoGuarantees() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        Measures measures = new Measures(subject);
        Optional<String> none = measures.whyNone();
        List<Norm> promised = promised(subject, measures);
        if (none.isPresent() && promised.isEmpty()) {
            return Check.notApplicable(none.get());
        }
        Set<String> alone = new LinkedHashSet<>();
        promised.forEach(n -> Roles.bearers(n).forEach(b -> b.ifPresent(alone::add)));
        boolean answered = Outlook.all(subject).stream().anyMatch(o -> o.sometimes(r -> o.isFirm(o.must(r))))
                || (Outlook.all(subject).stream().anyMatch(o -> o.sometimes(r -> o.isFirm(o.could(r))))
                        && canComeFromAnother(measures, alone));
        if (alone.size() == 1 && !answered && !subject.someAreNotFound()) {
            List<String> clauses = promised.stream().map(Norm::id).distinct().toList();
            return new Result.Found(List.of(Finding.fires(
                    code,
                    clauses,
                    "all that stands behind the text is what "
                            + alone.iterator().next() + " alone does under " + Names.list(clauses)
                            + ": without it, nothing is left",
                    subject.stories()
                            .leftUndone(promised, "it does not come, or leaves, and nobody else has to step in"))));
        }
        Set<String> whole = new LinkedHashSet<>();
        Set<String> wholeClauses = new LinkedHashSet<>();
        Optional<Story> wholeStory = Optional.empty();
        Set<String> part = new LinkedHashSet<>();
        Set<String> partClauses = new LinkedHashSet<>();
        Optional<Story> partStory = Optional.empty();
        for (Outlook outlook : Outlook.primary(subject)) {
            List<Reading> firm = outlook.readings().stream()
                    .filter(r -> outlook.isFirm(outlook.must(r)))
                    .toList();
            Map<String, Set<Reading>> nothingLeft = new LinkedHashMap<>();
            Map<String, Guarantee> lost = new LinkedHashMap<>();
            for (Reading reading : firm) {
                for (Guarantee row : outlook.rows()) {
                    if (!row.reading().isPartOf(reading) || !outlook.isFirm(row.measure())) {
                        continue;
                    }
                    for (List<String> set : row.emptiedBy()) {
                        if (set.size() != 1) {
                            continue;
                        }
                        lost.putIfAbsent(set.getFirst(), row);
                        if (!Remaining.without(subject, outlook, reading, row, set, measures)) {
                            nothingLeft
                                    .computeIfAbsent(set.getFirst(), g -> new HashSet<>())
                                    .add(reading);
                        }
                    }
                }
            }
            for (Map.Entry<String, Guarantee> one : lost.entrySet()) {
                Optional<Story> story =
                        Outlook.without(subject, outlook.prohibition(), outlook.violator(), List.of(one.getKey()));
                if (nothingLeft.getOrDefault(one.getKey(), Set.of()).size() == firm.size()) {
                    whole.add(one.getKey());
                    wholeClauses.addAll(one.getValue().clauses());
                    wholeStory = wholeStory.or(() -> story);
                } else {
                    part.add(one.getKey());
                    partClauses.addAll(one.getValue().clauses());
                    partStory = partStory.or(() -> story);
                }
            }
        }
        for (Norm norm : measures.effective()) {
            Set<String> givers = measures.givers(norm);
            if (givers.size() == 1 && measures.guarantors().containsAll(givers) && !wholeClauses.contains(norm.id())) {
                part.addAll(givers);
                partClauses.add(norm.id());
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!whole.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    List.copyOf(wholeClauses),
                    "if " + Names.list(whole) + " alone " + (whole.size() == 1 ? "does" : "do")
                            + " not do what " + Names.list(wholeClauses)
                            + " asks, nothing firmer than talk must follow",
                    wholeStory));
        }
        if (!part.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(partClauses),
                    "what " + Names.list(partClauses) + " asks hangs on " + Names.list(part)
                            + " alone; without it, less must follow",
                    partStory));
        }
        return new Result.Found(findings);
    }

    /** Whether a measure that may be given, or must, is in the hands of anybody but these. What one guarantor alone is free to do is no second leg. */
    private static boolean canComeFromAnother(Measures measures, Set<String> alone) {
        return measures.effective().stream()
                .anyMatch(n -> Roles.bearers(n).isEmpty()
                        || Roles.bearers(n).stream().anyMatch(b -> b.isEmpty() || !alone.contains(b.get())));
    }

    /** What guarantors promise: a force, a watch, support; that they stay; and answers that no history shows to be owed. */
    private static List<Norm> promised(Subject subject, Measures measures) {
        List<String> guarantors = measures.guarantors();
        return subject.agreement().norms().stream()
                .filter(n -> !(n.duty() instanceof Duty.May) && !(n.duty() instanceof Duty.Power))
                .filter(n -> {
                    List<String> bearers =
                            Roles.bearers(n).stream().flatMap(Optional::stream).toList();
                    return !bearers.isEmpty() && guarantors.containsAll(bearers);
                })
                .toList();
    }
}
