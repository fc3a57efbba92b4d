package holdfast.readiness.ledger;

import holdfast.engine.KnownFact;
import holdfast.language.model.Agreement;
import holdfast.readiness.items.ItemList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a ledger is made of.
 *
 * @param facts what the records say happened by the end of {@code today}
 * @param today the day up to which it is known what happened
 * @param on the day that is asked about; it may be later
 * @param without the giver who is thought away
 * @param concerning only what this actor gives or receives
 */
public record Question(
        Agreement agreement,
        List<KnownFact> facts,
        ItemList items,
        LocalDate today,
        LocalDate on,
        Optional<String> without,
        Optional<String> concerning) {
    public Question {
        facts = List.copyOf(facts);
    }
}
