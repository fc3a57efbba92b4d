package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Days;
import holdfast.examine.pen.Pen;
import holdfast.examine.subject.Subject;
import holdfast.examine.subject.Verifiers;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Duties;
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
                            .filter(Duties::demandsOnce)
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
        return Duties.hasDay(norm)
                && (Duties.amount(norm).filter(Unfunded::isMuch).isPresent()
                        || Duties.demanded(norm).filter(Unfunded::namesNumber).isPresent());
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

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        Pen pen = new Pen(agreement);
        List<Norm> norms = pen.norms(finding.clauses());
        if (norms.isEmpty()) {
            return List.of();
        }
        return norms.stream().anyMatch(n -> n.layer() == 1)
                ? withAmounts(subject, pen, norms)
                : paid(agreement, pen, norms.getFirst());
    }

    private static List<Proposal> withAmounts(Subject subject, Pen pen, List<Norm> norms) {
        Days days = new Days(subject.agreement());
        for (Norm norm : norms) {
            if (Duties.demandsOnce(norm) && !hasAmountAndDay(norm)) {
                Pattern act = Duties.demanded(norm).orElseThrow();
                Optional<String> number = subject.agreement()
                        .eventType(act.event())
                        .flatMap(e -> e.attributes().stream()
                                .filter(a -> a.type() == ValueType.NUMBER)
                                .map(EventType.Attribute::name)
                                .findFirst());
                Duty.Amount amount = number.<Duty.Amount>map(
                                n -> new Duty.Amount.Totalling(n, new Term.Constant(Value.Number.of(100_000))))
                        .orElse(new Duty.Amount.Times(12));
                pen.settle(number.isPresent() ? "`100000`: how much" : "`12 times`: how often");
                pen.rewrite(
                        norm,
                        norm.withDuty(new Duty.Achieve(
                                act,
                                amount,
                                Duties.notBefore(norm),
                                Optional.of(Duties.due(norm).orElseGet(() -> days.day(pen))),
                                Duties.condition(norm).orElse(Condition.ALWAYS))));
                break;
            }
        }
        return pen.proposal();
    }

    private static List<Proposal> paid(Agreement agreement, Pen pen, Norm near) {
        boolean guaranteed = !agreement.members("guarantor").orElse(List.of()).isEmpty();
        String event = pen.name("pay_mission");
        String payer = pen.variable("P", "Q", "G");
        pen.declare("event " + event + "(by: party, amount: number) is payment");
        pen.clause(
                near,
                "each " + (guaranteed ? "guarantor " : "party ") + payer + " must " + event + "(by " + payer
                        + ", amount 1000000) every 1 year");
        pen.settle("`1000000` and `1 year`: how much, and how often");
        return pen.proposal();
    }
}
