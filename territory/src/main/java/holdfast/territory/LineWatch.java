package holdfast.territory;

import holdfast.territory.cut.Difference;
import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.ControlMap;
import holdfast.territory.series.SeriesRules;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Watches a line: what its side holds beyond it, day by day, and what of that lasts.
 *
 * <p>Whether ground beyond the line counts is judged on the ground as a whole, not on the steps in which it was taken: many steps too small for the map to resolve add up to a
 * piece that it does.
 */
final class LineWatch {
    private static final int LARGEST = 10;

    private final Line line;
    private final SeriesRules rules;
    private final Consumer<Beyond> sink;
    private final Counting counting;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Movement> largest = new ArrayList<>();
    private final List<Movement> largestReversed = new ArrayList<>();
    private final List<Movement> following = new ArrayList<>();
    private Optional<LocalDate> before = Optional.empty();
    private double heldBefore;
    private int belowResolution;
    private double belowResolutionKm2;
    private int pieces;
    private double takenKm2;
    private int reversed;
    private double reversedKm2;

    /** A day whose lasting ground is not known yet. */
    private static final class Open {
        private final Beyond day;
        private final List<Polygon> ground;
        private final List<Polygon> lostSince = new ArrayList<>();

        private Open(Beyond day, List<Polygon> ground) {
            this.day = day;
            this.ground = ground;
        }
    }

    LineWatch(Line line, SeriesRules rules, Consumer<Beyond> sink) {
        this.line = line;
        this.rules = rules;
        this.counting = new Counting(rules);
        this.sink = sink;
    }

    /** @param movements those of this day */
    void accept(ControlMap map, List<Movement> movements) {
        LocalDate date = map.date();
        if (line.fixed().map(date::isBefore).orElse(false)) {
            return;
        }
        List<Polygon> gained = polygons(movements, true);
        List<Polygon> lost = polygons(movements, false);
        settle(date, lost);
        Difference seen = Difference.between(line.ground(), map.ground(line.drawn()));
        Difference beyond = line.isOtherSide() ? new Difference(seen.lost(), seen.gained()) : seen;
        double km2 = km2(beyond.gained());
        double takenToday = before.isEmpty() ? 0 : take(date, gained);
        Beyond day = new Beyond(
                date,
                before,
                km2,
                beyond.gained().size(),
                takenToday,
                before.isEmpty() ? 0 : Math.max(0, takenToday - (km2 - heldBefore)),
                km2(beyond.lost()),
                OptionalDouble.empty(),
                List.of(),
                Optional.empty(),
                List.of());
        open.add(new Open(day, beyond.gained()));
        heldBefore = km2;
        before = Optional.of(date);
    }

    /** @param last the last map */
    void finish(ControlMap last) {
        for (Open waiting : open) {
            Beyond day = waiting.day;
            sink.accept(new Beyond(
                    day.date(),
                    day.before(),
                    day.km2(),
                    day.pieces(),
                    day.takenKm2(),
                    day.givenKm2(),
                    day.lostKm2(),
                    OptionalDouble.empty(),
                    List.of(),
                    Optional.empty(),
                    counting.of(heldSince(waiting))));
        }
        open.clear();
        MultiPolygon ground = last.ground(line.drawn());
        for (Movement movement : largest) {
            movement.end(stillKm2(movement, ground));
        }
        for (Movement movement : largestReversed) {
            movement.end(stillKm2(movement, ground));
        }
    }

    private double stillKm2(Movement movement, MultiPolygon ground) {
        Polygon patch = movement.patch().polygon();
        return Ellipsoid.km2(line.isOtherSide() ? Grounds.without(patch, ground) : Grounds.common(patch, ground));
    }

    /** The largest pieces that were taken beyond the line on one day, greatest first, with what became of them up to the end. */
    List<Movement> largest() {
        return List.copyOf(largest);
    }

    /** The largest of those that went back within the rule's days. */
    List<Movement> largestReversed() {
        return List.copyOf(largestReversed);
    }

    /** How many pieces were taken beyond the line, in km2, and how many of those were below resolution. */
    LineSummary.Counts counts() {
        return new LineSummary.Counts(pieces, takenKm2, belowResolution, belowResolutionKm2, reversed, reversedKm2);
    }

    private List<Polygon> polygons(List<Movement> movements, boolean gain) {
        return movements.stream()
                .filter(m -> m.gain() == gain && m.holding().equals(line.holding()))
                .map(m -> m.patch().polygon())
                .toList();
    }

    private double take(LocalDate date, List<Polygon> gained) {
        double sum = 0;
        for (Polygon polygon : gained) {
            MultiPolygon taken = line.isOtherSide()
                    ? Grounds.common(polygon, line.ground())
                    : Grounds.without(polygon, line.ground());
            for (Polygon beyond : Grounds.polygons(taken)) {
                Patch patch = Patch.of(beyond);
                sum += patch.km2();
                Movement movement = new Movement(date, line.holding(), true, patch, rules, counting);
                pieces++;
                takenKm2 += patch.km2();
                if (movement.standing() == Movement.Standing.BELOW_RESOLUTION) {
                    belowResolution++;
                    belowResolutionKm2 += patch.km2();
                } else {
                    following.add(movement);
                }
                remember(largest, movement);
            }
        }
        return sum;
    }

    private static void remember(List<Movement> largest, Movement movement) {
        largest.add(movement);
        largest.sort(Comparator.comparingDouble((Movement m) -> m.patch().km2()).reversed());
        if (largest.size() > LARGEST) {
            largest.removeLast();
        }
    }

    /** What is over the rule's days without being reversed is followed no longer. */
    private void follow(LocalDate date, List<Polygon> lost) {
        Set<Movement> followed = Collections.newSetFromMap(new IdentityHashMap<>());
        followed.addAll(following);
        followed.addAll(largest);
        for (Movement movement : followed) {
            lost.forEach(polygon -> movement.against(date, polygon));
            movement.seen(date);
        }
        for (Movement movement : following) {
            if (movement.reversed().isPresent()) {
                reversed++;
                reversedKm2 += movement.patch().km2();
                remember(largestReversed, movement);
            }
        }
        following.removeIf(m -> !m.isOpen() || m.reversed().isPresent());
    }

    private void settle(LocalDate date, List<Polygon> lost) {
        follow(date, lost);
        for (Open waiting : open) {
            waiting.lostSince.addAll(lost);
        }
        while (!open.isEmpty() && !date.isBefore(open.getFirst().day.date().plusDays(rules.persistenceDays()))) {
            sink.accept(settled(open.removeFirst(), date));
        }
    }

    private Beyond settled(Open waiting, LocalDate known) {
        List<Patch> pieces = counting.of(heldSince(waiting));
        Beyond day = waiting.day;
        return new Beyond(
                day.date(),
                day.before(),
                day.km2(),
                day.pieces(),
                day.takenKm2(),
                day.givenKm2(),
                day.lostKm2(),
                OptionalDouble.of(Counting.km2(pieces)),
                pieces,
                Optional.of(known),
                List.of());
    }

    /** What of the day's ground beyond the line was not lost on any later map. */
    private static List<Polygon> heldSince(Open waiting) {
        List<Polygon> held = new ArrayList<>();
        for (Polygon ground : waiting.ground) {
            held.addAll(Grounds.polygons(Grounds.without(ground, waiting.lostSince)));
        }
        return held;
    }

    private static double km2(List<Polygon> polygons) {
        MultiPolygon all = Grounds.of(polygons);
        return Ellipsoid.km2(all);
    }
}
