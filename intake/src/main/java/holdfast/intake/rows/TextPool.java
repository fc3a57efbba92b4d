package holdfast.intake.rows;

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
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + chars[offset + i];
        }
        int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
        String there = slots[slot];
        if (there != null && hashes[slot] == hash && same(there, chars, offset, length)) {
            return there;
        }
        String text = new String(chars, offset, length);
        // The newcomer takes the place: a text that comes often soon has it again.
        slots[slot] = text;
        hashes[slot] = hash;
        return text;
    }

    private static boolean same(String text, char[] chars, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
