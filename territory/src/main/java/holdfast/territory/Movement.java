package holdfast.territory;

import holdfast.territory.cut.Contact;
import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.Holding;
import holdfast.territory.series.SeriesRules;
import java.time.LocalDate;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;

/**
 * A patch that a side gained or lost on one day, and what became of it. It is followed as a whole; which ground of it
 * is lasting is for {@link LastingGround} to say.
 */
public final class Movement {
    /** What a movement turned out to be. */
    public enum Standing {
        /** Smaller or thinner than the map can tell from redrawing. */
        BELOW_RESOLUTION("below resolution"),
        /** Within the days that the rule allows, half of it or more went back. */
        REVERSED("reversed"),
        /** The maps end before the rule's days have passed. */
        OPEN("not yet lasting"),
        LASTING("lasting");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final double HALF = 0.5;

    private final LocalDate date;
    private final Holding holding;
    private final boolean gain;
    private final Patch patch;
    private final SeriesRules rules;
    private final Counting counting;
    private final boolean counts;
    private double leftKm2;
    private Optional<LocalDate> reversed = Optional.empty();
    private Optional<LocalDate> givenBack = Optional.empty();
    private boolean settled;

    Movement(LocalDate date, Holding holding, boolean gain, Patch patch, SeriesRules rules, Counting counting) {
        this.date = date;
        this.holding = holding;
        this.gain = gain;
        this.patch = patch;
        this.rules = rules;
        this.counting = counting;
        this.counts = counting.counts(patch);
        this.leftKm2 = patch.km2();
    }

    /** The day of the first map that shows it. */
    public LocalDate date() {
        return date;
    }

    public Holding holding() {
        return holding;
    }

    /** Otherwise a loss. */
    public boolean gain() {
        return gain;
    }

    public Patch patch() {
        return patch;
    }

    /** In km2: what of it is larger than the map can tell from redrawing. */
    public double countedKm2() {
        return counts ? Counting.km2(counting.ofPiece(patch.polygon())) : 0;
    }

    /**
     * In km2: what of it is still so, at the end where {@link #end} was told it; otherwise what did not go back
     * since.
     */
    public double leftKm2() {
        return leftKm2;
    }

    /** The day, within the rule's days, on whose map half of it or more had gone back. */
    public Optional<LocalDate> reversed() {
        return reversed;
    }

    /** The first day after the rule's days on whose map half of it or more had gone back. */
    public Optional<LocalDate> givenBack() {
        return givenBack;
    }

    private Patch.Size size() {
        return patch.size(rules, counts);
    }

    public Standing standing() {
        if (size() != Patch.Size.COUNTS) {
            return Standing.BELOW_RESOLUTION;
        }
        if (reversed.isPresent()) {
            return Standing.REVERSED;
        }
        return settled ? Standing.LASTING : Standing.OPEN;
    }

    /** Why it is what it is, in words. */
    public String reason() {
        return switch (standing()) {
            case BELOW_RESOLUTION -> patch.reason(rules, size());
            case REVERSED -> "half or more of it went back by " + reversed.orElseThrow();
            case OPEN -> "the maps end less than " + rules.persistenceDays() + " days after it";
            case LASTING -> "half or more of it was still so after " + rules.persistenceDays() + " days";
        };
    }

    /** Ground that went the other way on a later day. */
    void against(LocalDate day, Polygon back) {
        if (Contact.overlap(patch.polygon(), back)) {
            leftKm2 = Math.max(0, leftKm2 - Ellipsoid.km2(Grounds.common(patch.polygon(), back)));
            if (leftKm2 < patch.km2() * HALF) {
                if (!settled) {
                    reversed = reversed.or(() -> Optional.of(day));
                } else {
                    givenBack = givenBack.or(() -> Optional.of(day));
                }
            }
        }
    }

    /** The maps end, and this much of it is so on the last one. */
    void end(double km2) {
        leftKm2 = km2;
    }

    /** A map of the day {@code date} or a later one has been seen. */
    void seen(LocalDate day) {
        settled |= !day.isBefore(date.plusDays(rules.persistenceDays()));
    }

    /** What is below resolution stays so. */
    boolean canBeReversed() {
        return size() == Patch.Size.COUNTS;
    }

    boolean isOpen() {
        return !settled;
    }
}
