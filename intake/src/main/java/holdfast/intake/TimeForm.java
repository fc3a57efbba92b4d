package holdfast.intake;

/** How a time is written. */
record TimeForm(Units units, String pattern) {
    static final TimeForm WRITTEN = new TimeForm(Units.WRITTEN, "");

    enum Units {
        WRITTEN,
        SECONDS,
        MILLISECONDS,
        EXCEL_DAYS,
        EXCEL_DAYS_1904,
        PATTERN
    }
}
