package holdfast.examine.play;

import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.List;

/**
 * How a clause comes to be broken.
 *
 * @param scene what brings the clause into force
 * @param violation the acts that break it
 * @param start when the first of them happens, in milliseconds since 1970-01-01T00:00Z
 * @param sure whether the breach is sure; otherwise nobody can say, because a term is undefined
 */
public record Opening(Norm norm, List<Plan> scene, List<Plan> violation, long start, boolean sure) {
    public Opening {
        scene = List.copyOf(scene);
        violation = List.copyOf(violation);
    }

    public List<Plan> plans() {
        List<Plan> all = new ArrayList<>(scene);
        all.addAll(violation);
        return all;
    }

    public long end() {
        return violation.stream().mapToLong(Plan::at).max().orElse(start);
    }
}
