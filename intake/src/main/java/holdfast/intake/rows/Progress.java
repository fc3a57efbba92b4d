package holdfast.intake.rows;

/** Told now and then how far the reading of a file is. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (file, bytes, lines) -> {};

    /**
     * @param file as the user named it
     * @param bytes read so far
     * @param lines read so far
     */
    void reached(String file, long bytes, long lines);
}
