package holdfast.cli.replay;

import holdfast.cli.output.Refusal;
import holdfast.intake.value.DateOrder;
import holdfast.intake.value.NoTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A moment as it is written on the command line; without an offset it is local time in the agreement's zone. */
public final class MomentArgument {
    private static final String FORMS =
            "write `2015-02-15` or `\"15 Feb 2015\"` (the end of that day), `\"2015-02-15 18:00\"`, `2015-02-15T18:00:00+02:00`, `now`, `today`,"
                    + " `yesterday` or `tomorrow`, also `\"tomorrow noon\"`, or `18:00` (that hour of today)";

    /** A day by its month's name, or with points, which is day, month and year wherever points are written; strokes could be either way round. */
    private static final Pattern SAID = Pattern.compile(
            "(?:the end of )?(?<day>\\d{1,2})(?: (?<name>\\p{L}{3,})\\.? |\\.\\s?(?<number>\\d{1,2})\\.\\s?)(?<year>\\d{4})(?:,? (?:at )?(?<time>\\d{1,2}:\\d{2}))?");

    /** A day by numbers, and an hour as people write it after a day. */
    private static final Pattern NUMBERS =
            Pattern.compile("(?<day>\\d{4}-\\d{2}-\\d{2})(?:,? at |, ?| )(?<time>\\d{1,2}:\\d{2})");

    private MomentArgument() {}

    /**
     * @return milliseconds since 1970-01-01T00:00Z; a day means its last millisecond
     * @throws Refusal if it is none of the forms, or a local time that the clocks skip or repeat
     */
    static long parse(String option, String written, ZoneId zone) {
        String text = byNumbers(written.strip()).replace(' ', 'T');
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text)
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant()
                                .toEpochMilli()
                        - 1;
            }
            return hasOffset(text)
                    ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : local(option, written, LocalDateTime.parse(text), zone);
        } catch (DateTimeException | ArithmeticException e) {
            NoTime reason = NoTime.of(written);
            throw Refusal.usage(
                    option + ": `" + written + "` is not a moment"
                            + (reason.why().isEmpty() ? "" : ": " + reason.why()),
                    reason.mend().startsWith("write `") ? reason.mend() : FORMS);
        }
    }

    /** As people write it, and as Holdfast prints it: {@code 27 November 2026 11:45}, {@code the end of 27 Nov 2026}, {@code 27.11.2026}. Anything else stays as it is. */
    private static String byNumbers(String written) {
        Matcher numbers = NUMBERS.matcher(written);
        if (numbers.matches()) {
            return numbers.group("day") + " " + hour(numbers.group("time"));
        }
        Matcher said = SAID.matcher(written);
        if (!said.matches()) {
            return written;
        }
        String month = said.group("name") == null ? said.group("number") : said.group("name");
        int number = DateOrder.month(month);
        String time = said.group("time") == null ? "" : " " + hour(said.group("time"));
        return number < 0
                ? written
                : said.group("year") + "-" + twoDigits(number) + "-" + twoDigits(Integer.parseInt(said.group("day")))
                        + time;
    }

    private static String hour(String said) {
        return said.length() == 4 ? "0" + said : said;
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static boolean hasOffset(String text) {
        String time = text.substring(text.indexOf('T'));
        return time.endsWith("Z") || time.contains("+") || time.contains("-");
    }

    private static long local(String option, String written, LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw Refusal.usage(
                    option + ": `" + written + "` does not exist in " + zone + ": the clocks skip it",
                    "write it with an offset, such as `" + local
                            + zone.getRules().getOffset(local) + "`");
        }
        if (offsets.size() > 1) {
            throw Refusal.usage(
                    option + ": `" + written + "` occurs twice in " + zone,
                    offsets.stream().map(o -> "`" + local + o + "`").collect(Collectors.joining(" or ", "write ", "")));
        }
        return local.toInstant(offsets.getFirst()).toEpochMilli();
    }
}
