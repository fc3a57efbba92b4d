package holdfast.territory.series;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One map of a series: the ground as it stood on that day.
 *
 * @param parts the files that it is drawn in, in order of their names: nearly always one
 */
public record MapFile(LocalDate date, List<Part> parts) implements Comparable<MapFile> {
    public MapFile {
        parts = List.copyOf(parts);
    }

    MapFile(LocalDate date, Part part) {
        this(date, List.of(part));
    }

    /**
     * @param shared what was read of a file that holds the maps of several days; empty: it is read when its turn comes
     */
    record Part(Path path, Optional<Shared> shared) {
        String name() {
            return String.valueOf(path.getFileName());
        }
    }

    /** A file of several days, kept as long as the series. */
    static final class Shared {
        private final MapSource source;

        Shared(MapSource source) {
            this.source = source;
        }

        MapSource source() {
            return source;
        }
    }

    /** Where it lies; of several files, the first. */
    public Path path() {
        return parts.getFirst().path();
    }

    /** Without its folder. */
    public String name() {
        return parts.stream().map(Part::name).collect(Collectors.joining(" + "));
    }

    MapFile with(Part part) {
        return new MapFile(
                date,
                Stream.concat(parts.stream(), Stream.of(part))
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList());
    }

    @Override
    public int compareTo(MapFile other) {
        return date.compareTo(other.date);
    }
}
