package holdfast.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of the file that a mapping is read with, by name. */
final class Cells {
    private final Map<String, Integer> cellOf = new HashMap<>();
    private final List<String> names;
    /** Whether later rows may bring further columns, as JSON objects do. */
    private final boolean open;

    private final NumberForm numbers;
    private final Problems mappingProblems;

    Cells(List<String> names, boolean open, NumberForm numbers, Problems mappingProblems) {
        this.names = List.copyOf(names);
        this.open = open;
        this.numbers = numbers;
        this.mappingProblems = mappingProblems;
        for (int i = 0; i < names.size(); i++) {
            cellOf.putIfAbsent(names.get(i), i);
        }
    }

    boolean has(String column) {
        return cellOf.containsKey(column);
    }

    boolean open() {
        return open;
    }

    NumberForm numbers() {
        return numbers;
    }

    List<String> names() {
        return names;
    }

    /** The column's place; -1 if the file has none, which is told unless a later row may have it. */
    int cell(String column, int line) {
        Integer cell = cellOf.get(column);
        if (cell != null) {
            return cell;
        }
        if (!open) {
            mappingProblems.error(
                    ProblemCode.MAPPING_COLUMN,
                    line,
                    "",
                    "the file has no column " + RecordProblem.quote(column),
                    "",
                    mend(column));
        }
        return -1;
    }

    /** A title above the header leaves most columns without a name. */
    private String mend(String column) {
        long named = names.stream().filter(n -> !n.isEmpty()).count();
        String near = DidYouMean.mendOrList(column, names, "there are");
        return named <= 1 || named * 2 < names.size()
                ? "if the header stands further down, say where: `header is row 3`"
                : near;
    }
}
