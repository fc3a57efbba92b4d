package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.language.model.Norm;
import holdfast.language.reading.Sides;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** F28: nobody sees whether it is kept, or nobody may say who broke it. */
record NoVerifier(Code code) implements Check {
    @Override
    public boolean asksWhoWatches() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        ClauseKinds kinds = subject.kinds();
        Verifiers watchers = new Verifiers(subject);
        Map<String, Norm> neither = new LinkedHashMap<>();
        Map<String, Norm> half = new LinkedHashMap<>();
        boolean forbids = false;
        for (Norm norm : subject.agreement().norms()) {
            if (Sides.isProhibition(norm) && Answered.isPrimary(norm, kinds)) {
                forbids = true;
                boolean verified = watchers.verifies(norm.id());
                if (!verified && !watchers.someoneAttributes()) {
                    neither.putIfAbsent(norm.id(), norm);
                } else if (!verified || !watchers.someoneAttributes()) {
                    half.putIfAbsent(norm.id(), norm);
                }
            }
        }
        if (!forbids) {
            return Check.notApplicable("the text forbids nothing");
        }
        List<Finding> findings = new ArrayList<>();
        if (!neither.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    List.copyOf(neither.keySet()),
                    "nobody verifies whether " + Wording.and(neither.keySet()) + (neither.size() == 1 ? " is" : " are")
                            + " kept, and nobody may say who broke it",
                    story(subject, neither)));
        }
        if (!half.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(half.keySet()),
                    watchers.someoneAttributes()
                            ? "somebody may say who broke " + Wording.and(half.keySet()) + ", but nobody verifies it"
                            : "somebody " + (subject.watch().isEmpty() ? "may find" : "sees") + " whether "
                                    + Wording.and(half.keySet()) + (half.size() == 1 ? " is" : " are")
                                    + " kept, but nobody may say who broke it",
                    story(subject, half)));
        }
        return new Result.Found(findings);
    }

    private static Optional<Story> story(Subject subject, Map<String, Norm> norms) {
        return norms.values().stream()
                .flatMap(
                        n -> subject
                                .stories()
                                .broken(n, n.id() + " is broken, and a month later nobody has found anything", 30)
                                .stream())
                .filter(s -> !s.claims().isEmpty())
                .findFirst();
    }
}
