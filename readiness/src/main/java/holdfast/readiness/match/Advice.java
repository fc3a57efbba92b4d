package holdfast.readiness.match;

import holdfast.readiness.match.question.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What would help most the unmet needs of the highest priority.
 *
 * @param oneMore the one further offer that would; empty if nothing is unmet
 * @param ask the existing offers that would, if they were raised or stood firm; at most two
 * @param whole whether the search came to its end: if not, others may help more
 */
public record Advice(Optional<OneMore> oneMore, List<Ask> ask, boolean whole) {
    public static final Advice NONE = new Advice(Optional.empty(), List.of(), true);

    public Advice {
        ask = List.copyOf(ask);
    }

    /**
     * An offer that nobody has made.
     *
     * @param by the day on which it must be there
     * @param met needs that would then have all by their day and have not now
     */
    public record OneMore(String item, BigDecimal quantity, LocalDate by, List<String> met) {}

    /**
     * An offer that there is.
     *
     * @param more how much more of it is needed; for one with a condition, how much of it
     * @param firm whether it stands now; if not, it is its condition that is to be met
     */
    public record Ask(Offer offer, BigDecimal more, boolean firm, List<String> met) {}
}
