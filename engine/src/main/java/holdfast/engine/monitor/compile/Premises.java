package holdfast.engine.monitor.compile;

import holdfast.engine.geography.Shape;
import holdfast.engine.monitor.clause.NormNode;
import holdfast.engine.monitor.clause.OutcomeTruth;
import holdfast.engine.monitor.condition.Compared;
import holdfast.engine.monitor.condition.FluentTruth;
import holdfast.engine.monitor.condition.HappenedTruth;
import holdfast.engine.monitor.condition.LevelTruth;
import holdfast.engine.monitor.condition.Located;
import holdfast.engine.monitor.condition.OneOf;
import holdfast.engine.monitor.condition.PeriodTruth;
import holdfast.engine.monitor.condition.Premise;
import holdfast.engine.monitor.condition.QuietTruth;
import holdfast.engine.monitor.condition.RuledTruth;
import holdfast.engine.monitor.condition.Truths;
import holdfast.engine.monitor.fact.Findings;
import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.engine.monitor.pattern.PatternReader;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Level;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Makes conditions ready for a statement's scope. */
final class Premises {
    private final Graph graph;
    private final Findings findings;
    private final Patterns patterns;
    private final BiFunction<ClauseRef, OneReading, List<NormNode>> norms;
    /** @param norms gives the clauses that a reference covers, under one reading */
    Premises(
            Graph graph,
            Findings findings,
            Patterns patterns,
            BiFunction<ClauseRef, OneReading, List<NormNode>> norms) {
        this.graph = graph;
        this.findings = findings;
        this.patterns = patterns;
        this.norms = norms;
    }

    Premise premise(Condition condition, Frame frame, OneReading under) {
        return premise(condition, frame, under, List.of());
    }

    /** @param happened what has happened wherever it matters how the condition stands */
    Premise premise(Condition condition, Frame frame, OneReading under, List<Pattern> happened) {
        return switch (condition) {
            case Condition.All(List<Condition> all) when all.isEmpty() -> Premise.ALWAYS;
            case Condition.All(List<Condition> all) ->
                new Premise.All(premises(all, frame, under, with(happened, condition, under)));
            case Condition.Any(List<Condition> any) -> new Premise.Any(premises(any, frame, under, happened));
            case Condition.Not(Condition negated) -> new Premise.Not(premise(negated, frame, under, happened));
            case Condition.InState in -> inState(in, frame, under);
            case Condition.HasHappened(Pattern pattern) -> {
                PatternReader reader = patterns.reader(patterns.plan(pattern, frame, under, null), frame);
                yield kept(reader, (node, bucket) -> new HappenedTruth(node, bucket));
            }
            case Condition.NoneFor none -> {
                PatternReader reader = patterns.reader(patterns.plan(none.pattern(), frame, under, null), frame);
                yield kept(reader, (node, bucket) -> new QuietTruth(node, bucket, none.span()));
            }
            case Condition.ClauseFulfilled f -> outcome(norms.apply(f.clause(), under), true, OutcomeTruth.ANYBODY);
            case Condition.ClauseBreached b -> outcome(norms.apply(b.clause(), under), false, by(b));
            case Condition.LevelIs level -> level(level, frame, under, happened);
            case Condition.Undefined undefined -> undefined(undefined.term(), under);
            case Condition.Compare compare -> compare(compare, frame);
            case Condition.InZone in ->
                new Located(
                        graph.symbols,
                        slot(in.place(), frame),
                        shape(in.zone(), under),
                        (shape, place) -> shape.covers(place.latitude(), place.longitude()));
            case Condition.Distance d ->
                new Located(graph.symbols, slot(d.place(), frame), shape(d.zone(), under), (shape, place) -> {
                    double km = shape.kilometresFrom(place.latitude(), place.longitude());
                    return d.within() ? km <= d.km().doubleValue() : km >= d.km().doubleValue();
                });
        };
    }

    /** What has happened where a condition holds. */
    static List<Pattern> happened(Condition condition, OneReading under) {
        return switch (condition) {
            case Condition.HasHappened(Pattern pattern) -> List.of(pattern);
            case Condition.All(List<Condition> all) ->
                all.stream().flatMap(c -> happened(c, under).stream()).toList();
            case Condition.InState in ->
                under.agreement.states().stream()
                        .filter(s -> s.name().equals(in.state()))
                        .findFirst()
                        .map(s -> begun(s, under).stream()
                                .map(p -> asked(p, s.parameters(), in.arguments()))
                                .toList())
                        .orElse(List.of());
            default -> List.of();
        };
    }

    /** What has happened where a state holds. */
    private static List<Pattern> begun(State state, OneReading under) {
        return switch (state) {
            case State.Fluent fluent -> fluent.begins().size() == 1 ? fluent.begins() : List.of();
            case State.Named named -> happened(named.condition(), under);
            case State.Period term ->
                term.start().orElse(null) instanceof State.Start.OfEvent(Pattern start) ? List.of(start) : List.of();
        };
    }

