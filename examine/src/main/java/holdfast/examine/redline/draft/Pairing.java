package holdfast.examine.redline.draft;

import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which clause of one draft is which of the other: first those that say the same under the same number, then those that say the same under another number, in the
 * order of the text, then those with the same number. Where clauses refer to others, what they say hangs on which those are; so it is done again until it stays.
 */
public final class Pairing {
    private static final int MOST_ROUNDS = 6;

    private final Agreement before;
    private final Agreement after;

    private Pairing(Agreement before, Agreement after) {
        this.before = before;
        this.after = after;
    }

    /** A clause by its number in each draft; empty where the draft has none. */
    public record Pair(Optional<String> before, Optional<String> after) {}

    /**
     * @param pairs in the order of the later draft; removed clauses stand behind the one before them
     */
    public record Pairs(List<Pair> pairs, ClauseNames before, ClauseNames after) {}

    public static Pairs of(Agreement before, Agreement after) {
        return new Pairing(before, after).pairs();
    }

    private Pairs pairs() {
        ClauseNames namesBefore = ClauseNames.byNumber(before);
        ClauseNames namesAfter = ClauseNames.byNumber(after);
        Map<String, String> matched = Map.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, String> again = match(said(before, namesBefore), said(after, namesAfter));
            boolean stays = round > 0 && again.equals(matched);
            matched = again;
            namesBefore = names(before, matched.keySet(), matched, "only before ");
            namesAfter = names(after, matched.values(), Map.of(), "only after ");
            if (stays) {
                break;
            }
        }
        return new Pairs(inOrder(matched), namesBefore, namesAfter);
    }

    /** A matched clause goes by its number in the later draft. */
    private static ClauseNames names(
            Agreement draft, java.util.Collection<String> known, Map<String, String> other, String only) {
        Map<String, String> names = new HashMap<>();
        for (Norm norm : draft.norms()) {
            String id = norm.id();
            names.put(id, known.contains(id) ? other.getOrDefault(id, id) : only + id);
        }
        return new ClauseNames(draft, names);
    }

    private static Map<String, Object> said(Agreement draft, ClauseNames names) {
        Essence essence = new Essence(names::covered);
        Map<String, Object> said = new LinkedHashMap<>();
        for (Norm norm : draft.norms()) {
            said.putIfAbsent(
                    norm.id(),
                    draft.norms().stream()
                            .filter(n -> n.id().equals(norm.id()))
                            .map(essence::of)
                            .toList());
        }
        return said;
    }

    private static Map<String, String> match(Map<String, Object> before, Map<String, Object> after) {
        Map<String, String> matched = new LinkedHashMap<>();
        Set<String> left = new LinkedHashSet<>(after.keySet());
        before.forEach((id, says) -> {
            if (says.equals(after.get(id))) {
                matched.put(id, id);
                left.remove(id);
            }
        });
        before.forEach((id, says) -> {
            if (!matched.containsKey(id)) {
                left.stream()
                        .filter(other -> says.equals(after.get(other)))
                        .findFirst()
                        .ifPresent(other -> {
                            matched.put(id, other);
                            left.remove(other);
                        });
            }
        });
        before.keySet().forEach(id -> {
            if (!matched.containsKey(id) && left.remove(id)) {
                matched.put(id, id);
            }
        });
        return matched;
    }

    private List<Pair> inOrder(Map<String, String> matched) {
        Map<String, String> back = new HashMap<>();
        matched.forEach((b, a) -> back.put(a, b));
        Set<String> ofAfter = new LinkedHashSet<>();
        after.norms().forEach(n -> ofAfter.add(n.id()));
        Set<String> ofBefore = new LinkedHashSet<>();
        before.norms().forEach(n -> ofBefore.add(n.id()));
        List<Pair> pairs = new ArrayList<>();
        for (String id : ofAfter) {
            pairs.add(new Pair(Optional.ofNullable(back.get(id)), Optional.of(id)));
        }
        String previous = "";
        for (String id : ofBefore) {
            if (!matched.containsKey(id)) {
                pairs.add(place(pairs, previous), new Pair(Optional.of(id), Optional.empty()));
            }
            previous = id;
        }
        return pairs;
    }

    private static int place(List<Pair> pairs, String previous) {
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).before().equals(Optional.of(previous))) {
                return i + 1;
            }
        }
        return 0;
    }
}
