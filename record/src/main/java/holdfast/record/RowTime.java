package holdfast.record;

import holdfast.record.MappingModel.Meant;
import holdfast.record.MappingModel.Point;
import holdfast.record.MappingModel.Precisions;
import holdfast.record.MappingModel.Recorded;
import holdfast.record.MappingModel.Units;
import holdfast.record.MappingModel.When;
import holdfast.record.Occurrence.Shape;
import holdfast.record.TimeReader.Grain;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When the event of a row happened, and when it became known ({@code docs/mapping.md}, 4 and 5). */
final class RowTime {
    /** What is said of a single row; null: nothing. */
    record Override(
            @Nullable Long begins,
            @Nullable Long ends,
            @Nullable Long recorded) {
        static final Override NOTHING = new Override(null, null, null);
    }

    private record Place(int cell, String column, boolean wholeDay, int milliOfDay) {}

    private sealed interface Ending {
        record Shaped(Shape shape) implements Ending {}

        record InText(Pattern pattern, String wanted, int cell, String column) implements Ending {}

        record InColumn(int cell, String column) implements Ending {}

        record LeftOut(String reason) implements Ending {}

        record Refused() implements Ending {}
    }

    private final Problems problems;
    private final TextPool pool;
    private final TimeReader reader;
    private final Place from;
    private final @Nullable Place to;
    private final Units units;
    private final @Nullable WrittenPattern pattern;
    private final int precisionCell;
    private final @Nullable Precisions precisions;
    private final Map<String, Ending> endings = new HashMap<>();
    private final Ending otherwise;
    private final @Nullable Place recorded;
    private final long recordedPlus;

    private final NumberForm numbers;

    private long lo;
    private long hi;
    private long known;
    private long pointLo;
    private long pointHi;
    private String leftOut = "";

    RowTime(MappingModel model, When when, Cells cells, ZoneId zone, TextPool pool, Problems problems) {
        this.problems = problems;
        this.pool = pool;
        this.reader = new TimeReader(zone, model.dates);
        from = place(when.from(), cells);
        to = when.to().map(t -> place(t, cells)).orElse(null);
        numbers = model.form().numbers();
        units = when.units();
        pattern = units == Units.PATTERN ? new WrittenPattern(when.pattern()) : null;
        precisions = model.precision;
        Recorded known = model.recorded;
        recorded = known.of().map(p -> place(p, cells)).orElse(null);
        recordedPlus = known.plusMillis();
        if (precisions == null) {
            precisionCell = -1;
            otherwise = new Ending.Shaped(Occurrence.AS_WRITTEN);
        } else {
            int line = precisions.line();
            precisionCell = cells.cell(precisions.column(), line);
            precisions.meant().forEach((code, meant) -> endings.put(code, ending(meant, cells, line)));
            otherwise = ending(precisions.otherwise(), cells, line);
        }
    }

    private static Place place(Point point, Cells cells) {
        return new Place(
                cells.cell(point.column(), point.line()),
                point.column(),
                point.wholeDay(),
                point.at().map(t -> (int) (t.toNanoOfDay() / 1_000_000)).orElse(-1));
    }

    private static Ending ending(Meant meant, Cells cells, int line) {
        return switch (meant) {
            case Meant.As(Shape shape) -> new Ending.Shaped(shape);
            case Meant.EndsAtText(String text, String column) -> {
                int at = text.indexOf("{HH:MM}");
                Pattern pattern = Pattern.compile(Pattern.quote(text.substring(0, at))
                        + "([01]?[0-9]|2[0-3]):([0-5][0-9])"
                        + Pattern.quote(text.substring(at + "{HH:MM}".length())));
                yield new Ending.InText(pattern, text, cells.cell(column, line), column);
            }
            case Meant.EndsAtColumn(String column) -> new Ending.InColumn(cells.cell(column, line), column);
            case Meant.LeftOut(String reason) -> new Ending.LeftOut(reason);
            case Meant.Refused() -> new Ending.Refused();
        };
    }

    long lo() {
        return lo;
    }

    long hi() {
        return hi;
    }

    long known() {
        return known;
    }

    /** Why the row is left out, or empty. */
    String leftOut() {
        return leftOut;
    }

    /** Whether the row has a time; if not, that is told, or {@link #leftOut} says why. */
    boolean read(Row row, Override override) {
        leftOut = "";
        if (override.begins() != null && override.ends() != null) {
            lo = override.begins();
            hi = override.ends();
        } else if (!occurrence(row, override)) {
            return false;
        }
        if (hi < lo) {
            Occurrence.tellBackwards(problems, WrittenTime.of(hi), row.line(), to == null ? from.column : to.column);
            return false;
        }
        return recorded(row, override);
    }

