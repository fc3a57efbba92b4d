package holdfast.intake.mapping;

import holdfast.intake.draft.ReadCounts;
import holdfast.intake.mapping.MappingModel.CodeTable;
import holdfast.intake.mapping.MappingModel.Meaning;
import holdfast.intake.mapping.MappingModel.Several;
import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.TextPool;
import holdfast.intake.value.NumberForm;
import holdfast.language.diagnostic.UserWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mapping takes from a row for a value: a constant, a cell through its table of codes, or a text put together. */
sealed interface CellText {
    /** In place of a text: there is none. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    String NOT_GIVEN = new String("not given");

    /** In place of a text: the record is left out; {@link Reader#reason} says why. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    String LEFT_OUT = new String("left out");

    /** In place of a text: the code is unknown, which has been told. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    String REFUSED = new String("refused");

    record Constant(String text) implements CellText {}

    /** @param cell -1: a column that no row has had so far */
    record FromCell(
            int cell,
            String column,
            @Nullable CodeTable table,
            @Nullable Several several) implements CellText {
        boolean oneEach() {
            return several != null && !several.first();
        }
    }

    /** Texts and cells in turn, a text first. */
    record Composed(List<String> texts, int[] cells) implements CellText {
        static final int LINE = -2;
        static final int STEM = -3;

        /** Whether it is what stands in one cell, and nothing besides. */
        boolean isOneCell() {
            return cells.length == 1
                    && cells[0] >= 0
                    && texts.getFirst().isEmpty()
                    && texts.getLast().isEmpty();
        }
    }

    /** Numbers, added and taken away. */
    record Sum(List<CellText> terms, List<Boolean> minus) implements CellText {}

    /** Reads them from one row after another. */
    final class Reader {
        private final TextPool pool;
        private final Problems problems;
        private final ReadCounts counts;
        private final String stem;
        private final MappingUse use;
        private String reason = "";
        private NumberForm numbers = NumberForm.PLAIN;
        /** Which of several values is meant, by cell. */
        private int[] piece = new int[16];

        private @Nullable String[][] pieces = new String[16][];
        private long piecesOfRow = -1;

        Reader(TextPool pool, Problems problems, ReadCounts counts, String stem, MappingUse use) {
            this.use = use;
            this.pool = pool;
            this.problems = problems;
            this.counts = counts;
            this.stem = stem;
        }

        String reason() {
            return reason;
        }

        void choose(int cell, int which) {
            piece[cell] = which;
        }

        /** How many values the cell has; at least one. */
        int count(Row row, FromCell from) {
            return from.several == null || from.cell < 0 ? 1 : split(row, from, from.several).length;
        }

        /** A text, or one of {@link #NOT_GIVEN}, {@link #LEFT_OUT} and {@link #REFUSED}; an empty cell without a code for that is not given. */
        String text(CellText what, Row row) {
            return switch (what) {
                case Constant(String text) -> text;
                case FromCell from -> cell(from, row);
                case Composed composed -> composed(composed, row);
                case Sum sum -> sum(sum, row);
            };
        }

        void numbers(NumberForm form) {
            numbers = form;
        }

        /** Not given where no term is; where only some are, the sum is not known, and the row is refused. */
        private String sum(Sum sum, Row row) {
            BigDecimal all = BigDecimal.ZERO;
            int given = 0;
            for (int i = 0; i < sum.terms.size(); i++) {
                CellText term = sum.terms.get(i);
                String text = text(term, row);
                if (text == LEFT_OUT || text == REFUSED) {
                    return text;
                }
                if (text == NOT_GIVEN) {
                    continue;
                }
                String plain = numbers.plain(text);
                if (numbers.isDoubtful(text) || !plain.matches("-?[0-9]{1,30}(\\.[0-9]{1,6})?")) {
                    return refuse(
                            RecordCode.NO_NUMBER,
                            term,
                            row,
                            UserWords.quoted(text) + " is no number",
                            "a number: it is added to others",
                            numbers.mend(text));
                }
                given++;
                BigDecimal number = new BigDecimal(plain);
                all = sum.minus.get(i) ? all.subtract(number) : all.add(number);
            }
            if (given > 0 && given < sum.terms.size()) {
                return refuse(
                        RecordCode.NOT_GIVEN,
                        sum.terms.getFirst(),
                        row,
                        "some of the numbers that are added are not given",
                        "all of them, or none",
                        "if an empty cell is nothing, say so: `codes for COLUMN:` with the lines `empty is 0` and"
                                + " `otherwise as it is`");
            }
            // A further zero tells it from a thousand.
            String text = all.stripTrailingZeros().toPlainString();
            return given == 0 ? NOT_GIVEN : numbers.written(numbers.isDoubtful(text) ? text + "0" : text);
        }

