package holdfast.cli.report;

import holdfast.engine.Record;
import holdfast.examine.play.Move;
import holdfast.engine.words.DateWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Acts that follow each other for the same reason and read the same: four or more are told once, and fewer where they happen within one second. A limit of 700
 * shellings is broken in one line.
 *
 * @param last the last of them; {@code first} itself where there is one
 * @param what one of the acts in words
 * @param times how many there are, 1 or more
 */
record LikeActs(Move first, Move last, String what, int times) {
    private static final int MANY = 4;

    /** All the moves, in their order. */
    static List<LikeActs> of(List<Move> moves, Function<Record, String> words) {
        List<LikeActs> told = new ArrayList<>();
        int from = 0;
        while (from < moves.size()) {
            Move first = moves.get(from);
            String what = words.apply(first.record());
            int to = from + 1;
            while (to < moves.size() && alike(first, moves.get(to), what, words)) {
                to++;
            }
            LikeActs run = new LikeActs(first, moves.get(to - 1), what, to - from);
            if (run.times < MANY && !run.isOfOneSecond()) {
                run = new LikeActs(first, first, what, 1);
            }
            told.add(run);
            from += run.times;
        }
        return told;
    }

    private static boolean alike(Move first, Move next, String what, Function<Record, String> words) {
        return first.why() == next.why()
                && first.clause().equals(next.clause())
                && what.equals(words.apply(next.record()));
    }

    private boolean isOfOneSecond() {
        return Math.floorDiv(first.at(), 1000) == Math.floorDiv(last.at(), 1000);
    }

    String words(DateWords dates) {
        if (times == 1) {
            return what;
        }
        return what + ", " + times + " times"
                + (isOfOneSecond() ? "" : ", the last on " + StoryWords.moment(dates, last.at()));
    }
}
