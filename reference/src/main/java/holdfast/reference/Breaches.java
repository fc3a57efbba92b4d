package holdfast.reference;

import holdfast.engine.Record.Finding;
import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.language.model.Basis;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Section 13: breaches, and what the bodies that confirm them found. */
record Breaches(OneReading reading) {

    /** The breaches of a clause or article; refuted ones are none, disputed and undetermined ones are unsure. */
    List<Breach> of(ClauseRef clause) {
        return reading.clauses(clause).stream()
                .flatMap(c -> reading.instances(c).stream())
                .flatMap(i -> i.breach().stream())
                .toList();
    }

    /** The report is the least `reported` over the support; with an empty support the last instant of the start. */
    Breach breach(
            Norm c,
            String bearer,
            Binding binding,
            Optional<Time> start,
            Optional<Time> end,
            boolean sure,
            SortedSet<String> support) {
        Optional<Long> report = reading.leastReported(support).or(() -> start.map(Time::hi));
        return new Breach(
                c.id(),
                bearer,
                binding,
                start,
                end,
                sure,
                sure,
                support,
                report,
                Optional.empty(),
                false,
                Optional.empty());
    }

    // findings

    /** An instance once its finding, or the finder's silence, has turned it. */
    Instance settled(Norm c, Instance i) {
        if (i.breach().isEmpty()) {
            return i;
        }
        Breach b = i.breach().get();
        boolean sure = b.sure();
        List<Finding> naming = naming(c, b);
        Optional<Finding> surely =
                naming.stream().filter(f -> surelyReaches(f, b)).reduce((first, second) -> second);
        List<Finding> perhaps = naming.subList(surely.map(naming::indexOf).orElse(-1) + 1, naming.size());
        Optional<Time> open = hull(Stream.concat(surely.stream(), perhaps.stream())
                .filter(f -> f.result().equals(Finding.CONFIRMED))
                .map(f -> reaching(f, b)));
        String otherwise = surely.map(Finding::result).orElse(Finding.CONFIRMED);
        Instance doubtful = i.turned(
                Status.UNDETERMINED, Standing.NONE, Optional.of(b.unsure().perhapsConfirmed(open)));
        if (perhaps.stream().anyMatch(f -> !f.result().equals(otherwise))) {
            return doubtful;
        }
        Optional<Finding> finding = surely.or(() -> onRecord(c, b));
        if (finding.isPresent()) {
            return switch (finding.get().result()) {
                case Finding.DISPUTED -> i.turned(Status.DISPUTED, Standing.NONE, Optional.of(b.unsure()));
                case Finding.REFUTED -> i.turned(Status.REFUTED, Standing.NONE, Optional.empty());
                default ->
                    sure || finding.get().clause().isPresent()
                            ? confirmed(
                                    c, i, b.confirmed(with(open, finding.get().occurred())))
                            : i.turned(i.status(), b.perhapsConfirmed(open));
            };
        }
        Optional<Rule.Silence> silence = silence(c);
        if (silence.isPresent() && b.report().isPresent()) {
            Rule.Silence.Meaning meaning = silence.get().meaning();
            Time spoken = reading.calendar.shift(
                    b.support().isEmpty()
                            ? b.start().orElseThrow()
                            : Time.at(b.report().get()),
                    silence.get().after());
            boolean over = reading.now > spoken.hi();
            boolean perhapsOver = reading.now > spoken.lo();
            if (sure && over && meaning == Rule.Silence.Meaning.CONFIRMED) {
                return confirmed(c, i, b.confirmed(with(open, spoken)));
            }
            if (sure && over && meaning == Rule.Silence.Meaning.REFUTED && open.isEmpty()) {
                return i.turned(Status.REFUTED, Standing.NONE, Optional.empty());
            }
            if (sure && perhapsOver && meaning == Rule.Silence.Meaning.REFUTED) {
                return doubtful;
            }
            if (perhapsOver && meaning == Rule.Silence.Meaning.CONFIRMED) {
                open = Optional.of(with(open, spoken));
            }
        }
        return i.turned(i.status(), sure ? Standing.ALLEGED : Standing.NONE, Optional.of(b.perhapsConfirmed(open)));
    }

    /** What does not name a record is on what had begun. */
    private static Time reaching(Finding f, Breach b) {
        long start = f.about().isPresent()
                ? Calendar.BEGINNING
                : b.start().map(Time::lo).orElse(Calendar.BEGINNING);
        return new Time(Math.max(f.occurred().lo(), start), f.occurred().hi());
    }

