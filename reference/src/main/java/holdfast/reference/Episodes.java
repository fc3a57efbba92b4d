package holdfast.reference;

import holdfast.engine.Time;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.ToLongFunction;

/** Section 6, "merged", and section 10: how the acts of one key form episodes, as far as their times say. */
record Episodes(List<Match> acts, Optional<Span> gap, Calendar calendar) {

    /**
     * An episode.
     *
     * @param acts those that are in it however the times fall, if they happened
     * @param sure there is one, in every completion
     * @param own it is surely none of the others that are told
     * @param start the first instant, of what may have been its first act
     * @param end the instant at which it is over
     * @param perhaps further acts that may be in it
     */
    record Episode(
            List<Match> acts,
            boolean sure,
            boolean own,
            Time start,
            Time end,
            List<Match> perhaps,
            Optional<Span> gap) {

        SortedSet<String> support() {
            return Occurrence.union(
                    acts.stream().map(a -> a.occurrence().support()).toList());
        }

        SortedSet<String> others() {
            return Occurrence.union(
                    perhaps.stream().map(a -> a.occurrence().support()).toList());
        }

        Optional<Match> firstSure() {
            return acts.stream().filter(Match::sure).findFirst();
        }

        /** Whether it may last longer than this, going by the number of its acts. */
        boolean mayOutlast(Span d) {
            if (gap.isEmpty()) {
                return false;
            }
            long most = (long) (acts.size() + perhaps.size()) * gap.get().count();
            if (gap.get().exact() && d.exact()) {
                return most * gap.get().unit().millis() > d.count() * d.unit().millis();
            }
            return gap.get().unit() != d.unit()
                    || most > d.count()
                    || (most == d.count() && acts.size() + perhaps.size() > 1);
        }

        /** Whether it surely does, by its gap alone. */
        boolean outlasts(Span d) {
            if (gap.isEmpty()) {
                return false;
            }
            if (gap.get().exact() && d.exact()) {
                return gap.get().count() * gap.get().unit().millis()
                        > d.count() * d.unit().millis();
            }
            return gap.get().unit() == d.unit() && gap.get().count() > d.count();
        }
    }

    List<Episode> all() {
        List<List<Match>> groups = groups();
        groups.sort(Comparator.comparing(List::getFirst, Match.BY_BEGINNING));
        List<Episode> all = new ArrayList<>(groups.stream().map(this::episode).toList());
        List<Episode> told = new ArrayList<>();
        List<Episode> order = new ArrayList<>(all);
        order.sort(Comparator.comparingLong((Episode e) -> firstEnd(e) - firstBeginning(e)));
        for (Episode e : order) {
            if (e.sure() && told.stream().noneMatch(d -> mayBeOne(d, e))) {
                told.add(e);
            }
        }
        return all.stream()
                .map(e -> new Episode(e.acts(), e.sure(), told.contains(e), e.start(), e.end(), e.perhaps(), e.gap()))
                .toList();
    }

    private static long firstBeginning(Episode e) {
        return least(e.acts(), Match::lo);
    }

    private static long firstEnd(Episode e) {
        return least(e.acts().stream().filter(Match::sure).toList().isEmpty() ? e.acts() : sure(e.acts()), Match::hi);
    }

    private static boolean mayBeOne(Episode d, Episode e) {
        return d.gap().isPresent()
                && d.end().hi() >= firstBeginning(e)
                && e.end().hi() >= firstBeginning(d);
    }

    /** Until when an episode lasts for the sake of this act. */
    private Time lasts(Match a) {
        return lasts(a.time());
    }

    private Time lasts(Time time) {
        return gap.map(g -> calendar.shift(time, g)).orElse(time);
    }

    /** However the two times fall, no more than the gap lies between. */
    private boolean together(Match a, Match b) {
        return gap.isPresent() && lasts(a).lo() >= b.hi() && lasts(b).lo() >= a.hi();
    }

