package holdfast.territory;

/**
 * The geodesic between two positions.
 *
 * @param m2ToEquator the area between it and the equator, in m2; negative if it runs to the west in the north, or to the east in the south
 */
record GeodesicEdge(double x1, double y1, double x2, double y2, double metres, double m2ToEquator) {

    boolean isFrom(double fromX, double fromY, double toX, double toY) {
        return x1 == fromX && y1 == fromY && x2 == toX && y2 == toY;
    }
}
