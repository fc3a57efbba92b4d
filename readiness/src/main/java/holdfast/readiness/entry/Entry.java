package holdfast.readiness.entry;

import holdfast.language.model.Step.Stage;
import holdfast.language.model.Value;
import holdfast.readiness.items.Item;
import holdfast.readiness.items.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of one thing, as the records that count tell it.
 *
 * @param records the ids of the records that it is made of
 * @param quantity in the item's own unit; above 0. Where several give it together, this giver's part
 * @param day when it surely had happened
 * @param due the day that it names: by when, or from when
 * @param parcel the case or package that it belongs to
 * @param author who says so
 * @param confirmed whether somebody else says so too: a body that found it, or who receives
 * @param values as recorded, by attribute
 */
public record Entry(
        List<String> records,
        String event,
        Stage stage,
        Item item,
        BigDecimal quantity,
        Optional<String> giver,
        Optional<String> receiver,
        LocalDate day,
        Optional<LocalDate> due,
        Optional<BigDecimal> priority,
        Optional<String> parcel,
        Optional<Money> money,
        Optional<Condition> condition,
        Optional<Share> share,
        String author,
        boolean confirmed,
        Map<String, Value> values) {
    public Entry {
        records = List.copyOf(records);
        values = Map.copyOf(values);
    }

    /** What happens to a thing after it was promised: somebody else than the giver can see it. A word alone is only given. */
    public boolean canBeSeen() {
        return switch (stage) {
            case NEEDED, OFFERED, PLEDGED -> false;
            case MET -> false;
            case FUNDED, CONTRACTED, SHIPPED, RECEIVED, IN_SERVICE, LOST, RETURNED -> true;
        };
    }

    /** Whether it hangs on something that has not come about. */
    public boolean waits() {
        return condition.filter(c -> c.metOn().isEmpty()).isPresent();
    }

    /** Its day, unless that had passed before its condition was met: then nothing was owed by it. */
    public Optional<LocalDate> dayOwed() {
        return due.filter(d -> condition
                .flatMap(Condition::metOn)
                .filter(met -> met.isAfter(d))
                .isEmpty());
    }

    public Entry confirmedToo() {
        return with(records, condition, true);
    }

    public Entry on(Condition settled) {
        return with(records, Optional.of(settled), confirmed);
    }

    private Entry with(List<String> ids, Optional<Condition> on, boolean seen) {
        return new Entry(
                ids, event, stage, item, quantity, giver, receiver, day, due, priority, parcel, money, on, share,
                author, seen, values);
    }

    /** Somebody else tells of the same: what this does not say, the other may. */
    public Entry alsoToldBy(Entry other) {
        List<String> ids = new ArrayList<>(records);
        ids.addAll(other.records);
        return new Entry(
                ids,
                event,
                stage,
                item,
                quantity,
                giver,
                receiver.or(other::receiver),
                day,
                due.or(other::due),
                priority.or(other::priority),
                parcel.or(other::parcel),
                money.or(other::money),
                condition.or(other::condition),
                share.or(other::share),
                author,
                confirmed || other.confirmed,
                values);
    }
}
