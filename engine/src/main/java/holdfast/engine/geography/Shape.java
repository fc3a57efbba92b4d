package holdfast.engine.geography;

/** A zone's ground. Latitudes and longitudes in degrees on WGS84. */
public interface Shape {
    /** Whether the point lies in the area or on its edge; for lines and points: on them, to within a metre. */
    boolean covers(double latitude, double longitude);

    /** The geodesic distance in km from the point to the nearest point of this; 0 inside an area. */
    double kilometresFrom(double latitude, double longitude);
}
