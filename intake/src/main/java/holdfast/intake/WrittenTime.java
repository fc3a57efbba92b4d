package holdfast.intake;

import java.time.Instant;

/** Times as they are written: {@code 2015-02-15T00:20:00Z}, with milliseconds where there are any. */
final class WrittenTime {
    private WrittenTime() {}

    static String of(long instant) {
        return Instant.ofEpochMilli(instant).toString();
    }
}
