package holdfast.language.sentence;

/** Numbers of which nobody sees at a glance how large they are, in groups of three figures. */
final class LargeNumber {
    /** Four figures are read as they are, and may be a year. */
    private static final int READ_AT_ONCE = 4;

    private LargeNumber() {}

    /** @param number as {@link java.math.BigDecimal#toPlainString} writes it */
    static String grouped(String number, String between) {
        int from = number.startsWith("-") ? 1 : 0;
        int point = number.indexOf('.');
        int to = point < 0 ? number.length() : point;
        if (to - from <= READ_AT_ONCE) {
            return number;
        }
        StringBuilder grouped = new StringBuilder(number);
        for (int at = to - 3; at > from; at -= 3) {
            grouped.insert(at, between);
        }
        return grouped.toString();
    }
}
