package holdfast.intake.problem;

import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells that cannot be read and are left out because the mapping says so. Each is told with its place; those that hold the same are told together, so that a
 * text that stands in a hundred cells is one sentence.
 */
public final class UnreadCells {
    /** Of what is wrong, how many different things are told. */
    private static final int MOST_DIFFERENT = 10_000;

    private record What(RecordCode code, String sheet, String column, String found, String expected, String mend) {}

    private static final class Cells {
        private final Place first;
        private final List<long[]> lines = new ArrayList<>();
        private long count;

        Cells(Place first) {
            this.first = first;
        }

        void add(long line) {
            long[] last = lines.isEmpty() ? null : lines.getLast();
            if (last != null && (last[1] == line || last[1] + 1 == line)) {
                count += last[1] == line ? 0 : 1;
                last[1] = line;
            } else {
                count++;
                lines.add(new long[] {line, line});
            }
        }
    }

    private final Map<What, Cells> cells = new LinkedHashMap<>();
    private long added;
    private long further;

    /** How many have been added so far. */
    public long added() {
        return added;
    }

    void add(RecordCode code, Place place, long line, String found, String expected, String mend) {
        added++;
        boolean onSheet = place instanceof Place.InSheet;
        String column = place instanceof Place.InSheet at
                ? at.column()
                : place instanceof Place.InTable table ? table.column() : "";
        What what = new What(code, onSheet ? ((Place.InSheet) place).sheet() : "", column, found, expected, mend);
        Cells same = cells.get(what);
        if (same == null && cells.size() >= MOST_DIFFERENT) {
            further++;
            return;
        }
        if (same == null) {
            same = new Cells(place);
            cells.put(what, same);
        }
        same.add(line);
    }

    /** Tells of all of them, as warnings. */
    public void tell(Problems problems) {
        cells.forEach((what, of) -> problems.add(new Problem(
                what.code,
                Severity.WARNING,
                of.first,
                what.found + "; left out" + others(of),
                what.expected,
                what.mend)));
        if (further > 0) {
            problems.warning(
                    RecordCode.NOT_GIVEN, 0, "", further + " more cells cannot be read and are left out", "", "");
        }
    }

    private static String others(Cells of) {
        if (of.count == 1) {
            return "";
        }
        String letters = of.first instanceof Place.InSheet at ? at.letters() : "";
        List<String> ranges = of.lines.stream()
                .map(l -> letters + l[0] + (l[0] == l[1] ? "" : " to " + letters + l[1]))
                .toList();
        String called = !letters.isEmpty() ? "cells" : of.first instanceof Place.InSheet ? "rows" : "lines";
        return ", with all " + of.count + " " + called + " that hold it: " + String.join(", ", ranges);
    }
}
