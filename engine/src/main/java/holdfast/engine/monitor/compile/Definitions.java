package holdfast.engine.monitor.compile;

import holdfast.engine.monitor.condition.Premise;
import holdfast.engine.monitor.definition.AfterNode;
import holdfast.engine.monitor.definition.AllOfNode;
import holdfast.engine.monitor.definition.DecisionNode;
import holdfast.engine.monitor.definition.MergedNode;
import holdfast.engine.monitor.definition.PairNode;
import holdfast.engine.monitor.definition.SelectNode;
import holdfast.engine.monitor.definition.WindowNode;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.pattern.Buckets;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts together the nodes of defined events. */
final class Definitions {
    private final Graph graph;
    private final Map<String, Stream> declared;
    private final Premises premises;
    private final Patterns patterns;

    Definitions(Graph graph, Map<String, Stream> declared, Patterns patterns, Premises premises) {
        this.graph = graph;
        this.declared = declared;
        this.patterns = patterns;
        this.premises = premises;
    }

    void define(Definition definition, OneReading under, Stream out) {
        List<String> result = definition.variables();
        switch (definition.derivation()) {
            case Definition.Select(List<Pattern> all, Condition where) -> select(all, where, result, under, out);
            case Definition.Count c ->
                window(
                        c.pattern(),
                        c.where(),
                        result,
                        WindowNode.Measure.NUMBER,
                        "",
                        c.atLeast(),
                        c.within().orElse(null),
                        under,
                        out);
            case Definition.Different d ->
                window(
                        d.pattern(),
                        d.where(),
                        result,
                        WindowNode.Measure.DIFFERENT,
                        d.variable(),
                        d.atLeast(),
                        d.within().orElse(null),
                        under,
                        out);
            case Definition.Sum s ->
                window(
                        s.pattern(),
                        s.where(),
                        result,
                        WindowNode.Measure.SUM,
                        s.attribute(),
                        Symbols.millionths(s.atLeast()),
                        s.within().orElse(null),
                        under,
                        out);
            case Definition.Merged m -> {
                Source source = source(m.pattern(), m.where(), under);
                new MergedNode(graph, out, source.plan(), source.positions(result), m.gap());
            }
            case Definition.Then t ->
                PairNode.sequence(graph, out, pair(t.first(), t.second(), result, under), t.within());
            case Definition.Absence a ->
                PairNode.absence(
                        graph, out, pair(a.absent(), a.of(), result, under), a.within(), a.includingFirstDay());
            case Definition.After a -> {
                Source source = source(a.pattern(), Condition.ALWAYS, under);
                new AfterNode(graph, out, source.plan(), source.positions(result), a.span(), a.includingFirstDay());
            }
            case Definition.AllOf(List<Pattern> all) -> allOf(all, result, under, out);
        }
    }

    /** What a derivation reads: the matches of a pattern, and which value each variable has there. */
    private record Source(PatternPlan plan, Frame frame) {
        int position(String variable) {
            int slot = frame.scope.variables().indexOf(variable);
            return slot < 0 ? -1 : plan.positionOf(slot);
        }

        int[] positions(List<String> variables) {
            return variables.stream().mapToInt(this::position).toArray();
        }
    }

    /** With a condition, the matches go through a selection of their own first, that keeps all attributes. */
    private Source source(Pattern pattern, Condition where, OneReading under) {
        Frame frame = new Frame();
        PatternPlan plan = patterns.plan(pattern, frame, under, null);
        if (where.isAlways()) {
            return new Source(plan, frame);
        }
        EventType type = patterns.type(pattern.event());
        int width = type.attributes().size();
        Stream selected = new Stream();
        selectAll(plan, frame, where, width, under, selected);
        PatternPlan onSelected = new PatternPlan(
                selected,
                plan.required(),
                new int[0],
                new long[0][],
                plan.positions(),
                plan.slots(),
                plan.places(),
                -1);
        return new Source(onSelected, frame);
    }

    /** Passes on whole occurrences, with all their values, for which the condition is not false. */
    void selectAll(PatternPlan plan, Frame frame, Condition where, int width, OneReading under, Stream out) {
        frame.bound.addAll(frame.scope.variables());
        Premise premise = premises.premise(where, frame, under);
        int own = frame.scope.variables().size();
        int[] positions = new int[plan.positions().length + width];
        int[] slots = new int[positions.length];
        boolean[] places = new boolean[positions.length];
        System.arraycopy(plan.positions(), 0, positions, 0, plan.positions().length);
        System.arraycopy(plan.slots(), 0, slots, 0, plan.slots().length);
        System.arraycopy(plan.places(), 0, places, 0, plan.places().length);
        int[] outputs = new int[width];
        for (int i = 0; i < width; i++) {
            positions[plan.positions().length + i] = i;
            slots[plan.positions().length + i] = own + i;
            outputs[i] = own + i;
        }
        PatternPlan wide = new PatternPlan(
                plan.stream(), plan.required(), plan.constants(), plan.admitted(), positions, slots, places, -1);
        new SelectNode(graph, out, List.of(new SelectNode.Source(wide, premise, own + width, outputs)));
    }

