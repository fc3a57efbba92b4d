package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Judges;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Reworded;
import holdfast.examine.play.Ways;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Deciding;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Readings;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.ValueType;
import holdfast.language.reading.BrokenBy;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Guarantors;
import holdfast.language.reading.Roles;
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
        return Check.found(
                guarding(subject, kinds, guarantors, parts, true),
                guarding(subject, kinds, guarantors, parts, false),
                judging(agreement, kinds, parts));
    }

    /** @param withPart whether of those who have a part in the answer, or of those who have none */
    private Optional<Finding> guarding(
            Subject subject, ClauseKinds kinds, List<String> guarantors, List<Deciding.Part> parts, boolean withPart) {
        Agreement agreement = subject.agreement();
        Set<String> bound = new LinkedHashSet<>();
        Set<String> clauses = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (!Duties.isProhibition(norm)
                    || !kinds.isPrimary(norm)
                    || isGuaranteeItself(agreement, norm, guarantors)) {
                continue;
            }
            for (String guarantor : named(norm)) {
                if (guarantors.contains(guarantor) && hasPart(agreement, kinds, parts, guarantor) == withPart) {
                    bound.add(guarantor);
                    clauses.add(norm.id());
                }
            }
        }
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        Optional<Story> story = story(subject, clauses);
        return Optional.of(
                withPart
                        ? Finding.fires(
                                code,
                                List.copyOf(clauses),
                                Names.list(bound) + (bound.size() == 1 ? " is" : " are") + " bound by "
                                        + Names.list(clauses)
                                        + " and at the same time among those who answer when it is broken",
                                story)
                        : Finding.lesser(
                                code,
                                List.copyOf(clauses),
                                Names.list(bound) + (bound.size() == 1 ? " is a guarantor" : " are guarantors")
                                        + " and bound by " + Names.list(clauses) + ", without a part in the answer",
                                story));
    }

    /**
     * A guarantor's promise about itself, which is the guarantee: that it stays, or keeps so much there. Its act is done to nobody, and nobody but guarantors is forbidden it.
     */
    private static boolean isGuaranteeItself(Agreement agreement, Norm norm, List<String> guarantors) {
        List<String> bearers = named(norm);
        if (bearers.isEmpty() || !guarantors.containsAll(bearers)) {
            return false;
        }
        return switch (Duties.brokenBy(norm)) {
            case BrokenBy.Lapse ignored -> true;
            case BrokenBy.Act broken -> concernsGuarantorsOnly(agreement, broken.act(), guarantors);
            case BrokenBy.Omission ignored -> false;
            case BrokenBy.Nothing ignored -> false;
        };
    }

    private static boolean concernsGuarantorsOnly(Agreement agreement, Pattern act, List<String> guarantors) {
        Ways ways = new Ways(agreement);
        Set<String> events = ways.declaredUnder(act.event());
        return events.stream().noneMatch(e -> isDoneToSomebody(agreement, e))
                && agreement.norms().stream()
                        .filter(n -> !guarantors.containsAll(named(n)) || named(n).isEmpty())
                        .flatMap(n -> Duties.forbidden(n).stream())
                        .noneMatch(other ->
                                ways.declaredUnder(other.event()).stream().anyMatch(events::contains));
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

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        List<Norm> broken = new Pen(agreement).norms(finding.clauses());
        Set<String> bound = new LinkedHashSet<>();
        broken.forEach(n -> bound.addAll(named(n)));
        List<Body> bodies = new Deciding(agreement)
                .parts().stream()
                        .filter(Deciding.Part::finds)
                        .filter(p -> bound.stream().anyMatch(p::canBeStoppedBy))
                        .map(Deciding.Part::body)
                        .distinct()
                        .toList();
        List<Proposal> proposals = new ArrayList<>();
        if (!bodies.isEmpty()) {
            proposals.addAll(new Judges(subject).without(bodies, bound));
        }
        bound.retainAll(agreement.members("guarantor").orElse(List.of()));
        if (!bound.isEmpty()) {
            proposals.addAll(asParties(agreement, broken, List.copyOf(bound)));
        }
        return proposals;
    }

    /** Those who are bound are parties, and no longer among those who guarantee. */
    private static List<Proposal> asParties(Agreement agreement, List<Norm> broken, List<String> bound) {
        Pen pen = new Pen(agreement);
        pen.recast(bound, Actor.Role.PARTY);
        boolean noneLeft = bound.containsAll(agreement.members("guarantor").orElse(List.of()));
        for (Norm norm : agreement.norms()) {
            if (norm.bearer() instanceof Bearer.EachOf each && each.set().equals("guarantor")) {
                if (broken.contains(norm)) {
                    pen.rewrite(norm, Reworded.forOthers(agreement, norm, new Bearer.Named(bound)));
                } else if (noneLeft) {
                    pen.rewrite(norm, norm.withBearer(new Bearer.EachOf(each.variable(), "party", bound)));
                }
            }
        }
        return pen.proposal();
    }
}
