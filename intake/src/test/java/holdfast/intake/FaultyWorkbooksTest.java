package holdfast.intake;

import static holdfast.intake.Books.cell;
import static holdfast.intake.Books.number;
import static holdfast.intake.Books.row;
import static holdfast.intake.Books.table;
import static holdfast.intake.Books.tableRow;
import static holdfast.intake.Books.text;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.language.diagnostic.Place;
import holdfast.language.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as people keep them: what a sheet shows otherwise than it holds is refused where it is needed, or said. Nothing counts twice, and nothing by half. */
class FaultyWorkbooksTest {
    private static final String DELIVERIES =
            "mapping \"Desk\"\nzone UTC\ntime is day\nevery row becomes delivery(by giver, item item, quantity n)\n";
    private static final String HEADER =
            row(1, text("A1", "day"), text("B1", "giver"), text("C1", "item"), text("D1", "n"));

    private static String delivery(int line, String day, String giver, String item, String n) {
        return row(line, day, giver.isEmpty() ? "" : text("B" + line, giver), text("C" + line, item), n);
    }

    private static String good(int line, String giver, String item) {
        return delivery(line, number("A" + line, "44621", 1), giver, item, number("D" + line, "4"));
    }

    private static byte[] book(String... rows) {
        return new Books.Excel().sheet("Giving", HEADER + String.join("", rows)).bytes();
    }

    private static List<String> problems(byte[] book) {
        return Reading.problems(Reading.mapped(DELIVERIES, "a.xlsx", book));
    }

    private static List<String> quantities(Loaded loaded) {
        return loaded.records().stream()
                .map(r -> ((Record.Observation) r).values())
                .map(v ->
                        v.get("quantity") instanceof Value.Number n ? n.number().toPlainString() : "none")
                .toList();
    }

    // Cells

