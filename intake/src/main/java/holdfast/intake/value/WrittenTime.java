package holdfast.intake.value;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are written: {@code 2015-02-15T00:20:00Z}, with milliseconds where there are any. */
public final class WrittenTime {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private WrittenTime() {}

    public static String of(long instant) {
        return Instant.ofEpochMilli(instant).toString();
    }

    /** As whoever wrote the row reads it: {@code 2015-02-15 02:20} by the clocks of a zone. */
    public static String of(long instant, ZoneId zone) {
        return LOCAL.format(Instant.ofEpochMilli(instant).atZone(zone));
    }
}
