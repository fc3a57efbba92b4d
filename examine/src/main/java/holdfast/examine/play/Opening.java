package holdfast.examine.play;

import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.List;

/**
 * How a clause comes to be broken.
 *
 * @param scene what brings the clause into force
 * @param violation the acts that break it; that time passes, where it takes time
 * @param start when the first of them happens or, where it takes time, when the breach begins, in milliseconds since 1970-01-01T00:00Z
 * @param sure whether the breach is sure; otherwise nobody can say, because a term is undefined
 */
public record Opening(Norm norm, List<Plan> scene, List<Plan> violation, long start, boolean sure) {
    public Opening {
        scene = List.copyOf(scene);
        violation = List.copyOf(violation);
    }

    /** Whether nothing needs to be done: time alone breaks it. */
    public boolean isOfTimeAlone() {
        return violation.stream().allMatch(Plan.Passed.class::isInstance);
    }

    Opening brokenAtOnce(boolean surely) {
        return new Opening(norm, scene, violation, start, surely);
    }

    /** The same acts, if there are any, and time until the breach begins. */
    Opening brokenAt(long instant, boolean surely) {
        List<Plan> all = new ArrayList<>(violation);
        all.removeIf(Plan.Passed.class::isInstance);
        all.add(new Plan.Passed(instant, Move.Why.VIOLATION));
        return new Opening(norm, scene, all, instant, surely);
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
