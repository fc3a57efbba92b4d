package holdfast.record;

import com.github.miachm.sods.OfficeCurrency;
import com.github.miachm.sods.OfficePercentage;
import com.github.miachm.sods.Range;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook of Excel or of LibreOffice. Each cell becomes the text that it would be in a table: numbers in digits, dates as dates. */
final class Workbook {
    static final int LARGEST = 64 << 20;
    private static final long LARGEST_UNPACKED = 512L << 20;
    private static final long MOST_CELLS = 40_000_000;

    private enum Kind {
        EXCEL,
        OPEN_DOCUMENT,
        OTHER
    }

    private final TableForm form;
    private final Problems problems;
    private final RowSink sink;
    /** Whether the workbook has formats: without them no number is a date. */
    private boolean formats;

    Workbook(TableForm form, Problems problems, RowSink sink) {
        this.form = form;
        this.problems = problems;
        this.sink = sink;
    }

    /** Reads a file that begins as a zip archive does. */
    void read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new UnreadableText(
                    ProblemCode.TOO_LONG, 0, "this workbook has more than 64 megabytes", "", "save the sheet as CSV");
        }
        try {
            switch (kind(bytes)) {
                case EXCEL -> excel(bytes);
                case OPEN_DOCUMENT -> openDocument(bytes);
                case OTHER ->
                    throw new UnreadableText(
                            ProblemCode.WRONG_KIND_OF_FILE,
                            0,
                            "this is a zip archive, and no workbook",
                            "a table, a workbook (.xlsx, .ods) or JSON",
                            "unpack it first");
            }
        } catch (UnreadableText e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The libraries say of damaged files whatever comes first.
            throw damaged();
        }
    }

    private static UnreadableText damaged() {
        return new UnreadableText(
                ProblemCode.BROKEN_TEXT,
                0,
                "this workbook is damaged, or not whole, or locked with a password",
                "",
                "open it and save it again, without a password");
    }

    private Kind kind(byte[] bytes) throws IOException {
        Kind kind = Kind.OTHER;
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/workbook.xml")) {
                    kind = Kind.EXCEL;
                } else if (entry.getName().equals("xl/styles.xml")) {
                    formats = true;
                } else if (entry.getName().equals("content.xml")) {
                    kind = Kind.OPEN_DOCUMENT;
                }
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > LARGEST_UNPACKED) {
                        throw new UnreadableText(
                                ProblemCode.TOO_LONG,
                                0,
                                "this workbook has more than 512 megabytes when it is unpacked",
                                "",
                                "save the sheet as CSV");
                    }
                }
            }
        }
        return kind;
    }

    /** The place of the sheet that is meant. */
    private int chosen(List<String> names, List<Boolean> filled) throws UnreadableText {
        if (form.sheet().isPresent()) {
            int at = names.indexOf(form.sheet().get());
            if (at < 0) {
                throw new UnreadableText(
                        ProblemCode.NO_SUCH_SHEET,
                        0,
                        "the workbook has no sheet "
                                + RecordProblem.quote(form.sheet().get()),
                        "",
                        DidYouMean.mendOrList(form.sheet().get(), names, "there are"));
            }
            return at;
        }
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (filled.get(i)) {
                candidates.add(i);
            }
        }
        if (candidates.size() > 1) {
            List<String> shown = candidates.stream()
                    .limit(20)
                    .map(i -> "`" + names.get(i) + "`")
                    .toList();
            throw new UnreadableText(
                    ProblemCode.NO_SUCH_SHEET,
                    0,
                    "the workbook has " + candidates.size() + " sheets: " + String.join(", ", shown),
                    "one of them",
                    "say which in a mapping: `sheet \"" + names.get(candidates.getFirst()) + "\"`");
        }
        return candidates.isEmpty() ? -1 : candidates.getFirst();
    }

    private void excel(byte[] bytes) throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(formats, false))) {
            List<org.dhatim.fastexcel.reader.Sheet> sheets = book.getSheets().toList();
            List<Boolean> filled = new ArrayList<>();
            for (org.dhatim.fastexcel.reader.Sheet sheet : sheets) {
                filled.add(sheet.getVisibility() == SheetVisibility.VISIBLE && isFilled(sheet));
            }
            int at = chosen(
                    sheets.stream()
                            .map(org.dhatim.fastexcel.reader.Sheet::getName)
                            .toList(),
                    filled);
            SheetRows rows = new SheetRows(form, problems, sink);
            if (at >= 0) {
                ExcelCells cells = new ExcelCells(book.isDate1904(), form.numbers());
                try (Stream<org.dhatim.fastexcel.reader.Row> all =
                        sheets.get(at).openStream()) {
                    Iterator<org.dhatim.fastexcel.reader.Row> each = all.iterator();
                    boolean more = true;
                    while (more && each.hasNext()) {
                        org.dhatim.fastexcel.reader.Row row = each.next();
                        more = rows.take(row.getRowNum(), cells.texts(row));
                    }
                }
            }
            rows.end();
        }
    }

    private static boolean isFilled(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            return rows.anyMatch(r -> r.stream()
                    .anyMatch(c -> c != null
                            && c.getType() != CellType.EMPTY
                            && !c.getText().isBlank()));
        }
    }

    private void openDocument(byte[] bytes) throws IOException {
        SpreadSheet book = new SpreadSheet(new ByteArrayInputStream(bytes));
        List<com.github.miachm.sods.Sheet> sheets = book.getSheets();
        List<Object[][]> values = new ArrayList<>();
        for (com.github.miachm.sods.Sheet sheet : sheets) {
            values.add(values(sheet));
        }
        int at = chosen(
                sheets.stream().map(com.github.miachm.sods.Sheet::getName).toList(),
                values.stream()
                        .map(v -> Arrays.stream(v).flatMap(Arrays::stream).anyMatch(Objects::nonNull))
                        .toList());
        SheetRows rows = new SheetRows(form, problems, sink);
        if (at >= 0) {
            Object[][] all = values.get(at);
            boolean more = true;
            for (int r = 0; more && r < all.length; r++) {
                String[] texts = new String[all[r].length];
                for (int c = 0; c < texts.length; c++) {
                    texts[c] = text(all[r][c]);
                }
                more = rows.take(r + 1L, texts);
            }
        }
        rows.end();
    }

    private static Object[][] values(com.github.miachm.sods.Sheet sheet) throws UnreadableText {
        long cells = (long) sheet.getMaxRows() * sheet.getMaxColumns();
        if (cells > MOST_CELLS) {
            throw new UnreadableText(
                    ProblemCode.TOO_LONG, 0, "this sheet has more than 40 million cells", "", "save it as CSV");
        }
        if (cells == 0) {
            return new Object[0][];
        }
        Range range = sheet.getDataRange();
        return range.getValues();
    }

    private String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case LocalDate date -> date.toString();
            case LocalDateTime time -> shown(time, true);
            case LocalTime time -> time.toString();
            case OfficeCurrency money -> number(money.getValue());
            case OfficePercentage percent -> number(percent.getValue());
            case Duration duration -> timeOfDay(duration);
            case Number number -> number(number.doubleValue());
            default -> String.valueOf(value);
        };
    }

    private String number(@Nullable Double value) {
        return value == null ? "" : form.numbers().written(digits(BigDecimal.valueOf(value)));
    }

    private static String timeOfDay(Duration duration) {
        return String.format(java.util.Locale.ROOT, "%02d:%02d", duration.toHours(), duration.toMinutesPart());
    }

    /** As both programs show it: fifteen digits count. */
    static String digits(BigDecimal number) {
        BigDecimal rounded = number.round(new MathContext(15)).stripTrailingZeros();
        return rounded.precision() - rounded.scale() > 40 || rounded.scale() > 40
                ? rounded.toString()
                : rounded.toPlainString();
    }

    /** With the time of day if it is one, or if the cell shows one. */
    static String shown(LocalDateTime time, boolean always) {
        if (!always && time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return time.toLocalDate().toString();
        }
        int milli = time.getNano() / 1_000_000;
        String seconds = time.getSecond() == 0 && milli == 0
                ? ""
                : String.format(java.util.Locale.ROOT, ":%02d", time.getSecond())
                        + (milli == 0 ? "" : String.format(java.util.Locale.ROOT, ".%03d", milli));
        return time.toLocalDate()
                + String.format(java.util.Locale.ROOT, " %02d:%02d", time.getHour(), time.getMinute())
                + seconds;
    }

    /** The cells of Excel, in which a date is a number with a format. */
    private record ExcelCells(boolean from1904, NumberForm numbers) {
        String[] texts(org.dhatim.fastexcel.reader.Row row) {
            String[] texts = new String[row.getCellCount()];
            for (int i = 0; i < texts.length; i++) {
                Optional<Cell> cell = row.getOptionalCell(i);
                texts[i] = cell.map(this::text).orElse("");
            }
            return texts;
        }

        private String text(Cell cell) {
            return switch (cell.getValue()) {
                case null -> "";
                case BigDecimal number ->
                    ExcelDay.isDate(cell.getDataFormatId(), cell.getDataFormatString())
                            ? date(number, cell.getDataFormatString(), cell.getDataFormatId())
                            : numbers.written(digits(number));
                case Boolean truth -> truth ? "true" : "false";
                default -> String.valueOf(cell.getValue());
            };
        }

        private String date(BigDecimal number, @Nullable String format, @Nullable Integer id) {
            LocalDateTime time = ExcelDay.of(number, from1904);
            boolean onlyTime = number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0;
            if (onlyTime && !ExcelDay.showsDay(id, format)) {
                LocalDateTime day = ExcelDay.of(number.add(BigDecimal.valueOf(1000)), from1904);
                return day == null ? digits(number) : shown(day, true).substring(11);
            }
            return time == null ? numbers.written(digits(number)) : shown(time, ExcelDay.showsTime(id, format));
        }
    }
}
