package holdfast.engine.geography.form;

import java.util.Optional;

/** The files that belong to one: a shapefile's table and coordinate system, a database's journal. */
@FunctionalInterface
public interface Companions {
    /** A file by itself. */
    Companions NONE = ending -> Optional.empty();

    /**
     * What the file of the same name with another ending holds; capitals of the ending make no difference.
     *
     * @param ending such as {@code dbf}
     * @return empty where there is none
     */
    Optional<byte[]> with(String ending);
}
