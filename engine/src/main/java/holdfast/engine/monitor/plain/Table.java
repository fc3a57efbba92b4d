package holdfast.engine.monitor.plain;

import holdfast.language.model.EventType;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The records of one event, a row for each, in order of arrival. */
final class Table {
    /** The row stands in its chains. */
    static final int LINKED = 1;

    /** The row and all that is said about it are the second tier's. */
    static final int ODD = 2;

    /** The record was withdrawn. */
    static final int WITHDRAWN = 4;

    /** Its place among the declared events. */
    final int index;

    private static final int SHIFT = 11;
    private static final int MASK = (1 << SHIFT) - 1;
    private static final int LATER = 2;
    private static final int ORIGIN = 3;
    private static final int ID = 4;
    private static final int VALUES = 5;
    private static final int PER_NUMBER = 4;
    private static final int EIGHT = 8;

    /** How many values a row has. */
    final int width;

    /** Where nobody did it, the record says so; otherwise it says nothing. */
    static final int SAID = 8;

    final EventType event;

    /** Of the attribute that says who did it; -1: none does. */
    final int actor;

    /** Of all attributes that are parties. */
    final int[] parties;

    private final Marks marks;

    /** Where the next eight bits are kept: four times in each number. */
    private int marksAt;

    private int marksUsed = PER_NUMBER;
    int rows;

    /** No row that stands in its chains is later. */
    long latest = Long.MIN_VALUE;

    /** Whether the row that is being put in is not before any other, and whether it is after all others. */
    boolean ordered;

    boolean strictly;

    final List<Chain> chains = new ArrayList<>();
    private Chain[] always = {};

    /** By position and code, the chains that want that value there. */
    private final List<Wanting> wanting = new ArrayList<>();

    /** A row's numbers side by side: when it happened (two), how much later it was recorded, whose it is, the number in its id, its values, and the rows before it in its chains. */
    private int[][] blocks = new int[16][];

    /** Where the last row stands. */
    private int[] block = {};

    private int end;
    private int stride;

    /** Of rows recorded too long before or after they happened for 32 bits: when that was. */
    private final Map<Integer, Long> recordedAt = new HashMap<>();

    private record Wanting(int position, Map<Integer, Chain[]> byCode) {}

    Table(int index, EventType event) {
        this.index = index;
        this.event = event;
        this.width = event.attributes().size();
        this.stride = VALUES + width;
        int first = -1;
        for (int i = 0; i < width; i++) {
            if (first < 0 && event.attributes().get(i).type() == ValueType.PARTY) {
                first = i;
            }
        }
        this.actor = first;
        this.parties = IntStream.range(0, width)
                .filter(i -> event.attributes().get(i).type() == ValueType.PARTY)
                .toArray();
        this.marks = new Marks(this, true);
    }

    void begin() {
        rows = 0;
        latest = Long.MIN_VALUE;
        blocks = new int[16][];
        block = new int[0];
        recordedAt.clear();
        chains.forEach(Chain::begin);
    }

    /** Keeps one more number of each row; to be called before there is any. Returns where it stands. */
    int reserve() {
        return stride++;
    }

    /** Keeps eight more bits of each row. Returns eight times the number in which they stand, and their place in it. */
    int reserveMarks() {
        if (marksUsed == PER_NUMBER) {
            marksAt = reserve();
            marksUsed = 0;
        }
        return EIGHT * marksAt + marksUsed++;
    }

