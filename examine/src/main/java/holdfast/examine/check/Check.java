package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Concern;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.subject.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks for one kind of failure. Each is a line of the {@link Catalogue}, which gives it its code. */
public interface Check {
    Code code();

    Result look(Subject subject);

    /** Whether it asks who watches: what the examiner takes for watching is then told with its number. */
    default boolean asksWhoWatches() {
        return false;
    }

    /** Whether it asks who guarantees: those who give measures and are no guarantors are then told with its number. */
    default boolean asksWhoGuarantees() {
        return false;
    }

    /** Whether it is a way out of what the text demands: a mend of something else must open none. */
    default boolean isAWayOut() {
        return false;
    }

    /** Whom such a finding concerns. */
    default Concern concern() {
        return Concern.WHO_HAS_A_PART;
    }

    /** What could be written instead so that a finding of this check ends, the smallest change first; each is still to be tried. */
    default List<Proposal> mends(Subject subject, Finding finding) {
        return List.of();
    }

    /** Why no text alone ends such a finding; empty where one can. */
    default Optional<String> beyondText() {
        return Optional.empty();
    }

    /** What came of it. */
    sealed interface Result {
        /** The text has nothing that this could be about. */
        record NotApplicable(String because) implements Result {}

        /** What it would be drawn from was not played to its end. */
        record NotLookedFor(String because) implements Result {}

        /** Looked for; none of them: not found within the bounds. */
        record Found(List<Finding> findings) implements Result {
            public Found {
                findings = List.copyOf(findings);
            }
        }
    }

    static Result notLookedFor(String because) {
        return new Result.NotLookedFor(because);
    }

    /** Those of these that there are. */
    @SafeVarargs
    static Result found(Optional<Finding>... some) {
        return new Result.Found(Arrays.stream(some).flatMap(Optional::stream).toList());
    }

    static Result none() {
        return new Result.Found(List.of());
    }

    static Result notApplicable(String because) {
        return new Result.NotApplicable(because);
    }
}
