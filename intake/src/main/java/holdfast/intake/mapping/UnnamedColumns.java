package holdfast.intake.mapping;

import java.util.ArrayList;
import java.util.List;

/** Columns over which nothing stands are called as a spreadsheet calls them, so that a mapping can speak of them: {@code column A}, {@code column AB}. */
final class UnnamedColumns {
    private UnnamedColumns() {}

    /** The columns of a header, in their order; a name that stands there is not given again. */
    static List<String> named(List<String> header) {
        List<String> named = new ArrayList<>(header);
        for (int place = 0; place < named.size(); place++) {
            String name = "column " + letters(place);
            if (named.get(place).isBlank() && !header.contains(name)) {
                named.set(place, name);
            }
        }
        return named;
    }

    /** Whether it was called so for want of a heading. */
    static boolean isOne(String name) {
        return name.matches("column [A-Z]{1,4}");
    }

    /** A, B, ..., Z, AA, AB, ... */
    private static String letters(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letters(place / 26 - 1) + last;
    }
}
