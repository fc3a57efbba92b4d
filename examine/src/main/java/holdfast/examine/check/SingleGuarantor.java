package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Shared;
import holdfast.examine.subject.Measures;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Remaining;
import holdfast.examine.subject.Subject;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
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
        return allHangsOnOne(subject, measures, promised)
                .<Result>map(f -> new Result.Found(List.of(f)))
                .orElseGet(() -> answersHangOnOne(subject, measures));
    }

    /** Of all that is promised, nothing is left without one guarantor. */
    private Optional<Finding> allHangsOnOne(Subject subject, Measures measures, List<Norm> promised) {
        Set<String> alone = new LinkedHashSet<>();
        promised.forEach(n -> Roles.bearers(n).forEach(b -> b.ifPresent(alone::add)));
        boolean answered = Outlook.all(subject).stream().anyMatch(o -> o.sometimes(r -> o.isFirm(o.must(r))))
                || (Outlook.all(subject).stream().anyMatch(o -> o.sometimes(r -> o.isFirm(o.could(r))))
                        && canComeFromAnother(measures, alone));
        if (alone.size() != 1 || answered || subject.someAreNotFound()) {
            return Optional.empty();
        }
        List<String> clauses = promised.stream().map(Norm::id).distinct().toList();
        return Optional.of(Finding.fires(
                code,
                clauses,
                "all that stands behind the text is what "
                        + alone.iterator().next() + " alone does under " + Names.list(clauses)
                        + ": without it, nothing is left",
                subject.stories().leftUndone(promised, "it does not come, or leaves, and nobody else has to step in")));
    }

    /** Of what must follow a breach, nothing is left without one guarantor, or less. */
    private Result answersHangOnOne(Subject subject, Measures measures) {
        Held whole = new Held();
        Held part = new Held();
        for (Outlook outlook : Outlook.primary(subject)) {
            new OneLeaving(subject, measures, outlook).sort(whole, part);
        }
        for (Norm norm : measures.effective()) {
            Set<String> givers = measures.givers(norm);
            if (givers.size() == 1 && measures.guarantors().containsAll(givers) && !whole.clauses.contains(norm.id())) {
                part.guarantors.addAll(givers);
                part.clauses.add(norm.id());
            }
        }
        return Check.found(nothingIsLeft(whole), lessIsLeft(part));
    }

    private Optional<Finding> nothingIsLeft(Held whole) {
        return whole.guarantors.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.fires(
                        code,
                        List.copyOf(whole.clauses),
                        "if " + Names.list(whole.guarantors) + " alone "
                                + (whole.guarantors.size() == 1 ? "does" : "do")
                                + " not do what " + Names.list(whole.clauses)
                                + " asks, nothing firmer than talk must follow",
                        whole.story));
    }

    private Optional<Finding> lessIsLeft(Held part) {
        return part.guarantors.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.copyOf(part.clauses),
                        "what " + Names.list(part.clauses) + " asks hangs on " + Names.list(part.guarantors)
                                + " alone; without it, less must follow",
                        part.story));
    }

    /** The guarantors on whom something hangs, under which clauses, and a history in which the first leaves. */
    private static final class Held {
        private final Set<String> guarantors = new LinkedHashSet<>();
        private final Set<String> clauses = new LinkedHashSet<>();
        private Optional<Story> story = Optional.empty();

        void add(String guarantor, List<String> under, Optional<Story> leaving) {
            guarantors.add(guarantor);
            clauses.addAll(under);
            story = story.or(() -> leaving);
        }
    }

    /** What becomes of one violation's answers when one guarantor leaves. */
    private record OneLeaving(Subject subject, Measures measures, Outlook outlook) {
        /** @param whole those without whom, whatever the reading, nothing firmer than talk must follow */
        void sort(Held whole, Held part) {
            List<Reading> firm = outlook.readings().stream()
                    .filter(r -> outlook.isFirm(outlook.must(r)))
                    .toList();
            Map<String, Guarantee> lost = new LinkedHashMap<>();
            Map<String, Set<Reading>> nothingLeft = new LinkedHashMap<>();
            for (Reading reading : firm) {
                for (Guarantee row : outlook.rows()) {
                    if (row.reading().isPartOf(reading) && outlook.isFirm(row.measure())) {
                        under(reading, row, lost, nothingLeft);
                    }
                }
            }
            lost.forEach((guarantor, row) -> {
                boolean all = nothingLeft.getOrDefault(guarantor, Set.of()).size() == firm.size();
                (all ? whole : part)
                        .add(
                                guarantor,
                                row.clauses(),
                                Outlook.without(
                                        subject, outlook.prohibition(), outlook.violator(), List.of(guarantor)));
            });
        }

        private void under(
                Reading reading, Guarantee row, Map<String, Guarantee> lost, Map<String, Set<Reading>> nothingLeft) {
            for (List<String> set : row.emptiedBy()) {
                if (set.size() == 1) {
                    lost.putIfAbsent(set.getFirst(), row);
                    if (!Remaining.without(subject, outlook, reading, row, set, measures)) {
                        nothingLeft
                                .computeIfAbsent(set.getFirst(), g -> new HashSet<>())
                                .add(reading);
                    }
                }
            }
        }
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
                .filter(Duties::obliges)
                .filter(n -> {
                    List<String> bearers =
                            Roles.bearers(n).stream().flatMap(Optional::stream).toList();
                    return !bearers.isEmpty() && guarantors.containsAll(bearers);
                })
                .toList();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        return Shared.bySeveral(subject, new Pen(subject.agreement()).norms(finding.clauses()));
    }
}
