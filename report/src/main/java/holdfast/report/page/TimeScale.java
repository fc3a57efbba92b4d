package holdfast.report.page;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where an instant stands on the picture's time axis, and which local dates are written under it. */
public record TimeScale(long from, long to, double left, double right, ZoneId zone) {
    private static final double LABEL_WIDTH = 64;

    /** A labelled date. {@code major}: the first of its year (of its day, where hours are labelled; of its decade, where years are). */
    public record Tick(long at, String label, boolean major) {}

    private record Step(ChronoUnit unit, int count) {}

    private static final List<Step> STEPS = List.of(
            new Step(ChronoUnit.HOURS, 1),
            new Step(ChronoUnit.HOURS, 3),
            new Step(ChronoUnit.HOURS, 6),
            new Step(ChronoUnit.HOURS, 12),
            new Step(ChronoUnit.DAYS, 1),
            new Step(ChronoUnit.DAYS, 2),
            new Step(ChronoUnit.WEEKS, 1),
            new Step(ChronoUnit.WEEKS, 2),
            new Step(ChronoUnit.MONTHS, 1),
            new Step(ChronoUnit.MONTHS, 3),
            new Step(ChronoUnit.MONTHS, 6),
            new Step(ChronoUnit.YEARS, 1),
            new Step(ChronoUnit.YEARS, 2),
            new Step(ChronoUnit.YEARS, 5),
            new Step(ChronoUnit.YEARS, 10),
            new Step(ChronoUnit.YEARS, 50));

    /** In the picture's units; instants outside of the axis are held at its ends. */
    public double x(long instant) {
        long held = Math.clamp(instant, from, to);
        return left + (right - left) * ((double) (held - from) / (to - from));
    }

    public List<Tick> ticks() {
        int most = (int) ((right - left) / LABEL_WIDTH);
        for (Step step : STEPS) {
            long length = step.unit().getDuration().toMillis() * step.count();
            if ((to - from) / length <= most) {
                return ticks(step);
            }
        }
        return List.of();
    }

    private List<Tick> ticks(Step step) {
        List<Tick> ticks = new ArrayList<>();
        LocalDateTime local = first(step);
        int last = Integer.MIN_VALUE;
        while (true) {
            ZonedDateTime at = local.atZone(zone);
            long instant = at.toInstant().toEpochMilli();
            if (instant > to) {
                return ticks;
            }
            if (instant >= from) {
                int group = switch (step.unit()) {
                    case HOURS -> at.getDayOfYear();
                    case YEARS -> at.getYear() / 10;
                    default -> at.getYear();
                };
                ticks.add(new Tick(instant, label(step, at, group != last), group != last));
                last = group;
            }
            local = local.plus(step.count(), step.unit());
        }
    }

    private LocalDateTime first(Step step) {
        LocalDateTime start = LocalDateTime.ofInstant(Instant.ofEpochMilli(from), zone);
        LocalDateTime day = start.truncatedTo(ChronoUnit.DAYS);
        return switch (step.unit()) {
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / step.count() * step.count() + 1);
            case YEARS -> day.withDayOfYear(1).withYear(day.getYear() / step.count() * step.count());
            default -> day;
        };
    }

    private static String label(Step step, ZonedDateTime at, boolean first) {
        String pattern = switch (step.unit()) {
            case HOURS -> first ? "d MMM HH:mm" : "HH:mm";
            case MONTHS -> first ? "MMM uuuu" : "MMM";
            case YEARS -> "uuuu";
            default -> first ? "d MMM uuuu" : "d MMM";
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at);
    }
}
