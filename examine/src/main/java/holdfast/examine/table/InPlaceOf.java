package holdfast.examine.table;

import holdfast.examine.play.Act;
import holdfast.examine.play.Cast;
import holdfast.examine.play.Plan;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Norm;
import holdfast.language.model.Value;
import holdfast.language.reading.Forces;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One violator in the place of another between whom and it the text makes no difference. The others that are like the two move up, so that wherever the text lists actors, those who
 * are left stand in the same order: what is tried first for the one is tried first for the other, and all that comes of it is the same but for the names.
 */
final class InPlaceOf {
    private final Map<String, String> names;

    private InPlaceOf(Map<String, String> names) {
        this.names = names;
    }

    /**
     * Empty where the two are not alike, or where those who are left would stand in another order.
     *
     * @param likes the classes of actors between whom the text makes no difference
     */
    static Optional<InPlaceOf> of(Agreement agreement, List<List<String>> likes, String one, String other) {
        Optional<List<String>> like =
                likes.stream().filter(c -> c.contains(one) && c.contains(other)).findFirst();
        if (like.isEmpty() || one.equals(other)) {
            return Optional.empty();
        }
        List<String> left = without(like.get(), one);
        List<String> right = without(like.get(), other);
        Map<String, String> names = new HashMap<>();
        names.put(one, other);
        for (int i = 0; i < left.size(); i++) {
            names.put(left.get(i), right.get(i));
        }
        InPlaceOf found = new InPlaceOf(names);
        return lists(agreement).stream()
                        .allMatch(list -> found.all(without(list, one)).equals(without(list, other)))
                ? Optional.of(found)
                : Optional.empty();
    }

    /**
     * Wherever actors stand in an order that something may go by; what is answered at one instant goes by the letters. Who sits in a body votes at once with all others, whatever the
     * order.
     */
    private static List<List<String>> lists(Agreement agreement) {
        List<List<String>> lists = new ArrayList<>();
        lists.add(agreement.actors().stream().map(Actor::name).toList());
        lists.add(Roles.withRole(agreement, Actor.Role.GUARANTOR).stream()
                .sorted()
                .toList());
        lists.add(List.copyOf(Forces.inArea(agreement)));
        agreement.groups().forEach(g -> lists.add(g.members()));
        for (Norm norm : agreement.norms()) {
            lists.add(norm.inFavourOf());
            lists.add(
                    switch (norm.bearer()) {
                        case Bearer.EachOf each -> each.actors();
                        case Bearer.Named named -> named.actors();
                        case Bearer.Bound ignored -> List.of();
                        case Bearer.Anyone ignored -> List.of();
                        case Bearer.NobodyNamed ignored -> List.of();
                    });
        }
        return lists;
    }

    private static List<String> without(List<String> list, String actor) {
        return list.stream().filter(a -> !a.equals(actor)).toList();
    }

    /** Whether the other comes to break the clause as the one did. */
    boolean makes(Opened one, Opened other) {
        return one.opening().start() == other.opening().start()
                && one.opening().sure() == other.opening().sure()
                && plans(one.opening().scene()).equals(other.opening().scene())
                && plans(one.opening().violation()).equals(other.opening().violation())
                && all(one.protectedSide()).equals(List.copyOf(other.protectedSide()))
                && List.copyOf(one.courses().keySet())
                        .equals(List.copyOf(other.courses().keySet()))
                && one.courses().entrySet().stream()
                        .allMatch(
                                e -> plans(e.getValue()).equals(other.courses().get(e.getKey())));
    }

    String of(String actor) {
        return names.getOrDefault(actor, actor);
    }

    List<String> all(Collection<String> actors) {
        return actors.stream().map(this::of).toList();
    }

    Cast of(Cast cast) {
        return new Cast(set(cast.breakers()), set(cast.nays()));
    }

    private Set<String> set(Set<String> actors) {
        return new LinkedHashSet<>(all(actors));
    }

    List<Plan> plans(List<Plan> plans) {
        return plans.stream().map(this::of).toList();
    }

    private Plan of(Plan plan) {
        return switch (plan) {
            case Plan.Passed passed -> passed;
            case Plan.Done(var act, long at, var why) -> new Plan.Done(of(act), at, why);
            case Plan.Found found -> found;
            case Plan.Voted(var body, var on, var votes, long at, var why) -> {
                Map<String, Boolean> others = new TreeMap<>();
                votes.forEach((member, yes) -> others.put(of(member), yes));
                yield new Plan.Voted(body, on, others, at, why);
            }
        };
    }

    private Act of(Act act) {
        Act renamed = act;
        for (Map.Entry<String, Value> value : act.values().entrySet()) {
            if (value.getValue() instanceof Value.Actor(String name) && names.containsKey(name)) {
                renamed = renamed.with(value.getKey(), new Value.Actor(of(name)));
            }
        }
        return renamed;
    }
}
