package holdfast.engine.monitor.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A hash map from a few {@code long}s to an object, without an object per key: open addressing, linear probing. Nothing is ever removed, except all at once. */
public final class KeyMap<V> {
    private static final int SMALLEST = 16;

    private final int arity;
    private long[] keys;
    private @Nullable Object[] values;
    private int size;
    private int mask;

    public KeyMap(int arity) {
        this.arity = arity;
        int capacity = arity == 0 ? 1 : SMALLEST;
        keys = new long[capacity * arity];
        values = new Object[capacity];
        mask = capacity - 1;
    }

    /** Empty, and as small as a new one. */
    public void clear() {
        if (size == 0) {
            return;
        }
        size = 0;
        int capacity = arity == 0 ? 1 : SMALLEST;
        if (values.length == capacity) {
            Arrays.fill(values, null);
        } else {
            keys = new long[capacity * arity];
            values = new Object[capacity];
            mask = capacity - 1;
        }
    }

    @SuppressWarnings("unchecked")
    @Nullable
    public V get(long[] key) {
        return (V) values[place(key)];
    }

    /** The key is copied. What was there is replaced. */
    public void put(long[] key, V value) {
        int i = place(key);
        if (values[i] == null) {
            insert(i, key, value);
        } else {
            values[i] = value;
        }
    }

    /** What was there already; null if there was nothing, and {@code value} is there now. */
    @SuppressWarnings("unchecked")
    @Nullable
    public V putIfAbsent(long[] key, V value) {
        int i = place(key);
        if (values[i] != null) {
            return (V) values[i];
        }
        insert(i, key, value);
        return null;
    }

    /** Where the key is or, if it is nowhere, would be. */
    private int place(long[] key) {
        if (arity == 0) {
            return 0;
        }
        int i = hash(key, 0) & mask;
        while (values[i] != null && !matches(i, key)) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private void insert(int free, long[] key, V value) {
        int i = free;
        if (arity > 0 && 2 * (size + 1) > values.length) {
            grow();
            i = place(key);
        }
        System.arraycopy(key, 0, keys, i * arity, arity);
        values[i] = value;
        size++;
    }

    private boolean matches(int slot, long[] key) {
        int base = slot * arity;
        for (int k = 0; k < arity; k++) {
            if (keys[base + k] != key[k]) {
                return false;
            }
        }
        return true;
    }

    private int hash(long[] from, int base) {
        long h = 0;
        for (int k = 0; k < arity; k++) {
            h = (h + from[base + k]) * 0x9E3779B97F4A7C15L;
        }
        return (int) (h >>> 32);
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        int capacity = 2 * oldValues.length;
        keys = new long[capacity * arity];
        values = new Object[capacity];
        mask = capacity - 1;
        for (int j = 0; j < oldValues.length; j++) {
            Object value = oldValues[j];
            if (value != null) {
                int i = hash(oldKeys, j * arity) & mask;
                while (values[i] != null) {
                    i = (i + 1) & mask;
                }
                System.arraycopy(oldKeys, j * arity, keys, i * arity, arity);
                values[i] = value;
            }
        }
    }
}
