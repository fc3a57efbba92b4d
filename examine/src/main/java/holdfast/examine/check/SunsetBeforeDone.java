package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Lasting;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Answered;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Ends;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Span;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Ending;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F18: who watches, or what answers a breach, ends by time alone, and what it guards goes on. */
record SunsetBeforeDone(Code code) implements Check {
    private static final long LONG_ENOUGH_DAYS = 15 * 365;

    /**
     * @param after empty: on a date that the text names
     * @param renewable whether it goes on where somebody renews it in time
     */
    private record Sunset(Optional<Span> after, boolean renewable, Ending way) {
        boolean isLong() {
            return after.filter(s -> days(s) >= LONG_ENOUGH_DAYS).isPresent();
        }

        /** The end of a day belongs to the day: `until 30 June` ends on 30 June. */
        String words(Agreement agreement) {
            return after.map(s -> "after " + s)
                    .orElseGet(() -> "on "
                            + way.date()
                                    .orElseThrow()
                                    .minusMillis(1)
                                    .atZone(agreement.zone())
                                    .toLocalDate());
        }
    }

    @Override
    public boolean asksWhoWatches() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        ClauseKinds kinds = subject.kinds();
        List<Norm> watching = subject.watch().clauses();
        List<Norm> guarded = agreement.norms().stream()
                .filter(n -> Duties.isProhibition(n) && Answered.isPrimary(n, kinds))
                .toList();
        List<Norm> guards = agreement.norms().stream()
                .filter(n -> n.layer() > 0 || kinds.isAnswer(n) || watching.contains(n))
                .toList();
        if (guards.isEmpty() || guarded.isEmpty()) {
            return Check.notApplicable("nothing in the text guards something else");
        }
        Ends ends = new Ends(agreement);
        if (guarded.stream().allMatch(n -> sunset(ends, n).isPresent())) {
            return Check.none();
        }
        Map<String, Norm> firing = new LinkedHashMap<>();
        Map<String, Norm> lesser = new LinkedHashMap<>();
        for (Norm guard : guards) {
            sunset(ends, guard)
                    .ifPresent(s -> (s.renewable() || s.isLong() ? lesser : firing).putIfAbsent(guard.id(), guard));
        }
        Norm goesOn = guarded.stream()
                .filter(n -> sunset(ends, n).isEmpty())
                .findFirst()
                .orElseThrow();
        return Check.found(
                endsTooSoon(subject, ends, firing, goesOn), endsLateOrIsRenewed(subject, ends, lesser, goesOn));
    }

    private Optional<Finding> endsTooSoon(Subject subject, Ends ends, Map<String, Norm> guards, Norm goesOn) {
        return guards.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.fires(
                        code,
                        List.copyOf(guards.keySet()),
                        sentence(subject.agreement(), ends, guards) + ", while " + goesOn.id() + " has no end",
                        story(subject, ends, guards, goesOn)));
    }

    private Optional<Finding> endsLateOrIsRenewed(Subject subject, Ends ends, Map<String, Norm> guards, Norm goesOn) {
        return guards.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.copyOf(guards.keySet()),
                        sentence(subject.agreement(), ends, guards) + ", while " + goesOn.id()
                                + " has no end, though the time is long or can be renewed",
                        story(subject, ends, guards, goesOn)));
    }

    private static String sentence(Agreement agreement, Ends ends, Map<String, Norm> guards) {
        return Wording.and(guards.keySet()) + (guards.size() == 1 ? " ends" : " end") + " by time alone "
                + guards.values().stream()
                        .flatMap(n -> sunset(ends, n).stream())
                        .map(s -> s.words(agreement))
                        .findFirst()
                        .orElse("after a while");
    }

    /** The end that time alone brings: one that nothing puts off before one that can be renewed, and of several the first. */
    private static Optional<Sunset> sunset(Ends ends, Norm norm) {
        return ends.ofState(norm).stream()
                .filter(ends::isByTime)
                .map(w -> new Sunset(Ends.span(w), Ends.isRenewable(w), w))
                .min(Comparator.comparing(Sunset::renewable)
                        .thenComparing(
                                x -> x.after().map(SunsetBeforeDone::days).orElse(0L)));
    }

    private static long days(Span span) {
        return switch (span.unit()) {
            case SECOND -> span.count() / 86_400;
            case MINUTE -> span.count() / 1440;
            case HOUR -> span.count() / 24;
            case DAY -> span.count();
            case WEEK -> 7 * span.count();
            case MONTH -> 30 * span.count();
            case YEAR -> 365 * span.count();
        };
    }

    /** The time has run out, and then what was guarded is broken. */
    private static Optional<Story> story(Subject subject, Ends ends, Map<String, Norm> guards, Norm broken) {
        for (Norm guard : guards.values()) {
            Optional<Story> story = sunset(ends, guard)
                    .flatMap(s -> subject.stories()
                            .endedAndBroken(
                                    guard,
                                    s.way(),
                                    broken,
                                    guard.id() + " has ended, and " + broken.id() + " is broken the day after"));
            if (story.isPresent()) {
                return story;
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Set<String> bound = new LinkedHashSet<>(Roles.withRole(subject.agreement(), Actor.Role.PARTY));
        Outlook.primary(subject).forEach(o -> bound.add(o.violator()));
        List<Proposal> proposals = new ArrayList<>(new Lasting(subject).states(finding.clauses(), bound));
        return proposals.reversed();
    }
}
