package holdfast.engine.monitor.plain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that one pattern matches, those of a key chained back through time, of one instant by their ids. */
final class Chain {
    static final int NONE = -1;

    final Table table;
    final Domain domain;
    final int[] key;
    final int[] fixedAt;
    final int[][] fixedTo;
    private final int[] given;

    /** Null: of the values nothing else is asked. */
    private final Values.@Nullable Test where;

    private final Ids ids;

    /** Which row is before a row, plus one. */
    private final Numbers back;

    /** Which row is after a row, plus one: noted from when somebody first asks. */
    private final Numbers forth;

    private boolean goesForth;

    /** The row before that which was taken out last: a corrected row mostly belongs beside it. */
    private int besideRow = NONE;

    private int besideSlot = NONE;

    /** Where the key's latest row stands among what is kept of the key. */
    private final int head;

    final List<Reader> listening = new ArrayList<>();
    Reader[] readers = {};

    /** Null: nobody looks for rows of long ago. */
    private @Nullable Fences fences;

    /** Says which of two rows of one instant is the first. */
    interface Ids {
        int compare(Table table, int a, int b);
    }

    /** A part of a clause that hears of the rows of a chain. */
    abstract static class Reader {
        /** @param last whether no row of the chain and key comes after it */
        abstract void came(int row, long time, int slot, boolean last);

        /**
         * As {@link #came}, of a row that is later than all others of its event.
         *
         * @param of where the key's numbers stand, from {@code at} on
         */
        void cameLatest(int row, long time, int slot, int[] of, int at) {
            came(row, time, slot, true);
        }

        /** The row does not stand in the chain any more. */
        abstract void went(int row, long time, int slot);
    }

    Chain(
            Table table,
            Domain domain,
            Plan.Match match,
            int[] fixedAt,
            int[][] fixedTo,
            Values.@Nullable Test where,
            Ids ids) {
        this.table = table;
        this.domain = domain;
        this.key = match.key().stream().mapToInt(Integer::intValue).toArray();
        this.given = match.given().stream().mapToInt(Integer::intValue).toArray();
        this.fixedAt = fixedAt;
        this.fixedTo = fixedTo;
        this.where = where;
        this.ids = ids;
        this.head = domain.slots.reserve(NONE);
        this.back = new Numbers(table, wantsMany() ? table.reserve() : Numbers.APART);
        this.forth = new Numbers(table, Numbers.APART);
    }

    /** Whether most rows of the event may stand in it. */
    boolean wantsMany() {
        return fixedAt.length == 0;
    }

    boolean admits(int row) {
        for (int position : given) {
            if (table.value(row, position) == Codes.MISSING) {
                return false;
            }
        }
        for (int i = 0; i < fixedAt.length; i++) {
            if (!contains(fixedTo[i], table.value(row, fixedAt[i]))) {
                return false;
            }
        }
        return where == null || where.holds(position -> table.value(row, position));
    }

    boolean admits(int[] values) {
        for (int position : given) {
            if (values[position] == Codes.MISSING) {
                return false;
            }
        }
        for (int i = 0; i < fixedAt.length; i++) {
            if (!contains(fixedTo[i], values[fixedAt[i]])) {
                return false;
            }
        }
        return where == null || where.holds(position -> values[position]);
    }

    private static boolean contains(int[] values, int value) {
        for (int one : values) {
            if (one == value) {
                return true;
            }
        }
        return false;
    }

    int slot(int row) {
        return domain.slot(table, key, row);
    }

    int slot(int[] values) {
        return domain.slot(key, values);
    }

    /** As {@link #latest(int)}, of a key whose numbers stand there. */
    int latest(int[] of, int at) {
        return of[at + head];
    }

    /** The latest row of a key; {@link #NONE} if there is none. */
    int latest(int slot) {
        return domain.slots.get(slot, head);
    }

    /** The row before one in its chain; {@link #NONE} if there is none. Of a row that was taken out, the one that was. */
    int before(int row) {
        return back.get(row) - 1;
    }

    /** Likewise the row after one. */
    int after(int row) {
        if (!goesForth) {
            goForth();
        }
        return forth.get(row) - 1;
    }

    private void goForth() {
        goesForth = true;
        for (int row = 0; row < table.rows; row++) {
            int before = before(row);
            if (before != NONE) {
                forth.set(before, row + 1);
            }
        }
    }