    @ParameterizedTest
    @ValueSource(strings = {"1.000", "12.500", "1.234", "-1.000", " 1.000 "})
    void aTextThatCouldBeAThousandIsRefused(String written) {
        assertThat(problems(book(delivery(2, number("A2", "44621", 1), "Germany", "tank", text("D2", written)))))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell D2, column `n`: `" + written.strip()
                        + "` stands here as a text: it can be a number with decimals, or a thousand and more; expected a"
                        + " number; say in the mapping which it is: `decimal point`, or `decimal comma` and"
                        + " `thousands point`; or make a number of it in the sheet");
    }

    @ParameterizedTest
    @CsvSource({"decimal point,1", "decimal comma,refused", "decimal comma;thousands point,1000"})
    void whereTheMappingSaysHowNumbersAreWrittenItIsRead(String said, String number) {
        Loaded loaded = Reading.mapped(
                said.replace(";", "\n") + "\n" + DELIVERIES,
                "a.xlsx",
                book(delivery(2, number("A2", "44621", 1), "Germany", "tank", text("D2", "1.000"))));
        assertThat(quantities(loaded)).isEqualTo(number.equals("refused") ? List.of() : List.of(number));
    }

    @Test
    void aNumberOfTheSheetIsInNoDoubt() {
        Loaded loaded = Reading.mapped(
                DELIVERIES,
                "a.xlsx",
                book(delivery(2, number("A2", "44621", 1), "Germany", "1.000", number("D2", "1.234"))));
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(quantities(loaded)).containsExactly("1.234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "undisclosed", "n/a", "up to 30", "10-15", "1.000.00"})
    void aTextThatIsNoNumberIsRefused(String written) {
        assertThat(problems(book(delivery(2, number("A2", "44621", 1), "Germany", "tank", text("D2", written)))))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell D2, column `n`: `" + written + "` is no number");
    }

    @Test
    void aDateThatIsShownAsANumberIsNotGuessed() {
        assertThat(problems(book(delivery(2, number("A2", "44621"), "Germany", "tank", number("D2", "4")))))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell A2, column `day`: `44621` is no time")
                .contains("`in Excel days`");
    }

    @Test
    void aNumberThatIsShownAsADateIsRefused() {
        assertThat(problems(book(delivery(2, number("A2", "44621", 1), "Germany", "tank", number("D2", "30", 1)))))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell D2, column `n`: `1900-01-30` is no number");
    }

    @Test
    void aPercentageIsTakenAndSaidOnce() {
        Loaded loaded = Reading.mapped(
                DELIVERIES,
                "a.xlsx",
                book(
                        delivery(2, number("A2", "44621", 1), "Germany", "tank", number("D2", "0.155", 4)),
                        delivery(3, number("A3", "44621", 1), "Germany", "gun", number("D3", "0.5", 5))));
        assertThat(quantities(loaded)).containsExactly("0.155", "0.5");
        assertThat(Reading.problems(loaded))
                .containsExactly(
                        "a.xlsx, sheet \"Giving\", cell D2, column `n`: this is shown as 15.5 %, and is taken as"
                                + " `0.155`, likewise 1 more of this column [HR168]");
    }

    @Test
    void aNegativeNumberIsTakenAndSaid() {
        Loaded loaded = Reading.mapped(
                DELIVERIES,
                "a.xlsx",
                book(delivery(2, number("A2", "44621", 1), "Germany", "tank", number("D2", "-5"))));
        assertThat(quantities(loaded)).containsExactly("-5");
        assertThat(Reading.problems(loaded))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell D2, column `n`: `-5` is negative, and is taken as it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!"})
    void aFormulaThatFailedIsRefusedWhereItIsNeeded(String error) {
        assertThat(problems(book(delivery(
                        2,
                        number("A2", "44621", 1),
                        "Germany",
                        "tank",
                        "<c r=\"D2\" t=\"e\"><f>X1</f><v>" + error + "</v></c>"))))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell D2, column `n`: the formula here has failed: `" + error);
    }

    // Merged cells

    @Test
    void ofCellsMergedOverSeveralRowsOnlyTheFirstHoldsSomething() {
        byte[] book = new Books.Excel()
                .sheet("Giving", HEADER + good(2, "Germany", "tank") + good(3, "", "gun") + good(4, "", "truck"))
                .with("", "<mergeCells count=\"1\"><mergeCell ref=\"B2:B4\"/></mergeCells>")
                .bytes();
        assertThat(problems(book))
                .satisfiesExactly(
                        third -> assertThat(third)
                                .startsWith(
                                        "a.xlsx, sheet \"Giving\", cell B3, column `giver`: this cell is merged with B2,"
                                                + " where `Germany` stands, and holds nothing itself; expected a value; split the"
                                                + " cells in the sheet and fill in each; or say it in the mapping: `row 3 reads"
                                                + " COLUMN as \"Germany\"`"),
                        fourth -> assertThat(fourth).startsWith("a.xlsx, sheet \"Giving\", cell B4,"));
        Loaded said = Reading.mapped(DELIVERIES + "rows 3 to 4 read giver as \"Germany\"\n", "a.xlsx", book);
        assertThat(said.records()).hasSize(3);
    }

    @Test
    void soItIsInLibreOffice() {
        byte[] book = Books.openDocument(
                "",
                table(
                        "Giving",
                        tableRow(
                                "",
                                cell("string", "", "day"),
                                cell("string", "", "giver"),
                                cell("string", "", "item"),
                                cell("string", "", "n")),
                        tableRow(
                                "",
                                cell("date", " office:date-value=\"2022-03-01\"", "x"),
                                cell(
                                        "string",
                                        " table:number-rows-spanned=\"2\" table:number-columns-spanned=\"1\"",
                                        "Germany"),
                                cell("string", "", "tank"),
                                cell("float", " office:value=\"4\"", "4")),
                        tableRow(
                                "",
                                cell("date", " office:date-value=\"2022-03-01\"", "x"),
                                "<table:covered-table-cell/>",
                                cell("string", "", "gun"),
                                cell("float", " office:value=\"4\"", "4"))));
        assertThat(Reading.problems(Reading.mapped(DELIVERIES, "a.ods", book)))
                .singleElement()
                .asString()
                .startsWith(
                        "a.ods, sheet \"Giving\", cell B3, column `giver`: this cell is merged with B2, where `Germany`");
    }

    @Test
    void aTitleMergedOverSeveralColumnsIsARowThatCanBeLeftOut() {
        byte[] book = new Books.Excel()
                .sheet("Giving", HEADER + row(2, text("A2", "Heavy weapons")) + good(3, "Germany", "tank"))
                .with("", "<mergeCells count=\"1\"><mergeCell ref=\"A2:D2\"/></mergeCells>")
                .bytes();
        Loaded loaded =
                Reading.mapped("every row left out when n is empty: \"a title\"\n" + DELIVERIES, "a.xlsx", book);
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(loaded.report().leftOut()).isEqualTo(Map.of("a title", 1L));
    }

    // What is hidden

    @Test
    void hiddenRowsAndColumnsAreReadAndSaid() {
        String hidden = good(3, "Germany", "gun").replace("<row ", "<row hidden=\"1\" ")
                + good(4, "Germany", "truck").replace("<row ", "<row hidden=\"true\" ");
        byte[] book = new Books.Excel()
                .sheet("Giving", HEADER + good(2, "Germany", "tank") + hidden + good(5, "Germany", "ship"))
                .with("<cols><col min=\"1\" max=\"1\" width=\"9\"/><col min=\"3\" max=\"4\" hidden=\"1\"/></cols>", "")
                .bytes();
        Loaded loaded = Reading.mapped(DELIVERIES, "a.xlsx", book);
        assertThat(loaded.records()).hasSize(4);
        assertThat(Reading.problems(loaded))
                .containsExactly(
                        "a.xlsx, sheet \"Giving\", row 3: 2 rows are hidden, and are read like the others: 3 to 4; if hidden"
                                + " rows do not count, leave them out: `rows 3 to 4 left out: \"hidden\"` [HR169]",
                        "a.xlsx, sheet \"Giving\": columns are hidden, and are read like the others: `item`, `n` [HR169]");
    }

    @Test
    void aHiddenSheetIsSaid() {
        byte[] book = new Books.Excel()
                .sheet("Old", HEADER + good(2, "Russia", "tank"), "hidden")
                .sheet("Giving", HEADER + good(2, "Germany", "tank"))
                .bytes();
        assertThat(problems(book))
                .containsExactly(
                        "a.xlsx: the sheet `Old` is hidden, and is not read; if it is meant, the mapping names it:"
                                + " `sheet \"Old\"` [HR169]");
        assertThat(Reading.problems(Reading.mapped("sheet \"Old\"\n" + DELIVERIES, "a.xlsx", book)))
                .containsExactly(
                        "a.xlsx, sheet \"Old\": the sheet is hidden: it is read because the mapping names it [HR169]");
    }

    // Sums

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total",
                "TOTAL",
                "Grand total",
                "Sub-total:",
                "Total number",
                "Sum",
                "Summe",
                "Всього",
                "Итого",
                "Σ"
            })
    void aSumIsNoGiverAndNoGood(String sum) {
        assertThat(problems(book(good(2, "Germany", "tank"), good(3, sum, "gun"), good(4, "Germany", sum))))
                .satisfiesExactly(
                        giver -> assertThat(giver)
                                .startsWith("a.xlsx, sheet \"Giving\", cell B3, column `giver`: `" + sum
                                        + "` is what a sum is called")
                                .contains("`giver \"" + sum + "\" left out: \"a sum\"`"),
                        item -> assertThat(item)
                                .startsWith("a.xlsx, sheet \"Giving\", cell C4, column `item`: `" + sum));
    }

    @Test
    void aSumThatTheMappingLeavesOutDoesNoHarm() {
        byte[] book = book(good(2, "Germany", "tank"), good(3, "Total", "tank"));
        Loaded loaded = Reading.mapped("giver Total left out: \"a sum\"\n" + DELIVERIES, "a.xlsx", book);
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(quantities(loaded)).containsExactly("4");
        Loaded named = Reading.mapped(
                DELIVERIES + "codes for item:\n  \"Total\" is \"Total\"\n  otherwise as it is\n",
                "a.xlsx",
                book(good(2, "Germany", "Total"), good(3, "Germany", "Totality"), good(4, "Germany", "Total War kit")));
        assertThat(named.records()).hasSize(3);
    }

    @Test
    void aColumnOfSumsAmongTheGiversIsNoGiver() {
        byte[] book = new Books.Excel()
                .sheet(
                        "Giving",
                        row(1, text("A1", "item"), text("B1", "Germany"), text("C1", "Total"))
                                + row(2, text("A2", "tank"), number("B2", "4"), number("C2", "4")))
                .bytes();
        assertThat(Reading.problems(Reading.mapped(
                        "mapping \"Desk\"\nzone UTC\ntime is 2022-06\neach column from Germany to Total is a row: its name is giver,"
                                + " its cell is n\nevery row becomes delivery(by giver, item item, quantity n)\n",
                        "a.xlsx",
                        book)))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell C2, column `Total`: `Total` is what a sum is called");
    }

    // Twice

    @Test
    void rowsThatSayTheSameAreKeptAndTold() {
        Loaded loaded = Reading.mapped(
                DELIVERIES,
                "a.xlsx",
                book(good(2, "Germany", "tank"), good(3, "Germany", "gun"), good(7, "Germany", "tank")));
        assertThat(loaded.records()).hasSize(3);
        assertThat(Reading.problems(loaded))
                .containsExactly(
                        "a.xlsx, sheet \"Giving\", row 7: this says the same as row 2: perhaps it is one act, told"
                                + " twice; both are kept; if it is one, say so: `rows 2, 7 are one incident`; if the file gives each"
                                + " row an id, say `id is COLUMN` [HR166]");
        Loaded one = Reading.mapped(
                DELIVERIES + "rows 2, 7 are one incident\n",
                "a.xlsx",
                book(good(2, "Germany", "tank"), good(3, "Germany", "gun"), good(7, "Germany", "tank")));
        assertThat(Reading.problems(one)).isEmpty();
    }

    @Test
    void ofColumnsThatAreRowsBothCellsAreTold() {
        byte[] book = new Books.Excel()
                .sheet(
                        "Giving",
                        row(1, text("A1", "item"), text("B1", "Germany"), text("C1", "Ukraine"))
                                + row(2, text("A2", "tank"), number("B2", "4"), number("C2", "4"))
                                + row(3, text("A3", "tank"), number("C3", "4")))
                .bytes();
        assertThat(Reading.problems(Reading.mapped(
                        "mapping \"Desk\"\nzone UTC\ntime is 2022-06\neach column from Germany to Ukraine is a row: its name is"
                                + " giver, its cell is n\nevery row becomes delivery(by giver, item item, quantity n)\n",
                        "a.xlsx",
                        book)))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell C3, column `Ukraine`: this says the same as cell C2:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-03-02 | Germany | tank | 4 | x",
                "2022-03-01 | Ukraine | tank | 4 | x",
                "2022-03-01 | Germany | gun  | 4 | x",
                "2022-03-01 | Germany | tank | 5 | x",
                "2022-03-01 | Germany | tank | 4 | y"
            })
    void whatDiffersInOneThingIsNotTheSame(String day, String giver, String item, String n, String source) {
        String csv = "day,giver,item,n,url\n2022-03-01,Germany,tank,4,x\n"
                + String.join(",", day, giver, item, n, source) + "\n";
        assertThat(Reading.problems(Reading.mapped(DELIVERIES + "source is url\n", csv)))
                .isEmpty();
    }

    @Test
    void aFileThatGivesItsRowsIdsTellsThemApartItself() {
        String csv = "id,day,giver,item,n\na,2022-03-01,Germany,tank,4\nb,2022-03-01,Germany,tank,4\n";
        assertThat(Reading.problems(Reading.mapped(DELIVERIES + "id is id\n", csv)))
                .isEmpty();
        assertThat(Reading.problems(Reading.mapped(DELIVERIES, csv))).hasSize(1);
    }

    @Test
    void aFaultInTheLastRowLeavesNothingHalfRead() {
        Loaded loaded = Reading.mapped(
                DELIVERIES,
                "a.xlsx",
                book(
                        good(2, "Germany", "tank"),
                        delivery(3, number("A3", "44621", 1), "Germany", "gun", text("D3", "undisclosed"))));
        assertThat(loaded.records()).isEmpty();
        assertThat(loaded.report().refused()).isEqualTo(1);
    }

    // All together

    /** Whatever is wrong in whichever cells of a table of givers: those are told, each with its cell, and no others; and the others add up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void ofManyFaultsEachIsToldAndTheRestAddsUp(long seed) {
        Random random = new Random(seed);
        List<String> faults = List.of("undisclosed", "1,000", "1.000", "n/a", "10-15", "up to 30");
        Set<String> faulty = new TreeSet<>();
        long sum = 0;
        StringBuilder rows = new StringBuilder(
                row(1, text("A1", "item"), text("B1", "Germany"), text("C1", "Belarus"), text("D1", "Ukraine")));
        for (int line = 2; line < 40; line++) {
            StringBuilder cells = new StringBuilder(text("A" + line, "item " + line));
            for (String column : List.of("B", "C", "D")) {
                if (random.nextInt(4) == 0) {
                    faulty.add(column + line);
                    cells.append(text(column + line, faults.get(random.nextInt(faults.size()))));
                } else {
                    int units = random.nextInt(50);
                    sum += units;
                    cells.append(number(column + line, String.valueOf(units)));
                }
            }
            rows.append(row(line, cells.toString()));
        }
        byte[] book = new Books.Excel().sheet("Giving", rows.toString()).bytes();
        String mapping =
                "mapping \"Desk\"\nzone UTC\ntime is 2022-06\neach column from Germany to Ukraine is a row: its name is"
                        + " giver, its cell is n\nevery row becomes delivery(by giver, item item, quantity n)\n";

        Loaded refused = Reading.mapped(mapping, "a.xlsx", book);
        assertThat(refused.records()).isEmpty();
        assertThat(refused.report().problems().stream().map(p -> ((Place.InSheet) p.place()).cell()))
                .containsExactlyInAnyOrderElementsOf(faulty);

        Loaded leftOut = Reading.mapped(mapping + "what cannot be read is left out: \"faults\"\n", "a.xlsx", book);
        assertThat(quantities(leftOut).stream().mapToLong(Long::parseLong).sum())
                .isEqualTo(sum);
        assertThat(leftOut.records()).hasSize(3 * 38 - faulty.size());
        assertThat(leftOut.report().leftOutCount()).isEqualTo(faulty.size());
    }
}
