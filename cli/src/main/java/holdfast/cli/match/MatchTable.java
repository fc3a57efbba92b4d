package holdfast.cli.match;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import holdfast.cli.output.Refusal;
import holdfast.language.diagnostic.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One table with a heading: every cell is read strictly, and everything that is wrong is told, with line and column. */
final class MatchTable {
    private static final int LONGEST_NUMBER = 16;

    private final Path file;
    private final List<Row> rows = new ArrayList<>();
    private final List<Problem> problems;

    private MatchTable(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * @param needed columns that must be there
     * @param other columns that may be
     */
    static MatchTable read(Path file, List<Problem> problems, List<String> needed, List<String> other) {
        MatchTable table = new MatchTable(file, problems);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.usage("there is no table `" + file + "` that can be read", "");
        }
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            table.read(records, needed, other);
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw Refusal.findings(
                    "`" + file + "` cannot be read as a table",
                    "it must be text (UTF-8) with commas, quotes closed where they were opened; docs/match.md");
        }
        return table;
    }

    private void read(CsvReader<CsvRecord> records, List<String> needed, List<String> other) {
        List<String> columns = List.of();
        for (CsvRecord line : records) {
            List<String> cells = line.getFields().stream().map(String::strip).toList();
            if (columns.isEmpty()) {
                columns = heading(cells, needed, other);
            } else if (cells.size() != columns.size()) {
                problem(
                        line.getStartingLineNumber(),
                        "",
                        cells.size() + " cells",
                        columns.size() + ", as many as the heading has",
                        "a text with a comma in it stands in quotes");
            } else {
                rows.add(new Row(line.getStartingLineNumber(), columns, cells));
            }
        }
        if (columns.isEmpty()) {
            problem(0, "", "nothing stands in it", "a heading: " + String.join(",", needed), "");
        }
    }

    private List<String> heading(List<String> cells, List<String> needed, List<String> other) {
        List<String> columns = new ArrayList<>(cells);
        columns.set(0, columns.getFirst().replace("\uFEFF", ""));
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!needed.contains(column) && !other.contains(column)) {
                problem(
                        1,
                        column,
                        "this column is not known",
                        String.join(", ", needed) + (other.isEmpty() ? "" : "; perhaps " + String.join(", ", other)),
                        "leave it out, or call it as one of these");
            } else if (!seen.add(column)) {
                problem(1, column, "this column is there twice", "", "leave one of them out");
            }
        }
        for (String column : needed) {
            if (!columns.contains(column)) {
                problem(1, column, "this column is missing", "", "add it to the heading and to every line");
            }
        }
        return columns;
    }

    List<Row> rows() {
        return rows;
    }

    private void problem(long line, String column, String found, String expected, String help) {
        problems.add(MatchInput.problem(file.toString(), line, column, found, expected, help));
    }

    /** One line; a cell that is not there is empty. */
    final class Row {
        private final long line;
        private final Map<String, String> cells = new LinkedHashMap<>();

        private Row(long line, List<String> columns, List<String> values) {
            this.line = line;
            for (int i = 0; i < values.size(); i++) {
                cells.put(columns.get(i), values.get(i));
            }
        }

        long line() {
            return line;
        }

        String text(String column) {
            return cells.getOrDefault(column, "");
        }

        BigDecimal quantity(String column, BigDecimal ifEmpty) {
            String written = text(column);
            if (written.isEmpty() && ifEmpty.signum() >= 0) {
                return ifEmpty;
            }
            if (written.length() <= LONGEST_NUMBER && written.matches("-?[0-9]+(\\.[0-9]+)?")) {
                return new BigDecimal(written);
            }
            return wrong(column, "a number such as 12 or 2.5", BigDecimal.ONE);
        }

        int number(String column, int ifEmpty) {
            String written = text(column);
            if (written.isEmpty()) {
                return ifEmpty >= 0 ? ifEmpty : wrong(column, "a whole number", 1);
            }
            return written.matches("-?[0-9]{1,8}")
                    ? Integer.parseInt(written)
                    : wrong(column, "a whole number such as 14", 1);
        }

        LocalDate day(String column) {
            try {
                return LocalDate.parse(text(column));
            } catch (DateTimeException e) {
                return wrong(column, "a day such as 2026-03-01", LocalDate.EPOCH);
            }
        }

        Set<String> words(String column) {
            Set<String> words = new TreeSet<>();
            for (String word : text(column).split("[;\\s]+", -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
            return words;
        }

        boolean yes(String column) {
            return switch (text(column)) {
                case "", "no" -> false;
                case "yes" -> true;
                default -> wrong(column, "yes or no", false);
            };
        }

        private <T> T wrong(String column, String expected, T instead) {
            String written = text(column);
            problem(line, column, written.isEmpty() ? "nothing stands here" : "`" + written + "`", expected, "");
            return instead;
        }
    }
}
