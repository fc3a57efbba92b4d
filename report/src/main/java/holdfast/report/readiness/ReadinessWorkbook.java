package holdfast.report.readiness;

import holdfast.report.page.Markup;
import holdfast.report.readiness.Sheet.Cell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The tables of a ledger as a workbook (OOXML), a sheet for each. Written by hand: so its bytes hang on nothing but what it says, and no cell can be taken for a formula.
 */
public final class ReadinessWorkbook {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";
    private static final String PROPERTIES = "docProps/app.xml";
    private static final String MADE_BY_HOLDFAST = "<Application>holdfast</Application>";

    /** Styles: plain, a day, a heading. */
    private static final int DAY = 1;

    private static final int HEADING = 2;

    /** A workbook counts days from here. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final List<Sheet> sheets;

    private ReadinessWorkbook(List<Sheet> sheets) {
        this.sheets = sheets;
    }

    public static byte[] of(List<Sheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part :
                    new ReadinessWorkbook(sheets).parts().entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Whether Holdfast wrote such a file, so that it may write over it. */
    public static boolean isOurs(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(PROPERTIES)) {
                    return new String(zip.readNBytes(1_000), StandardCharsets.UTF_8).contains(MADE_BY_HOLDFAST);
                }
            }
        }
        return false;
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types());
        parts.put(
                "_rels/.rels",
                relations(List.of(
                        relation(1, OFFICE + "/officeDocument", "xl/workbook.xml"),
                        relation(2, OFFICE + "/extended-properties", PROPERTIES))));
        parts.put(
                PROPERTIES,
                HEAD
                        + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                        + MADE_BY_HOLDFAST + "</Properties>");
        parts.put("xl/workbook.xml", workbook());
        List<String> relations = new ArrayList<>();
        for (int i = 1; i <= sheets.size(); i++) {
            relations.add(relation(i, OFFICE + "/worksheet", "worksheets/sheet" + i + ".xml"));
        }
        relations.add(relation(sheets.size() + 1, OFFICE + "/styles", "styles.xml"));
        parts.put("xl/_rels/workbook.xml.rels", relations(relations));
        parts.put("xl/styles.xml", styles());
        for (int i = 0; i < sheets.size(); i++) {
            parts.put("xl/worksheets/sheet" + (i + 1) + ".xml", sheet(sheets.get(i)));
        }
        return parts;
    }

    private String types() {
        StringBuilder types = new StringBuilder(HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + type("/xl/workbook.xml", "spreadsheetml.sheet.main+xml")
                + type("/xl/styles.xml", "spreadsheetml.styles+xml")
                + type("/" + PROPERTIES, "extended-properties+xml"));
        for (int i = 1; i <= sheets.size(); i++) {
            types.append(type("/xl/worksheets/sheet" + i + ".xml", "spreadsheetml.worksheet+xml"));
        }
        return types.append("</Types>").toString();
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"r" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(List<String> relations) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + String.join("", relations)
                + "</Relationships>";
    }

    private String workbook() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < sheets.size(); i++) {
            names.append("<sheet name=\"" + escaped(sheets.get(i).name()) + "\" sheetId=\"" + (i + 1) + "\" r:id=\"r"
                    + (i + 1) + "\"/>");
        }
        return HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + names
                + "</sheets></workbook>";
    }

    private static String styles() {
        return HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\""
                + " formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill"
                + " patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">"
                + "<border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/>"
                + "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>";
    }

    private static String sheet(Sheet sheet) {
        StringBuilder rows = new StringBuilder();
        row(rows, 1, sheet.columns().stream().<Cell>map(Cell.Words::new).toList(), HEADING);
        int number = 2;
        for (List<Cell> row : sheet.rows()) {
            row(rows, number++, row, 0);
        }
        return HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\""
                + " topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<cols><col min=\"1\" max=\"" + sheet.columns().size()
                + "\" width=\"18\" customWidth=\"1\"/></cols><sheetData>"
                + rows + "</sheetData></worksheet>";
    }

    private static void row(StringBuilder rows, int number, List<Cell> cells, int style) {
        rows.append("<row r=\"").append(number).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            String place = column(i) + number;
            switch (cells.get(i)) {
                case Cell.Words(String text) ->
                    rows.append("<c r=\"" + place + "\" s=\"" + style
                            + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>");
                case Cell.Amount(var amount) ->
                    rows.append("<c r=\"" + place + "\"><v>" + amount.toPlainString() + "</v></c>");
                case Cell.Day(var date) ->
                    rows.append("<c r=\"" + place + "\" s=\"" + DAY + "\"><v>"
                            + ChronoUnit.DAYS.between(FIRST_DAY, date) + "</v></c>");
                case Cell.Nothing() -> {}
            }
        }
        rows.append("</row>");
    }

    private static String column(int index) {
        return (index < 26 ? "" : String.valueOf((char) ('A' + index / 26 - 1))) + (char) ('A' + index % 26);
    }

    private static String escaped(String text) {
        return Markup.escape(text);
    }
}
