package holdfast.intake.value;

/** How a time is written. */
public record TimeForm(Units units, String pattern) {
    public static final TimeForm WRITTEN = new TimeForm(Units.WRITTEN, "");

    public enum Units {
        WRITTEN,
        SECONDS,
        MILLISECONDS,
        EXCEL_DAYS,
        EXCEL_DAYS_1904,
        PATTERN
    }
}
