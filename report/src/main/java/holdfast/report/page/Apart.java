package holdfast.report.page;

import java.util.ArrayList;
import java.util.List;

/** Finds a spot for each label of a picture, as near to its place as can be, so that no two lie on one another. */
public final class Apart {
    private static final double STEP = 6;
    private static final int DIRECTIONS = 16;

    private final double least;
    private final double width;
    private final double height;
    private final List<Spot> taken = new ArrayList<>();

    public record Spot(double x, double y) {
        public double from(Spot other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    /** @param least how far the middles of two labels are apart at least */
    public Apart(double least, double width, double height) {
        this.least = least;
        this.width = width;
        this.height = height;
    }

    /** The place itself, or the first free spot around it, going outward. */
    public Spot near(Spot place) {
        double farthest = Math.hypot(width, height);
        for (double away = 0; away < farthest; away += STEP) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double turn = 2 * Math.PI * i / DIRECTIONS;
                Spot spot = new Spot(place.x() + away * Math.cos(turn), place.y() + away * Math.sin(turn));
                if (isInside(spot) && taken.stream().allMatch(t -> t.from(spot) >= least)) {
                    taken.add(spot);
                    return spot;
                }
            }
        }
        taken.add(place);
        return place;
    }

    private boolean isInside(Spot spot) {
        double margin = least / 2;
        return spot.x() >= Math.min(margin, width / 2)
                && spot.x() <= Math.max(width - margin, width / 2)
                && spot.y() >= Math.min(margin, height / 2)
                && spot.y() <= Math.max(height - margin, height / 2);
    }
}
