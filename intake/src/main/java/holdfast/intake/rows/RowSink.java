package holdfast.intake.rows;

import holdfast.intake.value.NumberForm;
import java.util.List;
import java.util.Optional;

/** Takes the rows of a file. */
public interface RowSink {
    /** Whether the row that begins on this line is to be passed over, whatever it holds: also before the header. */
    default boolean skips(long line) {
        return false;
    }

    /** Such a row has been passed over. */
    default void skipped(long line) {}

    /** Whether blanks around what stands in a cell are told of; they are never part of it. */
    default boolean tellsBlanks() {
        return false;
    }

    /** Whether columns of one name are told apart by a number behind it; otherwise they are refused. */
    default boolean numbersTwins() {
        return false;
    }

    /** Whether cells that cannot be read do no harm where nobody needs them; otherwise their row is refused. */
    default boolean readsOnlyWhatItNeeds() {
        return false;
    }

    /** How numbers are written in it, before the first row. */
    default void numbers(NumberForm form) {}

    /** The columns, before the first row; again when a row brings further ones, which are added at the end. False: do not read on. */
    boolean columns(List<String> names, long line);

    /** Whoever takes whole lines, after the columns were told; empty: nobody does. */
    default Optional<LineTaker> lines(char separator) {
        return Optional.empty();
    }

    /** The row is only lent: the next one is written over it. */
    void row(Row row);

    /** A row that could not be read; the problem has been told. */
    void broken(long line);
}
