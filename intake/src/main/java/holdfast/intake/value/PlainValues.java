package holdfast.intake.value;

import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Values that are written plainly, by the signs of their cells: numbers in digits are reckoned, and what was read before is found again. {@link ValueReader} reads all others.
 */
final class PlainValues {
    private static final int NUMBERS = 1 << 13;
    private static final int TEXTS = 1 << 11;
    private static final int LONGEST = 48;
    /** Fewer than the largest number has, and with the decimals no more than a long. */
    private static final int MOST_DIGITS = 12;

    private static final int MOST_DECIMALS = 3;

    private final Value.@Nullable Number[] numbers = new Value.Number[NUMBERS];
    private final long[] numberKeys = new long[NUMBERS];
    private final @Nullable String[] texts = new String[TEXTS];
    private final @Nullable ValueType[] types = new ValueType[TEXTS];
    private final @Nullable Value[] values = new Value[TEXTS];

    /** The number, or null where it is not written in a few digits, perhaps with a point. */
    Value.@Nullable Number number(char[] signs, int from, int to) {
        int at = from < to && signs[from] == '-' ? from + 1 : from;
        int first = at;
        long digits = 0;
        while (at < to && signs[at] >= '0' && signs[at] <= '9') {
            digits = digits * 10 + signs[at++] - '0';
            if (at - first > MOST_DIGITS) {
                return null;
            }
        }
        if (at == first) {
            return null;
        }
        int point = at;
        if (at < to && signs[at] == '.') {
            at++;
            while (at < to && signs[at] >= '0' && signs[at] <= '9' && at - point <= MOST_DECIMALS) {
                digits = digits * 10 + signs[at++] - '0';
            }
        }
        int decimals = Math.max(0, at - point - 1);
        boolean whole = at == to && at != point + 1;
        return whole ? number(signs[from] == '-' ? -digits : digits, decimals) : null;
    }

    private Value.Number number(long digits, int decimals) {
        long key = digits * (MOST_DECIMALS + 1) + decimals;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 51);
        Value.Number there = numbers[slot];
        if (there != null && numberKeys[slot] == key) {
            return there;
        }
        // The newcomer takes the place.
        Value.Number number = new Value.Number(BigDecimal.valueOf(digits, decimals));
        numbers[slot] = number;
        numberKeys[slot] = key;
        return number;
    }

    /** The value that was kept for these signs; null if none was. */
    @Nullable
    Value kept(ValueType type, char[] signs, int from, int to) {
        int slot = slot(signs, from, to);
        String text = texts[slot];
        return text != null && types[slot] == type && Signs.are(text, signs, from, to) ? values[slot] : null;
    }

    void keep(ValueType type, char[] signs, int from, int to, Value value) {
        if (to - from <= LONGEST) {
            int slot = slot(signs, from, to);
            texts[slot] = new String(signs, from, to - from);
            types[slot] = type;
            values[slot] = value;
        }
    }

    private static int slot(char[] signs, int from, int to) {
        int hash = Signs.hash(to - from, signs, from, to);
        return (hash ^ hash >>> 15) & TEXTS - 1;
    }
}
