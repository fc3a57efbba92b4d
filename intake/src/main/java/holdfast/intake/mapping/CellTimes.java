package holdfast.intake.mapping;

import holdfast.intake.rows.Row;
import holdfast.intake.rows.TextPool;
import holdfast.intake.value.ExcelDay;
import holdfast.intake.value.NumberForm;
import holdfast.intake.value.TimeForm;
import holdfast.intake.value.TimeReader;
import holdfast.intake.value.WrittenPattern;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the times of cells, in whichever form a mapping says. */
final class CellTimes {
    private final TimeReader reader;
    private final TimeReader constants;
    private final NumberForm numbers;
    private final TextPool pool;
    private final Map<String, WrittenPattern> patterns = new HashMap<>();
    private final Map<String, TimeForm> formOf = new HashMap<>();

    private final FinerTimes finer;

    CellTimes(MappingModel model, ZoneId zone, TextPool pool, FinerTimes finer) {
        this.finer = finer;
        this.reader = new TimeReader(zone, model.dates).cutting();
        this.constants = new TimeReader(zone);
        this.numbers = model.form().numbers();
        this.pool = pool;
        if (model.time != null) {
            TimeForm form = model.time.form();
            formOf.put(model.time.from().column(), form);
            model.time.to().ifPresent(t -> formOf.put(t.column(), form));
            model.recorded
                    .of()
                    .ifPresent(r -> formOf.put(r.column(), model.recorded.form().orElse(form)));
        }
    }

    TimeReader reader() {
        return reader;
    }

    /** A time in the mapping itself; false if it is none. */
    boolean constant(String text) {
        return constants.read(text);
    }

    /** What {@link #constant} has read. */
    TimeReader ofConstant() {
        return constants;
    }

    /** Leaves what stands in the cell in {@link #reader}; false if it is no time. */
    boolean read(Row row, int cell, String column) {
        return read(row, cell, formOf.getOrDefault(column, TimeForm.WRITTEN));
    }

    boolean read(Row row, int cell, TimeForm form) {
        return told(row, cell, of(row, cell, form));
    }

    private boolean told(Row row, int cell, boolean read) {
        if (reader.wasCut() && read) {
            finer.add(row.line(), cell, row.trimmed(cell, pool));
        }
        return read;
    }

    /** Date and time of day in two cells, which together have the pattern's form; where the time of day is blank, the pattern's beginning is that of the date. */
    boolean together(Row row, int cell, int clock, TimeForm form) {
        String date = row.trimmed(cell, pool);
        return row.isBlank(clock)
                ? pattern(beforeTheHour(form.pattern())).read(date, reader)
                : told(row, clock, pattern(form.pattern()).read(date + " " + row.trimmed(clock, pool), reader));
    }

    /** Whether a pattern takes a time of day. */
    static boolean takesTimeOfDay(TimeForm form) {
        return form.units() == TimeForm.Units.PATTERN
                && !beforeTheHour(form.pattern()).equals(form.pattern());
    }

    private static String beforeTheHour(String pattern) {
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            if (!quoted && (c == 'H' || c == 'h' || c == 'a')) {
                return pattern.substring(0, i).strip();
            }
        }
        return pattern;
    }

    private boolean of(Row row, int cell, TimeForm form) {
        int start = row.trimmedFrom(cell);
        int end = row.trimmedTo(cell, start);
        return switch (form.units()) {
            case WRITTEN -> reader.read(row.chars(), start, end);
            case SECONDS -> number(row.chars(), start, end, 1000);
            case MILLISECONDS -> number(row.chars(), start, end, 1);
            case EXCEL_DAYS -> excelDay(row.trimmed(cell, pool), false);
            case EXCEL_DAYS_1904 -> excelDay(row.trimmed(cell, pool), true);
            case PATTERN -> pattern(form.pattern()).read(row.trimmed(cell, pool), reader);
        };
    }

    private WrittenPattern pattern(String pattern) {
        @Nullable WrittenPattern known = patterns.get(pattern);
        if (known == null) {
            known = new WrittenPattern(pattern);
            patterns.put(pattern, known);
        }
        return known;
    }

    /** A whole number is that day; with decimals it is a time of that day. What a workbook shows as a date is read as that. */
    private boolean excelDay(String text, boolean from1904) {
        String plain = numbers.plain(text);
        if (!plain.matches("[0-9]{1,7}(\\.[0-9]{1,15})?")) {
            return text.matches("[0-9]{4}-[0-9].*") ? reader.read(text) : reader.read("");
        }
        BigDecimal number = new BigDecimal(plain);
        LocalDateTime time = ExcelDay.of(number, from1904);
        if (time == null) {
            return reader.read("");
        }
        return number.stripTrailingZeros().scale() > 0 ? reader.local(time) : reader.local(time.toLocalDate());
    }

    /** A whole number, perhaps with decimals down to milliseconds. */
    private boolean number(char[] chars, int start, int end, long millis) {
        long n = 0;
        int at = start;
        boolean negative = at < end && chars[at] == '-';
        if (negative) {
            at++;
        }
        int first = at;
        while (at < end && chars[at] >= '0' && chars[at] <= '9' && at - first < 15) {
            n = n * 10 + chars[at++] - '0';
        }
        if (at == first) {
            return reader.read(chars, start, start);
        }
        n *= millis;
        if (at < end && chars[at] == '.' && millis == 1000) {
            at++;
            for (long place = 100; at < end && chars[at] >= '0' && chars[at] <= '9'; place /= 10) {
                n += (chars[at++] - '0') * place;
            }
        }
        return at == end ? reader.instant(negative ? -n : n) : reader.read(chars, start, start);
    }
}
