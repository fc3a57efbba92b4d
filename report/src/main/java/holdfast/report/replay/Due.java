package holdfast.report.replay;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Norm;
import holdfast.language.reading.Triggers;
import holdfast.report.standing.Coming;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import holdfast.report.standing.RivalReadings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one actor owes at a moment, and what is owed to it; or what everybody owes, and then nothing is owed to anybody in particular.
 *
 * @param actor who asks; empty: everybody
 * @param overdue what it should have done and has not
 * @param going breaches by it that go on
 * @param owes what it has to do, those due soonest first
 * @param blocked what it owes as soon as a condition holds that does not hold now
 * @param undecided what the records do not decide: it may owe it, or have broken it
 * @param notBegun clauses that bind it and have not begun for it
 * @param ifNamed breaches for which nobody is named, with those of {@code notBegun} that answer such a breach: they may begin as soon as somebody is
 * @param comes what begins by itself if nothing more comes, and what it will then be in breach of, as far as was looked ahead
 * @param toIt what others owe it, as the text says
 * @param toNobody what others owe without that the text says to whom
 */
public record Due(
        Optional<String> actor,
        List<Owed> overdue,
        List<Owed> going,
        List<Owed> owes,
        List<Owed> blocked,
        List<Owed> undecided,
        List<String> notBegun,
        List<IfNamed> ifNamed,
        List<Coming> comes,
        List<Owed> toIt,
        List<Owed> toNobody) {

    /**
     * @param breached the clause that somebody broke who is not named, or may have
     * @param since of the latest such breach; empty: no time is known
     * @param answers the clauses that answer its breach by somebody named
     */
    public record IfNamed(String breached, Optional<Time> since, List<String> answers) {
        public IfNamed {
            answers = List.copyOf(answers);
        }
    }

    public Due {
        overdue = List.copyOf(overdue);
        going = List.copyOf(going);
        owes = List.copyOf(owes);
        blocked = List.copyOf(blocked);
        undecided = List.copyOf(undecided);
        notBegun = List.copyOf(notBegun);
        ifNamed = List.copyOf(ifNamed);
        comes = List.copyOf(comes);
        toIt = List.copyOf(toIt);
        toNobody = List.copyOf(toNobody);
    }

    public static Due of(Replay replay, String actor) {
        return each(replay, List.of(actor)).getFirst();
    }

    /** What everybody owes, in one list by time. */
    public static Due ofEverybody(Replay replay) {
        return of(replay, RivalReadings.of(replay), Coming.of(replay), Optional.empty());
    }

    /** One for each of several, in their order: the verdicts are looked through once. */
    static List<Due> each(Replay replay, List<String> actors) {
        List<RivalReadings.Said> said = RivalReadings.of(replay);
        List<Coming> coming = Coming.of(replay);
        return actors.stream()
                .map(actor -> of(replay, said, coming, Optional.of(actor)))
                .toList();
    }

    private static Due of(Replay replay, List<RivalReadings.Said> said, List<Coming> coming, Optional<String> actor) {
        Predicate<RivalReadings.Said> its =
                s -> actor.map(s.verdict().bearer()::equals).orElse(true);
        List<String> notBegun = actor.map(a -> notBegun(replay, a)).orElse(List.of());
        List<Owed> others = Owed.lines(
                replay,
                said.stream()
                        .filter(its.negate())
                        .filter(s -> isOpen(s.verdict()) || isOverdue(s.verdict()))
                        .toList());
        return new Due(
                actor,
                lines(replay, said, its.and(s -> isOverdue(s.verdict()))),
                lines(replay, said, its.and(s -> goesOn(s.verdict()))),
                lines(replay, said, its.and(s -> isOpen(s.verdict()))),
                lines(replay, said, its.and(s -> s.verdict().status() == Status.BLOCKED)),
                lines(replay, said, its.and(s -> s.verdict().status() == Status.UNDETERMINED)),
                notBegun,
                ifNamed(replay, notBegun),
                actor.map(a -> comes(coming, a)).orElse(coming),
                others.stream()
                        .filter(o -> actor.filter(o.to()::contains).isPresent())
                        .toList(),
                others.stream().filter(o -> o.to().isEmpty()).toList());
    }

    /** Who asks, as it stands in a heading. */
    String who() {
        return actor.orElse("everybody");
    }

    /** For whom a line need not say to whom something is owed. */
    List<String> asking() {
        return actor.stream().toList();
    }

    /** What a clause says, as a sentence; of several for several readings, the first. */
    static String sentence(Replay replay, String clause) {
        return replay.agreement().norms().stream()
                .filter(n -> n.id().equals(clause))
                .map(replay.texts()::clause)
                .findFirst()
                .orElse("");
    }

    /** Whether it owes anything, or anything is owed to it by name. */
    boolean hasAny() {
        return Stream.of(overdue, going, owes, blocked, undecided, comes, toIt).anyMatch(list -> !list.isEmpty());
    }

    /** Under every reading, and for whatever it is asked: nobody may take a duty for none because it waits. */
    private static List<String> notBegun(Replay replay, String actor) {
        Map<String, Boolean> waits = new LinkedHashMap<>();
        replay.verdicts().stream()
                .filter(v -> v.bearer().equals(actor))
                .forEach(v -> waits.merge(v.clause(), v.status() == Status.NOT_YET_DUE, Boolean::logicalAnd));
        return waits.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** An act for which nobody is named sets nothing off, and what it would set off may count from the act: who owes it should know before somebody is named. */
    private static List<IfNamed> ifNamed(Replay replay, List<String> waiting) {
        Map<String, Optional<Time>> unnamed = new LinkedHashMap<>();
        for (Verdict v : replay.verdicts()) {
            if (v.bearer().equals(Verdict.NOBODY_NAMED)
                    && (v.status() == Status.BREACHED || v.status() == Status.UNDETERMINED)) {
                unnamed.merge(v.clause(), v.since(), Due::later);
            }
        }
        List<IfNamed> found = new ArrayList<>();
        unnamed.forEach((breached, since) -> {
            List<String> answers = replay.agreement().norms().stream()
                    .filter(n -> waiting.contains(n.id()))
                    .filter(n -> Triggers.followsABreachOf(breached, n))
                    .map(Norm::id)
                    .distinct()
                    .toList();
            if (!answers.isEmpty()) {
                found.add(new IfNamed(breached, since, answers));
            }
        });
        return found;
    }

    private static Optional<Time> later(Optional<Time> one, Optional<Time> other) {
        return one.isEmpty() || other.filter(o -> o.lo() > one.get().lo()).isPresent() ? other : one;
    }

    private static boolean isOpen(Verdict v) {
        return v.status() == Status.PENDING;
    }

    /** Not done in time, and it can still be done. */
    public static boolean isOverdue(Verdict v) {
        return v.status() == Status.BREACHED && v.due().isPresent() && v.until().isEmpty();
    }

    private static boolean goesOn(Verdict v) {
        return v.status() == Status.BREACHED && v.due().isEmpty() && v.until().isEmpty();
    }

    private static List<Owed> lines(
            Replay replay, List<RivalReadings.Said> said, Predicate<RivalReadings.Said> wanted) {
        return Owed.lines(replay, said.stream().filter(wanted).toList());
    }

    private static List<Coming> comes(List<Coming> coming, String actor) {
        return coming.stream()
                .filter(c -> c.owed().bearers().contains(actor))
                .map(c -> new Coming(c.kind(), c.when(), c.owed().by(actor), c.times()))
                .toList();
    }
}
