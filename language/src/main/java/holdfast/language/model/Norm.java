package holdfast.language.model;

import java.util.List;
import java.util.Optional;

/**
 * A clause.
 *
 * @param id its number, such as {@code "2.1"}; with the annex's name before it where it stands in one
 * @param reading under which answers it belongs to the agreement; empty for most
 * @param layer the layer it stands in, by number; 0 for none
 * @param whileTrue the state of affairs during which it applies
 * @param guard {@code if} or {@code provided}
 * @param inFavourOf beneficiaries, by name
 */
public record Norm(
        String id,
        Reading reading,
        int layer,
        Condition whileTrue,
        Optional<Trigger> trigger,
        Condition guard,
        Bearer bearer,
        Duty duty,
        List<String> inFavourOf,
        Origin origin) {
    public Norm {
        inFavourOf = List.copyOf(inFavourOf);
    }

    public Norm under(Reading answers) {
        return new Norm(id, answers, layer, whileTrue, trigger, guard, bearer, duty, inFavourOf, origin);
    }

    public Norm withConditions(Condition whileSo, Condition ifSo) {
        return new Norm(id, reading, layer, whileSo, trigger, ifSo, bearer, duty, inFavourOf, origin);
    }

    public Norm withTrigger(Optional<Trigger> other) {
        return new Norm(id, reading, layer, whileTrue, other, guard, bearer, duty, inFavourOf, origin);
    }

    public Norm withBearer(Bearer other) {
        return new Norm(id, reading, layer, whileTrue, trigger, guard, other, duty, inFavourOf, origin);
    }

    public Norm withDuty(Duty other) {
        return new Norm(id, reading, layer, whileTrue, trigger, guard, bearer, other, inFavourOf, origin);
    }
}
