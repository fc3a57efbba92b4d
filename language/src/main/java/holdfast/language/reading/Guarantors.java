package holdfast.language.reading;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.EventType;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who stands behind a text: those declared as guarantors, and the forces that are made up of them. */
public final class Guarantors {
    private Guarantors() {}

    /** Those declared, and forces of which one of those declared has a part; in the order of the text. */
    public static List<String> of(Agreement agreement) {
        List<String> declared = agreement.members("guarantor").orElse(List.of());
        return agreement.actors().stream()
                .map(Actor::name)
                .filter(name -> agreement.kinds().behind(name).stream().anyMatch(declared::contains))
                .toList();
    }

    /** Those who must or may give a measure, and of whom the text does not say in whose name: no party, no guarantor, no force of either, no mission. */
    public static Set<String> ofMeasuresByOthers(Agreement agreement) {
        Set<String> found = new LinkedHashSet<>();
        Walk walk = new Walk(agreement);
        Map<String, EventType> types = agreement.eventTypes();
        for (Norm norm : agreement.norms()) {
            if (act(norm).filter(a -> isMeasure(walk, types, a)).isEmpty()) {
                continue;
            }
            for (String bearer : bearers(norm)) {
                boolean other = agreement.actors().stream()
                        .anyMatch(a -> a.name().equals(bearer) && a.role() == Actor.Role.OTHER);
                boolean said = agreement.kinds().madeUpOf().containsKey(bearer)
                        || agreement
                                .kinds()
                                .ofName(bearer)
                                .filter(k -> k.contains(Kind.MISSION) || k.contains(Kind.OTHER))
                                .isPresent();
                if (other && !said) {
                    found.add(bearer);
                }
            }
        }
        return found;
    }

    private static boolean isMeasure(Walk walk, Map<String, EventType> types, Pattern act) {
        return walk.from(act).patterns().stream()
                .map(p -> types.get(p.event()))
                .anyMatch(e -> e != null && e.measure().isPresent());
    }

    private static Optional<Pattern> act(Norm norm) {
        return Duties.demanded(norm).or(() -> Duties.permitted(norm));
    }

    private static List<String> bearers(Norm norm) {
        return switch (norm.bearer()) {
            case Bearer.Named b -> b.actors();
            case Bearer.EachOf b -> b.actors();
            case Bearer.NobodyNamed ignored -> List.of();
            case Bearer.Bound ignored -> List.of();
            case Bearer.Anyone ignored -> List.of();
        };
    }
}
