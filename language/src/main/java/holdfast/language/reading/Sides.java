package holdfast.language.reading;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who stands where, for one prohibition. */
public final class Sides {
    private Sides() {}

    /** Prohibitions and duties to keep: what can be violated by an act. */
    public static boolean isProhibition(Norm norm) {
        return Duties.isProhibition(norm);
    }

    /** Who can break it; an empty one: somebody whom nobody names. */
    public static List<Optional<String>> violators(Agreement agreement, Norm norm) {
        return switch (norm.bearer()) {
            case Bearer.Anyone ignored -> {
                List<Optional<String>> all = new ArrayList<>();
                // Nobody breaks what is there for itself alone.
                anyone(agreement).stream()
                        .filter(a -> !norm.inFavourOf().contains(a))
                        .forEach(a -> all.add(Optional.of(a)));
                yield all.isEmpty() ? List.of(Optional.empty()) : all;
            }
            case Bearer.NobodyNamed ignored -> List.of(Optional.empty());
            default -> Roles.bearers(norm);
        };
    }

    /** Those who are there to do it: with forces in the area, where the text says who has; otherwise the parties, and actors to whom the text gives nothing to do. */
    private static Set<String> anyone(Agreement agreement) {
        Set<String> armed = Forces.inArea(agreement);
        if (!armed.isEmpty()) {
            return armed;
        }
        Set<String> found = new LinkedHashSet<>(Roles.withRole(agreement, Actor.Role.PARTY));
        Set<String> busy = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            Roles.bearers(norm).forEach(b -> b.ifPresent(busy::add));
        }
        agreement.bodies().forEach(b -> busy.addAll(b.members()));
        for (Actor actor : agreement.actors()) {
            if (actor.role() == Actor.Role.OTHER
                    && (!busy.contains(actor.name()) || Parts.isNamedAsDoer(agreement, actor.name()))) {
                found.add(actor.name());
            }
        }
        return found;
    }

    /** For whom it is there: those in whose favour it is; otherwise the parties but the violator, or where there are none the guarantors. */
    public static Set<String> protectedBy(Agreement agreement, Norm norm, Optional<String> violator) {
        Set<String> found = new LinkedHashSet<>(norm.inFavourOf());
        violator.ifPresent(found::remove);
        if (found.isEmpty()) {
            found.addAll(Roles.withRole(agreement, Actor.Role.PARTY));
            violator.ifPresent(found::remove);
        }
        if (found.isEmpty()) {
            found.addAll(Roles.withRole(agreement, Actor.Role.GUARANTOR));
            violator.ifPresent(found::remove);
        }
        return found;
    }
}
