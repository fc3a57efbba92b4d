package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Answering;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Reworded;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Deciding;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Body;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Reach;
import holdfast.language.reading.Walk;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F20: the clock of an answer runs while a body still decides, and the body may take longer. */
record DecisionLongerThanClock(Code code) implements Check {
    private static final LocalDateTime ANY_DAY = LocalDateTime.of(2030, 3, 4, 12, 0);

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        ClauseKinds kinds = subject.kinds();
        Set<String> firing = new LinkedHashSet<>();
        Set<String> lesser = new LinkedHashSet<>();
        Set<String> bodies = new LinkedHashSet<>();
        boolean clocks = false;
        for (Norm norm : agreement.norms()) {
            Optional<Bound.Within> clock =
                    kinds.isAnswer(norm) || norm.layer() > 0 ? Duties.within(norm) : Optional.empty();
            clocks |= clock.isPresent();
            clock.ifPresent(within -> {
                for (Body body : waitedFor(agreement, norm, within)) {
                    Optional<Span> limit = limit(agreement, body, norm);
                    boolean tooLong = limit.map(l -> !end(l).isBefore(end(within.span())))
                            .orElse(body.rule() instanceof Body.Rule.Consensus
                                    || body.need() == body.members().size());
                    if (tooLong || limit.isEmpty()) {
                        (tooLong ? firing : lesser).add(norm.id());
                        bodies.add(body.name());
                    }
                }
            });
        }
        if (!clocks) {
            return Check.notApplicable("no answer in the text has a clock");
        }
        lesser.removeAll(firing);
        return Check.found(mayTakeLonger(firing, bodies), hasNoLimit(lesser, bodies));
    }

    private Optional<Finding> mayTakeLonger(Set<String> clauses, Set<String> bodies) {
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.fires(
                        code,
                        List.copyOf(clauses),
                        "the clock of " + Wording.and(clauses) + " can run out while " + Wording.and(bodies)
                                + " still may decide whether anything is owed",
                        Optional.empty()));
    }

    private Optional<Finding> hasNoLimit(Set<String> clauses, Set<String> bodies) {
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.copyOf(clauses),
                        "the clock of " + Wording.and(clauses) + " runs while " + Wording.and(bodies)
                                + " decides, and nothing says by when it must",
                        Optional.empty()));
    }

    /** The bodies whose decision or finding comes first, where the clock does not run from it. */
    private static List<Body> waitedFor(Agreement agreement, Norm norm, Bound.Within within) {
        Set<String> names = new LinkedHashSet<>();
        Reach needed = new Walk(agreement)
                .from(new Condition.All(
                        List.of(norm.guard(), Duties.condition(norm).orElseThrow(), norm.whileTrue())));
        names.addAll(Deciding.deciders(needed.patterns()));
        Set<String> terms = needed.terms();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.RulesOn on && terms.contains(on.name())) {
                names.add(on.body());
            }
        }
        if (runsFromTheAct(norm, within)) {
            Trigger.OnBreach on = (Trigger.OnBreach) norm.trigger().orElseThrow();
            for (Rule rule : agreement.rules()) {
                if (rule instanceof Rule.Confirms c
                        && c.body().isPresent()
                        && on.of().ids().stream().anyMatch(c.of()::covers)) {
                    names.add(c.body().get());
                }
            }
        }
        if (norm.bearer() instanceof holdfast.language.model.Bearer.Named(List<String> actors)) {
            agreement.bodies().stream()
                    .filter(b -> actors.contains(b.name()) && b.within().isPresent())
                    .forEach(b -> names.add(b.name()));
        }
        return agreement.bodies().stream().filter(b -> names.contains(b.name())).toList();
    }

    /** Only a confirmed breach sets it in motion, and yet its time is counted from the breach itself. */
    private static boolean runsFromTheAct(Norm norm, Bound.Within within) {
        return norm.trigger().orElse(null) instanceof Trigger.OnBreach on
                && on.confirmed()
                && within.anchor() instanceof Anchor.OfBreach anchor
                && anchor.moment() != Anchor.Moment.FINDING;
    }

    /** The time that a body has: its own, or that after which its silence counts as a finding. */
    private static Optional<Span> limit(Agreement agreement, Body body, Norm norm) {
        if (body.within().isPresent()) {
            return body.within();
        }
        return norm.trigger().orElse(null) instanceof Trigger.OnBreach on
                ? agreement.rules().stream()
                        .filter(r -> r instanceof Rule.Confirms c
                                && c.body().filter(body.name()::equals).isPresent()
                                && on.of().ids().stream().anyMatch(c.of()::covers))
                        .flatMap(r -> ((Rule.Confirms) r).silence().stream())
                        .filter(s -> s.meaning() == Rule.Silence.Meaning.CONFIRMED)
                        .map(Rule.Silence::after)
                        .findFirst()
                : Optional.empty();
    }

    private static LocalDateTime end(Span span) {
        return switch (span.unit()) {
            case SECOND -> ANY_DAY.plusSeconds(span.count());
            case MINUTE -> ANY_DAY.plusMinutes(span.count());
            case HOUR -> ANY_DAY.plusHours(span.count());
            case DAY -> ANY_DAY.plusDays(span.count());
            case WEEK -> ANY_DAY.plusWeeks(span.count());
            case MONTH -> ANY_DAY.plusMonths(span.count());
            case YEAR -> ANY_DAY.plusYears(span.count());
        };
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        Pen later = new Pen(agreement);
        Pen quicker = new Pen(agreement);
        Set<Body> slow = new LinkedHashSet<>();
        for (Norm norm : later.norms(finding.clauses())) {
            Optional<Bound.Within> clock = Duties.within(norm);
            if (clock.isEmpty()) {
                // Another reading of the same clause has none.
                continue;
            }
            Bound.Within within = clock.get();
            slow.addAll(waitedFor(agreement, norm, within));
            if (runsFromTheAct(norm, within)) {
                String breach = ((Trigger.OnBreach) norm.trigger().orElseThrow()).variable();
                Anchor found = breach.startsWith("_")
                        ? new Anchor.OfTrigger()
                        : new Anchor.OfBreach(breach, Anchor.Moment.FINDING);
                later.rewrite(
                        norm, Reworded.due(norm, new Bound.Within(within.span(), within.includingFirstDay(), found)));
            }
        }
        Span half = new Span(new Answering(subject).hours() / 2, Span.Unit.HOUR);
        for (Body body : slow) {
            quicker.rewrite(body.within(half));
            quicker.settle("`within " + half + "`: how long " + body.name() + " may take");
        }
        List<Proposal> proposals = new ArrayList<>(later.proposal());
        proposals.addAll(quicker.proposal());
        return proposals;
    }
}
