package holdfast.examine.table;

import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Group;
import holdfast.language.model.Norm;
import holdfast.language.reading.Parts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Actors between whom the text makes no difference: exchanging the two leaves it the same. What one defects from, another would too, so that only their number
 * matters.
 */
final class Symmetry {
    private final Agreement agreement;
    private final Set<String> named;
    private final Map<String, String> roles = new HashMap<>();
    private final List<Set<String>> bearing = new ArrayList<>();
    private final Map<String, String> signatures = new HashMap<>();

    Symmetry(Agreement agreement) {
        this.agreement = agreement;
        this.named = Parts.namedActors(agreement);
        agreement.actors().forEach(a -> roles.merge(a.name(), a.role() + " ", String::concat));
        for (Norm norm : agreement.norms()) {
            bearing.add(
                    switch (norm.bearer()) {
                        case Bearer.EachOf each -> Set.copyOf(each.actors());
                        case Bearer.Named list -> Set.copyOf(list.actors());
                        case Bearer.Bound ignored -> Set.of();
                        case Bearer.Anyone ignored -> Set.of();
                        case Bearer.NobodyNamed ignored -> Set.of();
                    });
        }
    }

    /** The classes of like actors, each in the order given. */
    List<List<String>> classes(Collection<String> actors) {
        Map<String, List<String>> classes = new LinkedHashMap<>();
        for (String actor : actors) {
            classes.computeIfAbsent(signatures.computeIfAbsent(actor, this::signature), s -> new ArrayList<>())
                    .add(actor);
        }
        return List.copyOf(classes.values());
    }

    private String signature(String actor) {
        // Named for itself somewhere: like nobody else.
        if (named.contains(actor)) {
            return "itself " + actor;
        }
        StringBuilder said = new StringBuilder(roles.getOrDefault(actor, ""));
        for (Group group : agreement.groups()) {
            said.append(group.members().contains(actor) ? group.name() : "").append('|');
        }
        for (Body body : agreement.bodies()) {
            said.append(body.members().contains(actor))
                    .append(body.vetoes().contains(actor))
                    .append('|');
        }
        for (int i = 0; i < bearing.size(); i++) {
            Norm norm = agreement.norms().get(i);
            said.append(bearing.get(i).contains(actor))
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
