package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.language.model.Bearer;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
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
            if (norm.bearer() instanceof Bearer.NobodyNamed) {
                boolean main = stakes.isMain(norm);
                switch (norm.duty()) {
                    case Duty.Achieve d -> {
                        boolean weighs = d.due().isPresent() ? main : isTheOnlyAnswer(subject, norm);
                        (weighs ? due : d.due().isPresent() ? minor : open).putIfAbsent(norm.id(), norm);
                    }
                    case Duty.Recur ignored -> (main ? due : minor).putIfAbsent(norm.id(), norm);
                    case Duty.Refrain ignored -> open.putIfAbsent(norm.id(), norm);
                    case Duty.Keep ignored -> open.putIfAbsent(norm.id(), norm);
                    case Duty.May ignored -> {}
                    case Duty.Power ignored -> {}
                }
            }
        }
        if (areMany(subject, due.size() + minor.size() + open.size())) {
            due.putAll(minor);
            minor.clear();
        }
        List<Finding> findings = new ArrayList<>();
        if (!due.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    List.copyOf(due.keySet()),
                    due.values().stream().allMatch(NoBearer::hasDay)
                            ? "there is a day by which, and nobody is named who must: when it passes, the breach is nobody's"
                            : "what should follow is to be done by nobody who is named: it can come, and nobody breaks anything if it does not",
                    story(subject, due)));
        }
        if (!minor.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(minor.keySet()),
                    "there is a day by which, and nobody is named who must, though nothing else in the text hangs on it",
                    story(subject, minor)));
        }
        if (!open.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(open.keySet()),
                    "nobody is named whose duty it is: whatever happens, there is nobody who broke it",
                    story(subject, open)));
        }
        return new Result.Found(findings);
    }

    /** Three or more, and a quarter of all that is to be done: then no single clause has to carry the weight. */
    private static boolean areMany(Subject subject, int nobodys) {
        long duties = subject.agreement().norms().stream()
                .filter(n -> n.duty() instanceof Duty.Achieve || n.duty() instanceof Duty.Recur)
                .map(Norm::id)
                .distinct()
                .count();
        return nobodys >= 3 && 4L * nobodys >= duties;
    }

    private static boolean hasDay(Norm norm) {
        return norm.duty() instanceof Duty.Recur
                || (norm.duty() instanceof Duty.Achieve d && d.due().isPresent());
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
                .filter(n -> n.duty() instanceof Duty.Achieve || n.duty() instanceof Duty.Recur)
                .flatMap(n ->
                        subject
                                .stories()
                                .leftUndone(n, n.id() + " a year later, and nobody whose breach it is", 365)
                                .stream())
                .filter(s -> !s.claims().isEmpty())
                .findFirst();
    }
}
