package holdfast.examine.check;

import java.util.List;

/** Every check there is, in the order of the catalogue. */
public final class Checks {
    public static final List<Check> ALL = List.of(new NoDeadline());

    private Checks() {}
}
