package holdfast.examine.text;

import holdfast.examine.play.Ways;
import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Triggers;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which clause answers which, and which waits for which, over all readings together.
 *
 * @param nodes in the order of the text, bodies last
 * @param edges each once
 */
public record ClauseGraph(List<Node> nodes, List<Edge> edges) {
    public ClauseGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    public enum Kind {
        PROHIBITION,
        /** A duty whose act is a measure, or which follows a breach. */
        ANSWER,
        DUTY,
        PERMISSION,
        BODY
    }

    /**
     * @param id a clause's number or a body's name
     * @param measure what the clause's act is; empty for none
     */
    public record Node(String id, Kind kind, Optional<String> measure) {}

    public enum Bond {
        /** The second follows when the first is broken. */
        ANSWERS,
        /** The second can only be, or falls due, once something is done that the first demands. */
        WAITS,
        /** The first finds on, or decides about, the second. */
        DECIDES,
        /** The first can suspend, end or excuse the second. */
        RULES
    }

    /** @param words when, or how, in a few words */
    public record Edge(String from, String to, Bond bond, String words) {}

    public static ClauseGraph of(Agreement agreement) {
        return new Builder(agreement).build();
    }

    /** The edges that lie on a circle of waiting. */
    public Set<Edge> circles() {
        Set<Edge> found = new LinkedHashSet<>();
        for (Edge edge : edges) {
            if (edge.bond() == Bond.WAITS && reaches(edge.to(), edge.from(), new HashSet<>())) {
                found.add(edge);
            }
        }
        return found;
    }

    private boolean reaches(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        return seen.add(from)
                && edges.stream()
                        .filter(e -> e.bond() == Bond.WAITS && e.from().equals(from))
                        .anyMatch(e -> reaches(e.to(), to, seen));
    }

    private static final class Builder {
        private final Agreement agreement;
        private final Ways ways;
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Set<Edge> edges = new LinkedHashSet<>();

        /** The edges without their words: of several between the same two the first stands. */
        private final Set<List<Object>> known = new HashSet<>();

        private final Map<ClauseRef, List<Norm>> covered = new HashMap<>();

        /** By declared event, the places of the clauses whose act it is or is made of. */
        private final Map<String, BitSet> acting = new HashMap<>();

        Builder(Agreement agreement) {
            this.agreement = agreement;
            this.ways = new Ways(agreement);
            for (int place = 0; place < agreement.norms().size(); place++) {
                int here = place;
                Duties.act(agreement.norms().get(place)).stream()
                        .flatMap(p -> ways.declaredUnder(p.event()).stream())
                        .forEach(e ->
                                acting.computeIfAbsent(e, x -> new BitSet()).set(here));
            }
        }

        public ClauseGraph build() {
            agreement.norms().forEach(n -> nodes.putIfAbsent(n.id(), new Node(n.id(), kind(n), measure(n))));
            agreement.norms().forEach(this::norm);
            for (Rule rule : agreement.rules()) {
                if (rule instanceof Rule.Confirms c && c.body().isPresent()) {
                    for (Norm norm : covered(c.of())) {
                        edge(body(c.body().get()), norm.id(), Bond.DECIDES, "confirms breaches");
                    }
                }
            }
            return new ClauseGraph(List.copyOf(nodes.values()), List.copyOf(edges));
        }

        private Kind kind(Norm norm) {
            if (Duties.isProhibition(norm)) {
                return Kind.PROHIBITION;
            }
            if (!Duties.obliges(norm)) {
                return Kind.PERMISSION;
            }
            boolean answers = measure(norm).isPresent() || Triggers.followsABreach(norm);
            return Duties.demandsOnce(norm) && answers ? Kind.ANSWER : Kind.DUTY;
        }

        private Optional<String> measure(Norm norm) {
            return Duties.act(norm).stream()
                    .flatMap(p -> {
                        Set<String> names = new LinkedHashSet<>();
                        names.add(p.event());
                        names.addAll(ways.declaredUnder(p.event()));
                        return names.stream();
                    })
                    .flatMap(e -> Stream.ofNullable(ways.eventTypes().get(e)))
                    .filter(e -> e.measure().isPresent())
                    .findFirst()
                    .flatMap(EventType::measure);
        }

