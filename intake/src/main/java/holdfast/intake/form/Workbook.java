package holdfast.intake.form;

import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.RowSink;
import holdfast.intake.text.UnreadableText;
import holdfast.intake.value.ExcelDay;
import holdfast.intake.value.NumberForm;
import holdfast.language.diagnostic.UserWords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
public final class Workbook {
    static final int LARGEST = 64 << 20;
    private static final long LARGEST_UNPACKED = 512L << 20;
    private static final int LARGEST_BOOK = 4 << 20;
    private static final Pattern FROM_1904 = Pattern.compile("workbookPr\\b[^<>]*\\bdate1904=[\"'](1|true|on)[\"']");
    private static final Pattern TO_BE_RECKONED =
            Pattern.compile("calcPr\\b[^<>]*\\bfullCalcOnLoad=[\"'](1|true|on)[\"']");
    private static final long LARGEST_STRINGS = 128L << 20;
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
    /** Whether dates stand in it as texts, as in the strict form of Excel. */
    private boolean writtenDates;

    /** Whether days are counted from 1904 on, as by old Macs: the library takes only one of the ways to say so. */
    private boolean from1904;
    /** Whether a spreadsheet program is yet to reckon it: what stands as the result of a formula is then a guess. */
    private boolean toBeReckoned;