        private String refuse(RecordCode code, CellText term, Row row, String found, String expected, String mend) {
            String column = term instanceof FromCell from ? from.column : "";
            problems.error(code, row.line(), column, found, expected, mend);
            return REFUSED;
        }

        private String cell(FromCell from, Row row) {
            String code;
            if (from.several == null || from.cell < 0) {
                code = row.trimmed(from.cell, pool);
            } else {
                String[] all = split(row, from, from.several);
                code = all[from.oneEach() ? piece[from.cell] : 0];
                if (!from.oneEach() && all.length > 1) {
                    ReadCounts.one(counts.leftOutRecords, "all but the first of several in `" + from.column + "`");
                }
            }
            if (from.table == null) {
                return code.isEmpty() ? NOT_GIVEN : code;
            }
            return meaning(from, from.table, code, row);
        }

        private String meaning(FromCell from, CodeTable table, String code, Row row) {
            Meaning meaning = table.meanings.get(code);
            if (meaning == null) {
                use.stray(from.column, code);
                meaning = code.isEmpty() ? new Meaning.NotGiven() : table.otherwise;
            } else {
                use.translated(table.line).add(code);
            }
            switch (meaning) {
                case Meaning.Is(String text) -> {
                    return text;
                }
                case Meaning.AsIs() -> {
                    return code.isEmpty() ? NOT_GIVEN : code;
                }
                case Meaning.NotGiven() -> {
                    return NOT_GIVEN;
                }
                case Meaning.LeftOut(String why) -> {
                    reason = why;
                    return LEFT_OUT;
                }
                case Meaning.Refused() -> {
                    problems.error(
                            RecordCode.UNKNOWN_CODE,
                            row.line(),
                            from.column,
                            "the mapping has no code " + UserWords.quoted(code),
                            "",
                            mend(code, table, from.column));
                    return REFUSED;
                }
            }
        }

        /** What becomes of a party that the agreement does not name; each is counted by itself. */
        String unnamed(Meaning meaning, String party) {
            return switch (meaning) {
                case Meaning.Is(String text) -> text;
                case Meaning.NotGiven() -> NOT_GIVEN;
                case Meaning.LeftOut(String why) -> {
                    reason = why + ": " + party;
                    yield LEFT_OUT;
                }
                case Meaning.AsIs() -> party;
                case Meaning.Refused() -> party;
            };
        }

        private static String mend(String code, CodeTable table, String column) {
            String near = DidYouMean.mend(code, table.meanings.keySet());
            return near.isEmpty() ? "add it to `codes for " + column + ":`, or say there what becomes of it" : near;
        }

        private String composed(Composed composed, Row row) {
            if (composed.isOneCell()) {
                String text = row.fresh(composed.cells[0]);
                return text.isEmpty() ? NOT_GIVEN : text;
            }
            StringBuilder text = new StringBuilder(composed.texts.getFirst());
            for (int i = 0; i < composed.cells.length; i++) {
                int cell = composed.cells[i];
                switch (cell) {
                    case Composed.LINE -> text.append(row.line());
                    case Composed.STEM -> text.append(stem);
                    default -> text.append(row.trimmed(cell, pool));
                }
                text.append(composed.texts.get(i + 1));
            }
            return text.isEmpty() ? NOT_GIVEN : text.toString();
        }

        private String[] split(Row row, FromCell from, Several several) {
            if (piecesOfRow != row.line()) {
                Arrays.fill(pieces, null);
                piecesOfRow = row.line();
            }
            if (from.cell >= pieces.length) {
                pieces = Arrays.copyOf(pieces, from.cell * 2);
                piece = Arrays.copyOf(piece, from.cell * 2);
            }
            String[] known = pieces[from.cell];
            if (known != null) {
                return known;
            }
            String[] all = split(row.trimmed(from.cell, pool), several.separator());
            pieces[from.cell] = all;
            return all;
        }

        private static String[] split(String text, String separator) {
            List<String> found = new ArrayList<>();
            int at = 0;
            while (true) {
                int end = text.indexOf(separator, at);
                String one = (end < 0 ? text.substring(at) : text.substring(at, end)).strip();
                if (!one.isEmpty()) {
                    found.add(one);
                }
                if (end < 0) {
                    return found.isEmpty() ? new String[] {""} : found.toArray(String[]::new);
                }
                at = end + separator.length();
            }
        }
    }
}
