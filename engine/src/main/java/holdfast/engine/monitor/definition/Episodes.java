package holdfast.engine.monitor.definition;

import holdfast.engine.Time;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Takes a chain of acts that may be one apart into the episodes that are told (semantics, section 10). Acts are together if no more than the gap lies between them
 * however their times fall; those that are together through sure acts are one episode, and what else the chain holds may carry it back and on.
 */
final class Episodes {
    private final List<Occurrence> acts;
    private final BitSet sures;
    private final @Nullable Span gap;
    private final CivilTime civil;
    private final long[] lastsLo;
    private final long[] lastsHi;

    /** The indices by last instant. */
    private final List<Integer> byEnd = new ArrayList<>();

    private final List<Integer> byReach = new ArrayList<>();

    /** Of each act the group that it is in; -1: none yet. */
    private final int[] groupOf;

    private Episodes(List<Occurrence> acts, BitSet sures, @Nullable Span gap, CivilTime civil) {
        this.acts = acts;
        this.sures = sures;
        this.gap = gap;
        this.civil = civil;
        int size = acts.size();
        lastsLo = new long[size];
        lastsHi = new long[size];
        groupOf = new int[size];
        for (int i = 0; i < size; i++) {
            Time lasts = lasts(acts.get(i).lo, acts.get(i).hi);
            lastsLo[i] = lasts.lo();
            lastsHi[i] = lasts.hi();
            groupOf[i] = -1;
            byEnd.add(i);
            byReach.add(i);
        }
        byEnd.sort(Comparator.comparing(acts::get, Occurrence.BY_END));
        byReach.sort(Comparator.comparingLong((Integer i) -> lastsHi[i]).reversed());
    }

    /** @param acts by first instant */
    static List<Episode> of(List<Occurrence> acts, BitSet sures, @Nullable Span gap, CivilTime civil) {
        return new Episodes(acts, sures, gap, civil).told();
    }

    private Time lasts(long lo, long hi) {
        Time time = new Time(lo, hi);
        return gap == null ? time : civil.shift(time, gap);
    }

