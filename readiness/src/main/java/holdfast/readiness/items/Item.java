package holdfast.readiness.items;

import java.util.List;

/**
 * A thing that is counted.
 *
 * @param name what it is called in reports
 * @param unit what it is counted in
 * @param also what else it is called
 */
public record Item(String name, String unit, List<String> also) {
    /** Of what is counted one by one. */
    public static final String PIECES = "pieces";

    public Item {
        also = List.copyOf(also);
    }
}
