package holdfast.intake.rows;

import holdfast.intake.value.Signs;
import org.jspecify.annotations.Nullable;

/** Gives the same text object for the same characters, as long as there are not too many different ones. */
public final class TextPool {
    private static final int SLOTS = 1 << 14;
    private static final int LONGEST = 48;

    private final @Nullable String[] slots = new String[SLOTS];
    /** What the texts hash to, so that others need not be looked at. */
    private final int[] hashes = new int[SLOTS];

    String text(char[] chars, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(chars, offset, length);
        }
        int hash = Signs.hash(0, chars, offset, offset + length);
        int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
        String there = slots[slot];
        if (there != null && hashes[slot] == hash && Signs.are(there, chars, offset, offset + length)) {
            return there;
        }
        String text = new String(chars, offset, length);
        // The newcomer takes the place: a text that comes often soon has it again.
        slots[slot] = text;
        hashes[slot] = hash;
        return text;
    }
}
