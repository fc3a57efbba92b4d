package holdfast.intake.value;

import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.model.Basis;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How it is written on what somebody's word rests: {@code seen}, {@code told}. */
public final class BasisWords {
    public static final Map<String, Basis> MEANT = meant();

    public static final String EXPECTED = "seen, heard, told, instrument, claim or media";

    private BasisWords() {}

    private static Map<String, Basis> meant() {
        Map<String, Basis> bases = new HashMap<>();
        for (Basis basis : Basis.values()) {
            bases.put(basis.name().toLowerCase(Locale.ROOT), basis);
        }
        return bases;
    }

    /** Says that {@code written} is none of them. */
    public static void tell(Problems problems, String written, long line, String column) {
        problems.error(
                RecordCode.UNKNOWN_BASIS,
                line,
                column,
                UserWords.quoted(written) + " is no basis",
                EXPECTED,
                DidYouMean.mend(written, MEANT.keySet()));
    }
}
