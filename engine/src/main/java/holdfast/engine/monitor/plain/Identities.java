package holdfast.engine.monitor.plain;

import java.util.HashMap;
import java.util.Map;

/** Who has which id: ids that end in a number stand in a column by their beginning, all others in a table. */
final class Identities {
    private static final int NINE_DIGITS = 9;
    private static final int DENSE = 1 << 16;

    /** What ids begin with, and who has which number behind it. */
    static final class Series {
        final String beginning;
        private final Ints refs = new Ints();
        private int count;

        Series(String beginning) {
            this.beginning = beginning;
        }

        boolean holds(int number) {
            return number < DENSE + 16 * count;
        }
    }

    private final Map<String, Series> series = new HashMap<>();
    private final Map<String, Integer> others = new HashMap<>();
    private Series last = new Series("");

    /** The beginning and the number of the id that was read last. */
    int number;

    void clear() {
        series.clear();
        others.clear();
        last = new Series("");
    }

    /** Reads an id: what it begins with; without a number at its end, all of it, and {@link #number} is -1. */
    Series read(String id) {
        int length = id.length();
        int start = length;
        int least = Math.max(0, length - NINE_DIGITS);
        while (start > least && id.charAt(start - 1) >= '0' && id.charAt(start - 1) <= '9') {
            start--;
        }
        while (start < length - 1 && id.charAt(start) == '0') {
            start++;
        }
        if (start == length) {
            number = -1;
            return new Series(id);
        }
        int value = 0;
        for (int i = start; i < length; i++) {
            value = 10 * value + id.charAt(i) - '0';
        }
        number = value;
        if (last.beginning.length() != start || !id.startsWith(last.beginning)) {
            last = series.computeIfAbsent(id.substring(0, start), Series::new);
        }
        return last;
    }

    /** Who has the id, plus one; 0 if nobody has. */
    int find(String id) {
        Series of = read(id);
        return find(of, number, id);
    }

    private int find(Series of, int at, String id) {
        int known = at >= 0 ? of.refs.get(at) : 0;
        if (known != 0 || others.isEmpty()) {
            return known;
        }
        return others.getOrDefault(id, 0);
    }

    Series series(String beginning) {
        return series.computeIfAbsent(beginning, Series::new);
    }

    /** As {@link #add(Series, int, String, int)}, of an id that is put together only where that is needed. */
    boolean add(Series of, int at, int ref) {
        if (!others.isEmpty() || !of.holds(at)) {
            return add(of, at, of.beginning + at, ref);
        }
        if (!of.refs.put(at, ref + 1)) {
            return false;
        }
        of.count++;
        return true;
    }

    /** Notes who has an id. Returns whether nobody had it. */
    boolean add(Series of, int at, String id, int ref) {
        if (find(of, at, id) != 0) {
            return false;
        }
        if (at >= 0 && of.holds(at)) {
            of.refs.set(at, ref + 1);
            of.count++;
        } else {
            others.put(id, ref + 1);
        }
        return true;
    }

    /** Notes that somebody else has an id that was added before. */
    void move(Series of, int at, String id, int ref) {
        if (at >= 0 && of.refs.get(at) != 0) {
            of.refs.set(at, ref + 1);
        } else {
            others.put(id, ref + 1);
        }
    }

    static String id(String beginning, int number) {
        return number < 0 ? beginning : beginning + number;
    }
}
