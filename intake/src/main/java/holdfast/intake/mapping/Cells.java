package holdfast.intake.mapping;

import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.problem.SheetColumns;
import holdfast.intake.value.NumberForm;
import holdfast.language.diagnostic.UserWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of the file that a mapping is read with, by name. */
public final class Cells {
    private final Map<String, Integer> cellOf = new HashMap<>();
    private final List<String> names;
    /** Whether later rows may bring further columns, as JSON objects do. */
    private final boolean open;

    private final NumberForm numbers;
    private final CellTimes times;
    private final Problems mappingProblems;

    private final Incomparable incomparable;
    private final Set<String> asked = new HashSet<>();

    Cells(
            List<String> names,
            boolean open,
            NumberForm numbers,
            CellTimes times,
            Problems mappingProblems,
            Incomparable incomparable) {
        this.incomparable = incomparable;
        this.names = List.copyOf(names);
        this.open = open;
        this.numbers = numbers;
        this.times = times;
        this.mappingProblems = mappingProblems;
        for (int i = 0; i < names.size(); i++) {
            cellOf.putIfAbsent(names.get(i), i);
        }
    }

    /** Whether the mapping reads that column. */
    boolean reads(String column) {
        return asked.contains(column);
    }

    boolean has(String column) {
        return cellOf.containsKey(column);
    }

    boolean open() {
        return open;
    }

    CellTimes times() {
        return times;
    }

    Incomparable incomparable() {
        return incomparable;
    }

    NumberForm numbers() {
        return numbers;
    }

    List<String> names() {
        return names;
    }

    /** The column's place; -1 if the file has none, which is told unless a later row may have it. */
    int cell(String column, int line) {
        asked.add(column);
        Integer cell = cellOf.get(column);
        if (cell != null) {
            return cell;
        }
        if (!open) {
            mappingProblems.error(
                    RecordCode.MAPPING_COLUMN,
                    line,
                    "",
                    "the file has no column " + UserWords.quoted(column),
                    "",
                    mend(column));
        }
        return -1;
    }

    /** Whoever writes a word that is a column may mean the column or the word. */
    void tellColumnOrCode(String word, int line) {
        mappingProblems.error(
                RecordCode.MAPPING_NAME,
                line,
                "",
                UserWords.quoted(word) + " is a column of the file, and could be a code",
                "the one or the other",
                "write \"" + word + "\" for the code, or `" + word + "` in backquotes for the column");
    }

    /** What to write where several columns have that name; empty if not. */
    String twins(String column) {
        return has(column + " (1)")
                ? "several columns have this name: say which, `" + column + " (1)` or `" + column + " (2)`"
                : "";
    }

    /** A title above the header leaves most columns without a name. */
    private String mend(String column) {
        if (!twins(column).isEmpty()) {
            return twins(column);
        }
        long named = names.stream().filter(n -> !SheetColumns.isUnnamed(n)).count();
        String near = DidYouMean.heading(column, names, "there are");
        return named <= 1 || named * 2 < names.size()
                ? "if the header stands further down, say where: `header is row 3`"
                : near;
    }
}
