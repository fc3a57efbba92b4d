package holdfast.engine.monitor.compile;

import holdfast.engine.monitor.clause.AchieveNode;
import holdfast.engine.monitor.clause.Bearers;
import holdfast.engine.monitor.clause.BreachTrigger;
import holdfast.engine.monitor.clause.Clock;
import holdfast.engine.monitor.clause.EventTrigger;
import holdfast.engine.monitor.clause.KeepNode;
import holdfast.engine.monitor.clause.NormNode;
import holdfast.engine.monitor.clause.OutcomeTrigger;
import holdfast.engine.monitor.clause.RecurNode;
import holdfast.engine.monitor.clause.RefrainNode;
import holdfast.engine.monitor.clause.StateTrigger;
import holdfast.engine.monitor.clause.Trigger;
import holdfast.engine.monitor.condition.FluentTruth;
import holdfast.engine.monitor.condition.HappenedTruth;
import holdfast.engine.monitor.condition.Premise;
import holdfast.engine.monitor.condition.Truths;
import holdfast.engine.monitor.fact.Findings;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.engine.monitor.pattern.PatternReader;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger.Continues;
import holdfast.language.model.Trigger.GrowsInto;
import holdfast.language.model.Trigger.OnBreach;
import holdfast.language.model.Trigger.OnEvent;
import holdfast.language.model.Trigger.OnOutcome;
import holdfast.language.model.Trigger.OnState;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together the nodes of clauses. */
final class Norms {
    private final Graph graph;
    private final Findings findings;
    private final Patterns patterns;
    private final Definitions definitions;
    private final Premises premises;

    Norms(Graph graph, Findings findings, Patterns patterns, Definitions definitions, Premises premises) {
        this.graph = graph;
        this.findings = findings;
        this.patterns = patterns;
        this.definitions = definitions;
        this.premises = premises;
    }

    /** The clauses that a reference covers and that have verdicts. */
    List<NormNode> covered(ClauseRef ref, OneReading under) {
        List<NormNode> covered = new ArrayList<>();
        for (Norm norm : under.covered(ref)) {
            NormNode node = node(norm, under);
            if (node != null) {
                covered.add(node);
            }
        }
        return covered;
    }

    /** Null for permissions and powers, which have no verdicts. */
    @Nullable
    NormNode node(Norm norm, OneReading under) {
        return made(norm, under).thing;
    }

    /** The same with all that it reads. */
    Made<NormNode> made(Norm norm, OneReading under) {
        return under.clause(norm.id(), () -> put(norm, under));
    }

    private @Nullable NormNode put(Norm norm, OneReading under) {
        return switch (norm.duty()) {
            case Duty.Achieve achieve -> achieve(norm, achieve, under);
            case Duty.Refrain refrain -> refrain(norm, refrain, under);
            case Duty.Keep keep -> keep(norm, keep, under);
            case Duty.Recur recur -> recur(norm, recur, under);
            case Duty.May may -> null;
            case Duty.Power power -> null;
        };
    }

    // What all clauses have in common.

    private NormNode.Common common(Norm norm, Frame frame, Set<String> exported, OneReading under) {
        Premise whileTrue = premises.premise(norm.whileTrue(), frame, under);
        Premise suspended = suspension(norm, under);
        Premise applies = applies(norm, whileTrue, under);
        Program.Law law = under.law(norm);
        String bearerVariable = variable(norm.bearer());
        return new NormNode.Common(
                norm.id(),
                findings,
                under.reading(norm),
                frame.scope,
                frame.types,
                exported,
                bearerVariable == null ? -1 : frame.scope.slot(bearerVariable),
                whileTrue,
                suspended == null ? applies : all(List.of(applies, new Premise.Not(suspended))),
                law.evidence(),
                law.finders(),
                law.silence(),
                applies,
                suspended);
    }

