package holdfast.examine.redline;

/**
 * How far histories are searched on which two drafts differ. What is not found within them is not thereby the same.
 *
 * @param acts how many acts, or runs of acts that a count asks for, are tried after what sets the scene; 0 or more
 * @param instants at how many instants a history is looked at after its last act, and how many of them are tried for the next act; 1 or more
 * @param histories how many histories are tried for one clause and one reading; 1 or more
 * @param work how much may be played in the search for all clauses together, and then once more for the guarantee table of each draft: one for each moment at which a monitor is asked,
 *     one for each clause each time that a monitor is made, and twenty, for each draft, for each record beyond the first hundred that it is told
 */
public record Limits(int acts, int instants, int histories, long work) {
    public static final Limits USUAL = new Limits(3, 12, 3000, 10_000_000);

    public Limits {
        if (acts < 0 || instants < 1 || histories < 1 || work < 1) {
            throw new IllegalArgumentException("bounds are not negative, and something is looked at");
        }
    }
}
