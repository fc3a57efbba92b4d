package holdfast.examine.found;

/**
 * How much hangs on what a finding is about.
 *
 * @param main whether it is what the text is for, or what stands behind that; otherwise nothing else in the text hangs on it
 * @param because why, in a few words
 */
public record Stake(boolean main, String because) {}
