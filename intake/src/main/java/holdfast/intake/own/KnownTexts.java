package holdfast.intake.own;

import holdfast.intake.rows.LineTaker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that have been read, as they stand in the bytes of a file, each behind something that was read before it. They are looked for eight bytes at a time, as the first byte at the lower end of a
 * number of 64 bits.
 */
final class KnownTexts {
    /** So many bytes must be there from the place on at which a text is looked for. */
    static final int ROOM = LineTaker.ROOM;

    private static final int EIGHT = Long.BYTES;
    private static final int LONGEST = ROOM - EIGHT;
    private static final VarHandle EIGHTS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;
    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final int BITS = 13;
    static final int MOST = 1 << BITS - 1;

    private final @Nullable Text[] table = new Text[1 << BITS];
    private int size;

    /**
     * A text that is known.
     *
     * @param after what was read before it
     * @param eights its bytes; in the last there is room for one more at least
     * @param lastOnes which bytes of the last are its own
     * @param number what it stands for
     */
    record Text(long hash, int after, long[] eights, long lastOnes, int length, int number) {
        private boolean stands(byte[] bytes, int from) {
            int last = eights.length - 1;
            int at = from;
            for (int i = 0; i < last; i++) {
                if (eight(bytes, at) != eights[i]) {
                    return false;
                }
                at += EIGHT;
            }
            return (eight(bytes, at) & lastOnes) == eights[last];
        }
    }

    static long eight(byte[] bytes, int at) {
        return (long) EIGHTS.get(bytes, at);
    }

    static long eightOf(byte one) {
        return EACH * (one & 0xff);
    }

    /** The lowest bytes, so many. */
    static long lowest(int count) {
        return (1L << EIGHT * count) - 1;
    }

    boolean isFull() {
        return size == MOST;
    }

    void clear() {
        Arrays.fill(table, null);
        size = 0;
    }

    /** The text at that place, which ends before a byte that {@code closing} has eight times; null: it is not known. */
    @Nullable
    Text closed(int after, byte[] bytes, int from, long closing) {
        long hash = after;
        for (int at = from; at < from + LONGEST; at += EIGHT) {
            long eight = eight(bytes, at);
            long others = eight ^ closing;
            // The lowest of these bits is in the first byte that closes.
            long closes = others - EACH & ~others & HIGHEST;
            if (closes != 0) {
                long own = ((closes & -closes) >>> EIGHT - 1) - 1;
                Text text = find((hash + (eight & own)) * MIX, after, bytes, from);
                return text != null && bytes[from + text.length] == (byte) closing ? text : null;
            }
            hash = (hash + eight) * MIX;
        }
        return null;
    }

    /** The text between two places; null: it is not known. */
    @Nullable
    Text between(int after, byte[] bytes, int from, int to) {
        if (to - from >= LONGEST) {
            return null;
        }
        Text text = find(hash(after, bytes, from, to), after, bytes, from);
        return text != null && text.length == to - from ? text : null;
    }

    private @Nullable Text find(long hash, int after, byte[] bytes, int from) {
        int slot = slot(hash);
        for (Text text = table[slot]; text != null; text = table[slot]) {
            if (text.hash == hash && text.after == after && text.stands(bytes, from)) {
                return text;
            }
            slot = slot + 1 & table.length - 1;
        }
        return null;
    }

    /** Of which a text is the one that is known, or now will be; null: there is no room for it. */
    @Nullable
    Text know(int after, String text, int number) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        byte[] roomy = Arrays.copyOf(bytes, length + ROOM);
        Text known = between(after, roomy, 0, length);
        if (known != null || length >= LONGEST || isFull()) {
            return known;
        }
        long[] eights = new long[length / EIGHT + 1];
        for (int i = 0; i < eights.length; i++) {
            eights[i] = eight(roomy, i * EIGHT);
        }
        Text added = new Text(hash(after, roomy, 0, length), after, eights, lowest(length % EIGHT), length, number);
        int slot = slot(added.hash);
        while (table[slot] != null) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = added;
        size++;
        return added;
    }

    private static long hash(int after, byte[] bytes, int from, int to) {
        long hash = after;
        int at = from;
        for (; to - at >= EIGHT; at += EIGHT) {
            hash = (hash + eight(bytes, at)) * MIX;
        }
        return (hash + (eight(bytes, at) & lowest(to - at))) * MIX;
    }

    private static int slot(long hash) {
        return (int) (hash >>> Long.SIZE - BITS);
    }
}
