package holdfast.examine.table;

import holdfast.examine.play.Opening;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Slice;
import holdfast.examine.play.Ways;
import holdfast.language.reading.Sides;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one violator comes to break a prohibition, before anybody answers it.
 *
 * @param protectedSide for whom the clause is there, as far as this violator goes
 * @param courses what the violator does, by course; the single violation first
 */
record Opened(Opening opening, Optional<String> violator, Set<String> protectedSide, Map<Course, List<Plan>> courses) {
    static Opened of(Ways ways, Slice slice, Opening opening, Optional<String> violator) {
        return new Opened(
                opening,
                violator,
                Sides.protectedBy(ways.agreement(), opening.norm(), violator),
                new Courses(ways, slice, opening, violator).all());
    }
}
