package holdfast.reference;

import holdfast.engine.Time;
import holdfast.language.model.Definition;
import holdfast.language.model.Definition.Absence;
import holdfast.language.model.Definition.After;
import holdfast.language.model.Definition.AllOf;
import holdfast.language.model.Definition.Count;
import holdfast.language.model.Definition.Different;
import holdfast.language.model.Definition.Merged;
import holdfast.language.model.Definition.Select;
import holdfast.language.model.Definition.Sum;
import holdfast.language.model.Definition.Then;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import holdfast.language.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Section 6: the occurrences of a defined event. */
record Definitions(OneReading reading, Definition definition) {

    List<Occurrence> occurrences() {
        return switch (definition.derivation()) {
            case Select(List<Pattern> patterns, var where) ->
                patterns.stream()
                        .flatMap(p -> reading.matches(p, Binding.EMPTY, where).stream())
                        .map(m -> occurrence(m.time(), m.binding(), m.sure(), List.of(m)))
                        .toList();
            case Count(long n, Pattern p, Optional<Span> within, var where) ->
                reached(
                        reading.matches(p, Binding.EMPTY, where),
                        within,
                        Optional.of(n),
                        (s, all) -> s.size() >= n,
                        all -> all.size() >= n);
            case Different(long n, String v, Pattern p, Optional<Span> within, var where) ->
                reached(
                        reading.matches(p, Binding.EMPTY, where),
                        within,
                        Optional.of(n),
                        (s, all) -> different(v, s) >= n,
                        all -> different(v, all) >= n);
            case Sum(String a, Pattern p, BigDecimal q, Optional<Span> within, var where) ->
                reached(
                        reading.matches(p, Binding.EMPTY, where),
                        within,
                        Optional.empty(),
                        (s, all) -> total(a, s, 1).add(total(a, all, -1)).compareTo(q) >= 0,
                        all -> total(a, all, isOpen(all) ? 1 : 0).compareTo(q) >= 0);
            case Merged(Pattern p, Span gap, var where) -> merged(reading.matches(p, Binding.EMPTY, where), gap);
            case Then then -> then(then);
            case Absence absence -> absence(absence);
            case After(Span span, boolean including, Pattern p) ->
                reading.matches(p, Binding.EMPTY).stream()
                        .map(m -> after(m, reading.calendar.deadline(m.time(), span, including)))
                        .filter(o -> o.lo() <= reading.now)
                        .toList();
            case AllOf(List<Pattern> patterns) -> allOf(patterns);
        };
    }

    /**
     * count, different and sum. The i-th of the sure matches by (hi, lo, id) stands for the i-th in time: it is reached there if the sure ones up to it that are
     * surely within D of it are enough.
     */
    private List<Occurrence> reached(
            List<Match> matches,
            Optional<Span> within,
            Optional<Long> number,
            BiPredicate<Collection<Match>, Collection<Match>> surely,
            Predicate<Collection<Match>> possibly) {
        List<Occurrence> found = new ArrayList<>();
        for (List<Match> c : byKey(matches).values()) {
            List<Match> ordered = c.stream().sorted(Match.BY_END).toList();
            List<Match> sure = ordered.stream().filter(Match::sure).toList();
            List<Long> beginnings = sure.stream().map(Match::lo).sorted().toList();
            for (Match e : ordered) {
                int i = sure.indexOf(e);
                Time at = e.sure() ? new Time(Math.min(e.lo(), beginnings.get(i)), e.hi()) : e.time();
                List<Match> s = sure.subList(0, i + 1).stream()
                        .filter(f -> reaches(f.lo(), e.hi(), within))
                        .toList();
                List<Match> p = ordered.stream()
                        .filter(f -> f.lo() <= e.hi() && reaches(f.hi(), at.lo(), within))
                        .filter(f -> !isLaterAtTheSameInstant(f, e))
                        .toList();
                long atMost =
                        e.sure() ? i + 1 + p.stream().filter(f -> !f.sure()).count() : Long.MAX_VALUE;
                if (e.sure() && surely.test(s, p)) {
                    found.add(occurrence(at, e.binding(), true, s));
                } else if (possibly.test(p) && number.orElse(0L) <= atMost) {
                    found.add(occurrence(at, e.binding(), false, p));
                }
            }
        }
        return found;
    }

