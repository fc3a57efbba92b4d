package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.problem.RecordCode;
import holdfast.language.model.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which people have their tables (docs/mapping.md, The file). */
class FormsTest {
    private static final String BASE = "mapping \"Reports\"\ntime is when\n";
    private static final String ATTACK = BASE + "every row becomes attack(killed killed)\n";

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", ","})
    void theSeparatorIsFoundInTheHeader(String separator) {
        String csv = "when~killed~\"a, b; c; d, e|d|f\tg\"\n2015-02-15~3~x, y\n".replace("~", separator);
        csv = separator.equals(",") ? csv.replace("x, y", "x") : csv;
        assertThat(killed(good(ATTACK, csv))).containsExactly("3");
    }

    @Test
    void excelsOwnFirstLineSaysTheSeparator() {
        assertThat(killed(good(ATTACK, "sep=;\nwhen;killed\n2015-02-15;3\n"))).containsExactly("3");
        assertThat(Reading.csv("sep=;\nid;source;occurred;event\na1;M;2015-02-15;attack\n")
                        .records())
                .hasSize(1);
    }

    @Test
    void holdfastsOwnFormMayHaveSemicolons() {
        assertThat(Reading.csv("id;source;occurred;event\na1;M;2015-02-15;attack\n")
                        .records())
                .hasSize(1);
    }

    @Test
    void aListOfObjectsIsAColumnForEachMember() {
        String mapping = """
                mapping "M"
                time is when
                source is "M {links.url}"
                every row becomes attack(by unattributed, killed toll)
                """;
        assertThat(records(mapping, """
                [{"when": "2015-02-15", "toll": 1, "links": [{"url": "a", "seen": null}, {"url": "b"}]},
                 {"when": "2015-02-16", "toll": 2, "links": []},
                 {"when": "2015-02-17", "toll": 3, "links": [{"name": "n"}, {"url": "c", "by": {"x": 1}}]},
                 {"when": "2015-02-18", "toll": 4, "links": [[1, 2], {"url": "d"}]}]
                """)).extracting(Record::source).containsExactly("M a;b", "M ", "M ;c", "M ;d");
    }

    private static List<Record> records(String mapping, String json) {
        Loaded loaded = Reading.mapped(mapping, "list.json", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Reading.problems(loaded)).isEmpty();
        return loaded.records();
    }

