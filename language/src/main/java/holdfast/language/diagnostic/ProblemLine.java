package holdfast.language.diagnostic;

/**
 * A problem in one line, such as {@code minsk.csv, line 31, column `occurred`: `30 February` is no time; expected a
 * date such as 2015-02-15 [HR114]}.
 */
public final class ProblemLine {
    private ProblemLine() {}

    public static String of(Problem problem) {
        String label = problem.code().label();
        return where(problem.place()) + ": " + withoutPlace(problem) + (label.isEmpty() ? "" : " [" + label + "]");
    }

    /** What is wrong and how to mend it, for whoever shows the place in another way. */
    public static String withoutPlace(Problem problem) {
        return problem.found()
                + (problem.expected().isEmpty() ? "" : "; expected " + problem.expected())
                + (problem.help().isEmpty() ? "" : "; " + problem.help());
    }

    /** A place alone, such as {@code minsk.csv, line 31, column `occurred`}. */
    public static String where(Place place) {
        return switch (place) {
            case Place.WholeFile whole -> whole.file();
            case Place.InText text -> text.file() + ":" + text.line() + ":" + text.column();
            case Place.InTable table ->
                table.file()
                        + (table.number() > 0 ? ", " + table.counted().word() + " " + table.number() : "")
                        + (table.column().isEmpty() ? "" : ", column " + UserWords.quoted(table.column()));
            case Place.InSheet at ->
                at.file() + ", sheet \"" + at.sheet() + "\""
                        + (!at.cell().isEmpty() ? ", cell " + at.cell() : at.row() > 0 ? ", row " + at.row() : "")
                        + (at.column().isEmpty() ? "" : ", column " + UserWords.quoted(at.column()));
            case Place.InParagraph at ->
                at.file() + ", paragraph " + at.number() + (at.under().isEmpty() ? "" : " (" + at.under() + ")");
            case Place.OnMap map -> "`" + map.file() + "`" + (map.within().isEmpty() ? "" : ", " + map.within());
            case Place.OfZone zone ->
                "zone `" + zone.zone() + "`" + (zone.line() > 0 ? " (line " + zone.line() + ")" : "");
        };
    }
}
