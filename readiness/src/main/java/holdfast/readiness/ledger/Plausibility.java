package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Rate;
import holdfast.readiness.entry.Remark;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** So much a month against a total of the same: where one is ten times the other or more, one of them, or its unit, is hardly meant. */
final class Plausibility {
    private static final BigDecimal TOO_FAR = BigDecimal.TEN;
    private static final long DAYS_OF_A_YEAR = 365;

    private final List<Entry> entries;
    private final List<Rate> rates;

    Plausibility(List<Entry> entries, List<Rate> rates) {
        this.entries = entries;
        this.rates = rates;
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            Rate rate = rates.get(i);
            for (Rate other : rates.subList(i + 1, rates.size())) {
                if (isOfTheSame(rate, other.stage(), other.item(), other.giver(), other.receiver())) {
                    rates(rate, other).ifPresent(remarks::add);
                }
            }
            total(rate).ifPresent(remarks::add);
        }
        return remarks;
    }

    /** Who asks for it, of a need; of all else, who gives it. */
    private static boolean isOfTheSame(
            Rate rate, Stage stage, Item item, Optional<String> giver, Optional<String> receiver) {
        boolean same = rate.stage() == stage
                && rate.item().equals(item)
                && rate.giver().equals(giver);
        return same && (stage != Stage.NEEDED || rate.receiver().equals(receiver));
    }

    private static Optional<Remark> rates(Rate one, Rate other) {
        return times(one.inAYear(), other.inAYear())
                .map(times -> remark(
                        ids(one.records(), other.records()),
                        one,
                        words(other) + ". That is " + plain(one.inAYear()) + " and " + plain(other.inAYear())
                                + " a year",
                        times));
    }

    private Optional<Remark> total(Rate rate) {
        List<Entry> totals = entries.stream()
                .filter(e -> isOfTheSame(rate, e.stage(), e.item(), e.giver(), e.receiver()))
                .toList();
        if (totals.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal total = totals.stream().map(Entry::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal days = BigDecimal.valueOf(days(totals));
        return times(rate.in(days), total)
                .map(times -> remark(
                        ids(
                                rate.records(),
                                totals.stream()
                                        .flatMap(e -> e.records().stream())
                                        .toList()),
                        rate,
                        plain(total) + " " + rate.item().unit() + " in all. In the " + days.toPlainString()
                                + " days of these that would be " + plain(rate.in(days)) + " and " + plain(total),
                        times));
    }

    /** From the first word to the last day that one of them names; a year where none names a later one. */
    private static long days(List<Entry> totals) {
        LocalDate first =
                totals.stream().map(Entry::day).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate last = totals.stream()
                .flatMap(e -> Stream.concat(Stream.of(e.day()), e.due().stream()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long days = ChronoUnit.DAYS.between(first, last);
        return days > 0 ? days : DAYS_OF_A_YEAR;
    }

    /** How many times the smaller the larger is, if that is too far apart. */
    private static Optional<BigDecimal> times(BigDecimal one, BigDecimal other) {
        BigDecimal times = one.max(other).divide(one.min(other), MathContext.DECIMAL64);
        return times.compareTo(TOO_FAR) >= 0 ? Optional.of(times) : Optional.empty();
    }

    private static Remark remark(List<String> records, Rate rate, String against, BigDecimal times) {
        String who = (rate.stage() == Stage.NEEDED ? rate.receiver() : rate.giver()).orElse("nobody named");
        return new Remark(
                records,
                who + ", " + rate.item().name() + " " + rate.stage().words() + ": " + words(rate) + ", and " + against
                        + ", " + times.setScale(0, RoundingMode.HALF_UP).toPlainString()
                        + " times as much: one of them, or its unit, is hardly meant");
    }

    private static String words(Rate rate) {
        return plain(rate.quantity()) + " " + rate.item().unit() + " a "
                + rate.period().word();
    }

    private static String plain(BigDecimal number) {
        BigDecimal few = number.setScale(Math.min(2, Math.max(0, number.scale())), RoundingMode.HALF_UP);
        return few.signum() == 0 ? "0" : few.stripTrailingZeros().toPlainString();
    }

    private static List<String> ids(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
