package holdfast.intake;

import static holdfast.intake.Books.cell;
import static holdfast.intake.Books.number;
import static holdfast.intake.Books.openDocument;
import static holdfast.intake.Books.row;
import static holdfast.intake.Books.table;
import static holdfast.intake.Books.tableRow;
import static holdfast.intake.Books.text;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as they are: each is read right, or refused with what to do (docs/mapping.md, The file). */
@Timeout(120)
class WorkbooksTest {
    private static final String MAPPING =
            "mapping \"R\"\nzone UTC\ntime is when\nevery row becomes attack(killed killed, place place)\n";
    private static final String HEAD = row(1, text("A1", "when"), text("B1", "killed"), text("C1", "place"));

    // Of Excel

    @Test
    void textsStandInAListOrInTheCellPerhapsInPieces() {
        byte[] book = new Books.Excel()
                .strings(
                        "<t>when</t>",
                        "<t>killed</t>",
                        "<r><t>pl</t></r><r><rPr><b/></rPr><t>ace</t></r>",
                        "<t>\u6771\u4eac</t><rPh sb=\"0\" eb=\"2\"><t>\u30c8\u30a6</t></rPh>")
                .sheet(
                        "S",
                        row(1, shared("A1", 0), shared("B1", 1), shared("C1", 2))
                                + row(2, number("A2", "45123", 1), number("B2", "3"), shared("C2", 3)))
                .bytes();
        assertThat(read("a.xlsx", book)).containsExactly("2 2023-07-16 killed=3 place=\u6771\u4eac");
    }

    private static String shared(String place, int index) {
        return "<c r=\"" + place + "\" t=\"s\"><v>" + index + "</v></c>";
    }

    @Test
    void aFormulaIsItsResultAlsoAnEmptyOne() {
        assertThat(read(
                        "a.xlsx",
                        excel(
                                row(
                                        2,
                                        number("A2", "45123", 1),
                                        "<c r=\"B2\"><f t=\"shared\" ref=\"B2:B3\" si=\"0\">1+2</f><v>3</v></c>",
                                        "<c r=\"C2\" t=\"str\"><f>IF(A1=1,\"x\",\"\")</f><v></v></c>"),
                                row(
                                        3,
                                        number("A3", "45123", 1),
                                        "<c r=\"B3\"><f t=\"shared\" si=\"0\"/><v>5</v></c>",
                                        "<c r=\"C3\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"))))
                .containsExactly("2 2023-07-16 killed=3", "3 2023-07-16 killed=5 place=ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"B2\"><f>1+2</f></c>",
                "!<c r=\"B2\"><f>1+2</f><v></v></c>",
                "!<c r=\"B2\"><f>1+2</f><v>0</v></c>"
            })
    void aFormulaThatNobodyHasReckonedIsNotNothing(String cell) {
        Books.Excel book = cell.startsWith("!") ? new Books.Excel().toBeReckoned() : new Books.Excel();
        String rows = HEAD + row(2, number("A2", "45123", 1), cell.replace("!", ""), text("C2", "x"));
        assertThat(problems("a.xlsx", book.sheet("S", rows).bytes()))
                .containsExactly(
                        "a.xlsx, sheet \"S\", cell B2, column `killed`: the formula here has no result: no spreadsheet program"
                                + " has reckoned it yet; expected a value; open the workbook in Excel or LibreOffice and save it"
                                + " again [HR108]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#DIV/0!", "#REF!", "#NAME?"})
    void anErrorIsRefused(String error) {
        String cell = "<c r=\"B2\" t=\"e\"><f>x</f><v>" + error + "</v></c>";
        assertThat(problems("a.xlsx", excel(row(2, number("A2", "45123", 1), cell))))
                .singleElement()
                .asString()
                .contains("sheet \"S\", cell B2, column `killed`: the formula here has failed: `" + error + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "veryHidden"})
    void aHiddenSheetIsReadOnlyIfItIsNamedAHiddenRowAlways(String state) {
        byte[] book = new Books.Excel()
                .sheet("Old", HEAD + row(2, number("A2", "1000", 1), number("B2", "9")), state)
                .sheet(
                        "Now",
                        HEAD + "<row r=\"2\" hidden=\"1\">" + number("A2", "45123", 1) + number("B2", "1") + "</row>")
                .bytes();
        assertThat(read("a.xlsx", book)).containsExactly("2 2023-07-16 killed=1");
        assertThat(read("sheet \"Old\"\n", "a.xlsx", book)).containsExactly("2 1902-09-26 killed=9");
    }

