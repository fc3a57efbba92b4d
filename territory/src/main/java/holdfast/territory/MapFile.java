package holdfast.territory;

import java.nio.file.Path;
import java.time.LocalDate;

/** One map of a series: the ground as it stood on that day. */
public record MapFile(LocalDate date, Path path) implements Comparable<MapFile> {
    /** Without its folder. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public int compareTo(MapFile other) {
        return date.compareTo(other.date);
    }
}
