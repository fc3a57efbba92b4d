package holdfast.intake.problem;

import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file: the first problems in full, the rest as a number. */
public final class Problems {
    private final String file;
    private final Place.Counted counted;
    private final int limit;
    private @Nullable SheetColumns sheet;
    private @Nullable UnreadCells leftOut;
    private Set<String> made = Set.of();
    private String madeOf = "";
    private final List<Problem> kept = new ArrayList<>();
    private long more;
    private long errors;

    /** @param counted what is counted in the file */
    public Problems(String file, Place.Counted counted, int limit) {
        this.file = file;
        this.counted = counted;
        this.limit = limit;
    }

    /**
     * From now on what is wrong in one of these columns is told of the column of the file that they were made of.
     *
     * @param column as the file calls it; empty: they are called by their own names again
     */
    public void columnsMadeOf(Set<String> columns, String column) {
        made = column.isEmpty() ? Set.of() : Set.copyOf(columns);
        madeOf = column;
    }

    /**
     * From now on what is wrong is told of the cells of this sheet.
     *
     * @param header its columns from the first on; empty as long as it is not known
     */
    public void onSheet(String name, List<String> header) {
        sheet = new SheetColumns(name, header);
    }

    /**
     * A place in the file, or on the sheet that was read last.
     *
     * @param line 0 where the column as such is meant
     * @param column as the mapping or the header calls it; empty where the whole row is meant
     */
    public Place place(long line, String column) {
        String called = made.contains(column) ? madeOf : column;
        return sheet == null
                ? Place.inTable(file, counted, line, called)
                : new Place.InSheet(file, sheet.sheet(), line, sheet.lettersOf(called), called);
    }

    /** Whether it is a sheet of a workbook that is read. */
    public boolean isOfASheet() {
        return sheet != null;
    }

    /** How another place of the file is called: {@code cell C612}, {@code row 612}, {@code line 612}. */
    public String inWords(long number, String column) {
        return place(number, column) instanceof Place.InSheet at && !at.cell().isEmpty()
                ? "cell " + at.cell()
                : line(number);
    }

    /** How a line is called that is not the place of the problem itself: {@code line 12}, {@code row 12}. */
    public String line(long number) {
        return (sheet == null ? counted.word() : "row") + " " + number;
    }

    /**
     * From now on cells that cannot be read are no errors: they are added there.
     *
     * @param cells null: they are errors again
     */
    public void leavesOut(@Nullable UnreadCells cells) {
        leftOut = cells;
    }

    public void error(RecordCode code, long line, String column, String found, String expected, String mend) {
        if (leftOut != null && code.isOfACell()) {
            leftOut.add(code, place(line, column), line, found, expected, mend);
            return;
        }
        add(new Problem(code, Severity.ERROR, place(line, column), found, expected, mend));
    }

    /** The file cannot be read. */
    public void cannotOpen(IOException e) {
        error(RecordCode.CANNOT_BE_OPENED, 0, "", whyUnopened(e), "a file that can be read", "");
    }

    public void warning(RecordCode code, long line, String column, String found, String expected, String mend) {
        add(new Problem(code, Severity.WARNING, place(line, column), found, expected, mend));
    }

    /** Why a file cannot be read, in words. */
    public static String whyUnopened(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "this file may not be read";
            default -> "this file cannot be read";
        };
    }

    public void add(Problem problem) {
        if (problem.isError()) {
            errors++;
        }
        if (kept.size() < limit) {
            kept.add(problem);
        } else {
            more++;
        }
    }

    /** Takes over what another collector found, such as that of another file. */
    public void addAll(Problems other) {
        other.kept.forEach(this::add);
        more += other.more;
        errors += other.errors - other.kept.stream().filter(Problem::isError).count();
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    public long errors() {
        return errors;
    }

    public long more() {
        return more;
    }

    public List<Problem> kept() {
        return List.copyOf(kept);
    }
}
