package holdfast.territory.series;

import holdfast.engine.geography.drawing.GroundClass;

/**
 * Ground of one kind on a map.
 *
 * @param side who holds it, or is said to; {@link #MAPPED} where the source names nobody
 * @param kind {@link #HELD}, or another class of the source: grey, contested, liberated
 */
public record Holding(String side, String kind) implements Comparable<Holding> {
    public static final String HELD = GroundClass.HELD;

    /** A class that does not count. */
    static final String LEFT_OUT = GroundClass.LEFT_OUT;

    public static final String MAPPED = "mapped";

    public boolean isHeld() {
        return kind.equals(HELD);
    }

    @Override
    public int compareTo(Holding other) {
        int bySide = side.compareTo(other.side);
        return bySide != 0 ? bySide : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        return isHeld() ? side : side + " " + kind;
    }
}
