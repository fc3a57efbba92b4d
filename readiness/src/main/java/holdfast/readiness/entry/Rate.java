package holdfast.readiness.entry;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * So much of an item in each week, month or year: it has no end, and so it is in no sum.
 *
 * @param quantity in the item's own unit
 */
public record Rate(
        List<String> records,
        Stage stage,
        Item item,
        BigDecimal quantity,
        Period period,
        Optional<String> giver,
        Optional<String> receiver,
        LocalDate day,
        Optional<LocalDate> due) {
    public enum Period {
        DAY("1"),
        WEEK("7"),
        MONTH("30.436875"),
        QUARTER("91.310625"),
        YEAR("365.2425");

        private final BigDecimal days;

        Period(String days) {
            this.days = new BigDecimal(days);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@code month}, {@code a month}, {@code months}, {@code monthly}. */
        public static Optional<Period> of(String written) {
            String plain = written.strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("^(a|an|per|each|every)\\s+", "")
                    .replaceFirst("^daily$", "day")
                    .replaceFirst("(s|ly)$", "");
            return Stream.of(values()).filter(p -> p.word().equals(plain)).findFirst();
        }
    }

    public Rate {
        records = List.copyOf(records);
    }

    /** So much of it would there be in so many days. */
    public BigDecimal in(BigDecimal days) {
        return quantity.multiply(days).divide(period.days, MathContext.DECIMAL64);
    }

    public BigDecimal inAYear() {
        return in(Period.YEAR.days);
    }
}
