package holdfast.intake.proposal;

import holdfast.intake.form.FileForm;
import holdfast.intake.form.FileForms;
import holdfast.intake.form.FileRows;
import holdfast.intake.form.JsonRows;
import holdfast.intake.form.TableForm;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.SheetColumns;
import holdfast.intake.proposal.SeenColumn.Kind;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.Progress;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.rows.TextPool;
import holdfast.intake.rows.UnnamedColumns;
import holdfast.intake.text.CharsetReader;
import holdfast.intake.value.NumberForm;
import holdfast.intake.value.SumRows;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A first mapping for a file, to be completed: what its columns seem to hold, and the codes found in them. */
public final class MappingDraft implements RowSink {
    private static final int ROWS = 100_000;

    /** So many columns of numbers side by side look like one for each of several. */
    private static final int SIDE_BY_SIDE = 8;

    private final TextPool pool = new TextPool();
    private List<String> columns = List.of();
    private final List<SeenColumn> seen = new ArrayList<>();
    private long rows;
    private final List<String> problems = new ArrayList<>();
    private String text = "";
    private Optional<String> encoding = Optional.empty();

    private final Problems places;

    private MappingDraft(Problems places) {
        this.places = places;
    }

    /** Reads the file and drafts. */
    public static MappingDraft of(
            Path file, Optional<String> sheet, long header, long headerTo, Optional<String> encoding) {
        Problems found = new Problems(file.toString(), FileForms.counted(file.toString()), 20);
        MappingDraft draft = new MappingDraft(found);
        draft.encoding = encoding;
        Charset charset =
                encoding.map(MappingDraft::charset).map(Charset::forName).orElse(StandardCharsets.UTF_8);
        Input input = Input.of(file);
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
        if (draft.rows == 0 && draft.columns.stream().allMatch(SheetColumns::isUnnamed) && draft.problems.isEmpty()) {
            draft.problems.add(file + ": nothing stands in it; expected a header line and rows");
        }
        if (draft.problems.isEmpty()) {
            draft.text = draft.write(file, input.stem(), sheet, header, headerTo);
        }
        return draft;
    }

