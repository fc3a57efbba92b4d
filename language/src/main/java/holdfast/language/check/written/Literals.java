package holdfast.language.check.written;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.ZoneNames;
import holdfast.language.syntax.token.Token;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Numbers, dates and instants as they are written. */
public final class Literals {
    private static final BigDecimal LARGEST = new BigDecimal("9000000000000");
    private static final int DECIMALS = 6;

    private final Diagnostics diagnostics;
    private Optional<ZoneId> zone = Optional.empty();
    private boolean zoneMissed;

    public Literals(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    public void zone(ZoneId declared) {
        zone = Optional.of(declared);
    }

    /** A time zone was declared, and its name is wrong: that has been said. */
    public void zoneIsUnreadable() {
        zoneMissed = true;
    }

    /** The zone in which days are counted; reports its absence once, at its first need. */
    public ZoneId zone(Token neededBy) {
        if (zone.isEmpty() && !zoneMissed) {
            zoneMissed = true;
            diagnostics.report(
                    Code.NO_TIME_ZONE,
                    neededBy.place(),
                    "`" + neededBy.text() + "` needs a time zone: the agreement names none",
                    "say in which zone its days begin and end: `time zone Europe/Kyiv`");
        }
        return zone.orElse(ZoneOffset.UTC);
    }

    public ZoneId zoneOrUtc() {
        return zone.orElse(ZoneOffset.UTC);
    }

    public Optional<BigDecimal> number(Token token) {
        BigDecimal number = new BigDecimal(token.text().replace("_", ""));
        boolean negative = number.signum() < 0;
        if (number.stripTrailingZeros().scale() <= DECIMALS && number.compareTo(LARGEST) <= 0 && !negative) {
            return Optional.of(number);
        }
        diagnostics.report(
                Code.NUMBER_OUT_OF_RANGE,
                token.place(),
                "the number `" + abbreviated(token.text()) + "` is too large, or has too many decimals",
                "numbers lie between 0 and 9_000_000_000_000 and have at most " + DECIMALS + " decimals");
        return Optional.empty();
    }

    private static String abbreviated(String digits) {
        return digits.length() <= 30 ? digits : digits.substring(0, 30) + "...";
    }

    public Optional<LocalDate> date(Token token) {
        return date(token, token.text());
    }

    private Optional<LocalDate> date(Token token, String text) {
        List<String> parts = List.of(text.split("-"));
        int year = Integer.parseInt(parts.get(0));
        int month = Integer.parseInt(parts.get(1));
        int day = Integer.parseInt(parts.get(2));
        try {
            if (year >= 1) {
                return Optional.of(LocalDate.of(year, month, day));
            }
        } catch (DateTimeException notADay) {
            // Said below, in the user's terms.
        }
        diagnostics.report(Code.NO_SUCH_DATE, token.place(), "`" + text + "` is not a date", whyNot(year, month));
        return Optional.empty();
    }

    private static String whyNot(int year, int month) {
        if (month < 1 || month > 12 || year < 1) {
            return "dates are written year, month, day: `2015-02-12`";
        }
        YearMonth of = YearMonth.of(year, month);
        String name = of.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return name + " " + year + " has " + of.lengthOfMonth() + " days";
    }

    /** A date and time of day, or both in one word; perhaps with an offset. */
    public Optional<Instant> instant(Token token, Optional<Token> time) {
        return instant(token, time, Optional.empty());
    }

    /** The same, in a zone that the text names there. */
    public Optional<Instant> instant(Token token, Optional<Token> time, ZoneId in) {
        return instant(token, time, Optional.of(in));
    }

    private Optional<Instant> instant(Token token, Optional<Token> time, Optional<ZoneId> in) {
        if (time.isPresent()) {
            return date(token).flatMap(day -> instant(token, day, time.get().text(), time.get(), in));
        }
        int t = token.text().indexOf('T');
        return date(token, token.text().substring(0, t))
                .flatMap(day -> instant(token, day, token.text().substring(t + 1), token, in));
    }

    /** A time zone by name; reported if there is none. */
    public Optional<ZoneId> zoneNamed(Token name) {
        try {
            return Optional.of(ZoneId.of(name.text()));
        } catch (DateTimeException unknown) {
            diagnostics.report(
                    Code.UNKNOWN_TIME_ZONE,
                    name.place(),
                    "there is no time zone `" + name.text() + "`",
                    ZoneNames.mend(name.text()));
            return Optional.empty();
        }
    }

    private Optional<Instant> instant(Token token, LocalDate day, String written, Token at, Optional<ZoneId> named) {
        int offsetAt = offsetIn(written);
        String clock = written.substring(0, offsetAt);
        try {
            LocalDateTime local = day.atTime(LocalTime.parse(clock.indexOf(':') == 1 ? "0" + clock : clock));
            return offsetAt < written.length()
                    ? Optional.of(local.toInstant(ZoneOffset.of(written.substring(offsetAt))))
                    : inZone(token, local, at, named);
        } catch (DateTimeException notATime) {
            diagnostics.report(
                    Code.NOT_AN_INSTANT,
                    at.place(),
                    "`" + written + "` is not a time of day",
                    "write hours and minutes, `00:00` to `23:59`, perhaps with an offset such as `+02:00`");
            return Optional.empty();
        }
    }

    private static int offsetIn(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == 'Z' || c == '+' || c == '-') {
                return i;
            }
        }
        return written.length();
    }

    private Optional<Instant> inZone(Token token, LocalDateTime local, Token at, Optional<ZoneId> named) {
        ZoneId in = named.orElseGet(() -> zone(token));
        List<ZoneOffset> offsets = in.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return Optional.of(local.toInstant(offsets.getFirst()));
        }
        String shown = local.toString().replace('T', ' ');
        ZoneOffsetTransition change = in.getRules().getTransition(local);
        if (offsets.isEmpty()) {
            diagnostics.report(
                    Code.AMBIGUOUS_INSTANT,
                    token.through(at),
                    "`" + shown + "` does not exist in " + in + ": the clocks are put forward from "
                            + change.getDateTimeBefore().toLocalTime() + " to "
                            + change.getDateTimeAfter().toLocalTime(),
                    "write a time before or after the change, or one with its offset");
        } else {
            diagnostics.report(
                    Code.AMBIGUOUS_INSTANT,
                    token.through(at),
                    "`" + shown + "` happens twice in " + in + ": the clocks are put back",
                    "say which: `" + local + offsets.get(0) + "` or `" + local + offsets.get(1) + "`");
        }
        return Optional.empty();
    }
}