    @Test
    void anAttributeCalledLikeAColumnOfAnotherKindNeedsNoPrefix() {
        Loaded loaded = Reading.csv(
                "id,source,occurred,event,by,about\na0,M,2015-02-14,attack,,\na1,M,2015-02-15,warn,Russia,a0\n");
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(((Record.Observation) loaded.records().getLast()).values())
                .containsEntry("about", new Value.Reference("a0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "decimal comma#3,5#3.5",
                "decimal comma#3#3",
                "decimal comma#-0,25#-0.25",
                "decimal comma; thousands point#1.234#1234",
                "decimal comma; thousands point#1.234.567,5#1234567.5",
                "thousands blank#12 345#12345",
                "decimal comma; thousands blank#12 345,5#12345.5",
                "thousands apostrophe#1'234.5#1234.5",
                "thousands comma#1,234#1234",
                "decimal point#1.234#1.234"
            })
    void numbersAreReadAsTheMappingSays(String said, String cell, String number) {
        String mapping = said.replace("; ", "\n") + "\n" + ATTACK;
        assertThat(killed(good(mapping, "when;killed\n2015-02-15;" + cell + "\n")))
                .containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "#1.234#can be a number with decimals, or a thousand and more#`decimal point`",
                "#3,5#is no number#`decimal comma`",
                "decimal comma#1.234#is no number#`thousands point`",
                "decimal comma; thousands point#1.23#is no number#",
                "decimal comma; thousands point#12.34,5#is no number#",
                "decimal comma#3,5,1#is no number#",
                "#12 345#is no number#`thousands blank`"
            })
    void aNumberIsNeverGuessed(String said, String cell, String found, String mend) {
        String mapping = (said == null ? "" : said.replace("; ", "\n") + "\n") + ATTACK;
        assertThat(Reading.problems(Reading.mapped(mapping, "when;killed\n2015-02-15;" + cell + "\n")))
                .singleElement()
                .asString()
                .contains("`" + cell + "` " + found)
                .contains(mend == null ? "" : mend);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "day month year#31.12.2024#2024-12-31",
                "day month year#5/4/2024#2024-04-05",
                "month day year#5/4/2024#2024-05-04",
                "month day year#May 4, 2024#2024-05-04",
                "day month year#4 Sept 2024#2024-09-04",
                "day month year#15 February 2015#2015-02-15",
                "year month day#2024/5/4#2024-05-04",
                "year day month#2024-04-05#2024-05-04",
                "day month year#2024-05-04#2024-05-04"
            })
    void datesStandInTheOrderThatTheMappingSays(String order, String cell, String day) {
        List<Record> records =
                good("dates are " + order + "\n" + BASE + "every row becomes attack\n", "when;x\n" + cell + ";1\n");
        assertThat(time(records)).isEqualTo(new Time(at(day + "T00:00"), at(day + "T23:59:59.999")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"31.12.2024 22:10#22:10", "31.12.2024, 10:10 pm#22:10", "31.12.2024 9:05:07#09:05:07"})
    void withATimeOfDay(String cell, String time) {
        List<Record> records =
                good("dates are day month year\n" + BASE + "every row becomes attack\n", "when;x\n" + cell + ";1\n");
        assertThat(time(records)).isEqualTo(Time.at(at("2024-12-31T" + time)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "31.12.2024#`dates are day month year`",
                "12/31/2024 10:00#`dates are month day year`",
                "31.12.24#write four",
                "45123#`in Excel days`",
                "1424000000#`in seconds`",
                "1424000000000#`in milliseconds`",
                "May 4, 2024#`dates are month day year`",
                "2024/05/04#`dates are year month day`"
            })
    void theRefusalNamesTheWords(String cell, String words) {
        assertThat(Reading.problems(Reading.mapped(BASE + "every row becomes attack\n", "when;x\n" + cell + ";1\n")))
                .singleElement()
                .asString()
                .contains("`" + cell + "` is no time")
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2024", "13.13.2024", "1.2.24", "31.12.2024 25:00", "31.12.2024x"})
    void whatIsNoDateInThatOrderIsRefused(String cell) {
        assertThat(Reading.problems(Reading.mapped(
                        "dates are day month year\n" + BASE + "every row becomes attack\n",
                        "when;x\n" + cell + ";1\n")))
                .singleElement()
                .asString()
                .contains("is no time");
    }

    @ParameterizedTest
    @CsvSource({"45123,2023-07-16", "1,1900-01-01", "59,1900-02-28", "61,1900-03-01", "36526,2000-01-01"})
    void excelDays(String number, String day) {
        List<Record> records = good(
                "mapping \"R\"\ntime is when in Excel days\nevery row becomes attack\n", "when;x\n" + number + ";1\n");
        assertThat(time(records)).isEqualTo(new Time(at(day + "T00:00"), at(day + "T23:59:59.999")));
    }

    @Test
    void theDayThatNeverWasIsRefused() {
        assertThat(Reading.problems(Reading.mapped(
                        "mapping \"R\"\ntime is when in Excel days\nevery row becomes attack\n", "when;x\n60;1\n")))
                .singleElement()
                .asString()
                .contains("`60` is no time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows-1252", "UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1250"})
    void anotherEncodingIsSaid(String encoding) {
        String csv = "when;place\n2015-02-15;Münster\n";
        Loaded loaded = Reading.mapped(
                "encoding " + encoding + "\n" + BASE + "every row becomes attack(place place)\n",
                "source.csv",
                csv.getBytes(Charset.forName(encoding)));
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(((Record.Observation) loaded.records().getFirst()).values())
                .containsEntry("place", new Value.NamedPlace("Münster"));
    }

    @Test
    void anEncodingThatTheFileContradictsIsRefused() {
        byte[] utf8 = "when;place\n2015-02-15;Münster\n".getBytes(StandardCharsets.UTF_8);
        String rest = BASE + "every row becomes attack(place place)\n";
        assertThat(Reading.problems(Reading.mapped("encoding Windows-1252\n" + rest, "source.csv", utf8))
                        .getFirst())
                .contains("this is UTF-8");
        assertThat(Reading.problems(Reading.mapped("encoding UTF-16\n" + rest, "source.csv", utf8))
                        .getFirst())
                .contains("UTF-16LE");
    }

    @Test
    void theHeaderMayStandBelowATitle() {
        assertThat(killed(good("header is row 3\n" + ATTACK, "Losses;\n;\nwhen;killed\n2015-02-15;3\n")))
                .containsExactly("3");
        assertThat(Reading.problems(Reading.mapped(ATTACK, "Losses;\n;\nwhen;killed\n2015-02-15;3\n"))
                        .toString())
                .contains("`header is row 3`");
    }

    @Test
    void aHeaderOfTwoRowsIsOneNameForEachColumn() {
        String csv = "when;killed;;place\n;civilian;other;\n2015-02-15;3;4;Popasna\n";
        assertThat(killed(good(
                        "header is rows 1 to 2\n" + BASE
                                + "every row becomes attack(killed `killed other`, place place)\n",
                        csv)))
                .containsExactly("4");
    }

    @Test
    void jsonListsAndFeaturesAreRecords() {
        String list = "[{\"when\":\"2015-02-15\",\"killed\":3},\n {\"when\":\"2015-02-16\",\"killed\":4.5}]";
        assertThat(killed(json("a.json", list))).containsExactly("3", "4.5");
        assertThat(killed(json("a.txt", list))).containsExactly("3", "4.5");
        assertThat(killed(json("a.json", "{\"status\":200,\"data\":" + list + "}")))
                .containsExactly("3", "4.5");
        assertThat(killed(json("a.json", "{\"when\":\"2015-02-15\",\"killed\":3}")))
                .containsExactly("3");
        Loaded features = Reading.mapped(
                BASE + "coordinates of place are geometry.lat, geometry.lon\n"
                        + "every row becomes attack(killed killed, place place)\n",
                "a.geojson",
                """
                {"type":"FeatureCollection","features":[
                  {"type":"Feature","id":7,"properties":{"when":"2015-02-15","killed":3,"place":"Popasna"},
                   "geometry":{"type":"Point","coordinates":[38.378,48.633]}},
                  {"type":"Feature","properties":{"when":"2015-02-15","killed":4,"place":"Line"},
                   "geometry":{"type":"LineString","coordinates":[[38.3,48.6],[38.4,48.7]]}}]}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(Reading.problems(features)).isEmpty();
        assertThat(((Record.Observation) features.records().getFirst()).values())
                .containsEntry("place", new Value.Place(48.633, 38.378, "Popasna"));
        assertThat(features.records()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[{\"when\":\"2015-02-15\"", "[1,2]", "[]", "{\"a\":}", "[{\"when\":[{}]}]", "\"x\"", "[[{}]]"})
    void jsonThatIsNoListOfObjects(String text) {
        assertThat(Reading.problems(Reading.mapped(ATTACK, "a.json", text.getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty();
    }

    @Test
    void anOpenDocumentSheet() throws IOException {
        Object[][] cells = {
            {"Incidents", null, null},
            {"when", "killed", "share"},
            {LocalDate.of(2015, 2, 15), 3.0, 0.1 + 0.2},
            {LocalDateTime.of(2015, 2, 16, 12, 30), 4.0, null}
        };
        Sheet sheet = new Sheet("Incidents", 4, 3);
        sheet.getDataRange()
                .setValues(java.util.Arrays.stream(cells)
                        .flatMap(java.util.Arrays::stream)
                        .toArray());
        Sheet other = new Sheet("Codes", 1, 1);
        other.getDataRange().setValue("UA");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpreadSheet book = new SpreadSheet();
        book.appendSheet(sheet);
        book.appendSheet(other);
        book.save(out);

        assertThat(Reading.problems(Reading.mapped("header is row 2\n" + ATTACK, "a.ods", out.toByteArray()))
                        .getFirst())
                .isEqualTo("a.ods: the workbook has 2 sheets: `Incidents`, `Codes`; expected one of them;"
                        + " say which in a mapping: `sheet \"Incidents\"` [HR132]");
        Loaded loaded = Reading.mapped("sheet \"Incidents\"\nheader is row 2\n" + ATTACK, "a.ods", out.toByteArray());
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(killed(loaded.records())).containsExactly("3", "4");
        assertThat(time(loaded.records().subList(1, 2))).isEqualTo(Time.at(at("2015-02-16T12:30")));
        assertThat(loaded.records()).extracting(Record::id).containsExactly("a:3", "a:4");
    }

    @Test
    void anExcelSheet() throws IOException {
        byte[] book = excel("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Losses of July</t></is></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>when</t></is></c>"
                + "<c r=\"C3\" t=\"inlineStr\"><is><t>killed</t></is></c></row>"
                + "<row r=\"4\"><c r=\"A4\" s=\"1\"><v>45123</v></c><c r=\"C4\"><v>0.30000000000000004</v></c></row>"
                + "<row r=\"5\"><c r=\"A5\" s=\"2\"><v>45123.930555555555</v></c><c r=\"C5\"><f>1+2</f><v>3</v></c></row>"
                + "<row r=\"6\"><c r=\"A6\" t=\"inlineStr\"><is><t>2023-07-17</t></is></c></row>");
        Loaded loaded = Reading.mapped("header is row 3\n" + ATTACK, "a.xlsx", book);
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(killed(loaded.records())).containsExactly("0.3", "3", "");
        assertThat(loaded.records()).extracting(Record::id).containsExactly("a:4", "a:5", "a:6");
        assertThat(time(loaded.records().subList(0, 1)))
                .isEqualTo(new Time(at("2023-07-16T00:00"), at("2023-07-16T23:59:59.999")));
        assertThat(time(loaded.records().subList(1, 2))).isEqualTo(Time.at(at("2023-07-16T22:20")));
        // A number that is one stays one, whatever is said of numbers that are texts.
        assertThat(killed(Reading.mapped("decimal comma\nheader is row 3\n" + ATTACK, "a.xlsx", book)
                        .records()))
                .containsExactly("0.3", "3", "");
    }

    @Test
    void aFormulaThatFailedIsRefused() throws IOException {
        byte[] book = excel(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>when</t></is></c>"
                        + "<c r=\"B1\" t=\"inlineStr\"><is><t>killed</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>45123</v></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>");
        assertThat(Reading.problems(Reading.mapped(ATTACK, "a.xlsx", book)))
                .containsExactly(
                        "a.xlsx, sheet \"Sheet1\", cell B2, column `killed`: the formula here has failed: `#DIV/0!`;"
                                + " expected a value; mend it in the sheet [HR108]");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100, 400, 700})
    void aDamagedWorkbookIsSaidToBe(int length) throws IOException {
        byte[] book = excel("<row r=\"1\"/>");
        Loaded loaded =
                Reading.mapped(ATTACK, "a.xlsx", java.util.Arrays.copyOf(book, Math.min(length, book.length - 30)));
        assertThat(Reading.problems(loaded)).isNotEmpty();
    }

    /** A workbook of one sheet, with a date in style 1 and a time in style 2. */
    private static byte[] excel(String rows) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + override("/xl/workbook.xml", "sheet.main") + override("/xl/styles.xml", "styles")
                        + override("/xl/worksheets/sheet1.xml", "worksheet") + "</Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"" + office
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"rId2\" Type=\"" + office
                        + "/styles\" Target=\"styles.xml\"/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + main + "\"><numFmts count=\"1\">"
                        + "<numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\\ hh:mm\"/></numFmts>"
                        + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "+xml\"/>";
    }

    private static List<Record> json(String name, String text) {
        Loaded loaded = Reading.mapped(ATTACK, name, text.getBytes(StandardCharsets.UTF_8));
        assertThat(Reading.problems(loaded)).isEmpty();
        return loaded.records();
    }

    private static List<Record> good(String mapping, String csv) {
        Loaded loaded = Reading.mapped(mapping, csv);
        assertThat(loaded.report().problems())
                .filteredOn(p -> p.code() != RecordCode.NEGATIVE)
                .isEmpty();
        return loaded.records();
    }

    private static List<String> killed(List<Record> records) {
        return records.stream()
                .map(r -> ((Record.Observation) r).values().get("killed"))
                .map(v -> v == null ? "" : ((Value.Number) v).number().toPlainString())
                .toList();
    }

    private static Time time(List<Record> records) {
        return ((Record.Observation) records.getFirst()).occurred();
    }

    /** In Kyiv. */
    private static long at(String local) {
        return LocalDateTime.parse(local)
                .atZone(java.time.ZoneId.of("Europe/Kyiv"))
                .toInstant()
                .toEpochMilli();
    }
}
