package holdfast.examine.subject;

import holdfast.examine.found.Otherwise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Who breaks what, in words. Nobody is said to break a clause that this is not about: clauses stand together where the same ones break them. */
public final class Breaches {
    /** By who breaks them. */
    private final Map<Set<String>, List<String>> clauses = new LinkedHashMap<>();

    private Breaches(Map<String, Set<String>> violators) {
        violators.forEach((clause, who) ->
                clauses.computeIfAbsent(who, w -> new ArrayList<>()).add(clause));
    }

    public static Breaches of(List<Outlook> some) {
        return of(some, Outlook::prohibition, Outlook::violator);
    }

    public static Breaches ofOthers(List<Otherwise> some) {
        return of(some, Otherwise::prohibition, Otherwise::violator);
    }

    private static <T> Breaches of(List<T> some, Function<T, String> clause, Function<T, String> violator) {
        Map<String, Set<String>> violators = new LinkedHashMap<>();
        some.forEach(b -> violators
                .computeIfAbsent(clause.apply(b), c -> new LinkedHashSet<>())
                .add(violator.apply(b)));
        return new Breaches(violators);
    }

    /** {@code A breaks 1.1}, {@code A and B break 1.1, or A breaks 2.1}. */
    public String broken() {
        List<String> parts = new ArrayList<>();
        clauses.forEach((who, what) ->
                parts.add(Names.list(who) + (who.size() == 1 ? " breaks " : " break ") + Names.list(what)));
        return either(parts);
    }

    /** {@code a breach of 1.1 by A}, {@code a breach of 1.1 by A and B, or of 2.1 by A}. */
    public String named() {
        List<String> parts = new ArrayList<>();
        clauses.forEach((who, what) -> parts.add("of " + Names.list(what) + " by " + Names.list(who)));
        return "a breach " + either(parts);
    }

    private static String either(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + ", or " + parts.getLast();
    }
}