    /** A state's pattern with the arguments of the state in place of its parameters; without its own variables, which bind nothing outside. */
    private static Pattern asked(Pattern pattern, List<String> parameters, List<Term> arguments) {
        List<Pattern.Argument> known = new ArrayList<>();
        for (Pattern.Argument argument : pattern.arguments()) {
            switch (argument.term()) {
                case Term.Constant ignored -> known.add(argument);
                case Term.Variable(String name) -> {
                    int i = parameters.indexOf(name);
                    if (i >= 0) {
                        known.add(new Pattern.Argument(argument.attribute(), arguments.get(i)));
                    }
                }
            }
        }
        return new Pattern(pattern.event(), known, pattern.origin());
    }

    private static List<Pattern> with(List<Pattern> happened, Condition all, OneReading under) {
        List<Pattern> known = new ArrayList<>(happened);
        known.addAll(happened(all, under));
        return known;
    }

    private Premise[] premises(List<Condition> conditions, Frame frame, OneReading under, List<Pattern> happened) {
        Premise[] premises = new Premise[conditions.size()];
        for (int i = 0; i < premises.length; i++) {
            premises[i] = premise(conditions.get(i), frame, under, happened);
        }
        return premises;
    }

    /** A truth kept for each value of the reader's key. */
    private Premise kept(PatternReader reader, BiFunction<Truths, Bucket, Truths.Kept> make) {
        Truths truths = new Truths(
                graph,
                reader.keySlots().length,
                (node, key) -> make.apply(node, reader.buckets().bucket(key)));
        return new Premise.Kept(truths, reader.keySlots(), new long[reader.keySlots().length]);
    }

    private Premise inState(Condition.InState in, Frame frame, OneReading under) {
        State state = under.text.states.get(in.state());
        if (state == null) {
            throw new IllegalArgumentException("no state `" + in.state() + "`");
        }
        int[] slots = new int[state.parameters().size()];
        long[] constants = new long[slots.length];
        Arrays.fill(slots, -1);
        Arrays.fill(constants, Symbols.UNBOUND);
        for (int i = 0; i < Math.min(slots.length, in.arguments().size()); i++) {
            switch (in.arguments().get(i)) {
                case Term.Variable(String name) -> slots[i] = frame.scope.slot(name);
                case Term.Constant(Value value) -> constants[i] = graph.symbols.encode(value);
            }
        }
        boolean[] given = new boolean[slots.length];
        for (int i = 0; i < given.length && i < in.arguments().size(); i++) {
            given[i] = isBound(in.arguments().get(i), frame);
        }
        return switch (state) {
            case State.Fluent fluent -> new Premise.Kept(fluent(fluent, given, under), slots, constants);
            case State.Period term -> new Premise.Kept(period(term, under), slots, constants);
            case State.Named named -> {
                Frame inner = parameters(named.parameters(), given);
                Premise meaning = premise(named.condition(), inner, under);
                yield new Premise.Named(meaning, inner.scope.variables().size(), slots, constants);
            }
        };
    }

    private static boolean isBound(Term term, Frame frame) {
        return !(term instanceof Term.Variable(String name)) || frame.bound.contains(name);
    }

    /** A parameter whose argument nothing binds is left out: it matches anything. */
    private static Frame parameters(List<String> parameters, boolean[] given) {
        Frame frame = new Frame();
        for (int i = 0; i < parameters.size(); i++) {
            frame.scope.slot(parameters.get(i));
            if (given[i]) {
                frame.bind(parameters.get(i));
            }
        }
        return frame;
    }

    private Truths fluent(State.Fluent state, boolean[] given, OneReading under) {
        for (boolean one : given) {
            if (!one) {
                return newFluent(state, given, under);
            }
        }
        return under.state(state.name(), () -> newFluent(state, given, under));
    }

    private Truths newFluent(State.Fluent state, boolean[] given, OneReading under) {
        Frame frame = parameters(state.parameters(), given);
        List<PatternReader> begins = readers(state.begins(), frame, under);
        List<PatternReader> ends = readers(state.ends(), frame, under);
        return new Truths(
                graph,
                state.parameters().size(),
                (node, key) -> new FluentTruth(node, widened(key, frame), begins, ends));
    }

    private Truths period(State.Period term, OneReading under) {
        return under.state(term.name(), () -> {
            Frame frame = new Frame();
            Optional<PatternReader> begins = term.start().orElse(null) instanceof State.Start.OfEvent(Pattern begin)
                    ? Optional.of(readers(List.of(begin), frame, under).getFirst())
                    : Optional.empty();
            Optional<PatternReader> notices = term.notice()
                    .map(n -> readers(List.of(n.by()), frame, under).getFirst());
            return new Truths(
                    graph,
                    0,
                    (node, key) -> new PeriodTruth(
                            node,
                            term,
                            begins.map(r -> r.bucket(widened(key, frame))),
                            notices.map(r -> r.bucket(widened(key, frame)))));
        });
    }