    private void select(List<Pattern> all, Condition where, List<String> result, OneReading under, Stream out) {
        List<SelectNode.Source> sources = new ArrayList<>();
        for (Pattern pattern : all) {
            Frame frame = new Frame();
            PatternPlan plan = patterns.plan(pattern, frame, under, null);
            frame.bound.addAll(frame.scope.variables());
            Premise premise = premises.premise(where, frame, under);
            int[] outputs = result.stream()
                    .mapToInt(v -> pattern.variables().contains(v) ? frame.scope.slot(v) : -1)
                    .toArray();
            sources.add(
                    new SelectNode.Source(plan, premise, frame.scope.variables().size(), outputs));
        }
        new SelectNode(graph, out, sources);
    }

    private void window(
            Pattern pattern,
            Condition where,
            List<String> result,
            WindowNode.Measure measure,
            String measured,
            long atLeast,
            holdfast.language.model.@org.jspecify.annotations.Nullable Span within,
            OneReading under,
            Stream out) {
        Source source = source(pattern, where, under);
        int position = switch (measure) {
            case NUMBER -> -1;
            case DIFFERENT -> source.position(measured);
            case SUM -> Patterns.position(patterns.type(pattern.event()), measured);
        };
        new WindowNode(graph, out, source.plan(), source.positions(result), measure, position, atLeast, within);
    }

    private PairNode.Parts pair(Pattern other, Pattern main, List<String> result, OneReading under) {
        Source mainSource = source(main, Condition.ALWAYS, under);
        Source otherSource = source(other, Condition.ALWAYS, under);
        List<Integer> mainKey = new ArrayList<>();
        List<Integer> otherKey = new ArrayList<>();
        boolean never = false;
        for (String shared : main.variables()) {
            if (other.variables().contains(shared)) {
                mainKey.add(mainSource.position(shared));
                otherKey.add(otherSource.position(shared));
                never |= mainSource.frame().types.get(shared) == holdfast.language.model.ValueType.PLACE;
            }
        }
        Buckets others = new Buckets(graph, otherSource.plan(), Patterns.ints(otherKey), never);
        return new PairNode.Parts(
                others,
                mainSource.plan(),
                Patterns.ints(mainKey),
                mainSource.positions(result),
                otherSource.positions(result),
                never);
    }

    private void allOf(List<Pattern> all, List<String> result, OneReading under, Stream out) {
        List<AllOfNode.Part> parts = new ArrayList<>();
        for (Pattern pattern : all) {
            Source source = source(pattern, Condition.ALWAYS, under);
            parts.add(new AllOfNode.Part(source.plan(), source.positions(result)));
        }
        new AllOfNode(graph, out, parts, result.size());
    }

    private static boolean canDecide(Map<String, Stream> declared) {
        return declared.containsKey("motion") && declared.containsKey("vote") && declared.containsKey("decision");
    }

    /** Whether how a body decides hangs on a reading. */
    private static boolean hangs(OneReading under) {
        return under.agreement.bodies().stream()
                .anyMatch(b -> !b.reading().answers().isEmpty());
    }

    /** What is decided under one reading, beside what is reported as decided. */
    private Stream decisions(Stream reported, OneReading under) {
        return under.stream("decision", out -> {
            graph.listen(reported, new Stream.Listener() {
                @Override
                public void added(Occurrence occurrence) {
                    out.add(occurrence);
                }

                @Override
                public void removed(Occurrence occurrence) {
                    out.remove(occurrence);
                }
            });
            Stream motions = Objects.requireNonNull(declared.get("motion"));
            Stream votes = Objects.requireNonNull(declared.get("vote"));
            new DecisionNode(graph, under.agreement.bodies(), motions, votes, out);
        });
    }

    /** The occurrences of an event under a reading; puts its definition together on first use. */
    Stream stream(String event, OneReading under) {
        Stream base = declared.get(event);
        if (base != null) {
            return event.equals("decision") && hangs(under) && canDecide(declared) ? decisions(base, under) : base;
        }
        Definition definition = under.text.definitions.get(event);
        if (definition == null) {
            throw new IllegalArgumentException("no event `" + event + "`");
        }
        return under.stream(event, out -> define(definition, under, out));
    }
}