    private long cells;

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
                    RecordCode.TOO_LONG, 0, "this workbook has more than 64 megabytes", "", "save the sheet as CSV");
        }
        try {
            switch (kind(bytes)) {
                case EXCEL -> excel(bytes);
                case OPEN_DOCUMENT -> openDocument(bytes);
                case OTHER -> throw UnreadForms.archive(Set.of());
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
                RecordCode.BROKEN_TEXT,
                0,
                "this workbook is damaged, or not whole, or locked with a password",
                "",
                "open it and save it again, without a password");
    }

    private Kind kind(byte[] bytes) throws IOException {
        Kind kind = Kind.OTHER;
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                names.add(name);
                if (name.equals("xl/workbook.xml")) {
                    kind = Kind.EXCEL;
                } else if (name.equals("content.xml") && kind == Kind.OTHER) {
                    kind = Kind.OPEN_DOCUMENT;
                }
                SheetScan scan = new SheetScan();
                ByteArrayOutputStream book = new ByteArrayOutputStream();
                long most = name.equals("xl/sharedStrings.xml") ? LARGEST_STRINGS : LARGEST_UNPACKED;
                long before = unpacked;
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked - before > most || unpacked > LARGEST_UNPACKED) {
                        throw new UnreadableText(
                                RecordCode.TOO_LONG,
                                0,
                                "this workbook has more than " + (most >> 20) + " megabytes "
                                        + (most == LARGEST_STRINGS ? "of texts " : "") + "when it is unpacked",
                                "",
                                "save the sheet as CSV");
                    }
                    if (name.equals("xl/workbook.xml") && book.size() < LARGEST_BOOK) {
                        book.write(buffer, 0, n);
                    }
                    if (name.startsWith("xl/worksheets/")) {
                        scan.take(buffer, n);
                    }
                    if (name.equals("META-INF/manifest.xml")
                            && new String(buffer, 0, n, StandardCharsets.UTF_8).contains(":encryption-data")) {
                        throw UnreadForms.locked();
                    }
                }
                String said = book.toString(StandardCharsets.UTF_8);
                from1904 |= FROM_1904.matcher(said).find();
                toBeReckoned |= TO_BE_RECKONED.matcher(said).find();
                if (scan.isBeyond()) {
                    throw damaged();
                }
                writtenDates |= scan.hasWrittenDates();
            }
        }
        formats = names.contains("xl/styles.xml");
        if (kind == Kind.OTHER) {
            throw UnreadForms.archive(names);
        }
        return kind;
    }

    private record Named(String name, boolean visible, boolean filled) {}

    /** The place of the sheet that is meant. */
    private int chosen(List<Named> sheets) throws UnreadableText {
        List<String> names = sheets.stream().map(Named::name).toList();
        if (form.sheet().isPresent()) {
            int at = names.indexOf(form.sheet().get());
            if (at < 0) {
                throw new UnreadableText(
                        RecordCode.NO_SUCH_SHEET,
                        0,
                        "the workbook has no sheet "
                                + UserWords.quoted(form.sheet().get()),
                        "",
                        DidYouMean.heading(form.sheet().get(), names, "there are"));
            }
            return at;
        }
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (sheets.get(i).visible() && sheets.get(i).filled()) {
                candidates.add(i);
            }
        }
        if (candidates.size() > 1) {
            List<String> shown = candidates.stream()
                    .limit(20)
                    .map(i -> "`" + names.get(i) + "`")
                    .toList();
            throw new UnreadableText(
                    RecordCode.NO_SUCH_SHEET,
                    0,
                    "the workbook has " + candidates.size() + " sheets: " + String.join(", ", shown),
                    "one of them",
                    "say which in a mapping: `sheet \"" + names.get(candidates.getFirst()) + "\"`");
        }
        sheets.stream()
                .filter(s -> !s.visible() && s.filled())
                .forEach(s -> problems.warning(
                        RecordCode.HIDDEN,
                        0,
                        "",
                        "the sheet " + UserWords.quoted(s.name()) + " is hidden, and is not read",
                        "",
                        "if it is meant, the mapping names it: `sheet \"" + s.name() + "\"`"));
        return candidates.isEmpty() ? -1 : candidates.getFirst();
    }

    private void excel(byte[] bytes) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(writtenDates ? SheetScan.datesAsTexts(bytes) : bytes),
                new ReadingOptions(formats, false))) {
            List<org.dhatim.fastexcel.reader.Sheet> sheets = book.getSheets().toList();
            List<Named> named = new ArrayList<>();
            for (org.dhatim.fastexcel.reader.Sheet sheet : sheets) {
                named.add(
                        new Named(sheet.getName(), sheet.getVisibility() == SheetVisibility.VISIBLE, isFilled(sheet)));
            }
            int at = chosen(named);
            if (at < 0) {
                new SheetRows("", new SheetLayout(false), form, problems, sink).end();
            } else {
                org.dhatim.fastexcel.reader.Sheet sheet = sheets.get(at);
                SheetLayout layout =
                        new ExcelLayout(bytes).of(sheet.getId(), sheet.getVisibility() != SheetVisibility.VISIBLE);
                SheetRows rows = new SheetRows(sheet.getName(), layout, form, problems, sink);
                ExcelCells texts = new ExcelCells(from1904, toBeReckoned, form.numbers(), writtenDates);
                try (Stream<org.dhatim.fastexcel.reader.Row> all = sheet.openStream()) {
                    Iterator<org.dhatim.fastexcel.reader.Row> each = all.iterator();
                    boolean more = true;
                    while (more && each.hasNext()) {
                        org.dhatim.fastexcel.reader.Row row = each.next();
                        count(row.getCellCount());
                        more = rows.take(row.getRowNum(), texts.texts(row));
                    }
                }
                rows.end();
            }
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
        OpenDocument book = new OpenDocument(bytes, form.numbers());
        List<OpenDocument.Sheet> sheets = book.sheets();
        if (sheets.isEmpty()) {
            throw damaged();
        }
        int at = chosen(sheets.stream()
                .map(s -> new Named(s.name(), s.visible(), s.filled()))
                .toList());
        SheetLayout layout = new SheetLayout(at >= 0 && !sheets.get(at).visible());
        SheetRows rows = new SheetRows(at < 0 ? "" : sheets.get(at).name(), layout, form, problems, sink);
        if (at >= 0) {
            book.rows(at, layout, (number, cells) -> {
                count(cells.length);
                return rows.take(number, cells);
            });
        }
        rows.end();
    }

    private void count(int more) throws UnreadableText {
        cells += more;
        if (cells > MOST_CELLS) {
            throw new UnreadableText(
                    RecordCode.TOO_LONG, 0, "this sheet has more than 40 million cells", "", "save it as CSV");
        }
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
    private record ExcelCells(boolean from1904, boolean toBeReckoned, NumberForm numbers, boolean writtenDates) {
        String[] texts(org.dhatim.fastexcel.reader.Row row) {
            String[] texts = new String[row.getCellCount()];
            for (int i = 0; i < texts.length; i++) {
                Optional<Cell> cell = row.getOptionalCell(i);
                texts[i] = cell.map(this::text).orElse("");
            }
            return texts;
        }

        private String text(Cell cell) {
            if (toBeReckoned && cell.getFormula() != null) {
                return SheetRows.NOT_RECKONED;
            }
            return switch (cell.getValue()) {
                case null -> nothing(cell);
                case String text
                when writtenDates && text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00(\\.0+)?Z?") ->
                    text.substring(0, 10);
                case String text when numbers.couldBeThousands(text) -> SheetRows.IN_DOUBT + text;
                case BigDecimal number ->
                    ExcelDay.isDate(cell.getDataFormatId(), cell.getDataFormatString())
                            ? date(number, cell.getDataFormatString(), cell.getDataFormatId())
                            : (isPercent(cell) ? SheetRows.PERCENT : "") + numbers.written(digits(number));
                case Boolean truth -> truth ? "true" : "false";
                default -> String.valueOf(cell.getValue());
            };
        }

        private static boolean isPercent(Cell cell) {
            String format = cell.getDataFormatString();
            return format != null && format.replaceAll("\"[^\"]*\"|\\\\.", "").contains("%");
        }

        /** A formula has a result, be it an empty text, if the program that saved the file has reckoned. */
        private static String nothing(Cell cell) {
            return cell.getFormula() != null && cell.getRawValue() == null ? SheetRows.NOT_RECKONED : "";
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
