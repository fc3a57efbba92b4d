package holdfast.examine.play;

import holdfast.engine.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * A history that was played to its end.
 *
 * @param moves in the order in which they happened
 * @param answers the measures among them, in the same order
 * @param verdicts at the end
 * @param end the last moment, in milliseconds since 1970-01-01T00:00Z
 * @param steps how many moments the monitor was asked about
 * @param cut whether it was broken off because it became too long
 */
public record Played(List<Move> moves, List<Answer> answers, List<Verdict> verdicts, long end, int steps, boolean cut) {
    public Played {
        moves = List.copyOf(moves);
        answers = List.copyOf(answers);
        verdicts = List.copyOf(verdicts);
    }

    public Played withoutVerdicts() {
        return new Played(moves, answers, List.of(), end, steps, cut);
    }

    /** Stronger is greater; then what is dated, then what is sooner. */
    public static final Comparator<Answer> STRENGTH = Comparator.comparingInt(Answer::rank)
            .thenComparing(Answer::dated)
            .thenComparing(Comparator.<Answer>comparingLong(a -> a.dated() ? a.at() : 0)
                    .reversed());
}
