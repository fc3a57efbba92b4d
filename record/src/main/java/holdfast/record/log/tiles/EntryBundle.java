package holdfast.record.log.tiles;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Up to 256 entries one after the other, each with its length before it in two bytes. */
public final class EntryBundle {
    /** What the two bytes of its length can say. A longer entry cannot be in the log. */
    public static final int LONGEST_ENTRY = 0xFFFF;

    private EntryBundle() {}

    public static byte[] write(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new IllegalArgumentException(tooLong(entry.length));
            }
            out.write(entry.length >> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /** What to tell whoever hands in an entry that is longer than the log can hold. */
    public static String tooLong(long length) {
        return "the entry has " + length + " bytes, and the log's format holds at most " + LONGEST_ENTRY
                + " in one entry; attach the long part as a file, which the entry then names by its digest";
    }

    /** Empty where the bytes do not fall into whole entries. */
    public static Optional<List<byte[]>> read(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bundle.length) {
            if (at + 2 > bundle.length) {
                return Optional.empty();
            }
            int length = (bundle[at] & 0xFF) << 8 | bundle[at + 1] & 0xFF;
            at += 2;
            if (at + length > bundle.length) {
                return Optional.empty();
            }
            byte[] entry = new byte[length];
            System.arraycopy(bundle, at, entry, 0, length);
            entries.add(entry);
            at += length;
        }
        return Optional.of(entries);
    }

    /** The first {@code count} entries of a bundle, as a bundle; all of it where it has no more. */
    static byte[] beginning(byte[] bundle, int count) {
        int at = 0;
        for (int i = 0; i < count && at + 2 <= bundle.length; i++) {
            at += 2 + ((bundle[at] & 0xFF) << 8 | bundle[at + 1] & 0xFF);
        }
        return Arrays.copyOf(bundle, Math.min(at, bundle.length));
    }
}
