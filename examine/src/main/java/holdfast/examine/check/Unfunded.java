package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** F32: an army or a mission is promised, and no amount, no day, or nobody who pays. */
record Unfunded(Code code) implements Check {
    @Override
    public boolean asksWhoWatches() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        List<Norm> army = agreement.norms().stream().filter(n -> n.layer() == 1).toList();
        List<String> watching = subject.watch().byMission().stream()
                .filter(subject.watch().owed()::contains)
                .map(Norm::id)
                .distinct()
                .toList();
        if (army.isEmpty() && watching.isEmpty()) {
            return Check.notApplicable("the text promises neither a mission that must watch nor support for an army");
        }
        List<Finding> findings = new ArrayList<>();
        if (!army.isEmpty() && army.stream().noneMatch(Unfunded::hasAmountAndDay)) {
            findings.add(Finding.fires(
                    code,
                    army.stream().map(Norm::id).distinct().toList(),
                    "support is promised without a quantity and a day, so any sum at any time keeps the promise",
                    army.stream()
                            .filter(n -> n.duty() instanceof Duty.Achieve)
                            .flatMap(n -> subject
                                    .stories()
                                    .leftUndone(n, n.id() + " a year later: nothing given, and no breach", 365)
                                    .stream())
                            .filter(s -> !s.claims().isEmpty())
                            .findFirst()));
        }
        if (!watching.isEmpty()
                && agreement.norms().stream().noneMatch(n -> Verifiers.mustDo(subject, n, Kind.PAYMENT))) {
            findings.add(Finding.fires(
                    code,
                    watching,
                    "there is somebody who must watch, and nobody who must pay for it",
                    Optional.empty()));
        }
        return new Result.Found(findings);
    }

    private static boolean hasAmountAndDay(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> d.due().isPresent() && (isMuch(d.amount()) || namesNumber(d.act()));
            case Duty.Recur d -> namesNumber(d.act());
            case Duty.Refrain ignored -> false;
            case Duty.Keep ignored -> false;
            case Duty.May ignored -> false;
            case Duty.Power ignored -> false;
        };
    }

    private static boolean isMuch(Duty.Amount amount) {
        return switch (amount) {
            case Duty.Amount.Times(int n) -> n > 1;
            case Duty.Amount.Totalling ignored -> true;
        };
    }

    private static boolean namesNumber(Pattern act) {
        return act.arguments().stream().anyMatch(a -> a.term() instanceof Term.Constant(Value.Number ignored));
    }
}
