package holdfast.reference.random;

import holdfast.engine.Record;
import holdfast.engine.Record.Attribution;
import holdfast.engine.Record.Finding;
import holdfast.engine.Record.Observation;
import holdfast.engine.Record.Withdrawal;
import holdfast.engine.Time;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes a failing case smaller as long as it goes on failing: takes away records, clauses, rules and declarations that nothing names any
 * longer, and simplifies what is left, until no single step helps.
 */
public final class Shrinker {
    private final Predicate<RandomCase> fails;
    private int attempts;

    private Shrinker(Predicate<RandomCase> fails, int attempts) {
        this.fails = fails;
        this.attempts = attempts;
    }

    /** @param attempts how often {@code fails} may be asked at most */
    public static RandomCase shrink(RandomCase failing, Predicate<RandomCase> fails, int attempts) {
        return new Shrinker(fails, attempts).shrink(failing);
    }

    private RandomCase shrink(RandomCase failing) {
        RandomCase smallest = failing;
        while (true) {
            Optional<RandomCase> smaller = smaller(smallest);
            if (smaller.isEmpty()) {
                return smallest;
            }
            smallest = smaller.get();
        }
    }

    private Optional<RandomCase> smaller(RandomCase of) {
        return Stream.of(fewerRecords(of), smallerAgreements(of), fewerMoments(of), simplerRecords(of))
                .flatMap(candidates -> candidates)
                .takeWhile(candidate -> attempts-- > 0)
                .filter(candidate -> isWellFormed(candidate.agreement()) && fails.test(candidate))
                .findFirst();
    }

    /** Each list with one element fewer; longer stretches are tried first. */
    private static <T> Stream<List<T>> fewer(List<T> all) {
        List<List<T>> candidates = new ArrayList<>();
        for (int stretch = all.size(); stretch > 0; stretch /= 2) {
            for (int from = 0; from + stretch <= all.size(); from += stretch) {
                List<T> left = new ArrayList<>(all.subList(0, from));
                left.addAll(all.subList(from + stretch, all.size()));
                candidates.add(left);
            }
        }
        return candidates.stream();
    }

