package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.territory.cut.Difference;
import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.SeriesRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Lasting changes are the steps of a ground: those between any two days add up to its difference, and the ground is what a slow and plain definition says it is. */
class LastingGroundTest {
    private static final int SIDE = 6;
    private static final int DAYS = 3;

    /** A square of a hundredth of a degree, each of which counts by itself. */
    private static Polygon cell(int i) {
        double x = 30 + 0.01 * (i % SIDE);
        double y = 48 + 0.01 * (i / SIDE);
        return Drawn.square(x, y, 0.01);
    }

    private static MultiPolygon ground(BitSet cells) {
        List<Geometry> squares = new ArrayList<>();
        cells.stream().forEach(i -> squares.add(cell(i)));
        return Grounds.union(squares);
    }

    @Test
    void asThePlainDefinitionHasIt() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<LocalDate> dates = new ArrayList<>();
            List<BitSet> maps = new ArrayList<>();
            LocalDate date = LocalDate.of(2024, 8, 1);
            BitSet held = new BitSet();
            for (int i = 0; i < SIDE * SIDE / 2; i++) {
                held.set(i);
            }
            for (int map = 0; map < 14; map++) {
                dates.add(date);
                maps.add((BitSet) held.clone());
                date = date.plusDays(1 + random.nextInt(2));
                for (int flips = random.nextInt(5); flips > 0; flips--) {
                    held.flip(random.nextInt(SIDE * SIDE));
                }
            }
            LastingGround lasting = new LastingGround(new Counting(SeriesRules.DEFAULT));
            MultiPolygon state = ground(maps.getFirst());
            BitSet plain = (BitSet) maps.getFirst().clone();
            double sum = 0;
            int settled = 0;
            for (int map = 0; map < maps.size(); map++) {
                lasting.accept(
                        dates.get(map),
                        map == 0
                                ? new Difference(List.of(), List.of())
                                : Difference.between(ground(maps.get(map - 1)), ground(maps.get(map))));
                while (settled <= map
                        && !dates.get(map).isBefore(dates.get(settled).plusDays(DAYS))) {
                    LastingGround.Change change = lasting.settle(dates.get(settled));
                    sum += Counting.km2(change.gained()) - Counting.km2(change.lost());
                    state = after(state, change);
                    plain(plain, maps.subList(settled, map + 1));
                    settled++;
                    // What the steps add up to, what they make of the ground, and the definition cell by cell agree.
                    double expected = Ellipsoid.km2(ground(plain));
                    assertThat(Ellipsoid.km2(state)).as("seed " + seed).isEqualTo(expected, within(1e-5));
                    assertThat(Ellipsoid.km2(ground(maps.getFirst())) + sum)
                            .as("seed " + seed)
                            .isEqualTo(expected, within(1e-5));
                }
            }
        }
    }

    private static void plain(BitSet lasting, List<BitSet> window) {
        for (int i = 0; i < SIDE * SIDE; i++) {
            int cell = i;
            if (window.stream().allMatch(m -> m.get(cell))) {
                lasting.set(i);
            } else if (window.stream().noneMatch(m -> m.get(cell))) {
                lasting.clear(i);
            }
        }
    }

    private static MultiPolygon after(MultiPolygon state, LastingGround.Change change) {
        List<Geometry> grown = new ArrayList<>(List.of(state));
        change.gained().forEach(p -> grown.add(p.polygon()));
        MultiPolygon all = Grounds.union(grown);
        return change.lost().isEmpty()
                ? all
                : Grounds.without(
                        all,
                        Grounds.union(change.lost().stream().map(Patch::polygon).toList()));
    }

    /**
     * Steps of which many are too small to count by themselves, along a border of some kilometres: decided near by, from small pieces, the lasting ground is what it is where the whole is looked at each day.
     */
    @Test
    void nearByAsInTheWhole() {
        for (int seed = 0; seed < Integer.getInteger("cases", 300) / 20; seed++) {
            Random random = new Random(seed);
            Counting counting = new Counting(SeriesRules.DEFAULT);
            LastingGround lasting = new LastingGround(counting);
            LocalDate first = LocalDate.of(2024, 8, 1);
            List<MultiPolygon> maps = new ArrayList<>();
            maps.add(Grounds.of(List.of(Drawn.square(30, 48, 0.2))));
            double near = 0;
            double plain = 0;
            MultiPolygon state = maps.getFirst();
            for (int day = 0; day < 14; day++) {
                if (day > 0) {
                    maps.add(stepped(maps.getLast(), random));
                    lasting.accept(first.plusDays(day), Difference.between(maps.get(day - 1), maps.get(day)));
                }
                if (day >= DAYS) {
                    LastingGround.Change change = lasting.settle(first.plusDays(day - DAYS));
                    near += Counting.km2(change.gained()) - Counting.km2(change.lost());
                    MultiPolygon always = maps.get(day - DAYS);
                    MultiPolygon ever = maps.get(day - DAYS);
                    for (MultiPolygon map : maps.subList(day - DAYS + 1, day + 1)) {
                        always = Grounds.common(always, map);
                        ever = Grounds.union(List.of(ever, map));
                    }
                    List<Patch> gained = whole(counting, Grounds.without(always, state));
                    List<Patch> lost = whole(counting, Grounds.without(state, ever));
                    plain += Counting.km2(gained) - Counting.km2(lost);
                    state = after(state, new LastingGround.Change(gained, lost));
                    assertThat(near).as("seed " + seed + ", day " + day).isEqualTo(plain, within(LESS_THAN_A_PIECE));
                }
            }
        }
    }

    private static List<Patch> whole(Counting counting, MultiPolygon ground) {
        return counting.of(Grounds.polygons(Grounds.closed(Grounds.polygons(ground))));
    }

    /** Half of the least that a piece must have, in km2: no piece is missed or made up, while a tip beside a seam may be in one and not in the other. */
    private static final double LESS_THAN_A_PIECE = 0.05;

    /** A strip or a bulge on the eastern border, taken or given up. */
    private static MultiPolygon stepped(MultiPolygon ground, Random random) {
        double south = 48 + 0.15 * random.nextDouble();
        double high = 0.005 + 0.04 * random.nextDouble();
        double wide = 0.0005 + (random.nextInt(4) == 0 ? 0.01 : 0.002) * random.nextDouble();
        double from = ground.getEnvelopeInternal().getMaxX() - 0.004 * random.nextDouble();
        Geometry step = Drawn.wkt(String.format(
                java.util.Locale.ROOT,
                "POLYGON ((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))",
                from - (random.nextBoolean() ? 0.003 : 0),
                south,
                from + wide,
                south + high));
        return random.nextInt(3) == 0 ? Grounds.without(ground, step) : Grounds.union(List.of(ground, step));
    }

    @Test
    void aWrongMapOfOneDayLeavesNothing() {
        MultiPolygon right = Grounds.of(List.of(Drawn.square(30, 48, 1)));
        MultiPolygon wrong = Grounds.of(List.of(Drawn.square(30.2, 48.1, 1)));
        LastingGround lasting = new LastingGround(new Counting(SeriesRules.DEFAULT));
        LocalDate first = LocalDate.of(2024, 8, 1);
        List<MultiPolygon> maps = List.of(right, right, wrong, right, right, right, right, right);
        double moved = 0;
        for (int i = 0; i < maps.size(); i++) {
            lasting.accept(first.plusDays(i), Difference.between(maps.get(Math.max(0, i - 1)), maps.get(i)));
            if (i >= DAYS) {
                LastingGround.Change change = lasting.settle(first.plusDays(i - DAYS));
                moved += Counting.km2(change.gained()) + Counting.km2(change.lost());
            }
        }
        assertThat(moved).isZero();
    }
}
