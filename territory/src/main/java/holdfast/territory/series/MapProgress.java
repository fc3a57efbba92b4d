package holdfast.territory.series;

/** Hears how far the reading of a series is. */
@FunctionalInterface
public interface MapProgress {
    MapProgress NONE = (file, done, all) -> {};

    /** @param done maps, this one among them */
    void reached(String file, int done, int all);
}
