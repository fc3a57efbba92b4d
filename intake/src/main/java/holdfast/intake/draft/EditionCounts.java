package holdfast.intake.draft;

/**
 * What an edition changed of the one that it replaces.
 *
 * @param file as the user named it
 * @param replaced the earlier edition's file; empty where there is none
 */
public record EditionCounts(String file, String replaced, long added, long corrected, long withdrawn, long unchanged) {

    /** {@code e2.csv replaces e1.csv: 12 added, 3 corrected, 1 withdrawn, 400 unchanged}. */
    public String text() {
        return replaced.isEmpty()
                ? file + " is the first edition: " + added + " added"
                : file + " replaces " + replaced + ": " + added + " added, " + corrected + " corrected, " + withdrawn
                        + " withdrawn, " + unchanged + " unchanged";
    }
}
