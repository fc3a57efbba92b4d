package holdfast.reference.random;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Seeds that nobody has tried before: they follow from the day, and are printed, so that what fails can be repeated. */
final class EachDay {
    private static final long FAR_FROM_THE_FIXED_ONES = 1_000_000_000L;
    private static final long A_DAY = 1_000_000;

    private EachDay() {}

    static long firstSeed() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        long first = FAR_FROM_THE_FIXED_ONES + today.toEpochDay() * A_DAY;
        System.out.println("the seeds of " + today + " begin with -Dseed=" + first);
        return first;
    }
}