    private static long[] widened(long[] key, Frame frame) {
        long[] binding = frame.scope.emptyBinding();
        System.arraycopy(key, 0, binding, 0, key.length);
        return binding;
    }

    private List<PatternReader> readers(List<Pattern> all, Frame frame, OneReading under) {
        List<PatternReader> readers = new ArrayList<>();
        for (Pattern pattern : all) {
            readers.add(patterns.reader(patterns.plan(pattern, frame, under, null), frame));
        }
        return readers;
    }

    private long by(Condition.ClauseBreached breached) {
        return breached.by().map(b -> graph.symbols.encode(new Value.Actor(b))).orElse(OutcomeTruth.ANYBODY);
    }

    private Premise outcome(List<NormNode> covered, boolean fulfilled, long by) {
        Truths truths = new Truths(graph, 0, (node, key) -> new OutcomeTruth(node, covered, fulfilled, by));
        return new Premise.Kept(truths, new int[0], new long[0]);
    }

    private Premise level(Condition.LevelIs condition, Frame frame, OneReading under, List<Pattern> happened) {
        String name = condition.level().event();
        Level level = under.text.levels.get(name);
        if (level == null) {
            throw new IllegalArgumentException("no level `" + name + "`");
        }
        Frame inner = new Frame();
        List<Pattern.Argument> arguments = condition.level().arguments().stream()
                .filter(a -> isBound(a.term(), frame))
                .toList();
        int n = arguments.size();
        int[] slots = new int[n];
        long[] constants = new long[n];
        for (int i = 0; i < n; i++) {
            Pattern.Argument argument = arguments.get(i);
            inner.bind(level.variables().get(level.attributes().indexOf(argument.attribute())));
            slots[i] = -1;
            switch (argument.term()) {
                case Term.Variable(String variable) -> slots[i] = frame.scope.slot(variable);
                case Term.Constant(Value value) -> constants[i] = graph.symbols.encode(value);
            }
        }
        boolean reported = happened.stream().anyMatch(p -> isReport(p, level, condition));
        PatternPlan plan = patterns.plan(level.pattern(), inner, under, null);
        PatternReader reader = patterns.reader(plan, inner);
        int figure = Patterns.position(patterns.type(level.pattern().event()), level.figure());
        long number = Symbols.millionths(condition.number());
        Truths truths = new Truths(
                graph,
                n,
                (node, key) -> new LevelTruth(
                        node, reader.bucket(widened(key, inner)), figure, condition.comparison(), number, reported));
        return new Premise.Kept(truths, slots, constants);
    }

    /** Whether all that matches the pattern reports the level. */
    private static boolean isReport(Pattern p, Level level, Condition.LevelIs condition) {
        return p.event().equals(level.pattern().event())
                && level.pattern().arguments().stream()
                        .allMatch(a -> p.term(a.attribute()).equals(given(a.term(), level, condition)));
    }

    private static Optional<Term> given(Term term, Level level, Condition.LevelIs condition) {
        int i = term instanceof Term.Variable(String name) ? level.variables().indexOf(name) : -1;
        return i < 0
                ? Optional.of(term)
                : condition.level().term(level.attributes().get(i)).or(() -> Optional.of(new Term.Variable("")));
    }

    private Premise undefined(String term, OneReading under) {
        Set<String> bodies = new HashSet<>();
        for (Rule rule : under.agreement.rules()) {
            if (rule instanceof Rule.RulesOn on && on.name().equals(term)) {
                bodies.add(on.body());
            }
        }
        Truths truths = new Truths(graph, 0, (node, key) -> new RuledTruth(node, findings, term, bodies));
        return Premise.Kept.ofTerm(truths);
    }

    private Premise compare(Condition.Compare compare, Frame frame) {
        boolean equality = compare.comparison() == Comparison.IS || compare.comparison() == Comparison.IS_NOT;
        if (equality && compare.right() instanceof Term.Constant(Value value) && slot(compare.left(), frame) >= 0) {
            return new OneOf(
                    slot(compare.left(), frame), patterns.admitted(value), compare.comparison() == Comparison.IS);
        }
        boolean places =
                compare.left() instanceof Term.Variable(String name) && frame.types.get(name) == ValueType.PLACE;
        return new Compared(
                slot(compare.left(), frame),
                constant(compare.left()),
                compare.comparison(),
                slot(compare.right(), frame),
                constant(compare.right()),
                places);
    }

    private static int slot(Term term, Frame frame) {
        return term instanceof Term.Variable(String name) ? frame.scope.slot(name) : -1;
    }

    private long constant(Term term) {
        return term instanceof Term.Constant(Value value) ? graph.symbols.encode(value) : Symbols.MISSING;
    }

    private Shape shape(String zone, OneReading under) {
        Shape shape = under.text.shapes.get(zone);
        if (shape == null) {
            throw new IllegalArgumentException("no zone `" + zone + "`");
        }
        return shape;
    }
}
