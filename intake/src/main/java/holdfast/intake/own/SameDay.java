package holdfast.intake.own;

import java.util.Arrays;

/** Instants written as {@code 2031-03-28T06:40:00Z}: of those on one day only the time of day differs, and the day need be read once. */
final class SameDay {
    /** It is written otherwise, or on another day. */
    static final long NONE = Long.MIN_VALUE;

    private static final int DAY = 10;
    private static final int LENGTH = 20;

    private final char[] day = new char[DAY];
    private long start = NONE;

    /** An instant that was read, in milliseconds since 1970-01-01T00:00Z. */
    void read(char[] signs, int from, int to, long instant) {
        long time = timeOfDay(signs, from, to);
        if (time != NONE) {
            System.arraycopy(signs, from, day, 0, DAY);
            start = instant - time;
        }
    }

    long instant(char[] signs, int from, int to) {
        if (start == NONE || to - from != LENGTH || !Arrays.equals(day, 0, DAY, signs, from, from + DAY)) {
            return NONE;
        }
        long time = timeOfDay(signs, from, to);
        return time == NONE ? NONE : start + time;
    }

    private static long timeOfDay(char[] signs, int from, int to) {
        boolean plain = to - from == LENGTH
                && signs[from + DAY] == 'T'
                && signs[from + 13] == ':'
                && signs[from + 16] == ':'
                && signs[to - 1] == 'Z';
        int hour = plain ? two(signs, from + 11) : -1;
        int minute = plain ? two(signs, from + 14) : -1;
        int second = plain ? two(signs, from + 17) : -1;
        boolean good = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return good ? ((hour * 60 + minute) * 60 + second) * 1000L : NONE;
    }

    private static int two(char[] signs, int at) {
        int tens = signs[at] - '0';
        int ones = signs[at + 1] - '0';
        return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? 10 * tens + ones : -1;
    }
}
