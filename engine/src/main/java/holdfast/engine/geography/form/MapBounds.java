package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.Trail;
import holdfast.language.diagnostic.Place;
import java.util.Locale;

/** How large a map may be. What is larger is refused, however it is packed: nobody draws so, and it would fill the memory. */
public final class MapBounds {
    /** Of a file, and of what a packed one unpacks to. */
    public static final long LARGEST_BYTES = 128L << 20;

    /** In one file, of all its days. */
    public static final int MOST_POSITIONS = 3_000_000;

    static final int MOST_FEATURES = 500_000;

    /** Files in an archive. */
    static final int MOST_ENTRIES = 10_000;

    /** Collections within collections, folders within folders. */
    static final int DEEPEST = 40;

    private static final long MIB = 1L << 20;

    private MapBounds() {}

    /** {@code 128 MiB}. */
    public static String largest() {
        return LARGEST_BYTES / MIB + " MiB";
    }

    /** @throws GeographyProblem if a file of so many bytes is too large */
    public static void checkBytes(Place where, long bytes) {
        if (bytes > LARGEST_BYTES) {
            throw new GeographyProblem(
                    where,
                    "it has " + (bytes + MIB - 1) / MIB + " MiB, and a map has " + largest() + " at most",
                    SPLIT);
        }
    }

    private static final String SPLIT =
            "draw it with fewer positions (`ogr2ogr -simplify`), or give each day a file of its own";

    /** JSON is read whole: each position has a bracket of its own and two commas or three, so what has too many is not begun. */
    static void checkPositions(String json, Trail file) {
        int brackets = 0;
        int commas = 0;
        for (int i = 0; i < json.length(); i++) {
            switch (json.charAt(i)) {
                case '[', '{' -> brackets++;
                case ',' -> commas++;
                default -> {}
            }
        }
        // Rings, polygons and lists have brackets too, but at most one for each position that they hold.
        if (brackets > 2 * MOST_POSITIONS || commas > 4 * MOST_POSITIONS) {
            throw tooManyPositions(file);
        }
    }

    static GeographyProblem tooManyPositions(Trail file) {
        return file.problem(String.format(Locale.ROOT, "it has more than %,d positions", MOST_POSITIONS), SPLIT);
    }

    static GeographyProblem tooManyFeatures(Trail file) {
        return file.problem(String.format(Locale.ROOT, "it has more than %,d features", MOST_FEATURES), SPLIT);
    }
}
