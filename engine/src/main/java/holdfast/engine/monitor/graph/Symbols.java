package holdfast.engine.monitor.graph;

import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as {@code long}s, so that keys are compared and hashed without objects: names and texts are numbered in order of appearance, numbers are held in
 * millionths, days as days since 1970, places by number. Which of these a {@code long} is follows from the attribute's type.
 */
public final class Symbols implements Holding {
    /** The attribute was not given. */
    public static final long MISSING = Long.MIN_VALUE;

    /** A variable without a value. */
    public static final long UNBOUND = Long.MIN_VALUE + 1;

    /** The actor {@code unattributed}. */
    public static final long UNATTRIBUTED = 0;

    private static final int DECIMALS = 6;
    private static final long MILLION = 1_000_000;

    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Value> places = new ArrayList<>();

    /** So many names and places stand in the text itself. */
    private int namesOfTheText;

    private int placesOfTheText;

    public Symbols() {
        number(Value.UNATTRIBUTED.name());
    }

    public long number(String name) {
        Long known = numbers.get(name);
        if (known != null) {
            return known;
        }
        long next = names.size();
        numbers.put(name, next);
        names.add(name);
        return next;
    }

    /** All names and places that there are now stand in the text, and stay. */
    public void keep() {
        namesOfTheText = names.size();
        placesOfTheText = places.size();
    }

    /** Forgets the names and places that records brought. */
    @Override
    public void begin() {
        List<String> brought = names.subList(namesOfTheText, names.size());
        brought.forEach(numbers::remove);
        brought.clear();
        places.subList(placesOfTheText, places.size()).clear();
    }

    public String name(long number) {
        return names.get((int) number);
    }

    public long encode(Value value) {
        return switch (value) {
            case Value.Actor(String name) -> number(name);
            case Value.Text(String text) -> number(text);
            case Value.ZoneName(String name) -> number(name);
            case Value.Reference(String id) -> number(id);
            case Value.Number(BigDecimal number) -> millionths(number);
            case Value.Day(LocalDate date) -> date.toEpochDay();
            case Value.Place place -> place(place);
            case Value.NamedPlace place -> place(place);
        };
    }

    public static long millionths(BigDecimal number) {
        if (number.scale() == 0) {
            return Math.multiplyExact(number.longValueExact(), MILLION);
        }
        return number.movePointRight(DECIMALS).longValueExact();
    }

    /** Places are never equal to one another: each gets a number of its own. */
    private long place(Value place) {
        places.add(place);
        return places.size() - 1L;
    }

    public Value place(long number) {
        return places.get((int) number);
    }

    public Value decode(long code, ValueType type) {
        return switch (type) {
            case PARTY -> new Value.Actor(name(code));
            case TEXT -> new Value.Text(name(code));
            case ZONE -> new Value.ZoneName(name(code));
            case BREACH -> new Value.Reference(name(code));
            case NUMBER -> new Value.Number(BigDecimal.valueOf(code, DECIMALS));
            case DATE -> new Value.Day(LocalDate.ofEpochDay(code));
            case PLACE -> place(code);
        };
    }
}
