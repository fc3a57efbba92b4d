package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Pen;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Stakes;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Norm;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Triggers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** F17: something must be done, or must not be, and nobody is named. */
record NoBearer(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Map<String, Norm> due = new LinkedHashMap<>();
        Map<String, Norm> minor = new LinkedHashMap<>();
        Map<String, Norm> open = new LinkedHashMap<>();
        Stakes stakes = new Stakes(subject);
        for (Norm norm : subject.agreement().norms()) {
            if (norm.bearer() instanceof Bearer.NobodyNamed && Duties.obliges(norm)) {
                Map<String, Norm> among = Duties.hasDay(norm)
                        ? (stakes.isMain(norm) ? due : minor)
                        : (Duties.demandsAct(norm) && isTheOnlyAnswer(subject, norm) ? due : open);
                among.putIfAbsent(norm.id(), norm);
            }
        }
        if (areMany(subject, due.size() + minor.size() + open.size())) {
            due.putAll(minor);
            minor.clear();
        }
        return Check.found(weighty(subject, due), light(subject, minor), withoutADay(subject, open));
    }

    private Optional<Finding> weighty(Subject subject, Map<String, Norm> due) {
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.fires(
                        code,
                        List.copyOf(due.keySet()),
                        due.values().stream().allMatch(Duties::hasDay)
                                ? "there is a day by which, and nobody is named who must: when it passes, the breach is nobody's"
                                : "what should follow is to be done by nobody who is named: it can come, and nobody breaks anything if it does not",
                        story(subject, due)));
    }

    private Optional<Finding> light(Subject subject, Map<String, Norm> minor) {
        return minor.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.copyOf(minor.keySet()),
                        "there is a day by which, and nobody is named who must, though nothing else in the text hangs on it",
                        story(subject, minor)));
    }

    private Optional<Finding> withoutADay(Subject subject, Map<String, Norm> open) {
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.copyOf(open.keySet()),
                        "nobody is named whose duty it is: whatever happens, there is nobody who broke it",
                        story(subject, open)));
    }

    /** Three or more, and a quarter of all that is to be done: then no single clause has to carry the weight. */
    private static boolean areMany(Subject subject, int nobodys) {
        long duties = subject.agreement().norms().stream()
                .filter(Duties::demandsAct)
                .map(Norm::id)
                .distinct()
                .count();
        return nobodys >= 3 && 4L * nobodys >= duties;
    }

    /** It answers a breach with more than talk, and no clause that names somebody answers any breach so. */
    private static boolean isTheOnlyAnswer(Subject subject, Norm norm) {
        ClauseKinds kinds = subject.kinds();
        return Triggers.followsABreach(norm)
                && kinds.demandsMoreThanTalk(norm)
                && subject.agreement().norms().stream()
                        .noneMatch(n -> kinds.demandsMoreThanTalk(n) && !(n.bearer() instanceof Bearer.NobodyNamed));
    }

    private static Optional<Story> story(Subject subject, Map<String, Norm> norms) {
        return norms.values().stream()
                .filter(Duties::demandsAct)
                .flatMap(n ->
                        subject
                                .stories()
                                .leftUndone(n, n.id() + " a year later, and nobody whose breach it is", 365)
                                .stream())
                .filter(s -> !s.claims().isEmpty())
                .findFirst();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        List<Proposal> proposals = new ArrayList<>();
        for (String set : List.of("guarantor", "party")) {
            List<String> members = agreement.members(set).orElse(List.of());
            Pen pen = new Pen(agreement);
            for (Norm norm : pen.norms(finding.clauses())) {
                boolean answer = subject.kinds().isAnswer(norm);
                boolean fits = set.equals("party") || answer;
                if (norm.bearer() instanceof Bearer.NobodyNamed && fits && !members.isEmpty()) {
                    pen.rewrite(norm, norm.withBearer(new Bearer.EachOf("_P", set, members)));
                }
            }
            pen.settle("`each " + set + "`: whether all, or one who answers for all");
            proposals.addAll(pen.proposal());
        }
        return proposals;
    }
}
