package holdfast.language.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the text says for the examiner of what its names stand for; no verdict depends on it.
 *
 * @param names by the name of an event, an actor or a term, in the order of the text
 * @param measures by the name of a measure, in the order of the text
 * @param madeUpOf by the name of a force, those whose force it is
 */
public record Kinds(Map<String, Set<Kind>> names, Map<String, Set<Kind>> measures, Map<String, List<String>> madeUpOf) {
    public static final Kinds NONE = new Kinds(Map.of(), Map.of(), Map.of());

    public Kinds {
        names = sorted(names);
        measures = sorted(measures);
        madeUpOf = Collections.unmodifiableMap(new LinkedHashMap<>(madeUpOf));
    }

    private static Map<String, Set<Kind>> sorted(Map<String, Set<Kind>> some) {
        Map<String, Set<Kind>> sorted = new LinkedHashMap<>();
        some.forEach((name, kinds) -> sorted.put(name, Collections.unmodifiableSet(new TreeSet<>(kinds))));
        return Collections.unmodifiableMap(sorted);
    }

    /** Of what kinds an event, an actor or a term is said to be; empty: nothing is said. */
    public Optional<Set<Kind>> ofName(String name) {
        return Optional.ofNullable(names.get(name));
    }

    public Optional<Set<Kind>> ofMeasure(String measure) {
        return Optional.ofNullable(measures.get(measure));
    }

    /** Whether the text says of any name that it is of this kind: then it has said which are. */
    public boolean saysOfAnyName(Kind kind) {
        return names.values().stream().anyMatch(k -> k.contains(kind));
    }

    public boolean saysOfAnyMeasure(Kind kind) {
        return measures.values().stream().anyMatch(k -> k.contains(kind));
    }

    /** Whose force it is: itself, where the text does not say that it is made up of others. */
    public List<String> behind(String actor) {
        return madeUpOf.getOrDefault(actor, List.of(actor));
    }
}
