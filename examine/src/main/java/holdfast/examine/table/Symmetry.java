package holdfast.examine.table;

import holdfast.examine.text.Parts;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Group;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Actors between whom the text makes no difference: exchanging the two leaves it the same. What one defects from, another would too, so that only their number
 * matters.
 */
final class Symmetry {
    private Symmetry() {}

    /** The classes of like actors, each in the order given. */
    static List<List<String>> classes(Agreement agreement, Collection<String> actors) {
        Map<String, List<String>> classes = new LinkedHashMap<>();
        Set<String> named = Parts.namedActors(agreement);
        for (String actor : actors) {
            classes.computeIfAbsent(signature(agreement, actor, named), s -> new ArrayList<>())
                    .add(actor);
        }
        return List.copyOf(classes.values());
    }

    private static String signature(Agreement agreement, String actor, Set<String> named) {
        // Named for itself somewhere: like nobody else.
        if (named.contains(actor)) {
            return "itself " + actor;
        }
        StringBuilder said = new StringBuilder();
        agreement.actors().stream()
                .filter(a -> a.name().equals(actor))
                .forEach(a -> said.append(a.role()).append(' '));
        for (Group group : agreement.groups()) {
            said.append(group.members().contains(actor) ? group.name() : "").append('|');
        }
        for (Body body : agreement.bodies()) {
            said.append(body.members().contains(actor))
                    .append(body.vetoes().contains(actor))
                    .append('|');
        }
        for (Norm norm : agreement.norms()) {
            boolean bears = switch (norm.bearer()) {
                case Bearer.EachOf each -> each.actors().contains(actor);
                case Bearer.Named list -> list.actors().contains(actor);
                case Bearer.Bound ignored -> false;
                case Bearer.Anyone ignored -> false;
                case Bearer.NobodyNamed ignored -> false;
            };
            said.append(bears)
                    .append(norm.inFavourOf().contains(actor))
                    .append(
                            norm.bearer() instanceof Bearer.Named list
                                            && list.actors().size() == 1
                                            && list.actors().contains(actor)
                                    ? actor
                                    : "");
        }
        return said.toString();
    }
}
