package holdfast.intake.value;

import java.time.Instant;

/** Times as they are written: {@code 2015-02-15T00:20:00Z}, with milliseconds where there are any. */
public final class WrittenTime {
    private WrittenTime() {}

    public static String of(long instant) {
        return Instant.ofEpochMilli(instant).toString();
    }
}
