package holdfast.readiness.match;

import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Ratio;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How the aims of a part are counted, in whole numbers throughout: so that planner and solver mean the same, and nothing is rounded twice. A part of a need is counted in so fine a measure that
 * all quantities divide it; where that would be finer than a millionth, to the millionth.
 */
final class Measure {
    private static final long FINEST = 1_000_000;

    private final Part part;
    private final long[] units;
    private final long daysUnits;
    private final Map<Integer, Long> wholes = new HashMap<>();
    private final long wholeLine;

    Measure(Part part) {
        this.part = part;
        units = new long[part.needs().size()];
        long all = 1;
        for (int n = 0; n < units.length; n++) {
            int need = n;
            units[n] = lcm(part.links().stream()
                    .filter(l -> l.need() == need)
                    .mapToLong(l -> l.ratio().sent()));
            all = Math.max(1, lcm(LongStream.of(all, units[n])));
        }
        daysUnits = all;
        part.needs().stream().map(Need::priority).distinct().forEach(p -> wholes.put(p, whole(p)));
        wholeLine = whole(
                part.before().stream().mapToLong(l -> part.grains(l.quantity())).toArray());
    }

    private long whole(int priority) {
        long[] sizes = new long[units.length];
        int count = 0;
        for (int n = 0; n < units.length; n++) {
            if (part.needs().get(n).priority() == priority) {
                sizes[count++] = size(n);
            }
        }
        return whole(java.util.Arrays.copyOf(sizes, count));
    }

    private static long whole(long[] sizes) {
        long common = lcm(LongStream.of(sizes));
        return common <= FINEST
                ? common
                : Math.max(FINEST, 10 * LongStream.of(sizes).max().orElse(1));
    }

    private static long lcm(LongStream numbers) {
        return numbers.reduce(1, (a, b) -> a > FINEST * FINEST ? a : a / Ratio.gcd(a, b) * b);
    }

    /** How many units a need asks for. */
    long size(int need) {
        return part.grains(part.needs().get(need).quantity()) * units[need];
    }

    /** How many units of its need one grain of what is sent counts. */
    long counted(Link link) {
        return units[link.need()] / link.ratio().sent() * link.ratio().counted();
    }

    /** What one missing unit of a need weighs. */
    long perMissing(int need) {
        return Math.max(
                1,
                Math.round((double) wholes.getOrDefault(part.needs().get(need).priority(), 1L) / size(need)));
    }

    /** What one grain weighs that is given up of a line of the earlier plan. */
    long perGivenUp(Delivery line) {
        return Math.max(1, Math.round((double) wholeLine / part.grains(line.quantity())));
    }

    /** What one grain that is sent weighs for each day that it is late. */
    long perDayLate(Link link) {
        return daysUnits / link.ratio().sent() * link.ratio().counted();
    }

    /** What counts as one of an aim. */
    long one(Aim aim) {
        return switch (aim.what()) {
            case UNMET, CHANGED, OFFERS, ASKED -> 1;
            case MISSING, NEVER -> wholes.getOrDefault(aim.priority(), 1L);
            case GIVEN_UP -> wholeLine;
            case LATE -> daysUnits * grainsOfOne();
            case SENT -> grainsOfOne();
        };
    }

    private long grainsOfOne() {
        return Math.round(Math.pow(10, part.decimals()));
    }
}