    /** The encodings that can be read. */
    public static List<String> encodings() {
        return CharsetReader.encodings();
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
        columns = UnnamedColumns.named(names);
        while (seen.size() < columns.size()) {
            seen.add(new SeenColumn());
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
                seen.get(i).seeUnreadable();
            } else if (!row.isBlank(i)) {
                boolean inTwoWays = !places.isOfASheet() || row.isInDoubt(i);
                seen.get(i).see(row.trimmed(i, pool), row.line(), inTwoWays);
            }
        }
    }

    @Override
    public boolean readsOnlyWhatItNeeds() {
        return true;
    }

    @Override
    public void broken(long line) {}

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
        sheet.ifPresent(n -> out.append("-- id is ")
                .append(quoted(n + " {line}"))
                .append("        -- where several sheets of it are read together\n"));
        numbers(out);
        out.append("-- zone Europe/Kyiv        -- where the times are local\n\n-- The columns:\n");
        for (int i = 0; i < columns.size(); i++) {
            out.append("--   ")
                    .append(column(columns.get(i)))
                    .append(SheetColumns.isUnnamed(columns.get(i)) ? ", over which nothing stands: " : ": ")
                    .append(kind(seen.get(i), columns.get(i)))
                    .append('\n');
        }
        sideBySide(out);
        time(out);
        out.append("-- recorded is COLUMN      -- when it became known; else the end of the occurrence\n");
        out.append("-- source is COLUMN        -- whose word it is\n");
        out.append("-- basis is COLUMN:        -- how it is known; else each row is only claimed by a side\n");
        out.append("--   CODE      is seen        -- or heard, told, instrument, claim, media\n");
        codes(out);
        coordinates(out);
        sums(out);
        out.append("\n-- every row becomes EVENT(by COLUMN, place COLUMN)\n");
        out.append("every row left out: \"the mapping is not complete\"\n```\n");
        return out.toString();
    }

    private String kind(SeenColumn of, String column) {
        String formulas = of.unreadable() == 0 ? "" : rows(of.unreadable()) + " with a formula that has no result";
        if (of.given() == 0) {
            return formulas.isEmpty() ? "always empty" : formulas;
        }
        String example = of.example();
        return what(of) + ", given in " + rows(of.given()) + ", such as "
                + line(example.length() > 40 ? example.substring(0, 40) + "…" : example)
                + others(of, column)
                + (formulas.isEmpty() ? "" : "; " + formulas);
    }

    private static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }

    private static Optional<Kind> kindOf(SeenColumn of) {
        return Arrays.stream(Kind.values()).filter(of::is).findFirst();
    }

    private static String what(SeenColumn of) {
        return kindOf(of)
                .map(kind -> kind.words() + (kind == Kind.DATE ? ", " + order(of) : ""))
                .orElseGet(() -> {
                    int codes = of.values().size();
                    return of.isOfCodes() ? codes + (codes == 1 ? " code" : " codes") : "text";
                });
    }

    /** Cells that do not hold what most of their column do, each with its first place. */
    private String others(SeenColumn of, String column) {
        Optional<Kind> kind = kindOf(of).filter(k -> of.others(k) > 0);
        if (kind.isEmpty()) {
            return "";
        }
        long all = of.others(kind.get());
        List<String> shown = new ArrayList<>();
        long told = 0;
        for (Map.Entry<String, SeenColumn.Odd> odd : of.odd(kind.get()).entrySet()) {
            told += odd.getValue().count();
            shown.add(quoted(odd.getKey()) + " ("
                    + places.inWords(odd.getValue().firstLine(), column)
                    + (odd.getValue().count() > 1 ? " and " + (odd.getValue().count() - 1) + " more" : "") + ")");
        }
        return "; " + all + (all == 1 ? " is none: " : " are none: ") + String.join(", ", shown)
                + (told < all ? " and " + (all - told) + " more" : "");
    }

    private static String order(SeenColumn of) {
        return of.isDayFirst() && of.isMonthFirst()
                ? "day or month first: the file does not show which"
                : of.isDayFirst() ? "day first" : of.isMonthFirst() ? "month first" : "in two orders";
    }

    private Optional<Integer> first(Predicate<SeenColumn> test) {
        for (int i = 0; i < columns.size(); i++) {
            if (test.test(seen.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void time(StringBuilder out) {
        Optional<Integer> written = first(s -> s.is(Kind.TIME));
        Optional<Integer> ordered = first(s -> s.is(Kind.DATE) && !s.is(Kind.NUMBER));
        Optional<Integer> stamp = first(s -> s.is(Kind.SECONDS));
        out.append('\n');
        if (written.isPresent()) {
            time(written.get(), Kind.TIME, out);
        } else if (ordered.isPresent()) {
            SeenColumn of = seen.get(ordered.get());
            boolean sure = of.isDayFirst() != of.isMonthFirst();
            out.append(sure ? "" : "-- ")
                    .append("dates are ")
                    .append(of.isMonthFirst() && !of.isDayFirst() ? "month day year" : "day month year")
                    .append(sure ? "\n" : "        -- or: month day year\n");
            time(ordered.get(), Kind.DATE, out);
        } else if (stamp.isPresent()) {
            out.append("time is ")
                    .append(column(columns.get(stamp.get())))
                    .append(seen.get(stamp.get()).inMilliseconds() ? " in milliseconds\n" : " in seconds\n");
        } else {
            out.append("time is COLUMN            -- no column looks like a time\n");
        }
    }

    private void time(int place, Kind kind, StringBuilder out) {
        SeenColumn days = seen.get(place);
        // Where a column has days alone, another one may have their times of day.
        Optional<Integer> clock = days.hasTimesOfDay() ? Optional.empty() : first(s -> s.is(Kind.TIME_OF_DAY));
        out.append("time is ").append(column(columns.get(place)));
        clock.ifPresent(c -> out.append(" at ").append(column(columns.get(c))));
        out.append('\n');
        long none = days.others(kind)
                + clock.map(c -> seen.get(c).others(Kind.TIME_OF_DAY)).orElse(0L);
        if (none > 0) {
            out.append("-- what cannot be read is left out: \"no time\"        -- ")
                    .append(rows(none))
                    .append((none == 1 ? " has" : " have")
                            + " none there, as said above; otherwise the file is refused\n");
        }
    }

    /** Which sign stands for decimals, where the numbers show it. */
    private void numbers(StringBuilder out) {
        boolean comma = seenOfNumbers(SeenColumn::hasComma);
        boolean point = seenOfNumbers(SeenColumn::hasPoint);
        if (comma && !point) {
            out.append("decimal comma\n");
        }
        if (seenOfNumbers(SeenColumn::hasPointThousand)) {
            out.append(
                    "-- thousands point        -- if 1.234 is a thousand and more; say `decimal point` if it is not\n");
        }
        if (seenOfNumbers(SeenColumn::hasCommaThousand)) {
            out.append(
                    "-- thousands comma        -- if 1,234 is a thousand and more; say `decimal comma` if it is not\n");
        }
    }

    private boolean seenOfNumbers(Predicate<SeenColumn> test) {
        return seen.stream().anyMatch(s -> s.is(Kind.NUMBER) && test.test(s));
    }

    /** Many columns of numbers that stand side by side may be one for each giver, side or post. */
    private void sideBySide(StringBuilder out) {
        int from = 0;
        for (int i = 0; i <= columns.size(); i++) {
            if (i < columns.size() && mayBeOneOfSeveral(columns.get(i), seen.get(i))) {
                continue;
            }
            if (i - from >= SIDE_BY_SIDE) {
                out.append("\n-- each column from ")
                        .append(column(columns.get(from)))
                        .append(" to ")
                        .append(column(columns.get(i - 1)))
                        .append(" is a row: its name is giver, its cell is quantity        -- ")
                        .append(i - from)
                        .append(" columns of numbers: if each is a giver, a side or a post\n");
            }
            from = i + 1;
        }
    }

    private static boolean mayBeOneOfSeveral(String name, SeenColumn of) {
        return !SheetColumns.isUnnamed(name)
                && !SumRows.isSum(name)
                && of.is(Kind.NUMBER)
                && of.others(Kind.NUMBER) == 0;
    }

    private void sums(StringBuilder out) {
        for (int i = 0; i < columns.size(); i++) {
            String sum = seen.get(i).sum();
            if (!sum.isEmpty()) {
                out.append("\n-- ")
                        .append(column(columns.get(i)))
                        .append(' ')
                        .append(quoted(sum))
                        .append(" left out: \"a sum\"\n");
            }
        }
    }

    private void codes(StringBuilder out) {
        for (int i = 0; i < columns.size(); i++) {
            SeenColumn of = seen.get(i);
            if (of.isOfNoKind()
                    && of.given() > 0
                    && of.isOfCodes()
                    && (of.values().size() < of.given() || of.given() < 5)) {
                codes(columns.get(i), of.values(), "is ...", "refused", out);
            } else if (of.is(Kind.NUMBER) && of.others(Kind.NUMBER) > 0) {
                Map<String, Long> words = new TreeMap<>();
                of.odd(Kind.NUMBER).forEach((word, odd) -> words.put(word, odd.count()));
                codes(columns.get(i), words, "is not given", "as it is", out);
            }
        }
    }

    private static void codes(
            String column, Map<String, Long> codes, String meaning, String otherwise, StringBuilder out) {
        out.append("\n-- codes for ").append(column(column)).append(":\n");
        codes.forEach((code, n) -> out.append("--   ")
                .append(quoted(code))
                .append(' ')
                .append(meaning)
                .append("        -- ")
                .append(rows(n))
                .append('\n'));
        out.append("--   otherwise ").append(otherwise).append('\n');
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
