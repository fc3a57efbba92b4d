package holdfast.intake.form;

import holdfast.intake.rows.Row;
import holdfast.intake.value.NumberForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The sheets of a workbook in the OpenDocument form, as LibreOffice writes it, row by row: nothing of it is held, so that a row that is said to stand there a
 * million times costs no memory.
 */
final class OpenDocument {
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final String CALC_EXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private static final long MOST_ROWS = 16_777_216;
    private static final int MOST_COLUMNS = 16_384;

    private final byte[] bytes;
    private final NumberForm numbers;

    /** @param filled whether something stands in it */
    record Sheet(String name, boolean visible, boolean filled) {}

    /** Takes the cells of a row, from the left on, up to the last that is not empty; false if no more are wanted. */
    @FunctionalInterface
    interface Rows {
        boolean take(long number, String[] cells) throws IOException;
    }

    OpenDocument(byte[] bytes, NumberForm numbers) {
        this.bytes = bytes;
        this.numbers = numbers;
    }

    List<Sheet> sheets() throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        Set<String> hidden = new HashSet<>();
        read(xml -> {
            if (is(xml, STYLE, "style")) {
                hiddenStyle(xml, hidden);
            } else if (is(xml, TABLE, "table")) {
                String name = attribute(xml, TABLE, "name");
                boolean visible = !hidden.contains(attribute(xml, TABLE, "style-name"));
                boolean[] filled = new boolean[1];
                rows(xml, new SheetLayout(false), (number, cells) -> {
                    filled[0] = true;
                    return true;
                });
                sheets.add(new Sheet(name, visible, filled[0]));
            }
            return true;
        });
        return sheets;
    }

    /** The rows of one sheet that are not empty; what it hides and merges is added to the layout before the row that it concerns. */
    void rows(int sheet, SheetLayout layout, Rows rows) throws IOException {
        int[] at = {0};
        read(xml -> {
            if (!is(xml, TABLE, "table")) {
                return true;
            }
            if (at[0]++ == sheet) {
                rows(xml, layout, rows);
                return false;
            }
            skip(xml);
            return true;
        });
    }

    @FunctionalInterface
    private interface Element {
        /** Reads an element that has begun, or leaves it to its children; false: the end. */
        boolean begun(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    private void read(Element element) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try (InputStream content = content()) {
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                // What was changed, and what is linked, has tables of its own, which are none of the document's.
                if (is(xml, TABLE, "tracked-changes") || is(xml, TABLE, "dde-links")) {
                    skip(xml);
                } else if (!element.begun(xml)) {
                    return;
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private InputStream content() throws IOException {
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals("content.xml")) {
                return zip;
            }
        }
        throw new IOException("no content");
    }

    private static void hiddenStyle(XMLStreamReader xml, Set<String> hidden) throws XMLStreamException {
        String name = attribute(xml, STYLE, "name");
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (is(xml, STYLE, "table-properties")
                        && attribute(xml, TABLE, "display").equals("false")) {
                    hidden.add(name);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** To the end of the table that has begun. */
    private void rows(XMLStreamReader xml, SheetLayout layout, Rows rows) throws XMLStreamException, IOException {
        long next = 1;
        int column = 0;
        boolean more = true;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (is(xml, TABLE, "table-row")) {
                    long repeated = repeated(xml, "number-rows-repeated", MOST_ROWS);
                    if (isHidden(xml)) {
                        layout.hideRows(next, next + repeated - 1);
                    }
                    String[] cells = cells(xml, next, layout);
                    for (long i = 0; more && cells.length > 0 && i < repeated; i++) {
                        more = rows.take(next + i, cells);
                    }
                    next += repeated;
                } else if (is(xml, TABLE, "table-column")) {
                    int last = (int) Math.min(
                            MOST_COLUMNS, column + repeated(xml, "number-columns-repeated", Integer.MAX_VALUE));
                    if (isHidden(xml) && column < last) {
                        layout.hideColumns(column, last - 1);
                    }
                    column = last;
                    depth++;
                } else if (is(xml, TABLE, "shapes") || is(xml, OFFICE, "forms") || is(xml, TABLE, "table")) {
                    skip(xml);
                } else {
                    // Groups of rows, and those that head each page, are rows like others.
                    depth++;
                }
            }
        }
    }

    private static boolean isHidden(XMLStreamReader xml) {
        return attribute(xml, TABLE, "visibility").matches("collapse|filter");
    }

    private String[] cells(XMLStreamReader xml, long row, SheetLayout layout) throws XMLStreamException, IOException {
        String[] cells = new String[0];
        int column = 0;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            boolean covered = is(xml, TABLE, "covered-table-cell");
            if (!covered && !is(xml, TABLE, "table-cell")) {
                skip(xml);
                continue;
            }
            long repeated = repeated(xml, "number-columns-repeated", Integer.MAX_VALUE);
            long down = repeated(xml, "number-rows-spanned", Integer.MAX_VALUE);
            if (!covered && down > 1) {
                long across = repeated(xml, "number-columns-spanned", Integer.MAX_VALUE);
                int last = (int) Math.min(MOST_COLUMNS, column + across) - 1;
                layout.merge(new SheetLayout.Merged(row, row + down - 1, column, last));
            }
            String text = cell(xml);
            if (!covered && !text.isEmpty()) {
                if (column + repeated > MOST_COLUMNS) {
                    throw new IOException("beyond the last column");
                }
                int end = (int) (column + repeated);
                int used = cells.length;
                cells = Arrays.copyOf(cells, end);
                Arrays.fill(cells, used, column, "");
                Arrays.fill(cells, column, end, text);
            }
            column = (int) Math.min(MOST_COLUMNS, column + repeated);
        }
        return cells;
    }

    private static long repeated(XMLStreamReader xml, String attribute, long most) throws IOException {
        String written = attribute(xml, TABLE, attribute);
        if (written.isEmpty()) {
            return 1;
        }
        if (!written.matches("[0-9]{1,10}") || Long.parseLong(written) < 1 || Long.parseLong(written) > most) {
            throw new IOException("no count: " + written);
        }
        return Long.parseLong(written);
    }

    /** What the cell holds, to its end. */
    private String cell(XMLStreamReader xml) throws XMLStreamException, IOException {
        String type = attribute(xml, OFFICE, "value-type");
        String value = attribute(xml, OFFICE, "value");
        String date = attribute(xml, OFFICE, "date-value");
        String time = attribute(xml, OFFICE, "time-value");
        String truth = attribute(xml, OFFICE, "boolean-value");
        boolean saysText = xml.getAttributeValue(OFFICE, "string-value") != null;
        String text = attribute(xml, OFFICE, "string-value");
        boolean failed = attribute(xml, CALC_EXT, "value-type").equals("error");
        boolean formula = xml.getAttributeValue(TABLE, "formula") != null;
        String shown = shown(xml);
        if (failed || SheetRows.isError(shown)) {
            return SheetRows.isError(shown) ? shown : "#VALUE!";
        }
        return switch (type) {
            case "float", "currency" -> numbers.written(Workbook.digits(number(value)));
            case "percentage" -> SheetRows.PERCENT + numbers.written(Workbook.digits(number(value)));
            case "date" -> date(date);
            case "time" -> time(time);
            case "boolean" -> truth;
            case "string" -> marked(saysText && !text.isEmpty() ? text : shown);
            default -> shown.isEmpty() && formula ? SheetRows.NOT_RECKONED : shown;
        };
    }

    private String marked(String text) {
        return numbers.couldBeThousands(text) ? SheetRows.IN_DOUBT + text : text;
    }

    private static BigDecimal number(String written) throws IOException {
        try {
            if (written.length() > 60) {
                throw new IOException("no number");
            }
            return new BigDecimal(written);
        } catch (NumberFormatException e) {
            throw new IOException(e);
        }
    }

    private static String date(String written) throws IOException {
        if (written.indexOf('T') < 0) {
            return written;
        }
        try {
            return Workbook.shown(LocalDateTime.parse(written), true);
        } catch (DateTimeException e) {
            throw new IOException(e);
        }
    }

    private static String time(String written) throws IOException {
        try {
            Duration time = Duration.parse(written);
            String seconds = time.toSecondsPart() == 0 ? "" : String.format(Locale.ROOT, ":%02d", time.toSecondsPart());
            return String.format(Locale.ROOT, "%02d:%02d", time.toHours(), time.toMinutesPart()) + seconds;
        } catch (DateTimeException e) {
            throw new IOException(e);
        }
    }

    /** The paragraphs of a cell, without its comment and what is drawn over it. */
    private static String shown(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder shown = new StringBuilder();
        boolean first = true;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (is(xml, TEXT, "p") || is(xml, TEXT, "h")) {
                shown.append(first ? "" : "\n");
                first = false;
                paragraph(xml, shown);
            } else {
                skip(xml);
            }
        }
        return shown.toString();
    }

    private static void paragraph(XMLStreamReader xml, StringBuilder shown) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    shown.append(xml.getText().replaceAll("[ \\t\\r\\n]+", " "));
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.START_ELEMENT -> {
                    if (is(xml, TEXT, "note") || is(xml, OFFICE, "annotation") || is(xml, TEXT, "ruby-text")) {
                        skip(xml);
                    } else {
                        depth++;
                        shown.append(sign(xml));
                    }
                }
                default -> {}
            }
            if (shown.length() > Row.LONGEST) {
                throw new XMLStreamException("too long");
            }
        }
    }

    private static String sign(XMLStreamReader xml) {
        if (!TEXT.equals(xml.getNamespaceURI())) {
            return "";
        }
        return switch (xml.getLocalName()) {
            case "s" -> {
                String count = attribute(xml, TEXT, "c");
                yield " ".repeat(count.matches("[0-9]{1,4}") ? Integer.parseInt(count) : 1);
            }
            case "tab" -> "\t";
            case "line-break" -> "\n";
            default -> "";
        };
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static boolean is(XMLStreamReader xml, String space, String name) {
        return xml.getLocalName().equals(name) && space.equals(xml.getNamespaceURI());
    }

    /** Empty where it is not there. */
    private static String attribute(XMLStreamReader xml, String space, String name) {
        String value = xml.getAttributeValue(space, name);
        return value == null ? "" : value;
    }
}
