package holdfast.cli.replay;

import holdfast.engine.words.DateWords;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The moments of one command: as {@link MomentArgument} reads them, or by a word of a person: {@code now}; {@code today}, {@code yesterday} and {@code
 * tomorrow}, each alone for the end of that day, or with an hour, {@code tomorrow noon}, {@code yesterday 18:00}; an hour alone is that hour of today. These words, and nothing else in Holdfast, read the clock: what they
 * were taken for is kept, so that it can be said first, and the same answer asked for again.
 */
public final class Moments {
    private static final String HOUR = "noon|[0-2]?[0-9]:[0-5][0-9]";

    private static final Pattern SPOKEN = Pattern.compile("(?:at\\s+)?(?<alone>" + HOUR
            + ")|(?<day>today|yesterday|tomorrow)(?:(?:,|\\s+at)?\\s+(?<hour>" + HOUR + "))?");

    private final ZoneId zone;
    private final InstantSource clock;

    /** Read once: one command has one now. */
    private Optional<Instant> read = Optional.empty();

    private final List<Taken> taken = new ArrayList<>();

    /**
     * What a word was taken for.
     *
     * @param exact the same moment in a form that means it on every day
     */
    record Taken(String option, String written, String exact) {}

    public Moments(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * @return milliseconds since 1970-01-01T00:00Z; a day means its last millisecond
     * @throws holdfast.cli.output.Refusal if it is no moment, or a local time that the clocks skip or repeat
     */
    public long parse(String option, String written) {
        return exact(written)
                .map(exact -> {
                    taken.add(new Taken(option, written, exact));
                    return MomentArgument.parse(option, exact, zone);
                })
                .orElseGet(() -> MomentArgument.parse(option, written, zone));
    }

    /** As {@link #parse}, except that a day means its first millisecond: what begins with a day begins with it. */
    long parseBeginning(String option, String written) {
        long end = parse(option, written);
        LocalDate day = Instant.ofEpochMilli(end).atZone(zone).toLocalDate();
        long next = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        return end == next - 1 ? day.atStartOfDay(zone).toInstant().toEpochMilli() : end;
    }

    /** What was written, or where that hangs on the day it is read, the moment that it was taken for. */
    String repeatable(String written) {
        return taken.stream()
                .filter(t -> t.written().equals(written))
                .map(Taken::exact)
                .findFirst()
                .orElse(written);
    }

    /** {@code --now today was taken for 2026-03-05: with --now 2026-03-05 the answer is the same on any day}; a line each. */
    List<String> said() {
        return taken.stream()
                .map(t -> "`" + t.option() + " " + t.written() + "` is taken for " + t.exact() + " (" + zone
                        + "); written so, it gives the same answer on any day")
                .distinct()
                .toList();
    }

    private Optional<String> exact(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        if (word.equals("now")) {
            return Optional.of(new DateWords(zone)
                    .iso(read().truncatedTo(ChronoUnit.SECONDS).toEpochMilli()));
        }
        Matcher spoken = SPOKEN.matcher(word);
        if (!spoken.matches()) {
            return Optional.empty();
        }
        String alone = spoken.group("alone");
        String day = alone == null ? spoken.group("day") : "today";
        return hour(alone == null ? spoken.group("hour") : alone).map(hour -> day(day) + hour);
    }

    private Instant read() {
        Instant now = read.orElseGet(clock::instant);
        read = Optional.of(now);
        return now;
    }

    private LocalDate day(String word) {
        LocalDate today = read().atZone(zone).toLocalDate();
        return switch (word) {
            case "yesterday" -> today.minusDays(1);
            case "tomorrow" -> today.plusDays(1);
            default -> today;
        };
    }

    /** Empty text for none; nothing for an hour that no clock shows. */
    private static Optional<String> hour(@Nullable String said) {
        if (said == null) {
            return Optional.of("");
        }
        try {
            return Optional.of("T"
                    + (said.equals("noon") ? LocalTime.NOON : LocalTime.parse(said.length() == 4 ? "0" + said : said)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
