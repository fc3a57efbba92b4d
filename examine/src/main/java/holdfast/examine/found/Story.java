package holdfast.examine.found;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.examine.play.Move;
import holdfast.examine.play.Ways;
import holdfast.language.model.Agreement;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A history that shows something: a replay of its records gives what it claims.
 *
 * @param title what it shows, in a few words
 * @param reading the answers to the text's questions under which it does
 * @param moves what happens, in order
 * @param at the moment asked about, in milliseconds since 1970-01-01T00:00Z
 * @param claims verdicts at that moment
 * @param over clauses that at that moment ask for nothing more, and that did before
 */
public record Story(String title, Reading reading, List<Move> moves, long at, List<Claim> claims, List<String> over) {
    public Story {
        moves = List.copyOf(moves);
        claims = List.copyOf(claims);
        over = List.copyOf(over);
    }

    public Story(String title, Reading reading, List<Move> moves, long at, List<Claim> claims) {
        this(title, reading, moves, at, claims, List.of());
    }

    /** A verdict that must be among those of the clause. */
    public record Claim(String clause, String bearer, Status status, Optional<Time> due) {}

    /**
     * Tells the moves once more to the monitor with which they were played, which ends that play.
     *
     * @param ways of the agreement in which the moves were played
     * @param clauses about which the story makes claims: every verdict on them that says something has come about or is owed
     */
    public static Story of(
            String title, Ways ways, Reading reading, List<Move> moves, long at, Predicate<String> clauses) {
        return of(title, ways, reading, moves, at, clauses, c -> false);
    }

    /** @param kept prohibitions of which it is told as well that they are kept: what would break them does not */
    public static Story of(
            String title,
            Ways ways,
            Reading reading,
            List<Move> moves,
            long at,
            Predicate<String> clauses,
            Predicate<String> kept) {
        List<Move> inOrder = new ArrayList<>(moves);
        inOrder.sort(Comparator.comparingLong(Move::at));
        Set<Claim> claims = new LinkedHashSet<>();
        for (Verdict v : verdicts(ways, inOrder.stream().map(Move::record).toList(), at)) {
            if (clauses.test(v.clause())
                    && v.status() != Status.NOT_YET_DUE
                    && (!isMerelyKept(ways.agreement(), v) || kept.test(v.clause()))) {
                claims.add(new Claim(v.clause(), v.bearer(), v.status(), v.due()));
            }
        }
        return new Story(title, reading, inOrder, at, List.copyOf(claims));
    }

    /** A prohibition that somebody has not broken: nothing has come of it. */
    private static boolean isMerelyKept(Agreement agreement, Verdict v) {
        return (v.status() == Status.FULFILLED || v.status() == Status.LAPSED)
                && agreement.norms().stream().anyMatch(n -> n.id().equals(v.clause()) && Duties.isProhibition(n));
    }

    /** The same history, told of answers that come to the same. */
    public Story under(Reading same) {
        return same.equals(reading) ? this : new Story(title, same, moves, at, claims, over);
    }

    public List<Record> records() {
        return moves.stream().map(Move::record).toList();
    }

    /** The clauses said to be over that a replay shows to ask for something still. It ends what was played with these ways before. */
    public List<String> stillAsking(Ways ways) {
        List<Verdict> verdicts = verdicts(ways, records(), at);
        return over.stream()
                .filter(c -> verdicts.stream()
                        .anyMatch(v -> v.clause().equals(c)
                                && v.reading().isPartOf(reading)
                                && (v.status() == Status.PENDING || v.status() == Status.NOT_YET_DUE)))
                .toList();
    }

    private static List<Verdict> verdicts(Ways ways, List<Record> records, long at) {
        Monitor monitor = ways.monitor();
        records.forEach(monitor::accept);
        monitor.advanceTo(at);
        return monitor.verdicts();
    }
}