    private Premise applies(Norm norm, Premise whileTrue, OneReading under) {
        List<Premise> parts = new ArrayList<>();
        for (Condition guard : under.text.inForceWhile) {
            parts.add(closed(guard, under));
        }
        if (whileTrue != Premise.ALWAYS) {
            parts.add(whileTrue);
        }
        for (PatternReader terminates : powers(norm, Duty.Effect.TERMINATE, new Frame(), under)) {
            Truths ended = new Truths(graph, 0, (node, key) -> new HappenedTruth(node, terminates.bucket(key)));
            parts.add(new Premise.Not(new Premise.Kept(ended, new int[0], new long[0])));
        }
        return all(parts);
    }

    private static Premise all(List<Premise> premises) {
        List<Premise> parts = new ArrayList<>(premises.size());
        for (Premise premise : premises) {
            if (premise != Premise.ALWAYS) {
                parts.add(premise);
            }
        }
        return switch (parts.size()) {
            case 0 -> Premise.ALWAYS;
            case 1 -> parts.getFirst();
            default -> new Premise.All(parts.toArray(new Premise[0]));
        };
    }

    /** Null if nobody may suspend the clause. */
    private @Nullable Premise suspension(Norm norm, OneReading under) {
        List<PatternReader> suspends = powers(norm, Duty.Effect.SUSPEND, new Frame(), under);
        if (suspends.isEmpty()) {
            return null;
        }
        List<PatternReader> resumes = powers(norm, Duty.Effect.RESUME, new Frame(), under);
        Truths suspended = new Truths(graph, 0, (node, key) -> new FluentTruth(node, key, suspends, resumes));
        return new Premise.Kept(suspended, new int[0], new long[0]);
    }

    /** A condition that is no part of the clause: its variables are its own. */
    private Premise closed(Condition condition, OneReading under) {
        Frame own = new Frame();
        Premise meaning = premises.premise(condition, own, under);
        return new Premise.Named(meaning, own.scope.variables().size(), new int[0], new long[0]);
    }

    /** The acts by which powers of one kind over a clause are used. */
    private List<PatternReader> powers(Norm norm, Duty.Effect effect, Frame frame, OneReading under) {
        List<PatternReader> readers = new ArrayList<>();
        for (Norm other : under.powersOver(norm)) {
            Duties.power(other)
                    .filter(power -> power.effect() == effect)
                    .ifPresent(power -> readers.add(patterns.reader(powerPlan(other, power, frame, under), frame)));
        }
        return readers;
    }

    private PatternPlan powerPlan(Norm norm, Duty.Power power, Frame frame, OneReading under) {
        Pattern with = power.with();
        long[] holders =
                holders(norm.bearer()).stream().mapToLong(Long::longValue).toArray();
        String variable = variable(norm.bearer());
        List<String> carrying = with.arguments().stream()
                .filter(a -> isVariable(a.term(), variable))
                .map(Pattern.Argument::attribute)
                .toList();
        if (!carrying.isEmpty()) {
            // The holder's variable is the power's own, whatever the duty calls by that name.
            return patterns.plan(held(with, variable), frame, under, null, carrying.getFirst(), holders);
        }
        boolean byHolder = hasBy(patterns.type(with.event())) && with.term("by").isEmpty() && holders.length > 0;
        return byHolder
                ? patterns.plan(with, frame, under, null, "by", holders)
                : patterns.plan(with, frame, under, null);
    }

    private static Pattern held(Pattern with, @Nullable String variable) {
        List<Pattern.Argument> arguments = with.arguments().stream()
                .map(a -> isVariable(a.term(), variable)
                        ? new Pattern.Argument(a.attribute(), new Term.Variable(HIDDEN_HOLDER))
                        : a)
                .toList();
        return new Pattern(with.event(), arguments, with.origin());
    }

    /** Stands for the holder of a power. */
    private static final String HIDDEN_HOLDER = "(holder)";

    private static boolean hasBy(EventType type) {
        return type.attribute("by").filter(a -> a.type() == ValueType.PARTY).isPresent();
    }

