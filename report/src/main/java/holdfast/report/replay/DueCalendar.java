package holdfast.report.replay;

import holdfast.engine.Time;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.report.standing.Ahead;
import holdfast.report.standing.Coming;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What an actor owes and is owed, as a calendar (RFC 5545): an entry for each deadline that a list of {@link Due} has, and for each thing that begins by itself. A deadline that
 * is a whole day is an entry of that day; another is an instant, in UTC. What has no day is not in it. Two calendars of the same text, records and moment have the same bytes, and an entry
 * keeps its identity from one to the next, so that a calendar program moves it and does not show it twice.
 */
public final class DueCalendar {
    /** Stands at the head of each calendar that Holdfast writes. */
    public static final String PRODUCT = "PRODID:-//Holdfast//due//EN";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    /** A line has so many octets at most; longer ones are folded. */
    private static final int OCTETS = 75;

    private final Replay replay;
    private final Due due;
    private final DateWords dates;
    private final StringBuilder out = new StringBuilder();

    private DueCalendar(Replay replay, Due due) {
        this.replay = replay;
        this.due = due;
        this.dates = new DateWords(replay.agreement().zone());
    }

    public static String of(Replay replay, Due due) {
        return new DueCalendar(replay, due).render();
    }

    private String render() {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line(PRODUCT);
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:"
                + escaped(named(due.who()) + ": " + replay.agreement().title()));
        line("X-WR-TIMEZONE:" + dates.zone());
        due.overdue().forEach(o -> owed("Overdue", o));
        due.owes().forEach(o -> owed("Due", o));
        due.blocked().forEach(o -> owed("Due as soon as its condition holds", o));
        due.toIt().forEach(o -> owed("Owed to " + due.who(), o));
        due.comes().forEach(this::coming);
        line("END:VCALENDAR");
        return out.toString();
    }

    private void owed(String what, Owed owed) {
        owed.due()
                .ifPresent(day -> entry(
                        day,
                        "due",
                        what + ": " + owed.clause() + " " + Wording.list(owed.bearers()) + " "
                                + owed.words(List.of(due.who())),
                        owed));
    }

    /** That a deadline would be missed is said by the entry of the deadline. */
    private void coming(Coming coming) {
        if (coming.kind() != Ahead.Kind.BREACH) {
            String by = coming.kind() == Ahead.Kind.DUTY
                    ? coming.owed().due().map(d -> ", due " + dates.due(d)).orElse("")
                    : "";
            entry(
                    coming.when(),
                    coming.kind().name(),
                    "If nothing more comes: " + coming.owed().clause() + " "
                            + Wording.list(coming.owed().bearers()) + ", " + coming.words(List.of(due.who())) + by,
                    coming.owed());
        } else if (coming.owed().due().isPresent() && !isListed(coming.owed())) {
            entry(
                    coming.owed().due().orElseThrow(),
                    "due",
                    "Due, if nothing more comes: " + coming.owed().clause() + " "
                            + Wording.list(coming.owed().bearers()) + " "
                            + coming.owed().words(List.of(due.who())) + coming.again(),
                    coming.owed());
        }
    }

    private boolean isListed(Owed owed) {
        return due.owes().stream()
                .anyMatch(o -> o.clause().equals(owed.clause())
                        && o.due().equals(owed.due())
                        && o.reading().equals(owed.reading()));
    }

    private void entry(Time when, String kind, String said, Owed owed) {
        line("BEGIN:VEVENT");
        line("UID:" + identity(kind, when, owed));
        line("DTSTAMP:" + UTC.format(Instant.ofEpochMilli(replay.now())));
        if (dates.isDay(when)) {
            LocalDate day = dates.dateOf(when.hi());
            line("DTSTART;VALUE=DATE:" + DAY.format(day));
            line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        } else {
            line("DTSTART:" + UTC.format(Instant.ofEpochMilli(when.hi())));
        }
        line("SUMMARY:" + escaped(named(said)));
        line("DESCRIPTION:"
                + escaped(replay.agreement().title() + "\n" + "as known at " + dates.moment(replay.asOf())
                        + ", asked for " + dates.moment(replay.now()) + " (" + dates.zone() + ")"));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** The same for the same duty of the same text, whenever it is asked about. */
    private String identity(String kind, Time when, Owed owed) {
        String what = String.join(
                "|",
                replay.agreement().sha256(),
                due.who(),
                kind,
                owed.clause(),
                owed.bearers().toString(),
                owed.about().toString(),
                owed.reading(),
                String.valueOf(when.hi()));
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)) + "@holdfast";
    }

    private String named(String text) {
        return replay.texts().names().inText(text);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folded within no character, as the standard asks: further lines begin with a space. */
    private void line(String text) {
        int octets = 0;
        int[] signs = text.codePoints().toArray();
        for (int sign : signs) {
            String one = Character.toString(sign);
            int more = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(one);
            octets += more;
        }
        out.append("\r\n");
    }
}
