package holdfast.examine.redline;

import java.time.Duration;

/**
 * How far histories are searched on which two drafts differ. What is not found within them is not thereby the same.
 *
 * @param acts how many acts, or runs of acts that a count asks for, are tried after what sets the scene; 0 or more
 * @param instants at how many instants a history is looked at after its last act, and how many of them are tried for the next act; 1 or more
 * @param histories how many histories are tried for one clause and one reading; 1 or more
 * @param time how long the search for all clauses together may take, and then the guarantee tables of both drafts once more as long
 */
public record Limits(int acts, int instants, int histories, Duration time) {
    public static final Limits USUAL = new Limits(3, 12, 3000, Duration.ofSeconds(20));

    public Limits {
        if (acts < 0 || instants < 1 || histories < 1 || time.isNegative()) {
            throw new IllegalArgumentException("bounds are not negative, and something is looked at");
        }
    }
}
