package holdfast.engine;

import holdfast.language.model.Value;

/**
 * Takes observations of one event and source that are sure and precise, without an object for each: they correct nothing, and belong to no incident. What is taken is as if a record
 * had been taken for each.
 */
public interface Rows {
    /** Stands for an attribute that is not given. */
    int NOT_GIVEN = Integer.MIN_VALUE;

    /** What stands for a value of the event's attribute at that place. Whoever has many rows asks once for each value. */
    int code(int attribute, Value value);

    /** What stands for a whole number of less than 500 million, either way. */
    static int code(int whole) {
        return whole << 1;
    }

    /**
     * Takes one observation.
     *
     * @param number stands in its id behind what all ids here begin with; not negative
     * @param recorded when it became known, milliseconds since 1970-01-01T00:00Z, as {@code occurred}
     * @param codes one for each attribute of the event, in its order
     * @throws IllegalArgumentException if a record with this id was taken before
     */
    void take(int number, long recorded, long occurred, int[] codes);
}
