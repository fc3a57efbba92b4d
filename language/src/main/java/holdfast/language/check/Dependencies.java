package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What uses what. Finds circles and an order in which everything comes after what it uses. */
final class Dependencies {
    private static final int SHOWN = 8;

    /** So many names may rest on one another, one after another. */
    static final int HIGHEST = 200;

    /** So often may the names on which one rests, and those on which they rest, be asked for it. */
    static final long LARGEST = 10_000;

    private final Map<String, Set<String>> uses = new LinkedHashMap<>();
    private final Map<String, Token> places = new HashMap<>();
    private final Set<String> inCircles = new HashSet<>();
    private final Map<String, Statement.Clause> powers = new HashMap<>();
    private final Map<String, Map<String, Integer>> mentions = new HashMap<>();

    static String name(String name) {
        return "name " + name;
    }

    static String clause(String id) {
        return "clause " + id;
    }

    /** A reference to clauses, which stands for all that it covers. */
    static String reference(String id) {
        return "reference " + id;
    }

    /** What may suspend, end, extend or excuse these clauses. */
    static String powersOver(String id) {
        return "powers " + id;
    }

    /** @param power the clause that gives a power over what the node names; a circle through it is mended there */
    void instead(String node, Statement.Clause power) {
        powers.putIfAbsent(node, power);
    }

    void add(String user, Token place) {
        uses.computeIfAbsent(user, k -> new LinkedHashSet<>());
        places.putIfAbsent(user, place);
    }

    void add(String user, String used) {
        mentions.computeIfAbsent(user, k -> new HashMap<>()).merge(used, 1, Integer::sum);
        uses.computeIfAbsent(user, k -> new LinkedHashSet<>()).add(used);
    }

    boolean isKnown(String node) {
        return uses.containsKey(node);
    }

    boolean isInCircle(String node) {
        return inCircles.contains(node);
    }

    private record Open(String node, Iterator<String> rest) {}

    /** Every node after those that it uses; circles are reported and cut. Without recursion: chains may be long. */
    List<String> order(Context context) {
        List<String> order = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String start : uses.keySet()) {
            Deque<Open> path = new ArrayDeque<>();
            Set<String> onPath = new LinkedHashSet<>();
            enter(start, path, onPath, done);
            while (!path.isEmpty()) {
                Open top = path.peek();
                if (top.rest().hasNext()) {
                    String next = top.rest().next();
                    if (onPath.contains(next)) {
                        report(next, path, context);
                    } else {
                        enter(next, path, onPath, done);
                    }
                } else {
                    path.pop();
                    onPath.remove(top.node());
                    order.add(top.node());
                }
            }
        }
        return order;
    }

    /**
     * Reports the first name that rests on too long a chain of others, or for which too many would have to be asked: a state that says another twice asks twice for all on
     * which that one rests.
     *
     * @param order as {@link #order} gives it
     */
    void checkSizes(List<String> order, Context context) {
        Map<String, Integer> heights = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        for (String node : order) {
            Token place = places.get(node);
            if (place == null || !node.startsWith("name ") || isInCircle(node)) {
                continue;
            }
            int height = 1;
            long size = 1;
            for (Map.Entry<String, Integer> used :
                    mentions.getOrDefault(node, Map.of()).entrySet()) {
                height = Math.max(height, 1 + heights.getOrDefault(used.getKey(), 0));
                size += used.getValue() * sizes.getOrDefault(used.getKey(), 0L);
            }
            if (height > HIGHEST || size > LARGEST) {
                String name = node.substring(node.indexOf(' ') + 1);
                context.report(
                        Code.BUILT_TOO_HIGH,
                        place,
                        height > HIGHEST
                                ? "`" + name + "` rests on a chain of more than " + HIGHEST + " names"
                                : "to know `" + name + "`, more than " + LARGEST + " others would have to be asked",
                        height > HIGHEST
                                ? "leave out steps that only pass on what another says"
                                : "say each name once where you can, and give what is said often a beginning and an end of its own");
                return;
            }
            heights.put(node, height);
            sizes.put(node, size);
        }
    }

    private void enter(String node, Deque<Open> path, Set<String> onPath, Set<String> done) {
        if (done.add(node)) {
            onPath.add(node);
            path.push(new Open(node, uses.getOrDefault(node, Set.of()).iterator()));
        }
    }

    private void report(String from, Deque<Open> path, Context context) {
        if (!inCircles.add(from)) {
            return;
        }
        List<String> circle = new ArrayList<>();
        for (Open open : path) {
            circle.add(open.node());
            if (open.node().equals(from)) {
                break;
            }
        }
        Collections.reverse(circle);
        inCircles.addAll(circle);
        List<String> shown = circle.stream()
                .filter(n -> n.startsWith("name ") || n.startsWith("clause "))
                .map(n -> "`" + n.substring(n.indexOf(' ') + 1) + "`")
                .toList();
        Optional<Statement.Clause> power =
                circle.stream().filter(powers::containsKey).map(powers::get).findFirst();
        if (power.isPresent()) {
            context.report(
                    Code.CIRCLE,
                    power.get().id(),
                    "a clause cannot be put aside because it was broken: while it is put aside, nothing breaks it ("
                            + sentence(shown) + ")",
                    UseOfPower.found(power.get(), context.names));
            return;
        }
        Token place = circle.stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (place != null && !shown.isEmpty()) {
            context.report(Code.CIRCLE, place, sentence(shown), "let one of them rest on something else");
        }
    }

    private static String sentence(List<String> circle) {
        if (circle.size() == 1) {
            return circle.getFirst() + " depends on itself";
        }
        boolean many = circle.size() > SHOWN;
        List<String> shown = many ? circle.subList(0, SHOWN) : circle;
        return shown.getFirst() + " depends on "
                + String.join(", which depends on ", shown.subList(1, shown.size()))
                + (many ? ", and so on, back to " : ", which depends on ") + circle.getFirst();
    }
}