    /** A new row, in no chain yet. Instants are milliseconds since 1970-01-01T00:00Z. */
    int append(long occurred, long recorded, int origin, int idNumber, int[] values) {
        int row = rows++;
        int piece = row >>> SHIFT;
        if ((row & MASK) == 0) {
            if (piece >= blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * blocks.length);
            }
            block = new int[stride << SHIFT];
            blocks[piece] = block;
        }
        int at = (row & MASK) * stride;
        end = at;
        block[at] = (int) (occurred >>> 32);
        block[at + 1] = (int) occurred;
        block[at + LATER] = later(row, occurred, recorded);
        block[at + ORIGIN] = origin;
        block[at + ID] = idNumber;
        for (int i = 0; i < width; i++) {
            block[at + VALUES + i] = values[i];
        }
        return row;
    }

    /** How much later it was recorded; {@link Integer#MIN_VALUE}: when that was stands elsewhere. */
    private int later(int row, long occurred, long recorded) {
        long later = recorded - occurred;
        if (later == (int) later && (int) later != Integer.MIN_VALUE) {
            return (int) later;
        }
        recordedAt.put(row, recorded);
        return Integer.MIN_VALUE;
    }

    /** As {@link #set}, of the last row. */
    void setLast(int at, int value) {
        block[end + at] = value;
    }

    int getLast(int at) {
        return block[end + at];
    }

    int get(int row, int at) {
        return blocks[row >>> SHIFT][(row & MASK) * stride + at];
    }

    void set(int row, int at, int value) {
        blocks[row >>> SHIFT][(row & MASK) * stride + at] = value;
    }

    /** When it happened. */
    long time(int row) {
        int[] of = blocks[row >>> SHIFT];
        int at = (row & MASK) * stride;
        return (long) of[at] << 32 | (of[at + 1] & 0xFFFFFFFFL);
    }

    /** Gives a row another time; when it was recorded stays. */
    void moveTo(int row, long occurred) {
        set(row, LATER, later(row, occurred, recorded(row)));
        set(row, 0, (int) (occurred >>> 32));
        set(row, 1, (int) occurred);
    }

    long recorded(int row) {
        int later = get(row, LATER);
        return later == Integer.MIN_VALUE ? Objects.requireNonNull(recordedAt.get(row)) : time(row) + later;
    }

    int origin(int row) {
        return get(row, ORIGIN);
    }

    int idNumber(int row) {
        return get(row, ID);
    }

    int value(int row, int position) {
        return get(row, VALUES + position);
    }

    void put(int row, int position, int code) {
        set(row, VALUES + position, code);
    }

    int[] valuesOf(int row) {
        int[] of = new int[width];
        for (int i = 0; i < of.length; i++) {
            of[i] = value(row, i);
        }
        return of;
    }

    /** To be called once, after the chains are there. */
    void close() {
        List<Chain> all = new ArrayList<>();
        Map<Integer, Map<Integer, List<Chain>>> wanted = new TreeMap<>();
        for (Chain chain : chains) {
            if (chain.fixedAt.length == 0) {
                all.add(chain);
                continue;
            }
            for (int code : chain.fixedTo[0]) {
                wanted.computeIfAbsent(chain.fixedAt[0], p -> new HashMap<>())
                        .computeIfAbsent(code, c -> new ArrayList<>())
                        .add(chain);
            }
        }
        always = all.toArray(Chain[]::new);
        wanted.forEach((position, at) -> {
            Map<Integer, Chain[]> byCode = new HashMap<>();
            at.forEach((code, those) -> byCode.put(code, those.toArray(Chain[]::new)));
            wanting.add(new Wanting(position, byCode));
        });
    }

    /** What is to be done with a chain that a row may stand in. */
    interface Visit {
        void visit(Chain chain, int row);
    }

    /** Those that may want the row: an event costs what the clauses cost that it concerns. */
    void forEachConcerned(int row, Visit visit) {
        for (Chain chain : always) {
            if (chain.admits(row)) {
                visit.visit(chain, row);
            }
        }
        for (int i = 0; i < wanting.size(); i++) {
            Wanting one = wanting.get(i);
            Chain[] those = one.byCode.get(value(row, one.position));
            if (those != null) {
                for (Chain chain : those) {
                    if (chain.admits(row)) {
                        visit.visit(chain, row);
                    }
                }
            }
        }
    }

    /** Notes that a row is going to be put in its chains. */
    void enter(long instant) {
        ordered = instant >= latest;
        strictly = instant > latest;
        latest = Math.max(latest, instant);
    }

    /** Puts a row that has just come, and is later than all others, in all chains that want it. */
    void linkLatest(int row, long instant, int[] values) {
        marks.addToLast(row, LINKED);
        latest = instant;
        ordered = true;
        strictly = true;
        for (Chain chain : always) {
            if (chain.admits(values)) {
                chain.linkLatest(row, instant, values);
            }
        }
        if (!wanting.isEmpty()) {
            linkWhereWanted(row, instant, values);
        }
    }

    private void linkWhereWanted(int row, long instant, int[] values) {
        for (Wanting one : wanting) {
            Chain[] those = one.byCode.get(values[one.position]);
            if (those != null) {
                for (Chain chain : those) {
                    if (chain.admits(values)) {
                        chain.linkLatest(row, instant, values);
                    }
                }
            }
        }
    }

    /** Puts a row in all chains that want it. */
    void link(int row, long instant) {
        forEachConcerned(row, (chain, r) -> chain.link(r, instant, chain.slot(r)));
    }

    /** Takes a row out of all chains in which it stands. */
    void unlink(int row, long instant) {
        forEachConcerned(row, (chain, r) -> chain.unlink(r, instant, chain.slot(r)));
    }

    boolean is(int row, int mark) {
        return (marks.get(row) & mark) != 0;
    }

    void mark(int row, int mark) {
        marks.set(row, marks.get(row) | mark);
    }

    void unmark(int row, int mark) {
        marks.set(row, marks.get(row) & ~mark);
    }
}