    @Test
    void dateSystemsFormatsAndKinds() {
        assertThat(read(
                        "a.xlsx",
                        new Books.Excel()
                                .from1904()
                                .sheet("S", HEAD + row(2, number("A2", "43661", 1), number("B2", "1")))
                                .bytes()))
                .containsExactly("2 2023-07-16 killed=1");
        assertThat(read(
                        "a.xlsx",
                        excel(
                                row(
                                        2,
                                        number("A2", "45123.930555555555", 2),
                                        number("B2", "1.5", 7),
                                        number("C2", "0.5", 6)),
                                row(3, number("A3", "45123", 3), number("B3", "0.155", 4), number("C3", "0.2", 5)),
                                row(4, "<c r=\"A4\" t=\"d\"><v>2024-05-01T10:30:00</v></c>", number("B4", "1E+3")),
                                row(
                                        5,
                                        "<c r=\"A5\" s=\"1\" t=\"d\"><v>2024-05-02T00:00:00</v></c>",
                                        number("B5", "1.5E-3")),
                                row(
                                        6,
                                        text("A6", "2024-05-03"),
                                        number("B6", "2"),
                                        "<c r=\"C6\" t=\"b\"><v>1</v></c>"))))
                .containsExactly(
                        "2 2023-07-16T22:20 killed=1.5 place=12:00",
                        "3 2023-07-16 killed=0.155 place=0.2",
                        "4 2024-05-01T10:30 killed=1000",
                        "5 2024-05-02 killed=0.0015",
                        "6 2024-05-03 killed=2 place=true");
    }

