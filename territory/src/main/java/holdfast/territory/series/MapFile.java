package holdfast.territory.series;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One map of a series: the ground as it stood on that day.
 *
 * @param shared what was read of a file that holds the maps of several days; empty: it is the only map in its file, and is read when its turn comes
 */
public record MapFile(LocalDate date, Path path, Optional<Shared> shared) implements Comparable<MapFile> {
    public MapFile(LocalDate date, Path path) {
        this(date, path, Optional.empty());
    }

    /** A file of several days, kept as long as the series. */
    public static final class Shared {
        private final MapSource source;

        Shared(MapSource source) {
            this.source = source;
        }

        MapSource source() {
            return source;
        }
    }

    /** Without its folder. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public int compareTo(MapFile other) {
        return date.compareTo(other.date);
    }
}
