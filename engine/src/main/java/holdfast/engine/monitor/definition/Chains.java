package holdfast.engine.monitor.definition;

import holdfast.engine.Time;
import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Acts joined into chains: an act joins while it may begin no later than a gap after something before it in the chain (semantics, sections 6 and 10). Without a
 * gap every act is a chain of its own. A chain in which something is open is taken apart into {@link Episodes}.
 */
public final class Chains {
    /** Says what an act counts for: {@link Truth#FALSE} not at all, {@link Truth#UNKNOWN} unsure, {@link Truth#TRUE} sure. */
    public interface Scale {
        int weigh(Occurrence act);
    }

    /** Hears what became of the chains. */
    public interface Listener {
        void formed(Chain chain);

        void grown(Chain chain);

        void dissolved(Chain chain);
    }

    public static final class Chain {
        final List<Occurrence> acts = new ArrayList<>();
        final long lo;
        private final BitSet sures = new BitSet();

        /** Up to when something may join it. */
        private long reach = Long.MIN_VALUE;

        /** All its acts are sure and precise: it is one episode. */
        private boolean plain = true;

        private @Nullable List<Episode> episodes;

        /** Whatever the listener keeps for it. */
        @Nullable
        public Object attachment;

        Chain(Occurrence first) {
            lo = first.lo;
        }

        private void join(Occurrence act, boolean sure, long lasts) {
            sures.set(acts.size(), sure);
            acts.add(act);
            reach = Math.max(reach, lasts);
            plain &= sure && act.precise();
            episodes = null;
        }

        boolean same(Chain other) {
            if (acts.size() != other.acts.size() || !sures.equals(other.sures)) {
                return false;
            }
            for (int i = 0; i < acts.size(); i++) {
                if (acts.get(i) != other.acts.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Bucket acts;
    private final Scale scale;
    private final @Nullable Span gap;
    private final CivilTime civil;
    private final Listener listener;
    private final List<Chain> chains = new ArrayList<>();

    private int seen;
    private @Nullable Occurrence lastSeen;
    private long greatestEnd = Long.MIN_VALUE;

    /** @param gap null: no act joins another */
    public Chains(Bucket acts, Scale scale, @Nullable Span gap, CivilTime civil, Listener listener) {
        this.acts = acts;
        this.scale = scale;
        this.gap = gap;
        this.civil = civil;
        this.listener = listener;
    }

    public List<Chain> chains() {
        return chains;
    }

    /** The episodes that are told of a chain: one, if nothing in it is open. */
    public List<Episode> episodes(Chain chain) {
        List<Episode> known = chain.episodes;
        if (known == null) {
            known = chain.plain ? List.of(plain(chain)) : Episodes.of(chain.acts, chain.sures, gap, civil);
            chain.episodes = known;
        }
        return known;
    }

    private Episode plain(Chain chain) {
        return new Episode(
                chain.acts,
                chain.acts.size(),
                true,
                true,
                chain.lo,
                chain.lo,
                chain.reach,
                chain.reach,
                List.of(),
                gap);
    }

    private Chain begun(Occurrence act, boolean sure) {
        Chain chain = new Chain(act);
        join(chain, act, sure);
        return chain;
    }

    private void join(Chain chain, Occurrence act, boolean sure) {
        chain.join(
                act,
                sure,
                gap == null
                        ? act.hi
                        : civil.shift(new Time(act.lo, act.hi), gap).hi());
    }

    /** Acts, or what they count for, have changed at most between these instants. */
    public void refresh(long from, long to) {
        if (areOnlyLater(from)) {
            for (int i = seen; i < acts.size(); i++) {
                takeOneMore(acts.get(i));
            }
        } else {
            rebuild(from, to);
        }
        seen = acts.size();
        lastSeen = seen == 0 ? null : acts.get(seen - 1);
    }

    /** The common case: time goes on, and acts have come after all others. */
    private boolean areOnlyLater(long from) {
        return acts.size() > seen && from > greatestEnd && (seen == 0 || acts.get(seen - 1) == lastSeen);
    }

    private void takeOneMore(Occurrence act) {
        greatestEnd = Math.max(greatestEnd, act.hi);
        int weight = scale.weigh(act);
        if (weight == Truth.FALSE) {
            return;
        }
        Chain last = chains.isEmpty() ? null : chains.getLast();
        if (last != null && joins(last, act)) {
            join(last, act, weight == Truth.TRUE);
            listener.grown(last);
        } else {
            Chain chain = begun(act, weight == Truth.TRUE);
            chains.add(chain);
            listener.formed(chain);
        }
    }

    private boolean joins(Chain chain, Occurrence act) {
        return gap != null && act.lo <= chain.reach;
    }

    /*
     * Only the chains that reach into the stretch, or that what changed there may lengthen, are formed again: from the first of these to the first chain
     * after the stretch that begins with the same act as before.
     */
    private void rebuild(long from, long to) {
        int firstAct = acts.firstEndingFrom(from);
        long start = firstAct < acts.size() ? Math.min(from, acts.get(firstAct).lo) : from;
        int first = firstAffected(start);
        if (first < chains.size()) {
            start = Math.min(start, chains.get(first).lo);
        }
        List<Chain> formed = new ArrayList<>();
        int kept = form(start, to, first, formed);
        replace(first, kept, formed);
        for (int i = acts.firstFrom(start); i < acts.size() && acts.get(i).lo <= to; i++) {
            greatestEnd = Math.max(greatestEnd, acts.get(i).hi);
        }
    }

    private int firstAffected(long start) {
        int low = 0;
        int high = chains.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Chain chain = chains.get(middle);
            long reach = gap == null ? chain.lo : chain.reach;
            if (reach < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Forms chains anew; returns the index of the first old chain that stays as it is. */
    private int form(long start, long to, int first, List<Chain> formed) {
        int old = first;
        Chain current = null;
        for (int i = acts.firstFrom(start); i < acts.size(); i++) {
            Occurrence act = acts.get(i);
            int weight = scale.weigh(act);
            if (weight == Truth.FALSE) {
                continue;
            }
            if (current != null && joins(current, act)) {
                join(current, act, weight == Truth.TRUE);
                continue;
            }
            if (act.lo > to) {
                while (old < chains.size() && chains.get(old).lo < act.lo) {
                    old++;
                }
                if (old < chains.size() && chains.get(old).acts.getFirst() == act) {
                    return old;
                }
            }
            current = begun(act, weight == Truth.TRUE);
            formed.add(current);
        }
        return chains.size();
    }

    private void replace(int first, int end, List<Chain> formed) {
        List<Chain> before = new ArrayList<>(chains.subList(first, end));
        chains.subList(first, end).clear();
        List<Chain> fresh = new ArrayList<>();
        for (int i = 0; i < formed.size(); i++) {
            Chain same = takeSame(before, formed.get(i));
            if (same != null) {
                formed.set(i, same);
            } else {
                fresh.add(formed.get(i));
            }
        }
        chains.addAll(first, formed);
        before.forEach(listener::dissolved);
        fresh.forEach(listener::formed);
    }

    private static @Nullable Chain takeSame(List<Chain> before, Chain chain) {
        for (int i = 0; i < before.size() && before.get(i).lo <= chain.lo; i++) {
            if (before.get(i).same(chain)) {
                return before.remove(i);
            }
        }
        return null;
    }
}