    private List<List<Match>> groups() {
        List<List<Match>> groups = grouped(sure(acts));
        List<Match> left = new ArrayList<>();
        List<List<Match>> wider = new ArrayList<>();
        groups.forEach(g -> wider.add(new ArrayList<>(g)));
        for (Match u : acts) {
            if (!u.sure()) {
                int i = 0;
                while (i < groups.size() && groups.get(i).stream().noneMatch(a -> together(a, u))) {
                    i++;
                }
                if (i < groups.size()) {
                    wider.get(i).add(u);
                } else {
                    left.add(u);
                }
            }
        }
        wider.addAll(grouped(left));
        wider.forEach(g -> g.sort(Match.BY_BEGINNING));
        return wider;
    }

    /** In the order of their first acts. */
    private List<List<Match>> grouped(List<Match> some) {
        List<List<Match>> groups = new ArrayList<>();
        for (Match a : some.stream().sorted(Match.BY_BEGINNING).toList()) {
            List<List<Match>> with = groups.stream()
                    .filter(g -> g.stream().anyMatch(b -> together(a, b)))
                    .toList();
            List<Match> one = new ArrayList<>();
            with.forEach(one::addAll);
            one.add(a);
            one.sort(Match.BY_BEGINNING);
            groups.removeAll(with);
            groups.add(one);
        }
        groups.sort(Comparator.comparing(List::getFirst, Match.BY_BEGINNING));
        return groups;
    }

    private Episode episode(List<Match> group) {
        List<Match> sure = sure(group);
        boolean is = !sure.isEmpty();
        List<Match> others = acts.stream().filter(a -> !group.contains(a)).toList();
        long startHi = is ? least(sure, Match::hi) : greatest(group, Match::hi);
        long endLo = is ? greatest(sure, a -> lasts(a).lo()) : least(group, a -> lasts(a).lo());
        Time start = new Time(earliest(group, others), startHi);
        Time end = new Time(endLo, latest(group, others));
        List<Match> perhaps = others.stream()
                .filter(x -> gap.isPresent() && x.lo() <= end.hi() && lasts(x).hi() >= start.lo())
                .toList();
        return new Episode(group, is, is, start, end, perhaps, gap);
    }

    /** The earliest instant to which acts before it may reach back, each taken once. */
    private long earliest(List<Match> group, List<Match> others) {
        long first = least(group, Match::lo);
        List<Match> unused = new ArrayList<>(gap.isPresent() ? others : List.of());
        while (true) {
            long r = first;
            Optional<Match> x = unused.stream()
                    .filter(a -> a.lo() < r && lasts(a).hi() >= r)
                    .max(Comparator.comparingLong(Match::lo));
            if (x.isEmpty()) {
                return first;
            }
            long back =
                    gap.get().exact() ? r - gap.get().count() * gap.get().unit().millis() : Long.MIN_VALUE;
            first = Math.max(x.get().lo(), back);
            unused.remove(x.get());
        }
    }

    /** The latest instant to which acts after it may carry it on, each taken once. */
    private long latest(List<Match> group, List<Match> others) {
        long end = greatest(group, a -> lasts(a).hi());
        List<Match> unused = new ArrayList<>(gap.isPresent() ? others : List.of());
        while (true) {
            long e = end;
            Optional<Match> x = unused.stream()
                    .filter(a -> a.lo() <= e && carried(a, e) > e)
                    .min(Comparator.comparingLong(Match::hi).thenComparing(a -> a, Match.BY_END));
            if (x.isEmpty()) {
                return end;
            }
            end = carried(x.get(), e);
            unused.remove(x.get());
        }
    }

    private long carried(Match a, long end) {
        return lasts(new Time(a.lo(), Math.min(a.hi(), end))).hi();
    }

    private static List<Match> sure(List<Match> some) {
        return some.stream().filter(Match::sure).toList();
    }

    private static long least(List<Match> some, ToLongFunction<Match> of) {
        return some.stream().mapToLong(of).min().orElseThrow();
    }

    private static long greatest(List<Match> some, ToLongFunction<Match> of) {
        return some.stream().mapToLong(of).max().orElseThrow();
    }
}
