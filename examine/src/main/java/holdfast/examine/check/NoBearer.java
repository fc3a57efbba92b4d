package holdfast.examine.check;

import holdfast.examine.Code;
import holdfast.examine.Finding;
import holdfast.examine.Story;
import holdfast.language.model.Bearer;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** F17: something must be done, or must not be, and nobody is named. */
final class NoBearer implements Check {
    @Override
    public Code code() {
        return Code.F17;
    }

    @Override
    public Result look(Subject subject) {
        Map<String, Norm> due = new LinkedHashMap<>();
        Map<String, Norm> open = new LinkedHashMap<>();
        for (Norm norm : subject.agreement().norms()) {
            if (norm.bearer() instanceof Bearer.NobodyNamed) {
                switch (norm.duty()) {
                    case Duty.Achieve d -> (d.due().isPresent() ? due : open).putIfAbsent(norm.id(), norm);
                    case Duty.Recur ignored -> due.putIfAbsent(norm.id(), norm);
                    case Duty.Refrain ignored -> open.putIfAbsent(norm.id(), norm);
                    case Duty.Keep ignored -> open.putIfAbsent(norm.id(), norm);
                    case Duty.May ignored -> {}
                    case Duty.Power ignored -> {}
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!due.isEmpty()) {
            findings.add(Finding.fires(
                    code(),
                    List.copyOf(due.keySet()),
                    "there is a day by which, and nobody is named who must: when it passes, the breach is nobody's",
                    story(subject, due)));
        }
        if (!open.isEmpty()) {
            findings.add(Finding.lesser(
                    code(),
                    List.copyOf(open.keySet()),
                    "nobody is named whose duty it is: whatever happens, there is nobody who broke it",
                    story(subject, open)));
        }
        return new Result.Found(findings);
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
