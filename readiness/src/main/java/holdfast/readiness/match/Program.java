package holdfast.readiness.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Unknown whole numbers, and sums of them that must lie between bounds: what a solver is asked. All numbers are whole, so that nothing is ever rounded. */
final class Program {
    /** More than anything that is summed. */
    static final long UNBOUNDED = Long.MAX_VALUE / 4;

    /** A number that is looked for. */
    static final class Unknown {
        private final int index;
        private final String name;
        private long most;

        private Unknown(int index, String name, long most) {
            this.index = index;
            this.name = name;
            this.most = most;
        }

        int index() {
            return index;
        }

        String name() {
            return name;
        }

        long most() {
            return most;
        }

        Unknown atMost(long bound) {
            most = bound;
            return this;
        }
    }

    /** A sum, and the bounds between which it must lie. */
    static final class Row {
        private final Map<Unknown, Long> weights = new LinkedHashMap<>();
        private long least = -UNBOUNDED;
        private long most = UNBOUNDED;

        Row add(Unknown unknown, long weight) {
            weights.merge(unknown, weight, Long::sum);
            return this;
        }

        Row atLeast(long bound) {
            least = bound;
            return this;
        }

        Row atMost(long bound) {
            most = bound;
            return this;
        }

        Row exactly(long value) {
            return atLeast(value).atMost(value);
        }

        Map<Unknown, Long> weights() {
            return weights;
        }

        long least() {
            return least;
        }

        long most() {
            return most;
        }
    }

    private final List<Unknown> unknowns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private Map<Unknown, Long> aim = Map.of();

    /** From zero to a bound. */
    Unknown unknown(String name, long most) {
        Unknown unknown = new Unknown(unknowns.size(), name, most);
        unknowns.add(unknown);
        return unknown;
    }

    Row row() {
        Row row = new Row();
        rows.add(row);
        return row;
    }

    /** What should be as little as can be. */
    void aimAt(Map<Unknown, Long> weights) {
        aim = weights;
    }

    List<Unknown> unknowns() {
        return unknowns;
    }

    List<Row> rows() {
        return rows;
    }

    Map<Unknown, Long> aim() {
        return aim;
    }
}
