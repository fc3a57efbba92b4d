package holdfast.engine.reference;

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
                reached(reading.matches(p, Binding.EMPTY, where), within, s -> s.size() >= n, s -> s.size() >= n);
            case Different(long n, String v, Pattern p, Optional<Span> within, var where) ->
                reached(
                        reading.matches(p, Binding.EMPTY, where),
                        within,
                        s -> different(v, s) >= n,
                        s -> different(v, s) >= n);
            case Sum(String a, Pattern p, BigDecimal q, Optional<Span> within, var where) ->
                reached(
                        reading.matches(p, Binding.EMPTY, where),
                        within,
                        s -> total(a, s, false).compareTo(q) >= 0,
                        s -> total(a, s, true).compareTo(q) >= 0);
            case Merged(Pattern p, Span gap, var where) -> merged(reading.matches(p, Binding.EMPTY, where), gap);
            case Then then -> then(then);
            case Absence absence -> absence(absence);
            case After(Span span, boolean including, Pattern p) ->
                reading.matches(p, Binding.EMPTY).stream()
                        .map(m -> occurrence(
                                reading.calendar.deadline(m.time(), span, including),
                                m.binding(),
                                m.sure(),
                                List.of(m)))
                        .filter(o -> o.hi() <= reading.now)
                        .toList();
            case AllOf(List<Pattern> patterns) -> allOf(patterns);
        };
    }

    /** count, different and sum: for each match e, whether enough was reached in the window that ends with it. */
    private List<Occurrence> reached(
            List<Match> matches,
            Optional<Span> within,
            Predicate<Collection<Match>> surely,
            Predicate<Collection<Match>> possibly) {
        ToLongFunction<Long> since =
                t -> within.map(d -> reading.calendar.shiftBack(t, d)).orElse(Long.MIN_VALUE);
        List<Occurrence> found = new ArrayList<>();
        for (List<Match> c : byKey(matches).values()) {
            for (Match e : c) {
                long sinceLatest = since.applyAsLong(e.hi());
                long sinceEarliest = since.applyAsLong(e.lo());
                List<Match> s = c.stream()
                        .filter(f -> f.sure() && f.hi() <= e.hi() && f.lo() >= sinceLatest)
                        .toList();
                List<Match> p = c.stream()
                        .filter(f -> f.lo() <= e.hi() && f.hi() >= sinceEarliest)
                        .toList();
                if (e.sure() && surely.test(s)) {
                    found.add(occurrence(e.time(), e.binding(), true, s));
                } else if (possibly.test(p)) {
                    found.add(occurrence(e.time(), e.binding(), false, p));
                }
            }
        }
        return found;
    }

    private static long different(String variable, Collection<Match> matches) {
        return matches.stream()
                .map(m -> m.binding().values().get(variable))
                .distinct()
                .count();
    }

    private static BigDecimal total(String attribute, Collection<Match> matches, boolean negativeIsNothing) {
        return matches.stream()
                .map(m -> number(m.occurrence(), attribute))
                .map(q -> negativeIsNothing ? q.max(BigDecimal.ZERO) : q)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A missing number counts as 0. */
    static BigDecimal number(Occurrence occurrence, String attribute) {
        return occurrence.values().get(attribute) instanceof Value.Number(BigDecimal number) ? number : BigDecimal.ZERO;
    }

    private List<Occurrence> merged(List<Match> matches, Span gap) {
        List<Occurrence> found = new ArrayList<>();
        for (List<Match> c : byKey(matches).values()) {
            for (List<Match> chain : chains(c, gap, reading.calendar)) {
                Match first = chain.stream().filter(Match::sure).findFirst().orElse(chain.getFirst());
                found.add(occurrence(first.time(), first.binding(), first.sure(), chain));
            }
        }
        return found;
    }

    /** Matches in the order of (lo, hi, id); one joins the chain if its lo <= shift(greatest hi of the chain, gap). */
    static List<List<Match>> chains(Collection<Match> matches, Span gap, Calendar calendar) {
        List<List<Match>> chains = new ArrayList<>();
        for (Match m : matches.stream().sorted(Match.BY_BEGINNING).toList()) {
            if (chains.isEmpty() || m.lo() > calendar.shift(greatestHi(chains.getLast()), gap)) {
                chains.add(new ArrayList<>());
            }
            chains.getLast().add(m);
        }
        return chains;
    }

    static long greatestHi(Collection<Match> chain) {
        return chain.stream().mapToLong(Match::hi).max().orElseThrow();
    }

    private List<Occurrence> then(Then then) {
        List<Occurrence> found = new ArrayList<>();
        for (Match y : reading.matches(then.second(), Binding.EMPTY)) {
            // x agrees with y on the shared variables if it matches under y's binding
            for (List<Match> xs : byKey(others(then.first(), y)).values()) {
                long sinceLatest = reading.calendar.shiftBack(y.hi(), then.within());
                long sinceEarliest = reading.calendar.shiftBack(y.lo(), then.within());
                List<Match> sure = xs.stream()
                        .filter(x -> x.sure() && x.hi() < y.lo() && x.lo() >= sinceLatest)
                        .toList();
                List<Match> possible = xs.stream()
                        .filter(x -> x.lo() < y.hi() && x.hi() >= sinceEarliest)
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
            if (reading.now > d.hi() && !surelyInTime) {
                found.add(occurrence(d, y.binding(), !possiblyInTime && y.sure(), List.of(y)));
            }
        }
        return found;
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
            long hi = greatest(
                    each, matches -> least(matches.stream().filter(counts).toList(), Match::hi));
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
