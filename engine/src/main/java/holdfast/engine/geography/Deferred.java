package holdfast.engine.geography;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A shape that is built when it is first asked something. Safe for several threads. */
final class Deferred implements Shape {
    private final Supplier<Shape> builder;
    private volatile @Nullable Shape built;

    Deferred(Supplier<Shape> builder) {
        this.builder = builder;
    }

    @Override
    public boolean covers(double latitude, double longitude) {
        return shape().covers(latitude, longitude);
    }

    @Override
    public double kilometresFrom(double latitude, double longitude) {
        return shape().kilometresFrom(latitude, longitude);
    }

    private Shape shape() {
        Shape shape = built;
        return shape == null ? build() : shape;
    }

    private synchronized Shape build() {
        Shape shape = built;
        if (shape == null) {
            shape = builder.get();
            built = shape;
        }
        return shape;
    }
}
