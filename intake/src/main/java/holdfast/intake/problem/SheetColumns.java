package holdfast.intake.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a sheet, by what its header calls them and by the letters that every spreadsheet program shows above them. */
public final class SheetColumns {
    private static final String UNNAMED = "column ";

    private final String sheet;
    private final Map<String, Integer> places = new HashMap<>();

    SheetColumns(String sheet, List<String> header) {
        this.sheet = sheet;
        for (int place = 0; place < header.size(); place++) {
            places.putIfAbsent(header.get(place), place);
        }
    }

    String sheet() {
        return sheet;
    }

    /** Empty where the sheet has no such column. */
    String lettersOf(String column) {
        Integer place = column.isEmpty() ? null : places.get(column);
        if (place != null) {
            return letters(place);
        }
        return isUnnamed(column) ? column.substring(UNNAMED.length()) : "";
    }

    /** How a column is called over which nothing stands: {@code column A}. */
    public static String unnamed(int place) {
        return UNNAMED + letters(place);
    }

    /** Whether it was called so for want of a heading. */
    public static boolean isUnnamed(String name) {
        return name.matches(UNNAMED + "[A-Z]{1,4}");
    }

    /** A, B, ..., Z, AA, AB, ... */
    public static String letters(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letters(place / 26 - 1) + last;
    }
}
