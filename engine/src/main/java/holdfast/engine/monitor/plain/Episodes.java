package holdfast.engine.monitor.plain;

import holdfast.engine.Verdict;
import holdfast.language.model.Span;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The breaches of a prohibition that last: acts of one bearer and key with no more than a gap between them are one. Once changes are asked for, it keeps what was said; then a change costs
 * what the breaches around it cost.
 */
final class Episodes implements Breaches {
    private final BanJudge judge;
    private final Tier tier;
    private final Chain act;
    private final Span gap;

    /** Whose acts they are: those of one bearer and key may be one breach. */
    record Whose(String bearer, SortedMap<String, Value> key) {}

    private record Act(long time, int row) implements Comparable<Act> {
        private static final Comparator<Act> ORDER =
                Comparator.comparingLong(Act::time).thenComparingInt(Act::row);

        @Override
        public int compareTo(Act other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param end no later act belongs to it */
    private record Episode(Act first, long end, Verdict verdict) {}

    /** What is kept of one bearer and key. */
    private static final class Kept {
        private final NavigableSet<Act> acts = new TreeSet<>();

        /** By the instant of the first act. */
        private final NavigableMap<Long, Episode> said = new TreeMap<>();
    }

    private record Placed(Kept kept, Act act) {}

    /** From where to where something else may be said. */
    private record Stretch(long from, long to) {
        Stretch with(Stretch other) {
            return new Stretch(Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    private final Map<Whose, Kept> kept = new HashMap<>();
    private final Map<Integer, Placed> placed = new HashMap<>();
    private final BitSet touched = new BitSet();

    /** When the breaches are over that were said to last, by their first acts; some are others by now. */
    private final Dues ends = new Dues();

    private boolean asked;

    Episodes(BanJudge judge, Tier tier, Chain act, Span gap) {
        this.judge = judge;
        this.tier = tier;
        this.act = act;
        this.gap = gap;
    }

    @Override
    public void begin() {
        kept.clear();
        placed.clear();
        touched.clear();
        ends.clear();
        asked = false;
    }

    @Override
    public void touch(int row) {
        if (asked) {
            touched.set(row);
        }
    }

    @Override
    public void touchAll() {
        placed.keySet().forEach(touched::set);
    }

    @Override
    public void collect(Consumer<Verdict> verdicts) {
        Map<Whose, List<Act>> all = new LinkedHashMap<>();
        judge.forEachForbidden(row ->
                all.computeIfAbsent(judge.whose(row), w -> new ArrayList<>()).add(new Act(act.time(row), row)));
        for (List<Act> acts : all.values()) {
            acts.sort(Act.ORDER);
            split(acts, episode -> verdicts.accept(episode.verdict));
        }
    }

    /** @param acts of one bearer and key, in order */
    private void split(Iterable<Act> acts, Consumer<Episode> episodes) {
        List<Act> one = new ArrayList<>();
        long lasts = Long.MIN_VALUE;
        for (Act next : acts) {
            if (!one.isEmpty() && next.time > lasts) {
                episodes.accept(episode(one, lasts));
                one = new ArrayList<>();
                lasts = Long.MIN_VALUE;
            }
            one.add(next);
            // Where the clocks change, a later act may last less long.
            lasts = Math.max(lasts, reach(next.time));
        }
        if (!one.isEmpty()) {
            episodes.accept(episode(one, lasts));
        }
    }

    private Episode episode(List<Act> acts, long end) {
        List<Integer> rows = acts.stream().map(Act::row).toList();
        return new Episode(acts.getFirst(), end, judge.verdict(rows, end));
    }

    private long reach(long time) {
        return tier.civil().shift(time, gap, 1);
    }

    // What came and went.

    @Override
    public void drain(Consumer<Verdict> gone, Consumer<Verdict> came) {
        if (!asked) {
            asked = true;
            touched.set(0, act.table.rows);
        }
        while (ends.first() < tier.now()) {
            touched.set(ends.take());
        }
        Map<Kept, Stretch> changed = new LinkedHashMap<>();
        for (int row = touched.nextSetBit(0); row >= 0; row = touched.nextSetBit(row + 1)) {
            Placed before = placed.remove(row);
            if (before != null) {
                before.kept.acts.remove(before.act);
                changed.merge(before.kept, stretch(before.act), Stretch::with);
            }
            if (judge.isForbidden(row)) {
                Kept of = kept.computeIfAbsent(judge.whose(row), w -> new Kept());
                Act now = new Act(act.time(row), row);
                of.acts.add(now);
                placed.put(row, new Placed(of, now));
                changed.merge(of, stretch(now), Stretch::with);
            }
        }
        touched.clear();
        changed.forEach((of, stretch) -> again(of, stretch, gone, came));
    }

    @Override
    public long firstEnd() {
        return ends.first();
    }

    private Stretch stretch(Act act) {
        return new Stretch(act.time, reach(act.time));
    }

    /** What an episode outside of the stretch is, hangs on nothing in it. */
    private void again(Kept of, Stretch stretch, Consumer<Verdict> gone, Consumer<Verdict> came) {
        Map.Entry<Long, Episode> around = of.said.floorEntry(stretch.from);
        long from = around != null && around.getValue().end >= stretch.from ? around.getKey() : stretch.from;
        NavigableMap<Long, Episode> those = of.said.subMap(from, true, stretch.to, true);
        Map.Entry<Long, Episode> last = those.lastEntry();
        long to = last == null ? stretch.to : Math.max(stretch.to, last.getValue().end);
        Map<Long, Episode> before = new HashMap<>(those);
        those.clear();
        split(of.acts.subSet(new Act(from, Integer.MIN_VALUE), true, new Act(to, Integer.MAX_VALUE), true), episode -> {
            of.said.put(episode.first.time, episode);
            if (episode.verdict.until().isEmpty()) {
                ends.add(episode.end, episode.first.row);
            }
            Episode was = before.get(episode.first.time);
            if (was != null && was.verdict.equals(episode.verdict)) {
                before.remove(episode.first.time);
            } else {
                came.accept(episode.verdict);
            }
        });
        before.values().forEach(episode -> gone.accept(episode.verdict));
    }
}