    private boolean occurrence(Row row, Override override) {
        Ending ending = ending(row);
        if (ending instanceof Ending.LeftOut(String reason)) {
            leftOut = reason;
            return false;
        }
        if (ending instanceof Ending.Refused || !read(row, from)) {
            return false;
        }
        lo = reader.lo();
        if (override.ends() != null) {
            hi = override.ends();
        } else if (to != null) {
            if (!read(row, to)) {
                return false;
            }
            hi = reader.hi();
        } else if (!end(row, ending)) {
            return false;
        }
        if (override.begins() != null) {
            lo = override.begins();
        }
        return true;
    }

    private Ending ending(Row row) {
        if (precisions == null) {
            return otherwise;
        }
        String code = row.trimmed(precisionCell, pool);
        Ending ending = endings.getOrDefault(code, otherwise);
        if (ending instanceof Ending.Refused) {
            problems.error(
                    ProblemCode.UNKNOWN_PRECISION,
                    row.line(),
                    precisions.column(),
                    RecordProblem.quote(code) + " is no precision of the mapping",
                    "one of "
                            + String.join(
                                    ", ", endings.keySet().stream().sorted().toList()),
                    "add a line to `precision is " + precisions.column() + ":`");
        }
        return ending;
    }

    private boolean end(Row row, Ending ending) {
        switch (ending) {
            case Ending.Shaped(Shape shape) -> {
                hi = Occurrence.end(reader, shape);
                if (hi == Long.MIN_VALUE) {
                    Occurrence.tellCoarse(
                            problems,
                            row.trimmed(from.cell, pool),
                            row.trimmed(precisionCell, pool),
                            row.line(),
                            from.column);
                    return false;
                }
                lo = reader.lo();
                return true;
            }
            case Ending.InText text -> {
                return endInText(row, text);
            }
            case Ending.InColumn(int cell, String column) -> {
                boolean good = read(row, new Place(cell, column, false, -1));
                hi = reader.hi();
                return good;
            }
            case Ending.LeftOut out -> {
                return false;
            }
            case Ending.Refused refused -> {
                return false;
            }
        }
    }

    private boolean endInText(Row row, Ending.InText text) {
        Matcher matcher = text.pattern.matcher(row.trimmed(text.cell, pool));
        if (!matcher.find()) {
            problems.error(
                    ProblemCode.NO_END,
                    row.line(),
                    text.column,
                    "nothing here says when it ended",
                    "a text like " + RecordProblem.quote(text.wanted),
                    "say it in the mapping: `row " + row.line() + " ends at ...`");
            return false;
        }
        int milli = (Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2))) * 60_000;
        if (milli < reader.milliOfDay()) {
            reader.nextDay();
        }
        if (!reader.atTimeOfDay(milli)) {
            Occurrence.tellUnreadable(problems, reader.trouble(), matcher.group(), row.line(), text.column);
            return false;
        }
        hi = reader.lo();
        return true;
    }

    private boolean recorded(Row row, Override override) {
        if (override.recorded() != null) {
            known = override.recorded();
        } else if (recorded == null) {
            known = hi + recordedPlus;
        } else if (read(row, recorded)) {
            known = reader.hi() + recordedPlus;
        } else {
            return false;
        }
        return Occurrence.isKnownInTime(lo, known, problems, row.line(), recorded == null ? "" : recorded.column);
    }

    /** Whether a finding has a time of its own in that cell; if not, that is told. It is left in {@link #pointLo} and {@link #pointHi}. */
    boolean readPoint(Row row, int cell, Point point) {
        boolean good = read(
                row,
                new Place(
                        cell,
                        point.column(),
                        point.wholeDay(),
                        point.at().map(t -> (int) (t.toNanoOfDay() / 1_000_000)).orElse(-1)));
        pointLo = reader.lo();
        pointHi = reader.hi();
        return good;
    }

    long pointLo() {
        return pointLo;
    }

    long pointHi() {
        return pointHi;
    }

    private boolean read(Row row, Place place) {
        if (row.isBlank(place.cell)) {
            problems.error(ProblemCode.NOT_GIVEN, row.line(), place.column, "nothing stands here", "a time", "");
            return false;
        }
        boolean good = written(row, place.cell);
        if (good && place.wholeDay) {
            good = reader.widen(Grain.DAY);
        }
        if (good && place.milliOfDay >= 0) {
            good = reader.grain() == Grain.DAY && reader.atTimeOfDay(place.milliOfDay);
        }
        if (!good) {
            Occurrence.tellUnreadable(
                    problems, reader.trouble(), row.trimmed(place.cell, pool), row.line(), place.column);
        }
        return good;
    }

    private boolean written(Row row, int cell) {
        int start = row.trimmedFrom(cell);
        int end = row.trimmedTo(cell, start);
        return switch (units) {
            case WRITTEN -> reader.read(row.chars(), start, end);
            case SECONDS -> number(row.chars(), start, end, 1000);
            case MILLISECONDS -> number(row.chars(), start, end, 1);
            case EXCEL_DAYS -> excelDay(row.trimmed(cell, pool), false);
            case EXCEL_DAYS_1904 -> excelDay(row.trimmed(cell, pool), true);
            case PATTERN -> pattern != null && pattern.read(row.trimmed(cell, pool), reader);
        };
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