    private List<Episode> told() {
        List<List<Integer>> groups = groups();
        List<Episode> all = new ArrayList<>();
        List<Long> beginnings = new ArrayList<>();
        List<Long> uncertain = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            List<Integer> group = groups.get(g);
            Episode episode = episode(group);
            all.add(episode);
            long first = group.stream().mapToLong(i -> acts.get(i).lo).min().orElseThrow();
            beginnings.add(first);
            uncertain.add(firstEnd(group, episode.sure()) - first);
        }
        if (all.size() > 1) {
            setOwn(all, beginnings, uncertain);
        }
        return all;
    }

    private long firstEnd(List<Integer> group, boolean sure) {
        return group.stream()
                .filter(i -> !sure || sures.get(i))
                .mapToLong(i -> acts.get(i).hi)
                .min()
                .orElseThrow();
    }

    /** Those whose beginning is known best come first; one that may be the same as one of these is none of its own. */
    private static void setOwn(List<Episode> all, List<Long> beginnings, List<Long> uncertain) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingLong(uncertain::get));
        List<Integer> told = new ArrayList<>();
        for (int e : order) {
            boolean own = all.get(e).sure() && told.stream().noneMatch(d -> mayBeOne(all, beginnings, d, e));
            if (own) {
                told.add(e);
            }
            all.set(e, all.get(e).owned(own));
        }
    }

    private static boolean mayBeOne(List<Episode> all, List<Long> beginnings, int d, int e) {
        return all.get(d).gap() != null
                && all.get(d).endHi() >= beginnings.get(e)
                && all.get(e).endHi() >= beginnings.get(d);
    }

    // which acts are together

    private boolean together(int a, int b) {
        return gap != null && lastsLo[a] >= acts.get(b).hi && lastsLo[b] >= acts.get(a).hi;
    }

    private List<List<Integer>> groups() {
        List<Integer> sure = new ArrayList<>();
        for (int i : byEnd) {
            if (sures.get(i)) {
                sure.add(i);
            }
        }
        List<List<Integer>> groups = grouped(sure, 0);
        List<Integer> left = new ArrayList<>();
        for (int i : byEnd) {
            if (!sures.get(i)) {
                int group = firstWith(i, sure);
                if (group < 0) {
                    left.add(i);
                } else {
                    groups.get(group).add(i);
                }
            }
        }
        groups.addAll(grouped(left, groups.size()));
        groups.forEach(g -> g.sort(null));
        groups.sort(Comparator.comparing(List::getFirst));
        return groups;
    }

    /** The first group of which a sure act is together with this one; -1: none. */
    private int firstWith(int act, List<Integer> sure) {
        int first = -1;
        for (int other : sure) {
            int group = groupOf[other];
            if ((first < 0 || group < first) && together(act, other)) {
                first = group;
            }
        }
        return first;
    }

    /**
     * Of those that end before an act, all that are together with it are together with each other: the first that is found will do. Sorted by their first acts.
     *
     * @param some by last instant
     */
    private List<List<Integer>> grouped(List<Integer> some, int number) {
        int[] parent = new int[some.size()];
        long greatest = Long.MIN_VALUE;
        long[] reach = new long[some.size()];
        for (int b = 0; b < some.size(); b++) {
            parent[b] = b;
            for (int a = b - 1; a >= 0 && reach[a] >= acts.get(some.get(b)).hi; a--) {
                if (together(some.get(a), some.get(b))) {
                    parent[b] = a;
                    break;
                }
            }
            greatest = Math.max(greatest, lastsLo[some.get(b)]);
            reach[b] = greatest;
        }
        List<List<Integer>> groups = new ArrayList<>();
        int[] index = new int[some.size()];
        for (int b = 0; b < some.size(); b++) {
            if (parent[b] == b) {
                index[b] = groups.size();
                groups.add(new ArrayList<>());
            } else {
                index[b] = index[parent[b]];
            }
            groups.get(index[b]).add(some.get(b));
        }
        groups.forEach(g -> g.sort(null));
        groups.sort(Comparator.comparing(List::getFirst));
        for (int g = 0; g < groups.size(); g++) {
            for (int i : groups.get(g)) {
                groupOf[i] = number + g;
            }
        }
        return groups;
    }

    // how far they reach

    private Episode episode(List<Integer> group) {
        BitSet members = new BitSet();
        group.forEach(members::set);
        boolean sure = group.stream().anyMatch(sures::get);
        long startLo = Long.MAX_VALUE;
        long startHi = sure ? Long.MAX_VALUE : Long.MIN_VALUE;
        long endLo = sure ? Long.MIN_VALUE : Long.MAX_VALUE;
        long endHi = Long.MIN_VALUE;
        List<Occurrence> own = new ArrayList<>();
        for (int i : group) {
            own.add(acts.get(i));
            startLo = Math.min(startLo, acts.get(i).lo);
            endHi = Math.max(endHi, lastsHi[i]);
            if (!sure) {
                startHi = Math.max(startHi, acts.get(i).hi);
                endLo = Math.min(endLo, lastsLo[i]);
            } else if (sures.get(i)) {
                startHi = Math.min(startHi, acts.get(i).hi);
                endLo = Math.max(endLo, lastsLo[i]);
            }
        }
        List<Occurrence> perhaps = new ArrayList<>();
        if (gap != null && group.size() < acts.size()) {
            startLo = earliest(startLo, members, gap);
            endHi = latest(endHi, members);
            for (int i = 0; i < acts.size(); i++) {
                if (!members.get(i) && acts.get(i).lo <= endHi && lastsHi[i] >= startLo) {
                    perhaps.add(acts.get(i));
                }
            }
        }
        return new Episode(own, own.size(), sure, sure, startLo, startHi, endLo, endHi, perhaps, gap);
    }

    /** The earliest instant to which acts before it may reach back, each taken once: always the one that begins last. */
    private long earliest(long first, BitSet members, Span gap) {
        PriorityQueue<Integer> ready = new PriorityQueue<>(
                Comparator.comparingLong((Integer i) -> acts.get(i).lo).reversed());
        long r = first;
        int next = 0;
        while (true) {
            while (next < byReach.size() && lastsHi[byReach.get(next)] >= r) {
                int i = byReach.get(next++);
                if (!members.get(i)) {
                    ready.add(i);
                }
            }
            Integer x = ready.poll();
            if (x == null) {
                return r;
            }
            if (acts.get(x).lo < r) {
                long back = gap.exact() ? r - gap.count() * gap.unit().millis() : Long.MIN_VALUE;
                r = Math.max(acts.get(x).lo, back);
            }
        }
    }

    /** The latest instant to which acts after it may carry it on, each taken once: always the one that ends first. */
    private long latest(long end, BitSet members) {
        PriorityQueue<Integer> ready = new PriorityQueue<>(Comparator.comparingLong((Integer i) -> acts.get(i).hi));
        long e = end;
        int next = 0;
        while (true) {
            while (next < acts.size() && acts.get(next).lo <= e) {
                if (!members.get(next)) {
                    ready.add(next);
                }
                next++;
            }
            Integer x = ready.poll();
            if (x == null) {
                return e;
            }
            e = Math.max(e, lasts(acts.get(x).lo, Math.min(acts.get(x).hi, e)).hi());
        }
    }
}