        private void norm(Norm norm) {
            norm.trigger().ifPresent(t -> trigger(norm, t));
            conditions(norm, norm.whileTrue());
            conditions(norm, norm.guard());
            if (Duties.demandsOnce(norm)) {
                Duties.condition(norm).ifPresent(c -> conditions(norm, c));
            }
            Duties.power(norm).ifPresent(power -> {
                String words = "may " + power.effect().name().toLowerCase(Locale.ROOT);
                covered(power.over()).forEach(ruled -> edge(norm.id(), ruled.id(), Bond.RULES, words));
            });
        }

        private void trigger(Norm norm, Trigger trigger) {
            switch (trigger) {
                case Trigger.OnBreach t ->
                    answers(t.of(), norm, t.confirmed() ? "once its breach is confirmed" : "when broken");
                case Trigger.Continues t -> answers(t.breach().of(), norm, "if it goes on after " + t.after());
                case Trigger.GrowsInto t ->
                    answers(
                            t.breach().of(),
                            norm,
                            "if it grows into " + t.into().event());
                case Trigger.OnEvent t ->
                    set(norm, t.pattern(), "on " + t.pattern().event());
                case Trigger.OnOutcome t ->
                    covered(t.clause())
                            .forEach(n ->
                                    edge(n.id(), norm.id(), Bond.WAITS, t.cured() ? "when cured" : "when fulfilled"));
                case Trigger.OnState t -> conditions(norm, t.condition());
            }
        }

        private void answers(ClauseRef of, Norm norm, String words) {
            covered(of).forEach(n -> edge(n.id(), norm.id(), Bond.ANSWERS, words));
        }

        /** Whoever must, may or must not do what sets this off. */
        private void set(Norm norm, Pattern pattern, String words) {
            if (pattern.event().equals("decision")) {
                if (pattern.term("of").orElse(null) instanceof Term.Constant(Value.Actor(String name))) {
                    edge(body(name), norm.id(), Bond.DECIDES, "decides");
                }
                return;
            }
            BitSet bringing = new BitSet();
            ways.declaredUnder(pattern.event())
                    .forEach(e -> Optional.ofNullable(acting.get(e)).ifPresent(bringing::or));
            bringing.stream()
                    .mapToObj(agreement.norms()::get)
                    .filter(other -> !other.id().equals(norm.id()))
                    .forEach(other ->
                            edge(other.id(), norm.id(), Duties.forbidsAct(other) ? Bond.ANSWERS : Bond.WAITS, words));
        }

        private void conditions(Norm norm, Condition condition) {
            Parts.conditions(condition, c -> {
                switch (c) {
                    case Condition.ClauseFulfilled f ->
                        covered(f.clause())
                                .forEach(n -> edge(n.id(), norm.id(), Bond.WAITS, "must be fulfilled first"));
                    case Condition.ClauseBreached b ->
                        covered(b.clause()).forEach(n -> edge(n.id(), norm.id(), Bond.ANSWERS, "while broken"));
                    case Condition.HasHappened h ->
                        set(norm, h.pattern(), "after " + h.pattern().event());
                    case Condition.InState s -> state(norm, s.state());
                    default -> {}
                }
            });
        }

        /** Only states that clauses bring about; one that some free event begins waits for nobody. */
        private void state(Norm norm, String name) {
            for (State state : agreement.states()) {
                if (state.name().equals(name)) {
                    switch (state) {
                        case State.Fluent s -> s.begins().forEach(p -> set(norm, p, "while " + name));
                        case State.Period s -> {
                            if (s.start().orElse(null) instanceof State.Start.OfEvent(Pattern begin)) {
                                set(norm, begin, "while " + name);
                            }
                        }
                        case State.Named s ->
                            Parts.conditions(s.condition(), c -> {
                                switch (c) {
                                    case Condition.ClauseFulfilled f ->
                                        covered(f.clause()).forEach(n -> edge(n.id(), norm.id(), Bond.WAITS, name));
                                    case Condition.HasHappened h -> set(norm, h.pattern(), name);
                                    default -> {}
                                }
                            });
                    }
                }
            }
        }

        private List<Norm> covered(ClauseRef ref) {
            return covered.computeIfAbsent(
                    ref,
                    r -> agreement.norms().stream()
                            .filter(n -> r.covers(n.id()))
                            .toList());
        }

        private String body(String name) {
            nodes.putIfAbsent(name, new Node(name, Kind.BODY, Optional.empty()));
            return name;
        }

        private void edge(String from, String to, Bond bond, String words) {
            if ((!from.equals(to) || bond == Bond.WAITS) && known.add(List.of(from, to, bond))) {
                edges.add(new Edge(from, to, bond, words));
            }
        }
    }
}
