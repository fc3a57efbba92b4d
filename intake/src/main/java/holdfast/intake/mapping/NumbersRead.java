package holdfast.intake.mapping;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Row;
import holdfast.intake.value.NumberForm;
import holdfast.language.diagnostic.UserWords;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers of a file that are taken and may not be what they look like: negative ones and percentages are told, once for each column. A text that can be two numbers is refused. */
final class NumbersRead {
    private static final class Met {
        private final long line;
        private final String text;
        private long more;

        Met(long line, String text) {
            this.line = line;
            this.text = text;
        }
    }

    private final Map<String, Met> negative = new LinkedHashMap<>();
    private final Map<String, Met> percent = new LinkedHashMap<>();

    /** Whether the cell is a number, or a text that can be only one. */
    boolean isSure(Row row, int cell, String text, NumberForm form, Problems problems, String column) {
        if (cell < 0 || !row.isInDoubt(cell) || !form.couldBeThousands(text)) {
            return true;
        }
        problems.error(
                RecordCode.NO_NUMBER,
                row.line(),
                column,
                UserWords.quoted(text)
                        + " stands here as a text: it can be a number with decimals, or a thousand and more",
                "a number",
                form.inDoubt(true).mend(text) + "; or make a number of it in the sheet");
        return false;
    }

    void took(Row row, int cell, BigDecimal number, String column) {
        if (number.signum() < 0) {
            add(negative, row, column, number.toPlainString());
        }
        if (cell >= 0 && row.isPercent(cell)) {
            add(percent, row, column, number.toPlainString());
        }
    }

    private static void add(Map<String, Met> met, Row row, String column, String text) {
        Met before = met.putIfAbsent(column, new Met(row.line(), text));
        if (before != null) {
            before.more++;
        }
    }

    void tell(Problems problems) {
        negative.forEach((column, met) -> problems.warning(
                RecordCode.NEGATIVE,
                met.line,
                column,
                UserWords.quoted(met.text) + " is negative, and is taken as it is" + more(met),
                "",
                "if it is none of its kind, leave it out: `every row left out when COLUMN less than 0: \"...\"`"));
        percent.forEach((column, met) -> problems.warning(
                RecordCode.SHOWN_AS_PERCENT,
                met.line,
                column,
                "this is shown as "
                        + new BigDecimal(met.text)
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + " %, and is taken as " + UserWords.quoted(met.text) + more(met),
                "",
                ""));
    }

    private static String more(Met met) {
        return met.more == 0 ? "" : ", likewise " + met.more + " more of this column";
    }
}
