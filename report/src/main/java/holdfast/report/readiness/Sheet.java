package holdfast.report.readiness;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One table of a ledger: the same on the page, as CSV and as a sheet of a workbook.
 *
 * @param name by which it is asked for: one word
 * @param title over the table
 */
public record Sheet(String name, String title, List<String> columns, List<List<Cell>> rows) {
    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** What stands in a cell. */
    public sealed interface Cell {
        record Words(String text) implements Cell {}

        record Amount(BigDecimal number) implements Cell {}

        record Day(LocalDate date) implements Cell {}

        record Nothing() implements Cell {}

        static Cell of(String text) {
            return text.isEmpty() ? new Nothing() : new Words(text);
        }

        static Cell of(BigDecimal number) {
            return new Amount(number);
        }

        static Cell of(long number) {
            return new Amount(BigDecimal.valueOf(number));
        }

        static Cell number(Optional<BigDecimal> number) {
            return number.<Cell>map(Amount::new).orElseGet(Nothing::new);
        }

        static Cell day(Optional<LocalDate> day) {
            return day.<Cell>map(Day::new).orElseGet(Nothing::new);
        }
    }
}
