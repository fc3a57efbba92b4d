package holdfast.intake.mapping;

import holdfast.intake.form.FileForm;
import holdfast.intake.form.FileForms;
import holdfast.intake.form.FileRows;
import holdfast.intake.form.JsonRows;
import holdfast.intake.form.TableForm;
import holdfast.intake.problem.Problems;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.Progress;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.rows.TextPool;
import holdfast.intake.text.CharsetReader;
import holdfast.intake.value.DateOrder;
import holdfast.intake.value.NumberForm;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A first mapping for a file, to be completed: what its columns seem to hold, and the codes found in them. */
public final class MappingDraft implements RowSink {
    private static final int MOST_CODES = 40;
    private static final int ROWS = 100_000;

    /** What was seen of one column. */
    private static final class Seen {
        private final Map<String, Long> values = new TreeMap<>();
        private boolean many;
        private long given;
        private long unreadable;
        private long longest;
        private String example = "";
        private boolean numbers = true;
        private boolean comma;
        private boolean point;
        private boolean pointThousand;
        private boolean commaThousand;
        private boolean times = true;
        private boolean timesOfDay = true;
        private boolean colon;
        private boolean ordered = true;
        private boolean seconds = true;
        private boolean dayFirst = true;
        private boolean monthFirst = true;
    }

    private final TextPool pool = new TextPool();
    private List<String> columns = List.of();
    private final List<Seen> seen = new ArrayList<>();
    private long rows;
    private final List<String> problems = new ArrayList<>();
    private String text = "";
    private Optional<String> encoding = Optional.empty();

    private MappingDraft() {}

    /** Reads the file and drafts. */
    public static MappingDraft of(
            Path file, Optional<String> sheet, long header, long headerTo, Optional<String> encoding) {
        MappingDraft draft = new MappingDraft();
        draft.encoding = encoding;
        Charset charset =
                encoding.map(MappingDraft::charset).map(Charset::forName).orElse(StandardCharsets.UTF_8);
        Input input = Input.of(file);
        Problems found = new Problems(file.toString(), FileForms.counted(file.toString()), 20);
        TableForm form = new TableForm((char) 0, List.of(), header, headerTo, sheet, charset, NumberForm.PLAIN);
        try (InputStream in = input.opening().open()) {
            FileForm is = FileRows.read(input, in, form, JsonRows.Naming.PLAIN, found, draft, Progress.NONE);
            if (sheet.isPresent() && is.meaningless().contains("sheet")) {
                draft.problems.add("`--sheet " + sheet.get() + "`: `" + input.name() + "` is " + is.words()
                        + ", which has no sheets");
            }
        } catch (IOException e) {
            found.cannotOpen(e);
        }
        found.kept().stream().filter(Problem::isError).map(ProblemLine::of).forEach(draft.problems::add);
        if (draft.rows == 0 && draft.columns.stream().allMatch(String::isBlank) && draft.problems.isEmpty()) {
            draft.problems.add(file + ": nothing stands in it; expected a header line and rows");
        }
        if (draft.problems.isEmpty()) {
            draft.text = draft.write(file, input.stem(), sheet, header, headerTo);
        }
        return draft;
    }

    /** The encodings that can be read. */
    public static List<String> encodings() {
        return CharsetReader.NAMES.values().stream().distinct().toList();
    }

    /** As {@link #encodings} has it; empty if it is none of them. */
    public static String charset(String encoding) {
        return CharsetReader.NAMES.getOrDefault(encoding.toLowerCase(Locale.ROOT), "");
    }

    /** Why there is no draft; empty if there is one. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The mapping document. */
    public String text() {
        return text;
    }

    @Override
    public boolean numbersTwins() {
        return true;
    }

    @Override
    public boolean columns(List<String> names, long line) {
        columns = List.copyOf(names);
        while (seen.size() < columns.size()) {
            seen.add(new Seen());
        }
        return true;
    }

