package holdfast.territory.cut;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.territory.Drawn;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** What is said to lie side by side has no ground in common. */
class ContactTest {
    private static Polygon wkt(String text) {
        return Grounds.polygons(Drawn.wkt(text)).getFirst();
    }

    @Test
    void sideBySide() {
        Polygon one = wkt("POLYGON ((0 0, 2 0, 2 1, 2 2, 0 2, 0 0))");
        assertThat(Contact.overlap(one, wkt("POLYGON ((2 0, 3 0, 3 2, 2 2, 2 1, 2 0))")))
                .isFalse();
        assertThat(Contact.overlap(one, wkt("POLYGON ((2 2, 3 2, 3 3, 2 2))"))).isFalse();
        assertThat(Contact.overlap(one, wkt("POLYGON ((5 5, 6 5, 6 6, 5 5))"))).isFalse();
    }

    @Test
    void inCommon() {
        Polygon one = wkt("POLYGON ((0 0, 2 0, 2 1, 2 2, 0 2, 0 0))");
        assertThat(Contact.overlap(one, one)).isTrue();
        assertThat(Contact.overlap(one, wkt("POLYGON ((0.5 0.5, 1 0.5, 1 1, 0.5 0.5))")))
                .isTrue();
        assertThat(Contact.overlap(wkt("POLYGON ((0.5 0.5, 1 0.5, 1 1, 0.5 0.5))"), one))
                .isTrue();
        assertThat(Contact.overlap(one, wkt("POLYGON ((1 -1, 3 -1, 3 0.5, 1 0.5, 1 -1))")))
                .isTrue();
        assertThat(Contact.overlap(one, wkt("POLYGON ((0 0, 2 0, 2 1, 0 0))"))).isTrue();
        assertThat(Contact.overlap(one, wkt("POLYGON ((0 0, 2 2, 0 2, 0 0))"))).isTrue();
    }

    /** Squares of a raster, together or not, have positions and edges in common as maps have. */
    @Test
    void asAnOverlayHasIt() {
        int apart = 0;
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            for (Polygon a : some(random)) {
                for (Polygon b : some(random)) {
                    boolean common = Grounds.common(a, b).getArea() > 1e-9;
                    boolean overlap = Contact.overlap(a, b);
                    assertThat(overlap || !common).as("seed " + seed).isTrue();
                    apart += overlap ? 0 : 1;
                }
            }
        }
        assertThat(apart).isGreaterThan(1000);
    }

    private static List<Polygon> some(Random random) {
        double tilt = random.nextInt(3) * 0.25;
        List<Geometry> cells = new java.util.ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int x = random.nextInt(3);
            int y = random.nextInt(3);
            cells.add(wkt("POLYGON ((%d %d, %d %d, %d %d, %s %d, %d %d))"
                    .formatted(x, y, x + 1, y, x + 1, y + 1, x + tilt, y + 1, x, y)));
        }
        return Grounds.polygons(Grounds.union(cells));
    }
}