    @Test
    void whatOtherProgramsWrite() {
        String rows = HEAD + row(2, number("A2", "45123", 1), number("B2", "3"), text("C2", "x"));
        String same = "2 2023-07-16 killed=3 place=x";
        assertThat(read("a.xlsx", new Books.Excel().prefixed().sheet("S", rows).bytes()))
                .containsExactly(same);
        assertThat(read(
                        "a.xlsx",
                        new Books.Excel()
                                .in("http://purl.oclc.org/ooxml/spreadsheetml/main")
                                .sheet("S", rows)
                                .bytes()))
                .containsExactly(same);
        assertThat(read(
                        "a.xlsx",
                        new Books.Excel()
                                .sheet("S", rows.replaceAll(" r=\"[A-Z0-9]+\"", ""))
                                .bytes()))
                .containsExactly(same);
        assertThat(read("a.csv", new Books.Excel().sheet("S", rows).bytes())).containsExactly(same);
        assertThat(read("a.xlsx", "when,killed,place\n2023-07-16,3,x\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(same);
    }

    @Test
    void titlesAndEmptyRowsThatHaveOnlyAFormat() {
        StringBuilder rows = new StringBuilder(row(1, text("A1", "Losses of July"))
                + row(3, text("A3", "when"), text("B3", "killed"), text("D3", "place"))
                + row(4, text("B4", "soldiers"), text("C4", "others"))
                + row(5, number("A5", "45123", 1), number("B5", "3"), number("C5", "4"), text("D5", "x")));
        for (int i = 6; i < 5000; i++) {
            rows.append(row(i, "<c r=\"A" + i + "\" s=\"1\"/>", "<c r=\"B" + i + "\" s=\"1\"/>"));
        }
        byte[] book = new Books.Excel().sheet("S", rows.toString()).bytes();
        assertThat(
                        read(
                                "header is rows 3 to 4\n",
                                "a.xlsx",
                                book,
                                "mapping \"R\"\nzone UTC\ntime is when\nevery row becomes attack(killed `killed others`, place place)\n"))
                .containsExactly("5 2023-07-16 killed=4 place=x");
        assertThat(problems("a.xlsx", book).toString()).contains("`header is row 3`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>#damaged",
                "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>#damaged",
                "<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>#damaged",
                "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>#to the right of the last column",
                "<row r=\"2\"><c r=\"A2\" s=\"99999\"><v>x</v></c></row>#damaged"
            })
    void placesThatNoSheetHas(String row, String said) {
        assertThat(problems("a.xlsx", excel(row)).toString()).contains(said);
    }

    // Of LibreOffice

    private static final String HEADER =
            tableRow("", cell("string", "", "when"), cell("string", "", "killed"), cell("string", "", "place"));

    private static String date(String date) {
        return cell("date", " office:date-value=\"" + date + "\"", "shown otherwise");
    }

    private static String value(String number) {
        return cell("float", " office:value=\"" + number + "\"", "shown otherwise");
    }

    private static String dataRow(String attributes, String day) {
        return tableRow(attributes, date(day), value("3"), cell("string", "", "x"));
    }

    private static String empty(long rows, long columns) {
        return "<table:table-row table:number-rows-repeated=\"" + rows
                + "\"><table:table-cell table:number-columns-repeated=\"" + columns + "\"/></table:table-row>";
    }

    @Test
    void cellsOfEachKind() {
        String comment = "<office:annotation><text:p>a comment</text:p></office:annotation>";
        byte[] book = openDocument(
                "",
                table(
                        "S",
                        HEADER,
                        tableRow(
                                "",
                                date("2023-07-16T10:30:00"),
                                cell("percentage", " office:value=\"0.155\"", "15,5 %"),
                                cell("boolean", " office:boolean-value=\"true\"", "WAHR")),
                        tableRow(
                                "",
                                date("2023-07-17"),
                                cell("currency", " office:currency=\"EUR\" office:value=\"12.5\"", "12,50 \u20ac"),
                                cell("time", " office:time-value=\"PT22H10M00S\"", "22:10")),
                        tableRow(
                                "",
                                date("2023-07-18"),
                                cell("float", " table:formula=\"of:=1+2\" office:value=\"0.30000000000000004\"", "0,3"),
                                "<table:table-cell office:value-type=\"string\">" + comment
                                        + "<text:p>one<text:s text:c=\"2\"/><text:span>two</text:span></text:p></table:table-cell>"),
                        tableRow(
                                "",
                                date("2023-07-19"),
                                value("4"),
                                "<table:table-cell table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\"/>")));
        assertThat(read("a.ods", book))
                .containsExactly(
                        "2 2023-07-16T10:30 killed=0.155 place=true",
                        "3 2023-07-17 killed=12.5 place=22:10",
                        "4 2023-07-18 killed=0.3 place=one  two",
                        "5 2023-07-19 killed=4");
    }

    @Test
    void groupsHeadersOfPagesAndMergedTitlesAreRowsLikeOthers() {
        byte[] book = openDocument(
                "",
                table(
                        "S",
                        tableRow(
                                "",
                                cell("string", " table:number-columns-spanned=\"3\"", "Losses"),
                                "<table:covered-table-cell table:number-columns-repeated=\"2\"/>"),
                        "<table:table-header-rows>" + HEADER + "</table:table-header-rows>",
                        "<table:table-row-group>" + dataRow("", "2023-07-16") + "<table:table-row-group>"
                                + dataRow(" table:visibility=\"collapse\"", "2023-07-17")
                                + "</table:table-row-group></table:table-row-group>"));
        assertThat(read("header is row 2\n", "a.ods", book))
                .containsExactly("3 2023-07-16 killed=3 place=x", "4 2023-07-17 killed=3 place=x");
    }

    @Test
    void rowsAndCellsThatAreRepeatedStandInTheirPlaces() {
        byte[] book = openDocument(
                "",
                table(
                        "S",
                        HEADER,
                        dataRow(" table:number-rows-repeated=\"3\"", "2023-07-16"),
                        empty(1_000_000, 16_384),
                        tableRow(
                                "",
                                date("2023-07-17"),
                                value("4"),
                                "<table:table-cell table:number-columns-repeated=\"16382\"/>"),
                        empty(48_570, 16_384)));
        assertThat(read("a.ods", book))
                .containsExactly(
                        "2 2023-07-16 killed=3 place=x",
                        "3 2023-07-16 killed=3 place=x",
                        "4 2023-07-16 killed=3 place=x",
                        "1000005 2023-07-17 killed=4");
    }

    @ParameterizedTest
    @CsvSource({
        "1048576,16384,to the right of the last column",
        "1048576,2147483647,damaged",
        "2147483647,1,damaged",
        "-5,1,damaged",
        "x,1,damaged",
        "1,0,damaged"
    })
    void hostileCounts(String rows, String columns, String said) {
        byte[] book = openDocument(
                "",
                table(
                        "S",
                        HEADER,
                        tableRow(
                                " table:number-rows-repeated=\"" + rows + "\"",
                                cell(
                                        "float",
                                        " office:value=\"3\" table:number-columns-repeated=\"" + columns + "\"",
                                        "3"))));
        assertThat(problems("a.ods", book).toString()).contains(said);
    }

    @Test
    void aHiddenSheetOfLibreOffice() {
        String hidden = table("Old", HEADER, dataRow("", "2001-01-01"))
                .replace("table:name=\"Old\"", "table:name=\"Old\" table:style-name=\"ta2\"");
        String style =
                "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>";
        byte[] book = openDocument(style, hidden, table("S", HEADER, dataRow("", "2023-07-16")));
        assertThat(read("a.ods", book)).containsExactly("2 2023-07-16 killed=3 place=x");
        assertThat(read("sheet \"Old\"\n", "a.ods", book)).containsExactly("2 2001-01-01 killed=3 place=x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>~has failed: `#DIV/0!`",
                "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"float\" office:value=\"0\"><text:p>Err:502</text:p></table:table-cell>~has failed: `Err:502`",
                "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"float\" office:value=\"0\" calcext:value-type=\"error\"/>~has failed: `#VALUE!`",
                "<table:table-cell table:formula=\"of:=1+2\"/>~has no result",
                "<table:table-cell office:value-type=\"float\" office:value=\"x\"/>~damaged"
            })
    void formulasOfLibreOffice(String cell, String said) {
        byte[] book = openDocument("", table("S", HEADER, tableRow("", date("2023-07-16"), cell)));
        assertThat(problems("a.ods", book).toString()).contains(said);
    }

    @Test
    void aChangeThatWasTakenBackIsNoTable() {
        String changes =
                "<table:tracked-changes><table:cell-content-change>" + table("Ghost", HEADER, dataRow("", "2001-01-01"))
                        + "</table:cell-content-change></table:tracked-changes>";
        byte[] book = openDocument("", changes, table("S", HEADER, dataRow("", "2023-07-16")));
        assertThat(read("a.ods", book)).containsExactly("2 2023-07-16 killed=3 place=x");
    }

    @Test
    void columnsOfOneNameAreToldApart() {
        String header =
                row(1, text("A1", "when"), text("B1", "n"), text("C1", "n"), text("D1", ""), text("F1", "place"));
        byte[] book = new Books.Excel()
                .sheet(
                        "S",
                        header
                                + row(
                                        2,
                                        number("A2", "45123", 1),
                                        number("B2", "3"),
                                        number("C2", "4"),
                                        text("F2", "x")))
                .bytes();
        String mapping =
                "mapping \"R\"\nzone UTC\ntime is when\nevery row becomes attack(killed `n (2)`, place place)\n";
        assertThat(read("", "a.xlsx", book, mapping)).containsExactly("2 2023-07-16 killed=4 place=x");
        byte[] csv = "when;n;n;;;place\n2023-07-16;3;4;;;x\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read("", "a.csv", csv, mapping)).containsExactly("2 2023-07-16 killed=4 place=x");
        assertThat(Reading.problems(Reading.mapped(mapping.replace("`n (2)`", "n"), "a.csv", csv)))
                .singleElement()
                .asString()
                .contains("`n` is neither a column nor a name", "`n (1)`");
        assertThat(Reading.problems(Reading.csv("id,source,occurred,event,note,note\n")))
                .singleElement()
                .asString()
                .contains("two columns have this name");
    }

    // Neither

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "xl/workbook.bin#binary workbook of Excel#save it as .xlsx",
                "word/document.xml#document of Word#spreadsheet",
                "Index/Document.iwa#document of Numbers#export it as Excel or CSV",
                "doc.kml#a map (KMZ)#holdfast territory",
                "a.csv#no workbook#unpack it first"
            })
    void archivesThatAreNoWorkbook(String part, String found, String mend) {
        assertThat(problems("a.xlsx", Books.zip(Map.of(part, "x"))))
                .singleElement()
                .asString()
                .contains(found, mend, "[HR103]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<html><table><tr><td>when</td></tr></table></html>#a web page",
                "\ufeff <!DOCTYPE html><html/>#a web page",
                "<table border=1><tr><td>when</td></tr></table>#a web page",
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>#one XML text",
                "<?xml version=\"1.0\"?><office:document/>#one XML text",
                "<?xml version=\"1.0\"?><kml/>#holdfast territory",
                "<?xml version=\"1.0\"?><a/>#this is XML",
                "PAR1#Parquet",
                "%PDF-1.7#PDF"
            })
    void textsThatAreNoTable(String text, String said) {
        assertThat(problems("a.xls", text.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains(said, "[HR103]");
    }

    @Test
    void oldAndLockedWorkbooks() {
        byte[] old = new byte[2000];
        System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, old, 0, 4);
        assertThat(problems("a.xls", old).toString()).contains("old Office document", "save it as .xlsx");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 900, name.length);
        assertThat(problems("a.xlsx", old).toString()).contains("locked with a password", "take the password away");
        assertThat(problems(
                                "a.ods",
                                Books.zip(new TreeMap<>(Map.of(
                                        "META-INF/manifest.xml",
                                        "<manifest:encryption-data/>",
                                        "content.xml",
                                        "\u0001\u0002"))))
                        .toString())
                .contains("locked with a password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "content.xml", "other"})
    void aBombIsRefusedBeforeItGoesOff(String part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            byte[] blanks = new byte[1 << 20];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 600; i++) {
                zip.write(blanks);
            }
        }
        assertThat(bytes.size()).isLessThan(1 << 20);
        long begun = System.nanoTime();
        assertThat(problems("a.xlsx", bytes.toByteArray()).toString()).contains("megabytes", "save the sheet as CSV");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
    }

