package holdfast.engine.monitor.compile;

import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.engine.monitor.pattern.PatternReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes patterns ready for a statement's scope. */
final class Patterns {
    private final Agreement agreement;
    private final Graph graph;
    private final Shelf shelf;
    private final Map<String, EventType> types;
    private final BiFunction<String, OneReading, Stream> streams;

    /** @param streams gives the occurrences of an event in an agreement under one reading */
    Patterns(Program program, Graph graph, Shelf shelf, BiFunction<String, OneReading, Stream> streams) {
        this.agreement = program.agreement;
        this.graph = graph;
        this.shelf = shelf;
        this.types = program.types;
        this.streams = streams;
    }

    EventType type(String event) {
        EventType type = types.get(event);
        if (type == null) {
            throw new IllegalArgumentException("no event `" + event + "`");
        }
        return type;
    }

    static int position(EventType type, String attribute) {
        for (int i = 0; i < type.attributes().size(); i++) {
            if (type.attributes().get(i).name().equals(attribute)) {
                return i;
            }
        }
        throw new IllegalArgumentException("`" + type.name() + "` has no attribute `" + attribute + "`");
    }

    /**
     * @param under the agreement under one reading
     * @param except an attribute whose term is left out, or null
     */
    PatternPlan plan(Pattern pattern, Frame frame, OneReading under, @Nullable String except) {
        return plan(pattern, frame, under, except, null, new long[0]);
    }

    /** @param only an attribute that must have one of {@code values}, beside what the pattern says; or null */
    PatternPlan plan(
            Pattern pattern,
            Frame frame,
            OneReading under,
            @Nullable String except,
            @Nullable String only,
            long[] values) {
        EventType type = type(pattern.event());
        List<Integer> required = new ArrayList<>();
        List<Integer> constants = new ArrayList<>();
        List<long[]> admitted = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        List<Integer> slots = new ArrayList<>();
        List<Boolean> places = new ArrayList<>();
        int about = -1;
        for (Pattern.Argument argument : pattern.arguments()) {
            int position = position(type, argument.attribute());
            ValueType valueType = type.attributes().get(position).type();
            if (argument.attribute().equals(except)) {
                continue;
            }
            required.add(position);
            switch (argument.term()) {
                case Term.Constant(Value value) -> {
                    constants.add(position);
                    admitted.add(admitted(value));
                }
                case Term.Variable(String name) -> {
                    if (frame.breaches.contains(name)) {
                        about = position;
                    } else {
                        positions.add(position);
                        slots.add(frame.scope.slot(name));
                        frame.types.put(name, valueType);
                        places.add(valueType == ValueType.PLACE);
                    }
                }
            }
        }
        if (only != null) {
            constants.add(position(type, only));
            admitted.add(values);
        }
        boolean[] placeFlags = new boolean[places.size()];
        for (int i = 0; i < placeFlags.length; i++) {
            placeFlags[i] = places.get(i);
        }
        return new PatternPlan(
                streams.apply(pattern.event(), under),
                ints(required),
                ints(constants),
                admitted.toArray(new long[0][]),
                ints(positions),
                ints(slots),
                placeFlags,
                about);
    }

    /** The values that a constant matches: itself, or the members of the set that it names. */
    long[] admitted(Value value) {
        if (value instanceof Value.Actor(String name)) {
            List<String> members = agreement.members(name).orElse(null);
            if (members != null) {
                return numbers(members);
            }
        }
        return new long[] {graph.symbols.encode(value)};
    }

    private long[] numbers(List<String> names) {
        long[] numbers = new long[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = graph.symbols.number(names.get(i));
        }
        return numbers;
    }

    /** Reads the matches that agree with the variables that are bound in the frame. */
    PatternReader reader(PatternPlan plan, Frame frame) {
        List<Integer> keyPositions = new ArrayList<>();
        List<Integer> keySlots = new ArrayList<>();
        boolean never = false;
        for (int i = 0; i < plan.positions().length; i++) {
            int slot = plan.slots()[i];
            boolean bound = frame.bound.contains(frame.scope.variables().get(slot));
            if (bound && !keySlots.contains(slot)) {
                keyPositions.add(plan.positions()[i]);
                keySlots.add(slot);
                never |= plan.places()[i];
            }
        }
        return new PatternReader(plan, shelf.buckets(plan, ints(keyPositions), never), ints(keySlots));
    }

    static int[] ints(List<Integer> list) {
        int[] ints = new int[list.size()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = list.get(i);
        }
        return ints;
    }
}