    private static Time with(Optional<Time> open, Time at) {
        return hull(Stream.concat(open.stream(), Stream.of(at))).orElseThrow();
    }

    private static Optional<Time> hull(Stream<Time> times) {
        return times.reduce((a, b) -> new Time(Math.min(a.lo(), b.lo()), Math.max(a.hi(), b.hi())));
    }

    /** A confirmation that names the clause makes an undetermined breach a sure one, with the dates of a breach. */
    private static Instance confirmed(Norm c, Instance i, Breach b) {
        if (i.status() != Status.UNDETERMINED) {
            return i.turned(i.status(), Standing.CONFIRMED, Optional.of(b));
        }
        // an episode has its dates already, and its end only once that is past
        Instance dated = c.duty() instanceof Duty.Refrain
                ? i
                : i.dated(
                        b.start().filter(s -> s.hi() != Long.MAX_VALUE), b.end().filter(e -> e.hi() != Long.MAX_VALUE));
        return dated.turned(Status.BREACHED, Standing.CONFIRMED, Optional.of(b));
    }

    private List<Finding> byFinders(Norm c) {
        List<String> finders =
                finders(c).stream().flatMap(r -> r.body().stream()).toList();
        return reading.facts.findings().stream()
                .filter(f -> finders.contains(reading.facts.author(f)))
                .toList();
    }

    /** The findings that name this clause and possibly reach B, in the order ≺. */
    private List<Finding> naming(Norm c, Breach b) {
        return byFinders(c).stream()
                .filter(f -> f.clause().equals(Optional.of(c.id())))
                .filter(f ->
                        f.about().isEmpty() || reading.facts.isAbout(f.about().get(), b.support()))
                .filter(f -> f.bearer().isEmpty() || f.bearer().get().equals(b.bearer()))
                .filter(f -> f.about().isPresent()
                        || b.start().isEmpty()
                        || b.start().get().lo() <= f.occurred().hi())
                .toList();
    }

    /** Begun before it: a finding says nothing of what comes later, unless it names the record. */
    private static boolean surelyReaches(Finding f, Breach b) {
        return f.about().isPresent()
                || b.start().isEmpty()
                || b.start().get().hi() <= f.occurred().lo();
    }

    /** Failing those that name the clause, except of a duty to act: the ≺-greatest that confirms an observation in B's support. */
    private Optional<Finding> onRecord(Norm c, Breach b) {
        if (c.duty() instanceof Duty.Achieve || c.duty() instanceof Duty.Recur) {
            return Optional.empty();
        }
        return byFinders(c).stream()
                .filter(f -> f.clause().isEmpty() && f.term().isEmpty())
                .filter(f ->
                        f.about().isPresent() && reading.facts.isAbout(f.about().get(), b.support()))
                .filter(f -> f.result().equals(Finding.CONFIRMED))
                .reduce((first, second) -> second);
    }

    private List<Rule.Confirms> finders(Norm c) {
        List<Rule.Confirms> finders = new ArrayList<>();
        for (Rule rule : reading.agreement.rules()) {
            if (rule instanceof Rule.Confirms confirms && confirms.of().covers(c.id())) {
                finders.add(confirms);
            }
        }
        return finders;
    }

    private Optional<Rule.Silence> silence(Norm c) {
        return finders(c).stream()
                .filter(r -> r.body().isPresent() && r.silence().isPresent())
                .findFirst()
                .flatMap(Rule.Confirms::silence);
    }

    // acts, for sections 9, 10 and 12

    /** The acts: sure if the occurrence is, its basis is among the clause's evidence, and `where` is true. */
    List<Match> acts(Norm c, Pattern act, Binding binding, Condition where) {
        return reading.matches(act, binding).stream()
                .flatMap(m -> act(c, m, reading.conditions.holding(where, m.binding())).stream())
                .toList();
    }

    Optional<Match> act(Norm c, Match m, Holding condition) {
        if (condition.isFalseAt(m.time())) {
            return Optional.empty();
        }
        boolean sure = condition.isTrueAt(m.time())
                && reading.isEvidence(evidence(c), m.occurrence().support());
        return Optional.of(sure ? m : m.butUnsure());
    }

    private Set<Basis> evidence(Norm c) {
        Set<Basis> kinds = EnumSet.noneOf(Basis.class);
        for (Rule rule : reading.agreement.rules()) {
            if (rule instanceof Rule.Evidence evidence && evidence.of().covers(c.id())) {
                kinds.addAll(evidence.kinds());
            }
        }
        return kinds;
    }
}
