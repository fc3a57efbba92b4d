package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