    // Bearers.

    private static @Nullable String variable(Bearer bearer) {
        return switch (bearer) {
            case Bearer.EachOf each -> each.variable();
            case Bearer.Bound bound -> bound.variable();
            case Bearer.Anyone anyone -> anyone.variable().isEmpty() ? null : anyone.variable();
            case Bearer.NobodyNamed nobody -> null;
            case Bearer.Named named -> null;
        };
    }

    /** The bearers that the clause itself names. */
    private List<Long> holders(Bearer bearer) {
        List<String> names = switch (bearer) {
            case Bearer.Named(List<String> actors) -> actors;
            case Bearer.EachOf each -> each.actors();
            case Bearer.Bound b -> List.of();
            case Bearer.Anyone a -> List.of();
            case Bearer.NobodyNamed n -> List.of();
        };
        Set<Long> holders = LinkedHashSet.newLinkedHashSet(names.size());
        for (String name : names) {
            holders.add(graph.symbols.number(name));
        }
        return new ArrayList<>(holders);
    }

    private List<Long> standingBearers(Bearer bearer) {
        return bearer instanceof Bearer.NobodyNamed ? List.of(Bearers.NOBODY) : holders(bearer);
    }

    /** Puts the bearer into the act's {@code by}, where the act does not name it. */
    private PatternPlan actPlan(Pattern act, Bearer bearer, Frame frame, OneReading under) {
        EventType type = patterns.type(act.event());
        String variable = variable(bearer);
        boolean named = act.term("by").isPresent()
                || (variable != null && act.variables().contains(variable));
        if (named || !hasBy(type) || bearer instanceof Bearer.NobodyNamed) {
            return patterns.plan(act, frame, under, null);
        }
        String carried = variable == null ? HIDDEN_BEARER : variable;
        List<Pattern.Argument> arguments = new ArrayList<>(act.arguments());
        arguments.add(new Pattern.Argument("by", new Term.Variable(carried)));
        return patterns.plan(new Pattern(act.event(), arguments, act.origin()), frame, under, null);
    }

    /** Stands for the bearer where the clause has no variable for it. */
    private static final String HIDDEN_BEARER = "(bearer)";

    // Prohibitions.

    private NormNode refrain(Norm norm, Duty.Refrain duty, OneReading under) {
        Frame frame = new Frame();
        String bearerVariable = variable(norm.bearer());
        if (bearerVariable != null) {
            frame.bind(bearerVariable);
        }
        EventType type = patterns.type(duty.act().event());
        String carrier = carrier(duty.act(), bearerVariable, type);
        boolean given = carrier != null
                && duty.act()
                        .term(carrier)
                        .filter(t -> isVariable(t, bearerVariable))
                        .isPresent();
        PatternPlan act = patterns.plan(duty.act(), frame, under, given ? carrier : null);
        frame.bound.addAll(duty.act().variables());
        Set<String> keyed = new LinkedHashSet<>(Variables.of(norm.whileTrue()));
        boolean anyone = norm.bearer() instanceof Bearer.Anyone;
        boolean keyedByCondition = keyed.stream().anyMatch(v -> anyone || !v.equals(bearerVariable));
        keyed.retainAll(duty.act().variables());
        if (bearerVariable != null) {
            keyed.remove(bearerVariable);
        }
        Set<String> exported = new HashSet<>(keyed);
        if (bearerVariable != null) {
            exported.add(bearerVariable);
            frame.types.put(bearerVariable, ValueType.PARTY);
        }
        NormNode.Common common = common(norm, frame, exported, under);
        Premise where = premises.premise(duty.where(), frame, under);
        return new RefrainNode(
                graph,
                common,
                act,
                where == Premise.ALWAYS ? common.inForce() : new Premise.All(new Premise[] {common.inForce(), where}),
                new Bearers(anyone, holders(norm.bearer()), principals(under)),
                norm.bearer() instanceof Bearer.NobodyNamed,
                carrier == null ? -1 : Patterns.position(type, carrier),
                keyed.stream().mapToInt(frame.scope::slot).toArray(),
                keyedByCondition,
                under.law(norm).gap());
    }

