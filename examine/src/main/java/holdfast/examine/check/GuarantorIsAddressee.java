package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.examine.play.Ways;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Guarantors;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Sides;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F05: who should guard it is who should keep it. */
record GuarantorIsAddressee(Code code) implements Check {
    @Override
    public boolean asksWhoGuarantees() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        List<String> guarantors = Guarantors.of(agreement);
        if (guarantors.isEmpty() && agreement.bodies().isEmpty()) {
            return Check.notApplicable("the text has neither guarantors nor a body that decides");
        }
        ClauseKinds kinds = subject.kinds();
        List<Deciding.Part> parts = new Deciding(agreement).parts();
        List<Finding> findings = new ArrayList<>();
        guarding(subject, kinds, guarantors, parts, findings);
        judging(agreement, kinds, parts).ifPresent(findings::add);
        return new Result.Found(findings);
    }

    private void guarding(
            Subject subject,
            ClauseKinds kinds,
            List<String> guarantors,
            List<Deciding.Part> parts,
            List<Finding> findings) {
        Agreement agreement = subject.agreement();
        Set<String> with = new LinkedHashSet<>();
        Set<String> without = new LinkedHashSet<>();
        Set<String> clausesWith = new LinkedHashSet<>();
        Set<String> clausesWithout = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (!Sides.isProhibition(norm)
                    || !kinds.isPrimary(norm)
                    || isGuaranteeItself(agreement, norm, guarantors)) {
                continue;
            }
            for (String guarantor : named(norm)) {
                if (guarantors.contains(guarantor)) {
                    boolean part = hasPart(agreement, kinds, parts, guarantor);
                    (part ? with : without).add(guarantor);
                    (part ? clausesWith : clausesWithout).add(norm.id());
                }
            }
        }
        if (!with.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    List.copyOf(clausesWith),
                    Names.list(with) + (with.size() == 1 ? " is" : " are") + " bound by "
                            + Names.list(clausesWith)
                            + " and at the same time among those who answer when it is broken",
                    story(subject, clausesWith)));
        }
        if (!without.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(clausesWithout),
                    Names.list(without) + (without.size() == 1 ? " is a guarantor" : " are guarantors")
                            + " and bound by " + Names.list(clausesWithout) + ", without a part in the answer",
                    story(subject, clausesWithout)));
        }
    }

    /**
     * A guarantor's promise about itself, which is the guarantee: that it stays, or keeps so much there. Its act is done to nobody, and nobody but guarantors is forbidden it.
     */
    private static boolean isGuaranteeItself(Agreement agreement, Norm norm, List<String> guarantors) {
        List<String> bearers = named(norm);
        if (bearers.isEmpty() || !guarantors.containsAll(bearers)) {
            return false;
        }
        return switch (norm.duty()) {
            case Duty.Keep ignored -> true;
            case Duty.Refrain d -> {
                Set<String> events = new Ways(agreement).declaredUnder(d.act().event());
                yield events.stream().noneMatch(e -> isDoneToSomebody(agreement, e))
                        && agreement.norms().stream()
                                .filter(n -> n.duty() instanceof Duty.Refrain)
                                .filter(n -> !guarantors.containsAll(named(n)) || named(n).isEmpty())
                                .noneMatch(n -> new Ways(agreement)
                                                .declaredUnder(((Duty.Refrain) n.duty())
                                                        .act()
                                                        .event())
                                                .stream()
                                                .anyMatch(events::contains));
            }
            case Duty.Achieve ignored -> false;
            case Duty.Recur ignored -> false;
            case Duty.May ignored -> false;
            case Duty.Power ignored -> false;
        };
    }

    /** Whether an event has, besides whoever does it, somebody to whom it is done. */
    private static boolean isDoneToSomebody(Agreement agreement, String event) {
        return agreement.eventTypes().get(event) != null
                && agreement.eventTypes().get(event).attributes().stream()
                                .filter(a -> a.type() == ValueType.PARTY)
                                .count()
                        > 1;
    }

    private static List<String> named(Norm norm) {
        return Roles.bearers(norm).stream().flatMap(Optional::stream).toList();
    }

    private static boolean hasPart(
            Agreement agreement, ClauseKinds kinds, List<Deciding.Part> parts, String guarantor) {
        return agreement.norms().stream().anyMatch(n -> kinds.isAnswer(n) && named(n).contains(guarantor))
                || parts.stream().anyMatch(p -> p.body().members().contains(guarantor));
    }

    private static Optional<Story> story(Subject subject, Set<String> clauses) {
        List<String> guarantors = Guarantors.of(subject.agreement());
        return Outlook.primary(subject).stream()
                .filter(o -> clauses.contains(o.prohibition()) && guarantors.contains(o.violator()))
                .flatMap(o -> o.played(r -> true).stream())
                .findFirst();
    }

    /** Whoever must do something, and can stop the body that finds or decides about it. */
    private Optional<Finding> judging(Agreement agreement, ClauseKinds kinds, List<Deciding.Part> parts) {
        Set<String> judges = new LinkedHashSet<>();
        Set<String> clauses = new LinkedHashSet<>();
        Set<String> bodies = new LinkedHashSet<>();
        List<Reading> readings = new ArrayList<>();
        for (Deciding.Part part : parts) {
            for (Norm norm : agreement.norms()) {
                if (!part.clauses().contains(norm.id()) || !part.finds() || !kinds.isPrimary(norm)) {
                    continue;
                }
                Optional<Reading> reading = Readings.both(part.reading(), norm.reading());
                for (String bearer : named(norm)) {
                    if (part.canBeStoppedBy(bearer) && reading.isPresent()) {
                        judges.add(bearer);
                        clauses.add(norm.id());
                        bodies.add(part.body().name());
                        readings.add(reading.get());
                    }
                }
            }
        }
        if (judges.isEmpty()) {
            return Optional.empty();
        }
        String sentence = Names.list(judges) + (judges.size() == 1 ? " is" : " are") + " bound by "
                + Names.list(clauses) + ", and without "
                + (judges.size() == 1 ? "its" : "their") + " yes " + Names.list(bodies)
                + " cannot decide about it";
        return Optional.of(
                Readings.coverAll(agreement, readings)
                        ? Finding.fires(code, List.copyOf(clauses), sentence, Optional.empty())
                        : Finding.lesser(code, List.copyOf(clauses), sentence, Optional.empty()));
    }
}
