package holdfast.intake.rows;

/** Takes rows of a table that are a line each, from the bytes of its file, where nothing in them could be wrong. */
@FunctionalInterface
public interface LineTaker {
    /** So many further bytes should follow in the array behind the last, whatever they are. */
    int ROOM = 64;

    /**
     * Takes the row that begins at {@code from}.
     *
     * @param end before which the file's bytes end
     * @return where the next row begins; negative: nothing was done, and it is to be read as others are
     */
    int take(byte[] bytes, int from, int end, long line);
}