    private static boolean isVariable(Term term, @Nullable String variable) {
        return term instanceof Term.Variable(String name) && name.equals(variable);
    }

    /** The attribute that carries the bearer: the one to which its variable is given, or {@code by}. */
    private static @Nullable String carrier(Pattern act, @Nullable String bearerVariable, EventType type) {
        for (Pattern.Argument argument : act.arguments()) {
            if (isVariable(argument.term(), bearerVariable)) {
                return argument.attribute();
            }
        }
        return hasBy(type) ? "by" : null;
    }

    private Map<Long, List<Long>> principals(OneReading under) {
        Map<Long, List<Long>> principals = new HashMap<>();
        for (Rule rule : under.agreement.rules()) {
            if (rule instanceof Rule.AnswersFor answers) {
                for (String affiliate : answers.affiliates()) {
                    principals
                            .computeIfAbsent(graph.symbols.number(affiliate), a -> new ArrayList<>())
                            .add(graph.symbols.number(answers.principal()));
                }
            }
        }
        return principals;
    }

    // Lasting and recurring duties.

    private NormNode keep(Norm norm, Duty.Keep duty, OneReading under) {
        Frame frame = bearerFrame(norm);
        NormNode.Common common = common(norm, frame, Set.copyOf(frame.bound), under);
        Premise condition =
                premises.premise(duty.condition(), frame, under, Premises.happened(norm.whileTrue(), under));
        return new KeepNode(graph, common, condition, standingBearers(norm.bearer()));
    }

    private NormNode recur(Norm norm, Duty.Recur duty, OneReading under) {
        Frame frame = bearerFrame(norm);
        Set<String> exported = Set.copyOf(frame.bound);
        PatternReader acts = actReader(duty.act(), norm.bearer(), frame, under);
        NormNode.Common common = hidden(common(norm, frame, exported, under), frame);
        frame.bound.addAll(duty.act().variables());
        Premise where = premises.premise(duty.where(), frame, under);
        return new RecurNode(graph, common, acts, where, duty.every(), standingBearers(norm.bearer()));
    }

    private Frame bearerFrame(Norm norm) {
        Frame frame = new Frame();
        String variable = variable(norm.bearer());
        if (variable != null) {
            frame.bind(variable);
            frame.types.put(variable, ValueType.PARTY);
        }
        return frame;
    }

    private PatternReader actReader(Pattern act, Bearer bearer, Frame frame, OneReading under) {
        frame.bound.add(HIDDEN_BEARER);
        PatternPlan plan = actPlan(act, bearer, frame, under);
        return patterns.reader(plan, frame);
    }

    /** Where the clause has no variable for its bearer but its act needs one, the hidden one serves. */
    private static NormNode.Common hidden(NormNode.Common common, Frame frame) {
        boolean needed = common.bearerSlot() < 0 && frame.scope.variables().contains(HIDDEN_BEARER);
        return needed ? common.withBearerSlot(frame.scope.slot(HIDDEN_BEARER)) : common;
    }

    // Duties to act.

    private NormNode achieve(Norm norm, Duty.Achieve duty, OneReading under) {
        Frame frame = new Frame();
        Relay relay = new Relay();
        norm.trigger().ifPresent(trigger -> trigger(trigger, under.law(norm).variables(), frame, under, relay));
        String bearerVariable = variable(norm.bearer());
        if (bearerVariable != null) {
            frame.bind(bearerVariable);
            frame.types.put(bearerVariable, ValueType.PARTY);
        }
        Set<String> exported = new HashSet<>(frame.bound);
        PatternReader acts = actReader(duty.act(), norm.bearer(), frame, under);
        NormNode.Common common = hidden(common(norm, frame, exported, under), frame);
        Premise guard = premises.premise(norm.guard(), frame, under);
        Clock clock = clock(duty, frame, under);
        AchieveNode.Powers powers = overDuty(norm, frame, under);
        AchieveNode.Deed deed = deed(duty, acts, frame, under);
        long[] bearers = norm.bearer() instanceof Bearer.Bound
                ? null
                : standingBearers(norm.bearer()).stream()
                        .mapToLong(Long::longValue)
                        .toArray();
        AchieveNode node = new AchieveNode(
                graph,
                common,
                deed,
                clock,
                guard,
                powers,
                bearers,
                norm.trigger().isPresent());
        relay.sink = node;
        return node;
    }

