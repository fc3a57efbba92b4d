package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One item, and how far it has come.
 *
 * @param totals by stage, all that records tell of
 * @param target how many there should be: what is needed or, where nobody says that, what the clauses demand
 * @param neededBy the earliest day by which something is needed
 * @param priority the most urgent one, as the records number it
 * @param there in service or, where the text does not tell, arrived; without what was lost or returned
 * @param underWay paid for, ordered or sent, or arrived and not yet in service
 * @param promised no more than a word so far
 * @param missing what would still be missing if all that came
 * @param waiting promised on conditions that are not met
 * @param openOffers offered, and not promised by the same giver since
 * @param expected how many will be there on a later day that was asked about, if the promises are kept that are due by then and not late, and what has arrived is put in service
 */
public record ItemRow(
        Item item,
        Map<Stage, BigDecimal> totals,
        Optional<BigDecimal> target,
        Optional<LocalDate> neededBy,
        Optional<BigDecimal> priority,
        BigDecimal there,
        BigDecimal underWay,
        BigDecimal promised,
        Optional<BigDecimal> missing,
        BigDecimal waiting,
        BigDecimal openOffers,
        Optional<BigDecimal> expected) {
    public ItemRow {
        Map<Stage, BigDecimal> sorted = new EnumMap<>(Stage.class);
        sorted.putAll(totals);
        totals = Collections.unmodifiableMap(sorted);
    }

    public BigDecimal total(Stage stage) {
        return totals.getOrDefault(stage, BigDecimal.ZERO);
    }

    /** Of what is missing, what nobody has even offered, be it on a condition. */
    public BigDecimal notOffered() {
        return missing.orElse(BigDecimal.ZERO)
                .subtract(openOffers)
                .subtract(waiting)
                .max(BigDecimal.ZERO);
    }
}
