package holdfast.report.standing;

import holdfast.engine.Record;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records that leave out what a clause asks of such an act, and so are laid over nothing (semantics, section 4: a pattern matches only what gives every attribute that it names). The clause
 * looks kept, or not done, and nobody can tell: that is said, with the records.
 */
public final class Unjudged {
    /** So many records are remembered for one line; the rest are counted. */
    private static final int MOST = 10_000;

    private static final int FIRST = 3;

    /**
     * @param clauses which ask for it, in the order of the text
     * @param event of the records
     * @param attributes that they do not give, as they are declared
     * @param count how many records
     * @param first the ids of a few of them, in the order in which they were read
     */
    public record Line(List<String> clauses, String event, List<String> attributes, long count, List<String> first) {
        public Line {
            clauses = List.copyOf(clauses);
            attributes = List.copyOf(attributes);
            first = List.copyOf(first);
        }
    }

    /** What one pattern asks of a record of its event. */
    private record Asked(List<String> attributes, Map<String, Value> fixed) {}

    private record Lacking(String event, List<String> attributes) {}

    private final Map<String, Map<Asked, Set<String>>> askedOf = new HashMap<>();
    private final Map<Lacking, Set<String>> clauses = new LinkedHashMap<>();
    private final Map<Lacking, Set<String>> records = new HashMap<>();
    private final Map<Lacking, Long> further = new HashMap<>();

    /** Records that a later one replaces or takes back: what these leave out matters no more. */
    private final Set<String> replaced = new HashSet<>();

    public Unjudged(Agreement agreement) {
        Walk walk = new Walk(agreement);
        Map<String, EventType> declared = new HashMap<>();
        agreement.events().forEach(e -> declared.put(e.name(), e));
        Set<String> actors = new HashSet<>();
        agreement.actors().forEach(a -> actors.add(a.name()));
        for (Norm norm : agreement.norms()) {
            for (Pattern pattern : walk.from(norm).patterns()) {
                EventType event = declared.get(pattern.event());
                if (event != null) {
                    Asked asked = asked(pattern, event, actors);
                    if (!asked.attributes().isEmpty()) {
                        askedOf.computeIfAbsent(event.name(), e -> new LinkedHashMap<>())
                                .computeIfAbsent(asked, a -> new LinkedHashSet<>())
                                .add(norm.id());
                    }
                }
            }
        }
    }

    /** An actor who is not given is nobody named, and that is a value. */
    private static Asked asked(Pattern pattern, EventType event, Set<String> actors) {
        List<String> attributes = new ArrayList<>();
        Map<String, Value> fixed = new HashMap<>();
        for (Pattern.Argument argument : pattern.arguments()) {
            boolean party = event.attribute(argument.attribute())
                    .filter(a -> a.type() == ValueType.PARTY)
                    .isPresent();
            if (!party) {
                attributes.add(argument.attribute());
            }
            if (argument.term() instanceof Term.Constant(Value value) && !isGroup(value, actors)) {
                fixed.put(argument.attribute(), value);
            }
        }
        return new Asked(attributes, fixed);
    }

    private static boolean isGroup(Value value, Set<String> actors) {
        return value instanceof Value.Actor(String name) && !actors.contains(name);
    }

    /** The attributes of which a record of the event must be looked at if it leaves one out. */
    public Set<String> asked(String event) {
        Set<String> attributes = new TreeSet<>();
        askedOf.getOrDefault(event, Map.of()).keySet().forEach(asked -> attributes.addAll(asked.attributes()));
        return attributes;
    }

    /** Looks at one record of all that are taken. */
    public void look(Record record) {
        record.corrects().ifPresent(replaced::add);
        switch (record) {
            case Record.Withdrawal w -> replaced.add(w.withdraws());
            case Record.Observation o -> look(o);
            case Record.Attribution ignored -> {}
            case Record.Finding ignored -> {}
        }
    }

    private void look(Record.Observation o) {
        askedOf.getOrDefault(o.event(), Map.of()).forEach((asked, by) -> {
            List<String> lacking = asked.attributes().stream()
                    .filter(a -> !o.values().containsKey(a))
                    .toList();
            if (!lacking.isEmpty() && agrees(o, asked)) {
                add(new Lacking(o.event(), lacking), by, o.id());
            }
        });
    }

    /** Whether what the record does give is what the pattern wants. */
    private static boolean agrees(Record.Observation o, Asked asked) {
        return asked.fixed().entrySet().stream().allMatch(e -> {
            Value given = o.values().get(e.getKey());
            return given == null || given.equals(e.getValue());
        });
    }

    private void add(Lacking lacking, Collection<String> by, String id) {
        clauses.computeIfAbsent(lacking, l -> new LinkedHashSet<>()).addAll(by);
        Set<String> ids = records.computeIfAbsent(lacking, l -> new LinkedHashSet<>());
        if (ids.size() < MOST) {
            ids.add(id);
        } else {
            further.merge(lacking, 1L, Long::sum);
        }
    }

    /** What was found, in the order of the clauses that ask for it. */
    public List<Line> lines(Agreement agreement) {
        List<String> order = agreement.norms().stream().map(Norm::id).distinct().toList();
        List<Line> lines = new ArrayList<>();
        clauses.forEach((lacking, by) -> {
            List<String> ids = records.getOrDefault(lacking, Set.of()).stream()
                    .filter(id -> !replaced.contains(id))
                    .toList();
            long count = ids.size() + further.getOrDefault(lacking, 0L);
            if (count > 0) {
                lines.add(new Line(
                        order.stream().filter(by::contains).toList(),
                        lacking.event(),
                        lacking.attributes(),
                        count,
                        ids.stream().limit(FIRST).toList()));
            }
        });
        lines.sort((a, b) -> {
            int place = Integer.compare(
                    order.indexOf(a.clauses().getFirst()),
                    order.indexOf(b.clauses().getFirst()));
            return place != 0 ? place : a.event().compareTo(b.event());
        });
        return lines;
    }
}
