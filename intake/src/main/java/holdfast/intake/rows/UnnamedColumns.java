package holdfast.intake.rows;

import holdfast.intake.problem.SheetColumns;
import java.util.ArrayList;
import java.util.List;

/** Columns over which nothing stands are called as a spreadsheet calls them, so that a mapping can speak of them: {@code column A}, {@code column AB}. */
public final class UnnamedColumns {
    private UnnamedColumns() {}

    /** The columns of a header, in their order; a name that stands there is not given again. */
    public static List<String> named(List<String> header) {
        List<String> named = new ArrayList<>(header);
        for (int place = 0; place < named.size(); place++) {
            String name = SheetColumns.unnamed(place);
            if (named.get(place).isBlank() && !header.contains(name)) {
                named.set(place, name);
            }
        }
        return named;
    }
}