    private AchieveNode.Deed deed(Duty.Achieve duty, PatternReader acts, Frame frame, OneReading under) {
        frame.bound.addAll(duty.act().variables());
        Premise where = premises.premise(duty.where(), frame, under);
        return switch (duty.amount()) {
            case Duty.Amount.Times(int n) -> new AchieveNode.Deed(acts, where, -1, n, -1);
            case Duty.Amount.Totalling(String attribute, Term total) -> {
                int position = Patterns.position(patterns.type(duty.act().event()), attribute);
                yield switch (total) {
                    case Term.Variable(String name) ->
                        new AchieveNode.Deed(acts, where, position, 0, frame.scope.slot(name));
                    case Term.Constant(Value value) ->
                        new AchieveNode.Deed(acts, where, position, graph.symbols.encode(value), -1);
                };
            }
        };
    }

    private Clock clock(Duty.Achieve duty, Frame frame, OneReading under) {
        Bound due = duty.due().orElse(null);
        Bound notBefore = duty.notBefore().orElse(null);
        PatternReader anchor = null;
        if (due instanceof Bound.Within within && within.anchor() instanceof Anchor.OfEvent(Pattern pattern)) {
            anchor = patterns.reader(patterns.plan(pattern, frame, under, null), frame);
        }
        return new Clock(notBefore, slot(notBefore, frame), due, slot(due, frame), anchor);
    }

    private static int slot(@Nullable Bound bound, Frame frame) {
        return bound instanceof Bound.OnVariable on ? frame.scope.slot(on.variable()) : -1;
    }

    private AchieveNode.Powers overDuty(Norm norm, Frame frame, OneReading under) {
        List<AchieveNode.Use> excuses = new ArrayList<>();
        List<AchieveNode.Use> extensions = new ArrayList<>();
        for (Norm other : under.powersOver(norm)) {
            Duty.Power power = Duties.power(other).orElseThrow();
            switch (power.effect()) {
                case EXCUSE -> excuses.add(use(other, power, -1, frame, under));
                case EXTEND -> {
                    int date = firstDate(patterns.type(power.with().event()));
                    extensions.add(use(other, power, date, frame, under));
                }
                case SUSPEND, RESUME, TERMINATE -> {}
            }
        }
        return new AchieveNode.Powers(excuses, extensions);
    }

    private AchieveNode.Use use(Norm norm, Duty.Power power, int date, Frame frame, OneReading under) {
        return new AchieveNode.Use(patterns.reader(powerPlan(norm, power, frame, under), frame), power.reach(), date);
    }

    private static int firstDate(EventType type) {
        for (int i = 0; i < type.attributes().size(); i++) {
            if (type.attributes().get(i).type() == ValueType.DATE) {
                return i;
            }
        }
        return -1;
    }

    // Triggers.

    /** Passes triggers on to a duty that is not yet put together. */
    private static final class Relay implements Trigger.Sink {
        Trigger.@Nullable Sink sink;

        @Override
        public void add(Trigger trigger) {
            if (sink != null) {
                sink.add(trigger);
            }
        }

        @Override
        public void remove(Trigger trigger) {
            if (sink != null) {
                sink.remove(trigger);
            }
        }
    }

