package holdfast.engine.monitor.plain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers keys in order of appearance. A small key of one value addresses an array, a small one of two a field; all others stand in an open table. */
final class Keys {
    private static final int PAGE = 12;
    private static final int PAGE_MASK = (1 << PAGE) - 1;
    private static final int DENSE = 1 << 24;
    private static final int NARROW = 1 << 10;
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final int width;
    private int count;

    /** Of keys of one value: the number plus one, by pages. */
    private int[][] pages = new int[16][];

    /** Of keys of two small values: for each first value, the number plus one by the second. */
    private int[][] field = new int[16][];

    /** Of other keys: two values in a long, and the number plus one. Longer keys are taken together two by two. */
    private long[] keys = new long[64];

    private int[] numbers = new int[64];
    private int filled;

    /** @param width how many values a key has */
    Keys(int width) {
        this.width = width;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
        pages = new int[16][];
        field = new int[16][];
        keys = new long[64];
        numbers = new int[64];
        filled = 0;
        rest = null;
    }

    /** The number of a key; a new one's is {@link #count} before. */
    int number(Table table, int[] positions, int row) {
        return switch (width) {
            case 0 -> only();
            case 1 -> one(table.value(row, positions[0]));
            case 2 -> two(table.value(row, positions[0]), table.value(row, positions[1]));
            default -> {
                int[] key = new int[width];
                for (int i = 0; i < width; i++) {
                    key[i] = table.value(row, positions[i]);
                }
                yield longer(key);
            }
        };
    }

    int number(int[] key) {
        return switch (width) {
            case 0 -> only();
            case 1 -> one(key[0]);
            case 2 -> two(key[0], key[1]);
            default -> longer(key);
        };
    }

    /** As {@link #number(Table, int[], int)}, of a row with these values. */
    int number(int[] positions, int[] values) {
        return switch (width) {
            case 0 -> only();
            case 1 -> one(values[positions[0]]);
            case 2 -> two(values[positions[0]], values[positions[1]]);
            default -> {
                int[] key = new int[width];
                for (int i = 0; i < width; i++) {
                    key[i] = values[positions[i]];
                }
                yield longer(key);
            }
        };
    }

    private int only() {
        count = 1;
        return 0;
    }

    private int one(int value) {
        int index = value >>> 1;
        if ((value & 1) != 0 || value < 0 || index >= DENSE) {
            return open(value);
        }
        int page = index >>> PAGE;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, 2 * pages.length));
        }
        int[] of = pages[page];
        if (of == null) {
            // A page for every few keys at most: keys far apart stand in the table.
            if (page > 64 + (count >>> 6)) {
                return open(value);
            }
            of = new int[1 << PAGE];
            pages[page] = of;
        }
        int known = of[index & PAGE_MASK];
        if (known == 0) {
            int elsewhere = filled == 0 ? 0 : find(value);
            known = elsewhere > 0 ? elsewhere : ++count;
            of[index & PAGE_MASK] = known;
        }
        return known - 1;
    }

    private int two(int a, int b) {
        int i = a >>> 1;
        int j = b >>> 1;
        if (((a | b) & 1) != 0 || a < 0 || b < 0 || i >= NARROW || j >= NARROW) {
            return open(pair(a, b));
        }
        if (i >= field.length) {
            field = Arrays.copyOf(field, NARROW);
        }
        int[] of = field[i];
        if (of == null || j >= of.length) {
            of = of == null
                    ? new int[Math.max(16, Integer.highestOneBit(j) << 1)]
                    : Arrays.copyOf(of, Integer.highestOneBit(j) << 1);
            field[i] = of;
        }
        if (of[j] == 0) {
            of[j] = ++count;
        }
        return of[j] - 1;
    }

    private static long pair(int a, int b) {
        return (long) a << 32 | (b & 0xFFFFFFFFL);
    }

    /** The first values together count as one. */
    private int longer(int[] key) {
        if (rest == null) {
            rest = new Keys(width - 1);
        }
        int first = rest.number(Arrays.copyOf(key, width - 1));
        return open(pair(first, key[width - 1]));
    }

    private @Nullable Keys rest;

    private int open(long key) {
        int known = find(key);
        if (known == 0) {
            known = ++count;
            put(key, known);
        }
        return known - 1;
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int i = (int) (key * MIXER >>> 33) & mask;
        while (numbers[i] != 0) {
            if (keys[i] == key) {
                return numbers[i];
            }
            i = i + 1 & mask;
        }
        return 0;
    }

    private void put(long key, int number) {
        if (2 * ++filled > keys.length) {
            grow();
        }
        place(key, number);
    }

    private void place(long key, int number) {
        int mask = keys.length - 1;
        int i = (int) (key * MIXER >>> 33) & mask;
        while (numbers[i] != 0) {
            i = i + 1 & mask;
        }
        keys[i] = key;
        numbers[i] = number;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                place(oldKeys[i], oldNumbers[i]);
            }
        }
    }
}
