package holdfast.territory.cut;

import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Looks for a disc in a piece of ground. One that is found is there; one that is not found may be there all the same.
 */
public final class InscribedDisc {
    /** Places are looked at in so many rows and columns. */
    private static final int ROWS = 10;

    private final Coordinate[] border;
    private final double eastMetres;
    private final double northMetres;

    private InscribedDisc(Coordinate[] border, Ellipsoid.Degree degree) {
        this.border = border;
        this.eastMetres = degree.eastMetres();
        this.northMetres = degree.northMetres();
    }

    /**
     * Whether a disc of this radius is found in the piece, measured in the middle of it: by a part in a hundred it
     * may be less, so it is not looked for in tall pieces and near the poles.
     */
    public static boolean isIn(Polygon piece, double metres) {
        Envelope at = piece.getEnvelopeInternal();
        Coordinate middle = at.centre();
        if (piece.getNumInteriorRing() > 0 || at.getHeight() > 0.5 || Math.abs(middle.y) > 65) {
            return false;
        }
        Ellipsoid.Degree degree = Ellipsoid.degreeAt(Math.toRadians(middle.y));
        InscribedDisc disc = new InscribedDisc(piece.getExteriorRing().getCoordinates(), degree);
        double aside = metres / degree.eastMetres();
        double above = metres / degree.northMetres();
        at.expandBy(-aside, -above);
        for (int row = 0; !at.isNull() && row < ROWS; row++) {
            for (int column = 0; column < ROWS; column++) {
                double x = at.getMinX() + at.getWidth() * (column + 0.5) / ROWS;
                double y = at.getMinY() + at.getHeight() * (row + 0.5) / ROWS;
                if (disc.isAwayFromBorder(x, y, metres)
                        && RayCrossingCounter.locatePointInRing(new CoordinateXY(x, y), disc.border)
                                == Location.INTERIOR) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isAwayFromBorder(double x, double y, double metres) {
        for (int i = 1; i < border.length; i++) {
            double fromX = (border[i - 1].x - x) * eastMetres;
            double fromY = (border[i - 1].y - y) * northMetres;
            double dx = (border[i].x - border[i - 1].x) * eastMetres;
            double dy = (border[i].y - border[i - 1].y) * northMetres;
            double length = dx * dx + dy * dy;
            double along = length == 0 ? 0 : Math.clamp(-(fromX * dx + fromY * dy) / length, 0, 1);
            double beside = fromX + along * dx;
            double before = fromY + along * dy;
            if (beside * beside + before * before < metres * metres) {
                return false;
            }
        }
        return true;
    }
}
