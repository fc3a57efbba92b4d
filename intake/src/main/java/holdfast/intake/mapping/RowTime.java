package holdfast.intake.mapping;

import holdfast.intake.mapping.MappingModel.Meant;
import holdfast.intake.mapping.MappingModel.Point;
import holdfast.intake.mapping.MappingModel.Precisions;
import holdfast.intake.mapping.MappingModel.Recorded;
import holdfast.intake.mapping.MappingModel.When;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.TextPool;
import holdfast.intake.value.Occurrence;
import holdfast.intake.value.Occurrence.Shape;
import holdfast.intake.value.TimeForm;
import holdfast.intake.value.TimeReader;
import holdfast.intake.value.TimeReader.Grain;
import holdfast.intake.value.WrittenTime;
import holdfast.language.diagnostic.UserWords;
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

    /**
     * @param milliOfDay the time of day that the mapping says; -1: none
     * @param clock the cell with the time of day; -1: none
     */
    private record Place(int cell, Point point, TimeForm form, int milliOfDay, int clock) {
        String column() {
            return point.column();
        }
    }

    private sealed interface Ending {
        record Shaped(Shape shape) implements Ending {}

        record InText(Pattern pattern, String wanted, int cell, String column) implements Ending {}

        record InColumn(int cell, String column) implements Ending {}

        record LeftOut(String reason) implements Ending {}

        record Refused() implements Ending {}
    }

    /** As lists write it, also with points. */
    private static final Pattern CLOCK =
            Pattern.compile("([01]?[0-9]|2[0-3])(?:[:.]|\\s*[hH]\\s*)([0-5][0-9])(?:[:.]([0-5][0-9]))?"
                    + "(?:\\s*([AaPp])\\.?\\s?[Mm]\\.?|\\s*(?:Uhr|h|hrs?))?");

    private final Problems problems;
    private final TextPool pool;
    private final CellTimes times;
    private final TimeReader reader;
    private final Place from;
    private final @Nullable Place to;
    private final boolean lasts;
    private final TimeForm timeForm;
    private final int precisionCell;
    private final @Nullable Precisions precisions;
    private final Map<String, Ending> endings = new HashMap<>();
    private final Ending otherwise;
    private final @Nullable Place recorded;
    private final DatesRead dates;
    private final MappingUse use;
    private final long recordedPlus;

    private long beginHi;
    private long endsAt;
    private long lo;
    private long hi;
    private long known;
    private long pointLo;
    private long pointHi;
    private String leftOut = "";

    RowTime(
            MappingModel model,
            When when,
            Cells cells,
            TextPool pool,
            Problems problems,
            DatesRead dates,
            MappingUse use) {
        this.dates = dates;
        this.use = use;
        this.problems = problems;
        this.pool = pool;
        this.times = cells.times();
        this.reader = times.reader();
        this.timeForm = when.form();
        from = place(when.from(), when.form(), cells);
        to = when.to().map(t -> place(t, when.form(), cells)).orElse(null);
        lasts = when.lasts();
        precisions = model.precision;
        Recorded known = model.recorded;
        recorded = known.of()
                .map(p -> place(p, known.form().orElse(when.form()), cells))
                .orElse(null);
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

    private static Place place(Point point, TimeForm form, Cells cells) {
        return new Place(
                point.constant().isPresent() ? -1 : cells.cell(point.column(), point.line()),
                point,
                form,
                millis(point),
                point.clock().map(c -> cells.cell(c, point.line())).orElse(-1));
    }

    private static int millis(Point point) {
        return point.at().map(t -> (int) (t.toNanoOfDay() / 1_000_000)).orElse(-1);
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
            beginHi = lo;
        } else if (!occurrence(row, override)) {
            return false;
        }
        if (lasts) {
            endsAt = hi;
            if (hi >= lo) {
                hi = beginHi;
            }
        }
        if (hi < lo) {
            Occurrence.tellBackwards(
                    problems, WrittenTime.of(hi), row.line(), to == null ? from.column() : to.column());
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
        beginHi = reader.hi();
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
        Ending listed = endings.get(code);
        if (listed == null) {
            use.stray(precisions.column(), code);
        } else {
            use.translated(precisions.line()).add(code);
        }
        Ending ending = listed == null ? otherwise : listed;
        if (ending instanceof Ending.Refused) {
            problems.error(
                    RecordCode.UNKNOWN_PRECISION,
                    row.line(),
                    precisions.column(),
                    UserWords.quoted(code) + " is no precision of the mapping",
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
                            from.column());
                    return false;
                }
                lo = reader.lo();
                return true;
            }
            case Ending.InText text -> {
                return endInText(row, text);
            }
            case Ending.InColumn(int cell, String column) -> {
                boolean good = read(row, new Place(cell, Point.of(column), timeForm, -1, -1));
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
                    RecordCode.NO_END,
                    row.line(),
                    text.column,
                    "nothing here says when it ended",
                    "a text like " + UserWords.quoted(text.wanted),
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
            known = (lasts ? Math.max(hi, endsAt) : hi) + recordedPlus;
        } else if (read(row, recorded)) {
            known = reader.hi() + recordedPlus;
        } else {
            return false;
        }
        return Occurrence.isKnownInTime(
                lo, known, reader.zone(), problems, row.line(), recorded == null ? "" : recorded.column());
    }

    /** Whether a finding has a time of its own in that cell; if not, that is told. It is left in {@link #pointLo} and {@link #pointHi}. */
    boolean readPoint(Row row, int cell, int clock, Point point) {
        boolean good = read(row, new Place(cell, point, timeForm, millis(point), clock));
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
        if (place.point.constant().isPresent()) {
            String text = place.point.constant().get();
            if (!times.constant(text)) {
                Occurrence.tellUnreadable(problems, times.ofConstant().trouble(), text, row.line(), "");
                return false;
            }
            return reader.take(times.ofConstant()) && shift(row, place);
        }
        if (row.isBlank(place.cell)) {
            problems.error(RecordCode.NOT_GIVEN, row.line(), place.column(), "nothing stands here", "a time", "");
            return false;
        }
        boolean together = place.clock >= 0 && CellTimes.takesTimeOfDay(place.form);
        boolean good = together
                ? times.together(row, place.cell, place.clock, place.form)
                : times.read(row, place.cell, place.form);
        if (good && place.point.wholeDay()) {
            good = reader.widen(Grain.DAY);
        }
        if (good && place.milliOfDay >= 0) {
            good = reader.grain() == Grain.DAY && reader.atTimeOfDay(place.milliOfDay);
        }
        if (!good) {
            String written = row.trimmed(place.cell, pool)
                    + (together && !row.isBlank(place.clock) ? " " + row.trimmed(place.clock, pool) : "");
            Occurrence.tellUnreadable(problems, reader, written, place.form, row.line(), place.column());
        }
        return good
                && (place.clock < 0 || together || clock(row, place))
                && dates.takes(reader, row, place.cell, pool, problems, place.column())
                && shift(row, place);
    }

    /** The time of day from a cell of its own; where that is blank, the day is all that is known. */
    private boolean clock(Row row, Place place) {
        // Programs write midnight where they have only a date.
        if (reader.grain() == Grain.INSTANT && reader.milliOfDay() == 0 && reader.isLocal()) {
            reader.widen(Grain.DAY);
        }
        if (row.isBlank(place.clock)) {
            return true;
        }
        String column = place.point.clock().orElse("");
        String text = row.trimmed(place.clock, pool);
        Matcher matcher = CLOCK.matcher(text);
        int hour = matcher.matches() ? hour(matcher) : -1;
        if (hour < 0) {
            problems.error(
                    RecordCode.NO_TIME,
                    row.line(),
                    column,
                    UserWords.quoted(text) + " is no time of day",
                    "one such as 14:30, 14:30:05 or 2:30 pm, or nothing",
                    text.matches("[0-9]{3,4}|[0-9]{6}")
                            ? "the mapping can say how the two columns are written together, a blank between them: `as \"yyyy-MM-dd HHmm\"`"
                            : "");
            return false;
        }
        if (reader.grain() != Grain.DAY) {
            problems.error(
                    RecordCode.NO_TIME,
                    row.line(),
                    place.column(),
                    UserWords.quoted(row.trimmed(place.cell, pool)) + " has a time of day of its own, and "
                            + UserWords.quoted(text) + " stands in `" + column + "`",
                    "a date alone, where the mapping takes the time of day from another column",
                    "");
            return false;
        }
        int minutes = hour * 60 + Integer.parseInt(matcher.group(2));
        int seconds = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        if (reader.atTimeOfDay((minutes * 60 + seconds) * 1000)) {
            return true;
        }
        Occurrence.tellUnreadable(problems, reader.trouble(), text, row.line(), column);
        return false;
    }

    /** From 0 to 23; -1 where an hour of half a day is none. */
    private static int hour(Matcher clock) {
        int written = Integer.parseInt(clock.group(1));
        String half = clock.group(4);
        if (half == null) {
            return written;
        }
        return written < 1 || written > 12 ? -1 : written % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    /** Some hours before the first instant of what was read, or after its last. */
    private boolean shift(Row row, Place place) {
        long by = place.point.shift();
        if (by == 0) {
            return true;
        }
        if (reader.instant((by < 0 ? reader.lo() : reader.hi()) + by)) {
            return true;
        }
        problems.error(RecordCode.NO_TIME, row.line(), place.column(), "the time lies beyond the year 9999", "", "");
        return false;
    }
}
