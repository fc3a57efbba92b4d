package holdfast.intake.own;

import holdfast.intake.value.TimeReader;

/**
 * The times of one column, from the bytes of a file. Where the day, the offset and the form are those of the last, as they mostly are, only the hour, the minute and the second are read; all else is
 * left to the reader of times.
 */
final class LineTimes {
    /** As {@code 2031-03-28T}, with the time of day {@code 10:05:00} behind it, and then an offset. */
    private static final int DATE = 11;

    private static final int CLOCK = DATE + 8;
    private static final int LONGEST = 48;

    private final TimeReader times;
    /** What closes each of them. */
    private final byte closing;

    private final char[] signs = new char[LONGEST];
    /** The first eight bytes of the last, and the last eight of its date. */
    private long date;

    private long restOfDate;
    /** What stands behind the time of day, with what closes it; no bytes: nothing has been read. */
    private long ending;

    private long endingOnes;
    private int endingLength;
    /** When its day began there. */
    private long midnight;

    private long lo;
    private long hi;

    LineTimes(TimeReader times, byte closing) {
        this.times = times;
        this.closing = closing;
    }

    long lo() {
        return lo;
    }

    long hi() {
        return hi;
    }

    /** Where the next cell begins; negative: this one is no time. There are {@link KnownTexts#ROOM} bytes. */
    int read(byte[] bytes, int from) {
        boolean isAlike = endingLength > 0
                && KnownTexts.eight(bytes, from) == date
                && KnownTexts.eight(bytes, from + DATE - Long.BYTES) == restOfDate
                && (KnownTexts.eight(bytes, from + CLOCK) & endingOnes) == ending;
        int milli = isAlike ? clock(bytes, from + DATE) : -1;
        if (milli < 0) {
            return readAll(bytes, from);
        }
        lo = midnight + milli;
        hi = lo;
        return from + CLOCK + endingLength;
    }

    /** Milliseconds; negative if no time of day stands there with its seconds. */
    private static int clock(byte[] bytes, int at) {
        int hour = two(bytes, at);
        int minute = two(bytes, at + 3);
        int second = two(bytes, at + 6);
        boolean good = bytes[at + 2] == ':' && bytes[at + 5] == ':' && (hour | minute | second) >= 0;
        return good && hour < 24 && minute < 60 && second < 60 ? (hour * 3600 + minute * 60 + second) * 1000 : -1;
    }

    private static int two(byte[] bytes, int at) {
        int ten = bytes[at] - '0';
        int one = bytes[at + 1] - '0';
        return ten < 0 || ten > 9 || one < 0 || one > 9 ? -1 : 10 * ten + one;
    }

    private int readAll(byte[] bytes, int from) {
        int length = 0;
        while (bytes[from + length] != closing) {
            byte sign = bytes[from + length];
            if (sign <= 0 || length == LONGEST) {
                return -1;
            }
            signs[length++] = (char) sign;
        }
        if (length == 0 || signs[length - 1] <= ' ' || !times.read(signs, 0, length)) {
            return -1;
        }
        lo = times.lo();
        hi = times.hi();
        keep(bytes, from, length);
        return from + length + 1;
    }

    /** The next may be alike, if an offset says which instant it is. */
    private void keep(byte[] bytes, int from, int length) {
        int behind = length - CLOCK;
        int milli = behind > 0 && behind < Long.BYTES ? clock(bytes, from + DATE) : -1;
        endingLength = 0;
        if (milli >= 0 && isOffset(bytes, from + CLOCK, behind)) {
            date = KnownTexts.eight(bytes, from);
            restOfDate = KnownTexts.eight(bytes, from + DATE - Long.BYTES);
            endingLength = behind + 1;
            endingOnes = endingLength == Long.BYTES ? -1 : KnownTexts.lowest(endingLength);
            ending = KnownTexts.eight(bytes, from + CLOCK) & endingOnes;
            midnight = lo - milli;
        }
    }

    private static boolean isOffset(byte[] bytes, int from, int length) {
        boolean signed = bytes[from] == '+' || bytes[from] == '-';
        return bytes[from] == 'Z' && length == 1 || signed && bytes[from + 3] == ':' && length == "+02:00".length();
    }
}
