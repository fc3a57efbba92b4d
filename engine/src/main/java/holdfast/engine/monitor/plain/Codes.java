package holdfast.engine.monitor.plain;

import holdfast.engine.monitor.graph.Symbols;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values in 32 bits. An even code is twice a whole number, a day since 1970 or a name's number; an odd one is the place of a number that is not whole, or large. Equal values of one
 * type have equal codes.
 */
final class Codes {
    /** The attribute was not given. */
    static final int MISSING = Integer.MIN_VALUE;

    /** The actor {@code unattributed}. */
    static final int UNATTRIBUTED = 0;

    private static final long MILLION = 1_000_000;
    private static final int WHOLE = 1 << 29;

    private final Symbols symbols = new Symbols();
    private final Map<Long, Integer> placeOf = new HashMap<>();
    private final List<Long> others = new ArrayList<>();

    int of(Value value) {
        long code = symbols.encode(value);
        if (!(value instanceof Value.Number)) {
            return small(code);
        }
        long whole = code / MILLION;
        return whole * MILLION == code && Math.abs(whole) < WHOLE ? (int) whole << 1 : other(code);
    }

    private int small(long code) {
        return Math.abs(code) < WHOLE ? (int) code << 1 : other(code);
    }

    private int other(long code) {
        Integer known = placeOf.get(code);
        if (known == null) {
            known = others.size();
            placeOf.put(code, known);
            others.add(code);
        }
        return known << 1 | 1;
    }

    Value value(int code, ValueType type) {
        if ((code & 1) != 0) {
            return symbols.decode(others.get(code >> 1), type);
        }
        return type == ValueType.NUMBER ? Value.Number.of(code >> 1) : symbols.decode(code >> 1, type);
    }

    /** Numbers and days by their order; of values of one type, the same for equal ones alone. */
    long order(int code, boolean number) {
        return (code & 1) != 0 ? others.get(code >> 1) : number ? (code >> 1) * MILLION : code >> 1;
    }

    static boolean isOf(Value value, ValueType type) {
        return switch (value) {
            case Value.Actor _ -> type == ValueType.PARTY;
            case Value.Text _ -> type == ValueType.TEXT;
            case Value.ZoneName _ -> type == ValueType.ZONE;
            case Value.Reference _ -> type == ValueType.BREACH;
            case Value.Number _ -> type == ValueType.NUMBER;
            case Value.Day _ -> type == ValueType.DATE;
            case Value.Place _, Value.NamedPlace _ -> type == ValueType.PLACE;
        };
    }
}
