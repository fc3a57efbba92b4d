package holdfast.language.model;

/**
 * A length of time, {@code n} of a unit. Seconds, minutes and hours are exact; longer units are calendar time in the agreement's zone
 * (semantics, section 1).
 */
public record Span(long count, Unit unit) {

    /** Longer than anything that is on record: what is this long after an instant never comes. No text can write it. */
    public static final Span EVER = new Span(1_000_000_000_000L, Unit.YEAR);

    public enum Unit {
        SECOND(1000),
        MINUTE(60_000),
        HOUR(3_600_000),
        DAY(0),
        WEEK(0),
        MONTH(0),
        YEAR(0);

        private final long millis;

        Unit(long millis) {
            this.millis = millis;
        }

        /** Milliseconds in one such unit; zero for calendar units, which have no fixed length. */
        public long millis() {
            return millis;
        }

        public boolean exact() {
            return millis > 0;
        }
    }

    public boolean exact() {
        return unit.exact();
    }

    @Override
    public String toString() {
        return count + " " + unit.name().toLowerCase(java.util.Locale.ROOT) + (count == 1 ? "" : "s");
    }
}
