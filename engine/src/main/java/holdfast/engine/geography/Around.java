package holdfast.engine.geography;

/** Everything not farther than {@code km} from another shape, that shape included. */
record Around(Shape shape, double km) implements Shape {
    @Override
    public boolean covers(double latitude, double longitude) {
        return shape.covers(latitude, longitude) || shape.kilometresFrom(latitude, longitude) <= km;
    }

    @Override
    public double kilometresFrom(double latitude, double longitude) {
        return Math.max(0, shape.kilometresFrom(latitude, longitude) - km);
    }
}
