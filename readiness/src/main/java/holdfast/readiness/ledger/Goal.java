package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A clause that demands, or forbids, a total of an item.
 *
 * @param bearers by name; empty where the clause names nobody
 * @param kind whether at least so many, or fewer than so many
 * @param stage of which step the total is
 * @param conditional whether it binds only once something has happened
 * @param reached so many, as the records tell it
 * @param gone of that, lost or returned since: a clause that demands a total counts it all the same
 * @param promised what of promises is due by the clause's day and not late
 * @param later promised for a later day, or for none, or late
 * @param missing what would be missing on the day if all that came
 */
public record Goal(
        String clause,
        List<String> bearers,
        Kind kind,
        Stage stage,
        Item item,
        BigDecimal quantity,
        Optional<LocalDate> by,
        boolean conditional,
        BigDecimal reached,
        BigDecimal gone,
        BigDecimal underWay,
        BigDecimal promised,
        BigDecimal later,
        BigDecimal missing) {
    public enum Kind {
        AT_LEAST,
        FEWER_THAN
    }

    public Goal {
        bearers = List.copyOf(bearers);
    }
}
