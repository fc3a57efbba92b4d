package holdfast.examine.table;

import holdfast.examine.play.Cast;
import holdfast.examine.play.Plan;
import java.util.List;

/**
 * A row, and what was planned in the history that it tells of: so that it can be told of somebody else.
 *
 * @param course what the violator did
 * @param evasion what was done to get away
 * @param request what was asked for
 */
record Line(Guarantee row, List<Plan> course, List<Plan> evasion, List<Plan> request, Cast cast) {
    Line with(Guarantee other) {
        return new Line(other, course, evasion, request, cast);
    }

    /** What was planned, as it is with one violator in the place of another; the row is still that of the first. */
    Line plannedBy(InPlaceOf inPlace) {
        return new Line(row, inPlace.plans(course), inPlace.plans(evasion), inPlace.plans(request), inPlace.of(cast));
    }
}
