package holdfast.engine.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;

/** What balls and trees of pieces promise of distances, against the geodesics themselves. */
class BallTest {
    private static double geodesic(Spot a, Spot b) {
        return Geodesic.WGS84.Inverse(a.latitude(), a.longitude(), b.latitude(), b.longitude()).s12;
    }

    private static Spot anywhere(Random random) {
        return Spot.at(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
    }

    @Test
    void aBallRoundTwoHoldsBoth() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Ball one = new Ball(random.nextInt(100), random.nextInt(100), random.nextInt(100), random.nextInt(20));
            Ball other = new Ball(random.nextInt(100), random.nextInt(100), random.nextInt(100), random.nextInt(20));
            Ball both = one.with(other);
            for (Ball held : List.of(one, other)) {
                double apart = Math.sqrt(Math.pow(held.x() - both.x(), 2)
                        + Math.pow(held.y() - both.y(), 2)
                        + Math.pow(held.z() - both.z(), 2));
                assertThat(apart + held.radius()).isLessThanOrEqualTo(both.radius() + 1e-9);
            }
            // The middle of the two, and no farther than it must be.
            assertThat(both.x() + both.y() + both.z())
                    .isCloseTo((one.x() + one.y() + one.z() + other.x() + other.y() + other.z()) / 2, within(1e-9));
        }
    }

    @Test
    void nothingInABallIsNearerThanItSaysNorFartherThroughTheEarth() {
        Random random = new Random(8);
        for (int i = 0; i < 500; i++) {
            Spot from = anywhere(random);
            Spot middle = anywhere(random);
            Ball point = new Ball(middle.x(), middle.y(), middle.z(), 0);
            double exactly = geodesic(from, middle);
            assertThat(point.atLeast(from)).isLessThanOrEqualTo(exactly + 1e-6);
            assertThat(Ball.geodesicAtMost(point.chordAtMost(from))).isGreaterThanOrEqualTo(exactly - 1e-6);
            // Near by it falls short of the truth by about what it says at most.
            Spot near = Spot.at(
                    Math.clamp(from.latitude() + random.nextDouble(-3, 3), -90, 90),
                    from.longitude() + random.nextDouble(-3, 3));
            double chord = new Ball(near.x(), near.y(), near.z(), 0).chordAtMost(from);
            assertThat(geodesic(from, near) - Ball.geodesicAtLeast(chord))
                    .isBetween(-1e-6, 1.05 * Ball.shortfall(chord) + 1e-6);
        }
    }

    @Test
    void theNearestOfManyPiecesIsTheNearestOfEachAlone() {
        Random random = new Random(9);
        for (int i = 0; i < 60; i++) {
            List<Piece> pieces = new ArrayList<>();
            double latitude = random.nextDouble(-80, 80);
            double longitude = random.nextDouble(-170, 170);
            for (int edge = 0; edge < 12; edge++) {
                double north = Math.clamp(latitude + random.nextDouble(-2, 2), -85, 85);
                double east = longitude + random.nextDouble(-2, 2);
                Piece.cut(latitude, longitude, north, east, pieces::add);
                latitude = north;
                longitude = east;
            }
            Spot from = random.nextBoolean()
                    ? anywhere(random)
                    : Spot.at(Math.clamp(latitude + random.nextDouble(-1, 1), -90, 90), longitude + 0.5);
            double nearest = Double.MAX_VALUE;
            for (Piece piece : pieces) {
                nearest = Math.min(nearest, piece.metresFrom(from, Double.MAX_VALUE));
                assertThat(piece.ball().atLeast(from))
                        .isLessThanOrEqualTo(piece.metresFrom(from, Double.MAX_VALUE) + 1e-6);
            }
            Pieces all = new Pieces(pieces);
            assertThat(all.metresFrom(from, Double.MAX_VALUE)).isCloseTo(nearest, within(1e-3));
            assertThat(all.metresFrom(from, nearest / 2)).isEqualTo(nearest / 2);
        }
    }
}
