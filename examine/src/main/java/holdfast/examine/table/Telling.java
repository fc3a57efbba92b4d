package holdfast.examine.table;

import holdfast.examine.found.Story;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A story that is worked out when somebody first asks for it: to tell it takes longer than to know how it ends, and mostly nobody asks. Two that tell the same are equal.
 */
final class Telling implements Supplier<Story> {
    private final Object teller;
    private final Supplier<Story> first;
    private @Nullable Story told;

    /** @param teller whose monitors tell it: nobody else uses them meanwhile */
    Telling(Object teller, Supplier<Story> first) {
        this.teller = teller;
        this.first = first;
    }

    @Override
    public Story get() {
        synchronized (teller) {
            Story known = told;
            if (known == null) {
                known = first.get();
                told = known;
            }
            return known;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Telling telling && telling.get().equals(get()));
    }

    @Override
    public int hashCode() {
        return get().hashCode();
    }

    @Override
    public String toString() {
        return get().toString();
    }
}
