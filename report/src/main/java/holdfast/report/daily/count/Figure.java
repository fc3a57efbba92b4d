package holdfast.report.daily.count;

import holdfast.engine.Time;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many, or how much: from the least to the most that reports come to of which it is not known whether some tell of the same.
 *
 * @param least what those come to that surely are not the same; {@code most}: all of them
 */
public record Figure(BigDecimal least, BigDecimal most) {
    public Figure {
        least = plain(least);
        most = plain(most);
    }

    /**
     * One report.
     *
     * @param sure false where a body has it as disputed: it may be nothing
     */
    public record Part(Time time, BigDecimal amount, boolean sure) {}

    /**
     * Of reports by one source about one area. Two whose times overlap may tell of the same; two that only follow one another do not. So the least is the most that any of them
     * come to no two of which overlap.
     */
    public static Figure of(List<Part> parts) {
        BigDecimal all = parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean negative = parts.stream().anyMatch(p -> p.amount().signum() < 0);
        return new Figure(negative ? all : least(parts), all);
    }

    private static BigDecimal least(List<Part> parts) {
        List<Part> inOrder = parts.stream()
                .filter(Part::sure)
                .sorted(Comparator.comparingLong((Part p) -> p.time().hi())
                        .thenComparingLong(p -> p.time().lo()))
                .toList();
        List<BigDecimal> best = new ArrayList<>();
        best.add(BigDecimal.ZERO);
        for (int i = 0; i < inOrder.size(); i++) {
            Part part = inOrder.get(i);
            int earlier = i;
            while (earlier > 0 && overlap(inOrder.get(earlier - 1).time(), part.time())) {
                earlier--;
            }
            best.add(best.get(i).max(best.get(earlier).add(part.amount())));
        }
        return best.getLast();
    }

    /** A moment that two periods share, at the end of one and the beginning of the other, is no overlap; an instant within a period is one. */
    private static boolean overlap(Time one, Time other) {
        long from = Math.max(one.lo(), other.lo());
        long to = Math.min(one.hi(), other.hi());
        return from < to || (from == to && (one.precise() || other.precise()));
    }

    public Figure plus(Figure other) {
        return new Figure(least.add(other.least), most.add(other.most));
    }

    public boolean isExact() {
        return least.equals(most);
    }

    /** {@code 7}, or {@code 7 to 12}. */
    public String words() {
        String upTo = most.toPlainString();
        return isExact() ? upTo : least.toPlainString() + " to " + upTo;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