    private boolean reaches(long from, long to, Optional<Span> within) {
        return within.isEmpty() || reading.calendar.deadline(from, within.get(), false) >= to;
    }

    private static boolean isLaterAtTheSameInstant(Match f, Match e) {
        return f.time().precise() && f.time().equals(e.time()) && Match.BY_END.compare(f, e) > 0;
    }

    private static long different(String variable, Collection<Match> matches) {
        return matches.stream()
                .map(m -> m.binding().values().get(variable))
                .distinct()
                .count();
    }

    private static boolean isOpen(Collection<Match> matches) {
        return matches.stream().anyMatch(m -> !m.sure() || !m.time().precise());
    }

    /** @param sign 1: of the positive ones, -1: of the negative ones, 0: of all */
    private static BigDecimal total(String attribute, Collection<Match> matches, int sign) {
        return matches.stream()
                .map(m -> number(m.occurrence(), attribute))
                .filter(q -> sign == 0 || q.signum() == sign)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A missing number counts as 0. */
    static BigDecimal number(Occurrence occurrence, String attribute) {
        return occurrence.values().get(attribute) instanceof Value.Number(BigDecimal number) ? number : BigDecimal.ZERO;
    }

    private List<Occurrence> merged(List<Match> matches, Span gap) {
        List<Occurrence> found = new ArrayList<>();
        for (List<Match> c : byKey(matches).values()) {
            for (Episodes.Episode e : new Episodes(c, Optional.of(gap), reading.calendar).all()) {
                found.add(occurrence(e.start(), c.getFirst().binding(), e.own(), e.acts()));
            }
        }
        return found;
    }

    private List<Occurrence> then(Then then) {
        List<Occurrence> found = new ArrayList<>();
        for (Match y : reading.matches(then.second(), Binding.EMPTY)) {
            // x agrees with y on the shared variables if it matches under y's binding
            for (List<Match> xs : byKey(others(then.first(), y)).values()) {
                Optional<Span> within = Optional.of(then.within());
                List<Match> sure = xs.stream()
                        .filter(x -> x.sure() && x.hi() < y.lo() && reaches(x.lo(), y.hi(), within))
                        .toList();
                List<Match> possible = xs.stream()
                        .filter(x -> x.lo() < y.hi() && reaches(x.hi(), y.lo(), within))
                        .toList();
                Binding key = xs.getFirst().binding();
                if (y.sure() && !sure.isEmpty()) {
                    found.add(occurrence(y.time(), key, true, and(y, sure)));
                } else if (!possible.isEmpty()) {
                    found.add(occurrence(y.time(), key, false, and(y, possible)));
                }
            }
        }
        return found;
    }

    /** The matches of p that agree with y, y itself left out. */
    private List<Match> others(Pattern p, Match y) {
        return reading.matches(p, y.binding()).stream()
                .filter(x -> !x.occurrence().equals(y.occurrence()))
                .toList();
    }

    private static List<Match> and(Match y, List<Match> xs) {
        return Stream.concat(Stream.of(y), xs.stream()).toList();
    }

    private List<Occurrence> absence(Absence absence) {
        List<Occurrence> found = new ArrayList<>();
        for (Match y : reading.matches(absence.of(), Binding.EMPTY)) {
            Time d = reading.calendar.deadline(y.time(), absence.within(), absence.includingFirstDay());
            List<Match> xs = others(absence.absent(), y);
            boolean surelyInTime = xs.stream().anyMatch(x -> x.sure() && x.lo() >= y.hi() && x.hi() <= d.lo());
            boolean possiblyInTime = xs.stream().anyMatch(x -> x.hi() >= y.lo() && x.lo() <= d.hi());
            if (reading.now > d.lo() && !surelyInTime) {
                boolean sure = reading.now > d.hi() && !possiblyInTime && y.sure();
                found.add(occurrence(d, y.binding(), sure, List.of(y)));
            }
        }
        return found;
    }

    private Occurrence after(Match m, Time d) {
        return occurrence(d, m.binding(), m.sure() && d.hi() <= reading.now, List.of(m));
    }

    private List<Occurrence> allOf(List<Pattern> patterns) {
        List<Occurrence> found = new ArrayList<>();
        List<List<Match>> all =
                patterns.stream().map(p -> reading.matches(p, Binding.EMPTY)).toList();
        for (SortedMap<String, Value> key : keys(all)) {
            List<List<Match>> each = all.stream()
                    .map(matches -> matches.stream().filter(m -> agrees(m, key)).toList())
                    .toList();
            boolean sure = each.stream().allMatch(matches -> matches.stream().anyMatch(Match::sure));
            Predicate<Match> counts = m -> m.sure() || !sure;
            long lo = greatest(each, matches -> least(matches, Match::lo));
            long hi = greatest(each, Definitions::latest);
            List<Match> support = each.stream()
                    .map(matches ->
                            matches.stream().filter(counts).min(Match.BY_END).orElseThrow())
                    .toList();
            found.add(Occurrence.derived(definition.name(), new Time(lo, hi), named(key), sure, support(support)));
        }
        return found;
    }

    /** The keys for which every p_i has a match; a p_i that does not bind a parameter agrees with every value of it. */
    private Set<SortedMap<String, Value>> keys(List<List<Match>> all) {
        Set<SortedMap<String, Value>> keys = Set.of(new TreeMap<>());
        for (List<Match> matches : all) {
            Set<SortedMap<String, Value>> joined = new HashSet<>();
            for (SortedMap<String, Value> key : keys) {
                for (Match m : matches) {
                    if (agrees(m, key)) {
                        SortedMap<String, Value> both = new TreeMap<>(key);
                        both.putAll(m.binding().key(definition.variables()));
                        joined.add(both);
                    }
                }
            }
            keys = joined;
        }
        return keys;
    }

    private boolean agrees(Match m, SortedMap<String, Value> key) {
        return m.binding().key(definition.variables()).entrySet().stream()
                .allMatch(e -> key.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
    }

    private static long greatest(List<List<Match>> each, ToLongFunction<List<Match>> of) {
        return each.stream().mapToLong(of).max().orElseThrow();
    }

    /** By when there is one: the least hi of the sure ones, or the greatest of all. */
    private static long latest(List<Match> matches) {
        return matches.stream()
                .filter(Match::sure)
                .mapToLong(Match::hi)
                .min()
                .orElseGet(() -> matches.stream().mapToLong(Match::hi).max().orElseThrow());
    }

    private static long least(List<Match> matches, ToLongFunction<Match> of) {
        return matches.stream().mapToLong(of).min().orElseThrow();
    }

    // what all have in common

    private Map<SortedMap<String, Value>, List<Match>> byKey(List<Match> matches) {
        Map<SortedMap<String, Value>, List<Match>> byKey = new LinkedHashMap<>();
        for (Match m : matches) {
            byKey.computeIfAbsent(m.binding().key(definition.variables()), key -> new ArrayList<>())
                    .add(m);
        }
        return byKey;
    }

    private Occurrence occurrence(Time time, Binding binding, boolean sure, List<Match> support) {
        return Occurrence.derived(definition.name(), time, named(binding.values()), sure, support(support));
    }

    /** The parameters' values under the names of the attributes. */
    private Map<String, Value> named(Map<String, Value> variables) {
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i < definition.variables().size(); i++) {
            Value value = variables.get(definition.variables().get(i));
            if (value != null) {
                values.put(definition.type().attributes().get(i).name(), value);
            }
        }
        return values;
    }

    private static SortedSet<String> support(List<Match> matches) {
        return Occurrence.union(
                matches.stream().map(m -> m.occurrence().support()).toList());
    }
}
