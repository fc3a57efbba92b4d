package holdfast.intake.value;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.value.TimeReader.Grain;
import holdfast.intake.value.TimeReader.Trouble;
import holdfast.language.diagnostic.UserWords;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a written time stands for, at the precision that was stated: a closed interval. */
public final class Occurrence {
    private Occurrence() {}

    /** A precision by its name in the table of {@code docs/records.md}. */
    public sealed interface Shape {
        /** As written: a date is that day. */
        record AsWritten() implements Shape {}

        record Instant() implements Shape {}

        /** From the written time on, that many milliseconds less one. */
        record Lasting(long millis) implements Shape {}

        record Whole(Grain grain) implements Shape {}
    }

    public static final Shape AS_WRITTEN = new Shape.AsWritten();
    public static final Shape INSTANT = new Shape.Instant();

    /** The last instant of the time in {@code reader}, read as {@code shape}; {@link Long#MIN_VALUE} if it is too coarse for that. */
    public static long end(TimeReader reader, Shape shape) {
        return switch (shape) {
            case Shape.AsWritten() -> reader.hi();
            case Shape.Instant() -> reader.grain() == Grain.INSTANT ? reader.lo() : Long.MIN_VALUE;
            case Shape.Lasting(long millis) ->
                reader.grain() == Grain.INSTANT ? reader.lo() + millis - 1 : Long.MIN_VALUE;
            case Shape.Whole(Grain grain) -> reader.widen(grain) ? reader.hi() : Long.MIN_VALUE;
        };
    }

    public static void tellUnreadable(Problems problems, Trouble trouble, String written, long line, String column) {
        tellUnreadable(problems, trouble, written, TimeForm.WRITTEN, line, column);
    }

    /** @param form in which the mapping says that the column is written */
    public static void tellUnreadable(
            Problems problems, Trouble trouble, String written, TimeForm form, long line, String column) {
        tellUnreadable(problems, trouble, written, form, null, line, column);
    }

    /** What a reader could not read, that knows in which order the file has day, month and year. */
    public static void tellUnreadable(
            Problems problems, TimeReader reader, String written, TimeForm form, long line, String column) {
        tellUnreadable(problems, reader.trouble(), written, form, reader.order(), line, column);
    }

    private static void tellUnreadable(
            Problems problems,
            Trouble trouble,
            String written,
            TimeForm form,
            @Nullable DateOrder order,
            long line,
            String column) {
        String quoted = UserWords.quoted(written);
        switch (trouble) {
            case SKIPPED ->
                problems.error(
                        RecordCode.CLOCK_CHANGE,
                        line,
                        column,
                        quoted + " did not exist: the clocks went forward",
                        "",
                        "write the offset, such as +03:00");
            case REPEATED ->
                problems.error(
                        RecordCode.CLOCK_CHANGE,
                        line,
                        column,
                        quoted + " came twice: the clocks went back",
                        "",
                        "write the offset, such as +03:00");
            case CONTRADICTS ->
                problems.error(
                        RecordCode.CLOCK_CHANGE,
                        line,
                        column,
                        quoted + " contradicts itself: the zone did not have that offset then",
                        "the offset, or the zone",
                        "leave out the one that is wrong");
            case NONE, FORM -> {
                if (form.units() != TimeForm.Units.WRITTEN) {
                    tellOtherForm(problems, written, form, line, column);
                    return;
                }
                NoTime reason = NoTime.of(written, order);
                problems.error(
                        RecordCode.NO_TIME,
                        line,
                        column,
                        quoted + " is no time" + (reason.why().isEmpty() ? "" : ": " + reason.why()),
                        TimeReader.EXPECTED,
                        reason.mend());
            }
        }
    }

    private static void tellOtherForm(Problems problems, String written, TimeForm form, long line, String column) {
        String said = switch (form.units()) {
            case PATTERN -> "as \"" + form.pattern() + "\"";
            case SECONDS -> "in seconds";
            case MILLISECONDS -> "in milliseconds";
            case EXCEL_DAYS -> "in Excel days";
            case EXCEL_DAYS_1904 -> "in Excel days from 1904";
            case WRITTEN -> "as written";
        };
        String other = form.units() == TimeForm.Units.SECONDS && written.matches("-?[0-9]{12,14}")
                ? "these may be milliseconds: `in milliseconds`"
                : form.units() == TimeForm.Units.MILLISECONDS && written.matches("-?[0-9]{9,10}(\\.[0-9]+)?")
                        ? "these may be seconds: `in seconds`"
                        : "";
        boolean english = form.pattern().contains("MMM") || form.pattern().contains("E");
        problems.error(
                RecordCode.NO_TIME,
                line,
                column,
                UserWords.quoted(written) + " is no time that is written `" + said + "`",
                "what the mapping says of this column",
                (other.isEmpty() ? "say there how the file has it, or mend this cell" : other)
                        + (english
                                ? "; months and weekdays are read in English, `MMM` as Feb, `MMMM` as February"
                                : ""));
    }

    public static void tellCoarse(Problems problems, String written, String precision, long line, String column) {
        problems.error(
                RecordCode.NO_TIME,
                line,
                column,
                UserWords.quoted(written) + " is too coarse for the precision " + UserWords.quoted(precision),
                TimeReader.EXPECTED,
                "");
    }

    public static void tellBackwards(Problems problems, String end, long line, String column) {
        problems.error(
                RecordCode.ENDS_BEFORE_IT_BEGINS,
                line,
                column,
                "the end " + UserWords.quoted(end) + " lies before the beginning",
                "a later time",
                "");
    }

    /** Nobody knows of an act before it has begun: one of the two times is wrong, or it was only announced. */
    public static boolean isKnownInTime(long lo, long known, ZoneId zone, Problems problems, long line, String column) {
        if (known >= lo) {
            return true;
        }
        problems.error(
                RecordCode.KNOWN_TOO_EARLY,
                line,
                column,
                "known at " + WrittenTime.of(known, zone) + ", before it happened (not before "
                        + WrittenTime.of(lo, zone) + "; " + zone.getId() + ")",
                "a time at or after the beginning of what happened",
                "one of the two is wrong: look at the day, the month and the offset; what was only announced is no"
                        + " observation");
        return false;
    }
}