    /** The workbook of the Kiel Institute, if it is there: its sheets are named, and one is read as it is. */
    @Test
    void aRealWorkbook() throws IOException {
        byte[] bytes = Files.readAllBytes(SharedData.file("kiel/ukraine-support-tracker-release-7.xlsx"));
        assertThat(problems("kiel.xlsx", bytes).toString()).contains("sheets:", "`sheet \"");
    }

    private static byte[] excel(String... rows) {
        return new Books.Excel().sheet("S", HEAD + String.join("", rows)).bytes();
    }

    private static List<String> read(String name, byte[] bytes) {
        return read("", name, bytes);
    }

    private static List<String> read(String said, String name, byte[] bytes) {
        return read(said, name, bytes, MAPPING);
    }

    private static List<String> read(String said, String name, byte[] bytes, String mapping) {
        Loaded loaded = Reading.mapped(said + mapping, name, bytes);
        // What is hidden, shown as a percentage or told twice is read and told of: FaultyWorkbooksTest.
        assertThat(loaded.report().problems().stream().filter(Problem::isError)).isEmpty();
        return loaded.records().stream().map(WorkbooksTest::words).toList();
    }

    private static List<String> problems(String name, byte[] bytes) {
        Loaded loaded = Reading.mapped(MAPPING, name, bytes);
        assertThat(loaded.records()).isEmpty();
        return Reading.problems(loaded);
    }

    private static String words(Record record) {
        Record.Observation one = (Record.Observation) record;
        StringBuilder words = new StringBuilder(one.id().substring(one.id().indexOf(':') + 1));
        String from = java.time.Instant.ofEpochMilli(one.occurred().lo()).toString();
        words.append(' ').append(one.occurred().precise() ? from.replace(":00Z", "") : from.replace("T00:00:00Z", ""));
        new TreeMap<>(one.values())
                .forEach((name, value) ->
                        words.append(' ').append(name).append('=').append(plain(value)));
        return words.toString();
    }

    private static String plain(Value value) {
        return value instanceof Value.NamedPlace(String name)
                ? name
                : ((Value.Number) value).number().toPlainString();
    }
}
