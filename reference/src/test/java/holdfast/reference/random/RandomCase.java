package holdfast.reference.random;

import holdfast.engine.Record;
import holdfast.language.model.Agreement;
import java.util.List;

/**
 * An agreement, the records of a history, and moments at which to ask. Everything in it follows from the seed.
 *
 * @param records in the order in which they became known, by `recorded`
 * @param moments further values of now, milliseconds since 1970-01-01T00:00Z: at, just before and just after deadlines
 */
public record RandomCase(long seed, Agreement agreement, List<Record> records, List<Long> moments) {

    /** The most records that a history has. */
    public static final int LARGEST = 40;

    public RandomCase {
        records = List.copyOf(records);
        moments = List.copyOf(moments);
    }

    /** Most are small; some are large. */
    public static RandomCase of(long seed) {
        Dice dice = new Dice(seed);
        return of(seed, dice.between(1, dice.chance(0.1) ? LARGEST : dice.chance(0.5) ? 8 : 16));
    }

    /** @param size the most records; from about 10 on the agreements are as large as they get */
    public static RandomCase of(long seed, int size) {
        Dice dice = new Dice(seed ^ 0x5DEECE66DL);
        Agreement agreement = new RandomAgreement(dice, Math.min(size, 10)).draw();
        RandomHistory history = new RandomHistory(dice, agreement);
        List<Record> records = history.draw(dice.chance(0.02) ? 0 : dice.between((size + 1) / 2, size));
        return new RandomCase(seed, agreement, records, history.moments());
    }

    public RandomCase with(Agreement agreement, List<Record> records) {
        return new RandomCase(seed, agreement, records, moments);
    }
}
