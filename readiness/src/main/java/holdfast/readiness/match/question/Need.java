package holdfast.readiness.match.question;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * What somebody must have by a day.
 *
 * @param priority 1 comes first
 * @param trainingDays how many days of training the crew has behind it; an offer that takes more arrives that much later
 * @param requires what the thing must work with, such as systems that are there already; nothing if empty
 */
public record Need(
        String id,
        String item,
        BigDecimal quantity,
        LocalDate byDay,
        int priority,
        int trainingDays,
        Set<String> requires) {
    public Need {
        requires = Set.copyOf(requires);
    }
}