    private static <T> Stream<List<T>> replaced(List<T> all, Function<T, Stream<T>> simpler) {
        List<List<T>> candidates = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int at = i;
            simpler.apply(all.get(i)).forEach(one -> {
                List<T> copy = new ArrayList<>(all);
                copy.set(at, one);
                candidates.add(copy);
            });
        }
        return candidates.stream();
    }

    // records

    private static Stream<RandomCase> fewerRecords(RandomCase of) {
        return fewer(of.records()).map(records -> of.with(of.agreement(), records));
    }

    private static Stream<RandomCase> fewerMoments(RandomCase of) {
        return fewer(of.moments()).map(moments -> new RandomCase(of.seed(), of.agreement(), of.records(), moments));
    }

    private static Stream<RandomCase> simplerRecords(RandomCase of) {
        return replaced(of.records(), Shrinker::simpler).map(records -> of.with(of.agreement(), records));
    }

    private static Stream<Record> simpler(Record record) {
        return switch (record) {
            case Observation o -> {
                List<Record> simpler = new ArrayList<>();
                if (!o.occurred().precise()) {
                    simpler.add(observation(o, Time.at(o.occurred().lo()), o.values(), o.incident()));
                }
                if (o.incident().isPresent()) {
                    simpler.add(observation(o, o.occurred(), o.values(), Optional.empty()));
                }
                for (String attribute : o.values().keySet()) {
                    Map<String, Value> left = new HashMap<>(o.values());
                    left.remove(attribute);
                    simpler.add(observation(o, o.occurred(), left, o.incident()));
                }
                yield simpler.stream();
            }
            case Attribution _, Finding _, Withdrawal _ -> Stream.empty();
        };
    }

    private static Observation observation(
            Observation o, Time occurred, Map<String, Value> values, Optional<String> incident) {
        return new Observation(
                o.id(), o.recorded(), o.source(), o.corrects(), o.event(), occurred, values, o.basis(), incident);
    }

    // agreements

    private static Stream<RandomCase> smallerAgreements(RandomCase of) {
        Agreement a = of.agreement();
        return Stream.of(
                        changed(a, fewer(a.norms()), d -> d.norms),
                        changed(a, fewer(a.rules()), d -> d.rules),
                        changed(a, fewer(a.definitions()), d -> d.definitions),
                        changed(a, fewer(a.states()), d -> d.states),
                        changed(a, fewer(a.levels()), d -> d.levels),
                        changed(a, fewer(a.bodies()), d -> d.bodies),
                        changed(a, fewer(a.questions()), d -> d.questions),
                        changed(a, fewer(a.undefinedTerms()), d -> d.undefinedTerms),
                        changed(a, fewer(a.zones()), d -> d.zones),
                        changed(a, fewer(a.groups()), d -> d.groups),
                        changed(a, fewer(Draft.of(a).events), d -> d.events),
                        changed(a, replaced(a.norms(), Shrinker::simpler), d -> d.norms),
                        changed(a, replaced(a.states(), Shrinker::simpler), d -> d.states),
                        changed(a, replaced(a.definitions(), Shrinker::simpler), d -> d.definitions),
                        changed(a, replaced(a.rules(), Shrinker::simpler), d -> d.rules))
                .flatMap(agreements -> agreements)
                .map(smaller -> of.with(smaller, of.records()));
    }

    private static <T> Stream<Agreement> changed(
            Agreement agreement, Stream<List<T>> lists, Function<Draft, List<T>> which) {
        return lists.map(list -> {
            Draft draft = Draft.of(agreement);
            which.apply(draft).clear();
            which.apply(draft).addAll(list);
            return draft.build();
        });
    }

    private static Stream<Norm> simpler(Norm c) {
        Stream<Norm> unconditional = Stream.of(c)
                .filter(n -> !n.whileTrue().isAlways() || !n.guard().isAlways())
                .flatMap(n -> Stream.of(
                        norm(n, Condition.ALWAYS, n.guard(), n.duty()),
                        norm(n, n.whileTrue(), Condition.ALWAYS, n.duty())))
                .filter(n -> !n.equals(c));
        Stream<Norm> whiles = simpler(c.whileTrue()).map(w -> norm(c, w, c.guard(), c.duty()));
        Stream<Norm> duties = switch (c.duty()) {
            case Duty.Achieve d ->
                Stream.of(
                                new Duty.Achieve(d.act(), d.amount(), d.notBefore(), d.due(), Condition.ALWAYS),
                                new Duty.Achieve(d.act(), d.amount(), Optional.empty(), d.due(), d.where()),
                                new Duty.Achieve(d.act(), d.amount(), d.notBefore(), Optional.empty(), d.where()),
                                new Duty.Achieve(d.act(), Duty.ONCE, d.notBefore(), d.due(), d.where()))
                        .filter(simpler -> !simpler.equals(d))
                        .map(simpler -> norm(c, c.whileTrue(), c.guard(), simpler));
            case Duty.Refrain d
            when !d.where().isAlways() ->
                Stream.of(norm(c, c.whileTrue(), c.guard(), new Duty.Refrain(d.act(), Condition.ALWAYS)));
            case Duty.Keep d -> simpler(d.condition()).map(k -> norm(c, c.whileTrue(), c.guard(), new Duty.Keep(k)));
            default -> Stream.empty();
        };
        return Stream.of(unconditional, whiles, duties).flatMap(norms -> norms);
    }

    private static Norm norm(Norm c, Condition whileTrue, Condition guard, Duty duty) {
        return new Norm(
                c.id(),
                c.reading(),
                c.layer(),
                whileTrue,
                c.trigger(),
                guard,
                c.bearer(),
                duty,
                c.inFavourOf(),
                c.origin());
    }

    private static Stream<Condition> simpler(Condition condition) {
        return switch (condition) {
            case Condition.All(var all) -> all.stream();
            case Condition.Any(var any) -> any.stream();
            case Condition.Not(var negated) -> Stream.of(negated);
            default -> Stream.empty();
        };
    }

    private static Stream<State> simpler(State state) {
        return switch (state) {
            case State.Named n ->
                simpler(n.condition()).map(c -> new State.Named(n.name(), n.parameters(), n.reading(), c, n.origin()));
            case State.Period p ->
                p.renewal().isEmpty()
                        ? Stream.empty()
                        : Stream.of(new State.Period(p.name(), p.reading(), p.start(), Optional.empty(), p.origin()));
            case State.Fluent f ->
                Stream.concat(
                        fewer(f.begins())
                                .filter(b -> !b.isEmpty())
                                .map(b -> new State.Fluent(
                                        f.name(), f.parameters(), f.reading(), b, f.ends(), f.origin())),
                        fewer(f.ends())
                                .map(e -> new State.Fluent(
                                        f.name(), f.parameters(), f.reading(), f.begins(), e, f.origin())));
        };
    }

    private static Stream<Definition> simpler(Definition d) {
        return switch (d.derivation()) {
            case Definition.Select(var patterns, var where) ->
                Stream.concat(
                        fewer(patterns)
                                .filter(p -> !p.isEmpty())
                                .map(p -> definition(d, new Definition.Select(p, where))),
                        Stream.of(where)
                                .filter(w -> !w.isAlways())
                                .map(w -> definition(d, new Definition.Select(patterns, Condition.ALWAYS))));
            case Definition.Count(long n, var p, var within, var where)
            when !where.isAlways() -> Stream.of(definition(d, new Definition.Count(n, p, within, Condition.ALWAYS)));
            case Definition.Merged(var p, var gap, var where)
            when !where.isAlways() -> Stream.of(definition(d, new Definition.Merged(p, gap, Condition.ALWAYS)));
            default -> Stream.empty();
        };
    }

    private static Definition definition(Definition d, Definition.Derivation derivation) {
        return new Definition(d.type(), d.variables(), d.reading(), derivation);
    }

    private static Stream<Rule> simpler(Rule rule) {
        return switch (rule) {
            case Rule.Confirms c
            when c.silence().isPresent() ->
                Stream.of(new Rule.Confirms(c.reading(), c.body(), c.of(), Optional.empty(), c.origin()));
            case Rule.InForceWhile w ->
                simpler(w.condition()).map(c -> new Rule.InForceWhile(w.reading(), c, w.origin()));
            default -> Stream.empty();
        };
    }

    // what is named must be declared

    static boolean isWellFormed(Agreement a) {
        Set<String> events = new HashSet<>();
        a.events().forEach(e -> events.add(e.name()));
        a.definitions().forEach(d -> events.add(d.name()));
        Set<String> levels = names(a.levels(), Level::name);
        Set<String> states = names(a.states(), State::name);
        Set<String> zones = new HashSet<>(names(a.zones(), z -> z.name()));
        Set<String> terms = new HashSet<>(names(a.undefinedTerms(), u -> u.name()));
        Set<String> questions = names(a.questions(), q -> q.name());
        terms.addAll(questions);
        Set<String> bodies = names(a.bodies(), b -> b.name());
        Set<String> clauses = names(a.norms(), Norm::id);
        return !a.norms().isEmpty()
                && Constructs.in(a).stream().allMatch(part -> switch (part) {
                    case Condition.LevelIs l -> levels.contains(l.level().event());
                    case Pattern p -> events.contains(p.event()) || levels.contains(p.event());
                    case Condition.InState s -> states.contains(s.state());
                    case Condition.Undefined u -> terms.contains(u.term());
                    case Condition.InZone z -> zones.contains(z.zone());
                    case Condition.Distance z -> zones.contains(z.zone());
                    case holdfast.language.model.Zone.Around z -> zones.contains(z.of());
                    case Reading r -> questions.containsAll(r.answers().keySet());
                    case Rule.RulesOn r -> bodies.contains(r.body()) && terms.contains(r.name());
                    case Rule.Confirms r -> bodies.containsAll(r.body().stream().toList());
                    case Trigger.OnBreach on -> clauses.stream().anyMatch(on.of()::covers);
                    case EventType _ -> true;
                    default -> true;
                });
    }

    private static <T> Set<String> names(List<T> all, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        all.forEach(one -> names.add(name.apply(one)));
        return names;
    }
}
