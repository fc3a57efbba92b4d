package holdfast.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as Excel and LibreOffice write them, sign by sign. */
final class Books {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Books() {}

    /** Of Excel. */
    static final class Excel {
        private final Map<String, String> sheets = new LinkedHashMap<>();
        private final Map<String, String> around = new LinkedHashMap<>();
        private final StringBuilder list = new StringBuilder();
        private String strings = "";
        private boolean from1904;
        private String reckoning = "";
        private String space = MAIN;
        private String prefix = "";

        /** @param rows {@code <row>} elements */
        Excel sheet(String name, String rows, String... state) {
            int n = sheets.size() + 1;
            sheets.put("xl/worksheets/sheet" + n + ".xml", rows);
            list.append("<sheet name=\"")
                    .append(name)
                    .append("\" sheetId=\"")
                    .append(n)
                    .append(state.length > 0 ? "\" state=\"" + state[0] : "")
                    .append("\" r:id=\"rId")
                    .append(n)
                    .append("\"/>");
            return this;
        }

        /** Of the last sheet, what stands before its rows, such as {@code <cols>}, and behind them, such as {@code <mergeCells>}. */
        Excel with(String before, String after) {
            String last = "xl/worksheets/sheet" + sheets.size() + ".xml";
            around.put(last, before + "<sheetData>" + sheets.get(last) + "</sheetData>" + after);
            return this;
        }

        /** @param items the content of {@code <si>} elements */
        Excel strings(String... items) {
            strings = "<sst xmlns=\"" + MAIN + "\"><si>" + String.join("</si><si>", items) + "</si></sst>";
            return this;
        }

        Excel from1904() {
            from1904 = true;
            return this;
        }

        /** As Python's and R's libraries leave it. */
        Excel toBeReckoned() {
            reckoning = "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>";
            return this;
        }

        Excel in(String otherSpace) {
            space = otherSpace;
            return this;
        }

        Excel prefixed() {
            prefix = "x:";
            return this;
        }

        byte[] bytes() {
            Map<String, String> parts = new LinkedHashMap<>();
            StringBuilder types =
                    new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + type("/xl/workbook.xml", "sheet.main") + type("/xl/styles.xml", "styles")
                            + (strings.isEmpty() ? "" : type("/xl/sharedStrings.xml", "sharedStrings")));
            StringBuilder relations = new StringBuilder(relation("rId90", "styles", "styles.xml")
                    + (strings.isEmpty() ? "" : relation("rId91", "sharedStrings", "sharedStrings.xml")));
            int n = 0;
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                types.append(type("/" + sheet.getKey(), "worksheet"));
                relations.append(
                        relation("rId" + ++n, "worksheet", sheet.getKey().substring(3)));
                parts.put(
                        sheet.getKey(),
                        prefixed("<worksheet>"
                                + around.getOrDefault(sheet.getKey(), "<sheetData>" + sheet.getValue() + "</sheetData>")
                                + "</worksheet>"));
            }
            parts.put("[Content_Types].xml", types + "</Types>");
            parts.put(
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + space + "\" xmlns:r=\"" + OFFICE + "\">"
                            + (from1904 ? "<workbookPr date1904=\"1\"/>" : "") + "<sheets>" + list
                            + "</sheets>" + reckoning + "</workbook>");
            parts.put(
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                            + "</Relationships>");
            parts.put(
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"4\">"
                            + "<numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\\ hh:mm\"/>"
                            + "<numFmt numFmtId=\"165\" formatCode=\"[$-409]d\\-mmm\\-yy;@\"/>"
                            + "<numFmt numFmtId=\"166\" formatCode=\"0.0%\"/>"
                            + "<numFmt numFmtId=\"167\" formatCode=\"#,##0.00\\ &quot;days&quot;\"/></numFmts>"
                            + "<cellXfs count=\"8\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                            + "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"9\"/><xf numFmtId=\"20\"/>"
                            + "<xf numFmtId=\"167\"/></cellXfs></styleSheet>");
            if (!strings.isEmpty()) {
                parts.put("xl/sharedStrings.xml", strings);
            }
            return zip(parts);
        }

        private String prefixed(String xml) {
            String said = "<" + prefix + "worksheet xmlns" + (prefix.isEmpty() ? "" : ":x") + "=\"" + space + "\">";
            return xml.replaceAll("<(/?)(?=[a-z])", "<$1" + prefix).replaceFirst("<[x:]*worksheet>", said);
        }
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "+xml\"/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    /** A cell with its text in itself. */
    static String text(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
    }

    /** @param style 1 a date, 2 and time, 3 an English date, 4 and 5 percent, 6 a time of day, 7 a number with a word */
    static String number(String place, String number, int... style) {
        return "<c r=\"" + place + "\" s=\"" + (style.length > 0 ? style[0] : 0) + "\"><v>" + number + "</v></c>";
    }

    static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    /** Of LibreOffice. */
    static byte[] openDocument(String styles, String... tables) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        String oasis = "urn:oasis:names:tc:opendocument:xmlns:";
        parts.put(
                "content.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"" + oasis
                        + "office:1.0\" xmlns:table=\"" + oasis + "table:1.0\" xmlns:text=\"" + oasis
                        + "text:1.0\" xmlns:style=\"" + oasis
                        + "style:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""
                        + " office:version=\"1.2\"><office:automatic-styles>" + styles
                        + "</office:automatic-styles><office:body><office:spreadsheet>" + String.join("", tables)
                        + "</office:spreadsheet></office:body></office:document-content>");
        return zip(parts);
    }

    static String table(String name, String... rows) {
        return "<table:table table:name=\"" + name + "\">" + String.join("", rows) + "</table:table>";
    }

    /** @param attributes with a blank before them */
    static String tableRow(String attributes, String... cells) {
        return "<table:table-row" + attributes + ">" + String.join("", cells) + "</table:table-row>";
    }

    static String cell(String type, String attributes, String shown) {
        return "<table:table-cell office:value-type=\"" + type + "\"" + attributes + "><text:p>" + shown
                + "</text:p></table:table-cell>";
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
