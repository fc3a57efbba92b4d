package holdfast.server.access;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What whoever has not signed in may see.
 *
 * @param delay how much later than those who signed in
 * @param coarseKm to how many kilometres places are told
 * @param withheldSources whether it is withheld where something can be read, who said it and in which words
 */
public record PublicView(Duration delay, Optional<BigDecimal> coarseKm, boolean withheldSources) {
    /** All that everybody sees. */
    public static final PublicView WHOLE = new PublicView(Duration.ZERO, Optional.empty(), false);

    public boolean isWhole() {
        return equals(WHOLE);
    }
}