    long time(int row) {
        return table.time(row);
    }

    /** From now on rows of long ago are found without going through all rows since. To be called before the first row comes. */
    void fence() {
        if (fences == null) {
            fences = new Fences(domain.slots);
        }
    }

    /** A row of a key after an instant, mostly not long after it; the latest if none is known that is nearer. */
    private int from(int slot, long instant) {
        int fence = fences == null ? NONE : fences.after(instant, slot, table);
        return fence == NONE ? latest(slot) : fence;
    }

    /** The latest row of a key not after an instant; {@link #NONE} if there is none. */
    int latestUpTo(int slot, long instant) {
        int row = latest(slot);
        if (row == NONE || table.time(row) <= instant) {
            return row;
        }
        row = from(slot, instant);
        while (row != NONE && table.time(row) > instant) {
            row = before(row);
        }
        return row;
    }

    /** The first row of a key after an instant; {@link #NONE} if there is none. */
    int firstAfter(int slot, long instant) {
        int upTo = latestUpTo(slot, instant);
        return upTo == NONE ? first(slot) : after(upTo);
    }

    /** The first row of a key; {@link #NONE} if there is none. */
    int first(int slot) {
        int row = from(slot, Long.MIN_VALUE);
        for (int before = row; before != NONE; before = before(row)) {
            row = before;
        }
        return row;
    }

    /** Puts a row that is later than all others of its event behind those of its key, and tells those who read the chain. */
    void linkLatest(int row, long time, int[] values) {
        int slot = slot(values);
        int[] of = domain.slots.of(slot);
        int at = domain.slots.at(slot);
        int before = of[at + head];
        if (before != NONE) {
            back.setLast(row, before + 1);
            if (goesForth) {
                forth.set(before, row + 1);
            }
        }
        of[at + head] = row;
        if (fences != null) {
            fences.came(row, slot);
        }
        besideRow = NONE;
        for (Reader reader : readers) {
            reader.cameLatest(row, time, slot, of, at);
        }
    }

    /** Puts a row in its place, and tells those who read the chain. */
    void link(int row, long time, int slot) {
        int last = latest(slot);
        boolean isLast = last == NONE || table.strictly || comesAfter(row, time, last);
        int before = isLast ? last : placeAfter(row, time, slot);
        int after = isLast ? NONE : before == NONE ? first(slot) : after(before);
        back.set(row, before + 1);
        if (goesForth) {
            forth.set(row, after + 1);
        }
        if (goesForth && before != NONE) {
            forth.set(before, row + 1);
        }
        if (after != NONE) {
            back.set(after, row + 1);
        } else {
            domain.slots.set(slot, head, row);
            if (fences != null) {
                fences.came(row, slot);
            }
        }
        besideRow = NONE;
        for (Reader reader : readers) {
            reader.came(row, time, slot, isLast);
        }
    }

    /** The row after which it belongs; {@link #NONE}: it is the first. */
    private int placeAfter(int row, long time, int slot) {
        int at = besideRow != NONE && besideSlot == slot ? besideRow : from(slot, time);
        while (at != NONE && !comesAfter(row, time, at)) {
            at = before(at);
        }
        if (at == NONE) {
            return NONE;
        }
        for (int next = after(at); next != NONE && comesAfter(row, time, next); next = after(at)) {
            at = next;
        }
        return at;
    }

    private boolean comesAfter(int row, long time, int other) {
        long of = table.time(other);
        return time != of ? time > of : ids.compare(table, row, other) > 0;
    }

    /** Takes a row out, and tells those who read the chain. */
    void unlink(int row, long time, int slot) {
        int before = before(row);
        int after = after(row);
        if (before != NONE) {
            forth.set(before, after + 1);
        }
        if (after != NONE) {
            back.set(after, before + 1);
        } else {
            domain.slots.set(slot, head, before);
        }
        if (fences != null) {
            fences.went(row, slot);
        }
        besideRow = before == NONE ? after : before;
        besideSlot = slot;
        for (Reader reader : readers) {
            reader.went(row, time, slot);
        }
    }

    void begin() {
        back.clear();
        forth.clear();
        goesForth = false;
        if (fences != null) {
            fences.clear();
        }
        besideRow = NONE;
    }

    void close() {
        readers = listening.toArray(Reader[]::new);
    }
}
