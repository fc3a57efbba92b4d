package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Answers;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Subject;
import holdfast.language.Hanging;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Span;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import holdfast.language.sentence.Readable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F15: when a duty is due depends on how the text is read. */
record AmbiguousAnchor(Code code) implements Check {
    /** A day from which all spans are counted, so that they can be compared; any would do. */
    private static final LocalDateTime ANY_DAY = LocalDateTime.of(2030, 3, 4, 12, 0);

    private static final int MINUTES_OF_A_DAY = 1440;

    /**
     * @param from from what the clock runs, in the words of the text; empty for a fixed day
     * @param until when it ends, were it to start on {@link #ANY_DAY}; empty where there is no deadline
     */
    private record Due(String from, Optional<LocalDateTime> until) {}

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        Map<String, Set<String>> hangs = Hanging.questionsOf(agreement);
        Map<String, Norm> far = new LinkedHashMap<>();
        Map<String, Norm> near = new LinkedHashMap<>();
        Set<String> questions = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            Set<String> asked = hangs.getOrDefault(norm.id(), Set.of());
            if (asked.isEmpty() || far.containsKey(norm.id()) || near.containsKey(norm.id())) {
                continue;
            }
            Map<Reading, Due> dues = dues(agreement, norm.id(), asked);
            long apart = apart(List.copyOf(new LinkedHashSet<>(dues.values())));
            if (apart > 0) {
                (apart > MINUTES_OF_A_DAY ? far : near).put(norm.id(), norm);
                questions.addAll(decisive(dues, asked));
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!far.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    List.copyOf(far.keySet()),
                    "when " + Wording.and(far.keySet()) + (far.size() == 1 ? " is" : " are")
                            + " due depends, by more than a day, on how " + open(questions, subject.names()) + " read",
                    story(subject, far)));
        }
        if (!near.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(near.keySet()),
                    "when " + Wording.and(near.keySet()) + (near.size() == 1 ? " is" : " are")
                            + " due depends, by a day or less, on how " + open(questions, subject.names()) + " read",
                    story(subject, near)));
        }
        return new Result.Found(findings);
    }

    private static String open(Set<String> questions, Readable names) {
        return Wording.quoted(questions, names, "and") + (questions.size() == 1 ? " is" : " are");
    }

    private static Map<Reading, Due> dues(Agreement agreement, String clause, Set<String> asked) {
        Map<Reading, Due> dues = new LinkedHashMap<>();
        for (Reading reading : Answers.to(agreement, asked)) {
            Agreement under = agreement.under(reading);
            for (Norm norm : under.norms()) {
                if (norm.id().equals(clause) && Duties.demandsOnce(norm)) {
                    dues.put(reading, due(under, norm));
                }
            }
        }
        return dues;
    }

    private static Set<String> decisive(Map<Reading, Due> dues, Set<String> asked) {
        Set<String> decisive = new LinkedHashSet<>();
        for (String question : asked) {
            dues.forEach((reading, due) -> dues.forEach((other, otherDue) -> {
                boolean differsThereOnly = reading.answers().entrySet().stream().allMatch(e -> {
                    boolean same = e.getValue().equals(other.answers().get(e.getKey()));
                    return same != e.getKey().equals(question);
                });
                if (differsThereOnly && !due.equals(otherDue)) {
                    decisive.add(question);
                }
            }));
        }
        return decisive;
    }

    private static Due due(Agreement agreement, Norm norm) {
        return switch (Duties.due(norm).orElse(null)) {
            case null -> new Due("", Optional.empty());
            case Bound.OnDate(LocalDate date, boolean before) ->
                new Due("", Optional.of(before ? date.atStartOfDay() : date.atTime(LocalTime.MAX)));
            case Bound.AtInstant b -> new Due("", Optional.of(LocalDateTime.ofInstant(b.instant(), agreement.zone())));
            case Bound.OnVariable(String variable, boolean before) ->
                new Due(variable, Optional.of(before ? ANY_DAY.minusDays(1) : ANY_DAY));
            case Bound.Within within -> within(agreement, norm, within);
        };
    }

    private static Due within(Agreement agreement, Norm norm, Bound.Within within) {
        return switch (within.anchor()) {
            case Anchor.OfEvent(Pattern pattern) -> after(agreement, pattern, within);
            case Anchor.OfReport() ->
                new Due(
                        "the report of " + trigger(norm),
                        Optional.of(until(ANY_DAY, within.span(), within.includingFirstDay())));
            case Anchor.OfBreach b ->
                new Due(
                        b.moment() == Anchor.Moment.START && !later(norm)
                                ? trigger(norm)
                                : b.moment().name(),
                        Optional.of(until(ANY_DAY, within.span(), within.includingFirstDay())));
            case Anchor.OfTrigger() ->
                norm.trigger().orElse(null) instanceof Trigger.OnEvent t
                        ? after(agreement, t.pattern(), within)
                        : new Due(
                                trigger(norm), Optional.of(until(ANY_DAY, within.span(), within.includingFirstDay())));
        };
    }

    /** A clock that runs from so many days after an event runs from that event, and longer. */
    private static Due after(Agreement agreement, Pattern anchor, Bound.Within within) {
        Pattern root = anchor;
        LocalDateTime start = ANY_DAY;
        boolean more = true;
        while (more) {
            more = false;
            for (Definition definition : agreement.definitions()) {
                if (!more && definition.name().equals(root.event())) {
                    if (definition.derivation() instanceof Definition.After d) {
                        start = until(start, d.span(), d.includingFirstDay());
                        root = d.pattern();
                        more = true;
                    } else if (definition.derivation() instanceof Definition.Select s
                            && s.patterns().size() == 1
                            && s.where().isAlways()) {
                        root = s.patterns().getFirst();
                        more = true;
                    }
                }
            }
        }
        return new Due(words(root), Optional.of(until(start, within.span(), within.includingFirstDay())));
    }

    private static boolean later(Norm norm) {
        return !(norm.trigger().orElse(null) instanceof Trigger.OnBreach on) || on.confirmed();
    }

    private static String trigger(Norm norm) {
        return switch (norm.trigger().orElse(null)) {
            case null -> "";
            case Trigger.OnEvent t -> words(t.pattern());
            case Trigger.OnBreach t -> (t.confirmed() ? "a confirmed breach of " : "a breach of ") + t.of();
            case Trigger.Continues t -> "a breach of " + t.breach().of() + " going on for " + t.after();
            case Trigger.GrowsInto t -> "a breach of " + t.breach().of() + " growing into " + words(t.into());
            case Trigger.OnOutcome t -> t.clause() + (t.cured() ? " being cured" : " being fulfilled");
            case Trigger.OnState t -> (t.begins() ? "the beginning of " : "the end of ") + state(t);
        };
    }

    private static String state(Trigger.OnState trigger) {
        return trigger.condition() instanceof holdfast.language.model.Condition.InState in
                ? in.state()
                : trigger.condition().toString();
    }

    private static String words(Pattern pattern) {
        StringBuilder words = new StringBuilder(pattern.event());
        pattern.arguments().stream()
                .filter(a -> a.term() instanceof holdfast.language.model.Term.Constant)
                .forEach(
                        a -> words.append(' ').append(a.attribute()).append(' ').append(a.term()));
        return words.toString();
    }

    private static LocalDateTime until(LocalDateTime from, Span span, boolean includingFirstDay) {
        LocalDateTime to = switch (span.unit()) {
            case SECOND -> from.plusSeconds(span.count());
            case MINUTE -> from.plusMinutes(span.count());
            case HOUR -> from.plusHours(span.count());
            case DAY -> from.plusDays(span.count());
            case WEEK -> from.plusWeeks(span.count());
            case MONTH -> from.plusMonths(span.count());
            case YEAR -> from.plusYears(span.count());
        };
        if (span.exact()) {
            return to;
        }
        LocalDate day = includingFirstDay ? to.toLocalDate().minusDays(1) : to.toLocalDate();
        return day.atTime(LocalTime.MAX);
    }

    /** In minutes, the furthest two that there are; clocks that start from different things count as further apart than any day. */
    private static long apart(List<Due> dues) {
        long most = 0;
        for (Due one : dues) {
            for (Due other : dues) {
                if (!one.from().equals(other.from())
                        || one.until().isPresent() != other.until().isPresent()) {
                    return Long.MAX_VALUE;
                }
                if (one.until().isPresent() && other.until().isPresent()) {
                    most = Math.max(
                            most,
                            ChronoUnit.MINUTES.between(
                                    one.until().get(), other.until().get()));
                }
            }
        }
        return most;
    }

    private static Optional<Story> story(Subject subject, Map<String, Norm> norms) {
        return norms.values().stream()
                .flatMap(
                        n -> subject
                                .stories()
                                .leftUndone(n, "one of the days on which " + n.id() + " can be said to be due", 60)
                                .stream())
                .filter(s -> s.claims().stream().anyMatch(c -> c.due().isPresent()))
                .findFirst();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        return Answers.settled(subject.agreement(), finding.clauses());
    }
}
