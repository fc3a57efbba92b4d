package holdfast.territory.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.territory.Drawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * What is found from the windings of curves is what a library's overlays, buffers and checks find, on random ground.
 */
class ArrangementTest {
    private static final int CASES = 300;

    @Test
    void groundInTwoGrounds() {
        beside(Grounds::common, OverlayNG.INTERSECTION);
    }

    @Test
    void groundInOneAndNotInTheOther() {
        beside(Grounds::without, OverlayNG.DIFFERENCE);
    }

    private static void beside(BiFunction<Geometry, Geometry, MultiPolygon> own, int operation) {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            MultiPolygon a = Drawn.ground(random, 30, 48, 1);
            MultiPolygon b = random.nextBoolean() ? Drawn.moved(random, a, 1) : Drawn.ground(random, 30.3, 48, 0.5);
            MultiPolygon found = own.apply(a, b);
            Geometry expected = OverlayNGRobust.overlay(a, b, operation);
            assertThat(found.isValid()).as("valid, seed " + seed).isTrue();
            assertThat(found.getArea()).as("seed " + seed).isEqualTo(expected.getArea(), within(1e-10));
            assertThat(OverlayNGRobust.overlay(found, expected, OverlayNG.SYMDIFFERENCE)
                            .getArea())
                    .as("seed " + seed)
                    .isLessThan(1e-10);
        }
    }

    @Test
    void nearlyNoCaseIsLeftOpen() {
        int open = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Curves curves = new Curves();
            curves.walk(Drawn.ground(random, 30, 48, 1), true, Curves.EVERYWHERE);
            curves.walk(Drawn.ground(random, 30, 48, 1), false, Curves.EVERYWHERE);
            Optional<List<Polygon>> both = Arrangement.of(curves).flatMap(a -> a.polygons((one, other) -> one > 0));
            open += both.isEmpty() ? 1 : 0;
        }
        assertThat(open).isLessThan(CASES / 50);
    }

    /** A window round the other ground leaves nothing out that matters. */
    @Test
    void whatLiesOutsideOfAWindow() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            MultiPolygon a = Drawn.ground(random, 30, 48, 1);
            MultiPolygon b = Drawn.ground(random, 30 + random.nextDouble(), 48, 0.1);
            Curves curves = new Curves();
            curves.walk(a, true, Curves.EVERYWHERE);
            curves.walk(b, false, Curves.EVERYWHERE);
            double whole = Arrangement.of(curves)
                    .flatMap(c -> c.polygons((one, other) -> one > 0 && other > 0))
                    .map(p -> Grounds.of(p).getArea())
                    .orElse(Grounds.common(a, b).getArea());
            assertThat(Grounds.common(b, a).getArea()).as("seed " + seed).isEqualTo(whole, within(1e-12));
        }
    }

    @Test
    void groundThatIsGrownOrShrunk() {
        BufferParameters discs = new BufferParameters(8);
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            MultiPolygon ground = Drawn.ground(random, 300, 480, 10);
            double distance = (random.nextBoolean() ? 1 : -1) * Math.pow(10, -2 + 2.3 * random.nextDouble());
            Geometry expected = BufferOp.bufferOp(ground, distance, discs);
            Geometry found = Offset.of(ground, distance, discs);
            assertThat(found.getArea())
                    .as("seed " + seed + ", " + distance)
                    .isEqualTo(expected.getArea(), within(1e-9 * Math.max(1, expected.getArea())));
        }
    }

    /** Where borders are said to be plain, a library finds nothing against them; and plain they nearly always are. */
    @Test
    void plainBorders() {
        int plain = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Polygon> ground = Grounds.polygons(Drawn.ground(random, 30, 48, 1));
            List<Polygon> damaged = random.nextInt(3) == 0 ? ground : damaged(random, ground);
            boolean isPlain = PlainBorders.are(damaged);
            if (isPlain) {
                assertThat(new IsValidOp(Grounds.of(damaged)).isValid())
                        .as("seed " + seed)
                        .isTrue();
            } else if (damaged == ground) {
                assertThat(touches(ground)).as("seed " + seed).isTrue();
            }
            plain += isPlain ? 1 : 0;
        }
        assertThat(plain).isBetween(CASES / 4, CASES * 3 / 4);
    }

    /** Rings of valid ground that have a position in common are left to the library. */
    private static boolean touches(List<Polygon> ground) {
        Coordinate[] all = Grounds.of(ground).getCoordinates();
        long different = List.of(all).stream().distinct().count();
        long rings = ground.stream().mapToLong(p -> 1 + p.getNumInteriorRing()).sum();
        return different < all.length - rings;
    }

    /** One position moved, a polygon put in another, or a hole outside. */
    private static List<Polygon> damaged(Random random, List<Polygon> ground) {
        List<Polygon> damaged = new ArrayList<>(ground);
        int which = random.nextInt(damaged.size());
        Polygon polygon = damaged.get(which);
        switch (random.nextInt(3)) {
            case 0 -> {
                Coordinate[] ring = polygon.getExteriorRing().copy().getCoordinates();
                ring[1 + random.nextInt(ring.length - 2)] =
                        new Coordinate(29.5 + random.nextDouble(), 47.5 + random.nextDouble());
                damaged.set(which, Grounds.FACTORY.createPolygon(ring));
            }
            case 1 -> damaged.add(Drawn.star(random, 29.5 + random.nextDouble(), 47.5 + random.nextDouble(), 0.05));
            default ->
                damaged.set(
                        which,
                        Grounds.FACTORY.createPolygon(
                                polygon.getExteriorRing(), new org.locationtech.jts.geom.LinearRing[] {
                                    Drawn.star(random, 29.5 + random.nextDouble(), 47.5 + random.nextDouble(), 0.05)
                                            .getExteriorRing()
                                }));
        }
        return damaged;
    }
}