    private void trigger(
            holdfast.language.model.Trigger trigger,
            Set<String> mentioned,
            Frame frame,
            OneReading under,
            Trigger.Sink sink) {
        switch (trigger) {
            case OnEvent(Pattern pattern, Condition where) -> {
                PatternPlan plan = patterns.plan(pattern, frame, under, null);
                if (!where.isAlways()) {
                    Stream selected = new Stream();
                    int width = patterns.type(pattern.event()).attributes().size();
                    definitions.selectAll(plan, frame, where, width, under, selected);
                    plan = new PatternPlan(
                            selected,
                            plan.required(),
                            new int[0],
                            new long[0][],
                            plan.positions(),
                            plan.slots(),
                            plan.places(),
                            -1);
                }
                frame.bound.addAll(pattern.variables());
                new EventTrigger(graph, plan, frame.scope, sink);
            }
            case OnBreach on -> onBreach(on, kind(on), null, mentioned, frame, under, sink);
            case Continues c ->
                onBreach(
                        c.breach(),
                        new BreachTrigger.Kind.Continues(c.after(), c.breach().confirmed()),
                        null,
                        mentioned,
                        frame,
                        under,
                        sink);
            case GrowsInto g -> onBreach(g.breach(), null, g.into(), mentioned, frame, under, sink);
            case OnOutcome on -> {
                List<NormNode> norms = covered(on.clause(), under);
                Set<String> taken = inherit(norms, mentioned, frame);
                new OutcomeTrigger(graph, on.cured(), frame.scope, norms, taken, sink);
            }
            case OnState on ->
                new StateTrigger(graph, premises.premise(on.condition(), frame, under), on.begins(), frame.scope, sink);
        }
    }

    private static BreachTrigger.Kind kind(OnBreach on) {
        return on.confirmed() ? new BreachTrigger.Kind.Confirmed() : new BreachTrigger.Kind.Start();
    }

    private void onBreach(
            OnBreach on,
            BreachTrigger.@Nullable Kind kind,
            @Nullable Pattern into,
            Set<String> mentioned,
            Frame frame,
            OneReading under,
            Trigger.Sink sink) {
        List<NormNode> norms = covered(on.of(), under);
        frame.breaches.add(on.variable());
        BreachTrigger.By by = by(on.by(), frame);
        Set<String> taken = inherit(norms, mentioned, frame);
        BreachTrigger.Kind how = kind;
        if (how == null && into != null) {
            PatternReader reader = patterns.reader(patterns.plan(into, frame, under, null), frame);
            how = new BreachTrigger.Kind.Grows(reader, on.confirmed());
            frame.bound.addAll(into.variables());
        }
        new BreachTrigger(graph, java.util.Objects.requireNonNull(how), by, frame.scope, norms, taken, sink);
    }

    private BreachTrigger.By by(Optional<Term> by, Frame frame) {
        if (by.isEmpty()) {
            return new BreachTrigger.By(null, -1);
        }
        return switch (by.get()) {
            case Term.Variable(String name) -> {
                frame.types.put(name, ValueType.PARTY);
                yield new BreachTrigger.By(null, frame.bind(name));
            }
            case Term.Constant(Value value) -> new BreachTrigger.By(patterns.admitted(value), -1);
        };
    }

    /** The variables that all clauses from which this one follows bind are its own where it mentions them. Returns which. */
    private static Set<String> inherit(List<NormNode> norms, Set<String> mentioned, Frame frame) {
        Set<String> taken = new HashSet<>();
        if (norms.isEmpty()) {
            return taken;
        }
        NormNode.Common first = norms.getFirst().common;
        Set<String> common = new LinkedHashSet<>(first.exported());
        norms.forEach(norm -> common.retainAll(norm.common.exported()));
        for (String variable : common) {
            ValueType type = first.types().get(variable);
            boolean wanted = mentioned.contains(variable) && !frame.bound.contains(variable);
            if (type != null && wanted) {
                frame.bind(variable);
                frame.types.put(variable, type);
                taken.add(variable);
            }
        }
        return taken;
    }
}