    @Override
    public void row(Row row) {
        rows++;
        if (rows > ROWS) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (row.isUnreadable(i)) {
                seen.get(i).unreadable++;
            } else if (!row.isBlank(i)) {
                see(seen.get(i), row.trimmed(i, pool));
            }
        }
    }

    @Override
    public boolean readsOnlyWhatItNeeds() {
        return true;
    }

    @Override
    public void broken(long line) {}

    private static void see(Seen of, String value) {
        of.given++;
        of.longest = Math.max(of.longest, value.length());
        of.example = of.example.isEmpty() ? value : of.example;
        if (!of.many) {
            of.values.merge(value, 1L, Long::sum);
            of.many = of.values.size() > MOST_CODES;
        }
        of.numbers &= value.matches("-?[0-9]+([.,][0-9]+)?");
        boolean point = value.matches("-?[1-9][0-9]{0,2}\\.[0-9]{3}");
        boolean comma = value.matches("-?[1-9][0-9]{0,2},[0-9]{3}");
        of.pointThousand |= point;
        of.commaThousand |= comma;
        of.point |= !point && value.indexOf('.') >= 0;
        of.comma |= !comma && value.indexOf(',') >= 0;
        of.seconds &= value.matches("[0-9]{9,13}");
        of.times &= value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]+.*)?");
        of.timesOfDay &= value.matches("([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?");
        of.colon |= value.indexOf(':') >= 0;
        of.dayFirst &= DateOrder.DAY_MONTH_YEAR.read(value) != null;
        of.monthFirst &= DateOrder.MONTH_DAY_YEAR.read(value) != null;
        of.ordered &= DateOrder.DAY_MONTH_YEAR.read(value) != null || DateOrder.MONTH_DAY_YEAR.read(value) != null;
    }

    private String write(Path file, String stem, Optional<String> sheet, long header, long headerTo) {
        StringBuilder out = new StringBuilder();
        String name = String.valueOf(file.getFileName());
        out.append("# ")
                .append(line(stem))
                .append("\n\nA draft from ")
                .append(rows(rows))
                .append(" of `")
                .append(line(name));
        out.append("`. Say here what the columns mean and why they are read so; then complete the block below.\n\n");
        out.append("```mapping\nmapping ")
                .append(quoted(stem))
                .append("\nfile ")
                .append(quoted(name))
                .append('\n');
        encoding.ifPresent(e -> out.append("encoding ").append(charset(e)).append('\n'));
        sheet.ifPresent(s -> out.append("sheet ").append(quoted(s)).append('\n'));
        if (header > 0) {
            out.append(
                    headerTo > header
                            ? "header is rows " + header + " to " + headerTo + "\n"
                            : "header is row " + header + "\n");
        }
        numbers(out);
        out.append("-- zone Europe/Kyiv        -- where the times are local\n\n-- The columns:\n");
        for (int i = 0; i < columns.size(); i++) {
            out.append("--   ")
                    .append(
                            hasName(i)
                                    ? column(columns.get(i))
                                    : "column " + (i + 1) + ", which has no name and cannot be read")
                    .append(": ")
                    .append(kind(seen.get(i)))
                    .append('\n');
        }
        time(out);
        out.append("-- recorded is COLUMN      -- when it became known; else the end of the occurrence\n");
        codes(out);
        coordinates(out);
        out.append("\n-- every row becomes EVENT(by COLUMN, place COLUMN)\n");
        out.append("every row left out: \"the mapping is not complete\"\n```\n");
        return out.toString();
    }

    private static String kind(Seen of) {
        String formulas = of.unreadable == 0 ? "" : rows(of.unreadable) + " with a formula that has no result";
        if (of.given == 0) {
            return formulas.isEmpty() ? "always empty" : formulas;
        }
        return what(of) + ", given in " + rows(of.given) + ", such as "
                + line(of.example.length() > 40 ? of.example.substring(0, 40) + "…" : of.example)
                + (formulas.isEmpty() ? "" : "; " + formulas);
    }

    private static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }

    private static String what(Seen of) {
        if (of.seconds) {
            return "seconds or milliseconds since 1970, or a number";
        }
        if (of.numbers) {
            return "numbers";
        }
        if (of.times) {
            return "times";
        }
        if (of.timesOfDay) {
            return "times of day";
        }
        if (of.ordered) {
            return "dates, " + order(of);
        }
        return !of.many && of.longest <= 60 ? of.values.size() + (of.values.size() == 1 ? " code" : " codes") : "text";
    }

    private static String order(Seen of) {
        return of.dayFirst && of.monthFirst
                ? "day or month first: the file does not show which"
                : of.dayFirst ? "day first" : of.monthFirst ? "month first" : "in two orders";
    }

    private Optional<Integer> first(Predicate<Seen> test) {
        for (int i = 0; i < columns.size(); i++) {
            if (hasName(i) && seen.get(i).given > 0 && test.test(seen.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void time(StringBuilder out) {
        Optional<Integer> written = first(s -> s.times);
        Optional<Integer> ordered = first(s -> s.ordered && !s.numbers);
        Optional<Integer> stamp = first(s -> s.seconds);
        out.append('\n');
        if (written.isPresent()) {
            out.append("time is ")
                    .append(column(columns.get(written.get())))
                    .append(timeOfDay(seen.get(written.get())))
                    .append('\n');
        } else if (ordered.isPresent()) {
            Seen of = seen.get(ordered.get());
            boolean sure = of.dayFirst != of.monthFirst;
            out.append(sure ? "" : "-- ")
                    .append("dates are ")
                    .append(of.monthFirst && !of.dayFirst ? "month day year" : "day month year")
                    .append(sure ? "" : "        -- or: month day year")
                    .append("\ntime is ")
                    .append(column(columns.get(ordered.get())))
                    .append(timeOfDay(of))
                    .append('\n');
        } else if (stamp.isPresent()) {
            out.append("time is ")
                    .append(column(columns.get(stamp.get())))
                    .append(seen.get(stamp.get()).longest > 10 ? " in milliseconds\n" : " in seconds\n");
        } else {
            out.append("time is COLUMN            -- no column looks like a time\n");
        }
    }

    /** Where a column has days alone, and another one their times of day. */
    private String timeOfDay(Seen days) {
        return days.colon
                ? ""
                : first(s -> s.timesOfDay)
                        .map(i -> " at " + column(columns.get(i)))
                        .orElse("");
    }

    /** Which sign stands for decimals, where the numbers show it. */
    private void numbers(StringBuilder out) {
        boolean comma = seenOfNumbers(s -> s.comma);
        boolean point = seenOfNumbers(s -> s.point);
        if (comma && !point) {
            out.append("decimal comma\n");
        }
        if (seenOfNumbers(s -> s.pointThousand)) {
            out.append(
                    "-- thousands point        -- if 1.234 is a thousand and more; say `decimal point` if it is not\n");
        }
        if (seenOfNumbers(s -> s.commaThousand)) {
            out.append(
                    "-- thousands comma        -- if 1,234 is a thousand and more; say `decimal comma` if it is not\n");
        }
    }

    private boolean seenOfNumbers(Predicate<Seen> test) {
        return seen.stream().anyMatch(s -> s.given > 0 && s.numbers && test.test(s));
    }

    private void codes(StringBuilder out) {
        for (int i = 0; i < columns.size(); i++) {
            Seen of = seen.get(i);
            boolean codes = hasName(i)
                    && of.given > 0
                    && !of.many
                    && of.longest <= 60
                    && !of.numbers
                    && !of.times
                    && !of.timesOfDay
                    && !of.ordered
                    && (of.values.size() < of.given || of.given < 5);
            if (codes) {
                out.append("\n-- codes for ").append(column(columns.get(i))).append(":\n");
                of.values.forEach((code, n) -> out.append("--   ")
                        .append(quoted(code))
                        .append(" is ...        -- ")
                        .append(n)
                        .append(n == 1 ? " row\n" : " rows\n"));
                out.append("--   otherwise refused\n");
            }
        }
    }

    private void coordinates(StringBuilder out) {
        Optional<String> latitude = named("lat", "latitude", "geometry.lat");
        Optional<String> longitude = named("lon", "lng", "long", "longitude", "geometry.lon");
        if (latitude.isPresent() && longitude.isPresent()) {
            out.append("\n-- coordinates of COLUMN are ")
                    .append(column(latitude.get()))
                    .append(", ")
                    .append(column(longitude.get()))
                    .append('\n');
        }
    }

    private Optional<String> named(String... names) {
        List<String> wanted = List.of(names);
        return columns.stream()
                .filter(c -> wanted.contains(c.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private boolean hasName(int column) {
        return !columns.get(column).isBlank();
    }

    private static String column(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_.]*") ? name : "`" + line(name) + "`";
    }

    private static String quoted(String text) {
        return "\"" + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** On one line, and never the end of the block. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ").replace('`', '\'');
    }
}
