package holdfast.territory.series;

import java.util.Optional;

/** What says of which day a map is. */
sealed interface DayFrom {
    /** The file's name, or else the property {@code date} of its features; where both do, they must agree. */
    record Either() implements DayFrom {}

    /** The file's name alone, in this form; a property {@code date} means something else. */
    record Name(Optional<DayForm> form) implements DayFrom {}

    /**
     * This property of each feature that is ground. A file may then hold the maps of several days: each day's features are all of its ground.
     *
     * @param form empty: as in names, {@code 2024-08-01}
     */
    record Property(String name, Optional<DayForm> form) implements DayFrom {}
}
