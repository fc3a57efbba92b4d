package holdfast.report.page;

import holdfast.language.model.Agreement;

/** How a text stands: as it was signed or reported, or told again in other words. Only a text that is so is said to be "as signed". */
public final class TextStands {
    private TextStands() {}

    /** {@code as signed}, {@code a retelling of the text as signed}, {@code a retelling}; empty where the text says nothing of it. */
    public static String words(Agreement agreement) {
        String standing = agreement.standing().isEmpty() ? "" : "as " + agreement.standing();
        if (!agreement.retold()) {
            return standing;
        }
        return standing.isEmpty() ? "a retelling" : "a retelling of the text " + standing;
    }
}
