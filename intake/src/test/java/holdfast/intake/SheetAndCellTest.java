package holdfast.intake;

import static holdfast.intake.Books.number;
import static holdfast.intake.Books.row;
import static holdfast.intake.Books.text;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong in a workbook is told where people look for it: on a sheet, in a cell. */
class SheetAndCellTest {
    private static final String TIME = "mapping \"Desk\"\nzone UTC\nsheet \"Giving\"\ntime is 2022-06-30\n";
    private static final String SPREAD =
            TIME + "each column from Germany to Ukraine is a row: its name is giver, its cell is quantity\n";

    private static byte[] givers(String germany, String ukraine) {
        return new Books.Excel()
                .sheet("Cover", row(1, text("A1", "About")))
                .sheet(
                        "Giving",
                        row(1, text("B1", "Germany"), text("C1", "Belarus"), text("D1", "Ukraine"))
                                + row(7, text("A7", "tank"), text("B7", germany), text("D7", ukraine)))
                .bytes();
    }

    private static List<String> problems(String mapping, String name, byte[] book) {
        return Reading.problems(Reading.mapped(mapping, name, book));
    }

    @Test
    void ofAColumnForEachGiverTheCellIsTheGivers() {
        assertThat(problems(
                        SPREAD + "every row becomes delivery(by giver, item `column A`, quantity quantity)\n",
                        "a.xlsx",
                        givers("4", "undisclosed")))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell D7, column `Ukraine`: `undisclosed` is no number");
    }

    @Test
    void aColumnWithoutAHeadingHasItsLetter() {
        assertThat(problems(
                        SPREAD + "codes for `column A`:\n  gun is \"gun\"\n"
                                + "every row becomes delivery(by giver, item `column A`, quantity quantity)\n",
                        "a.xlsx",
                        givers("4", "")))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell A7, column `column A`: the mapping has no code `tank`");
    }

    @Test
    void ofSeveralColumnsOfOneNameItIsTheOneThatIsMeant() {
        byte[] book = new Books.Excel()
                .sheet(
                        "Giving",
                        row(1, text("A1", "n"), text("AB1", "n")) + row(2, number("A2", "3"), text("AB2", "up to 30")))
                .bytes();
        assertThat(problems(TIME + "every row becomes attack(killed `n (2)`)\n", "a.xlsx", book))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", cell AB2, column `n (2)`: `up to 30` is no number");
    }

    @Test
    void aRowThatNoRuleFitsIsTheRowOfItsSheet() {
        assertThat(problems(TIME + "`column A` gun becomes attack(by Ukraine)\n", "a.xlsx", givers("4", "")))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", row 7: no rule says what becomes of this row");
    }

    @Test
    void anIdThatComesTwiceIsToldWithBothRows() {
        byte[] book = new Books.Excel()
                .sheet(
                        "Giving",
                        row(1, text("A1", "id"), text("B1", "who"))
                                + row(2, text("A2", "x"), text("B2", "Ukraine"))
                                + row(5, text("A5", "x"), text("B5", "Russia")))
                .bytes();
        assertThat(problems(TIME + "id is id\nevery row becomes attack(by who)\n", "a.xlsx", book))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Giving\", row 5: the id `x` was given already, row 2;");
    }

    @Test
    void aSheetOfLibreOfficeHasCellsToo() {
        byte[] book = Books.openDocument(
                "",
                Books.table(
                        "Giving",
                        Books.tableRow("", Books.cell("string", "", "who"), Books.cell("string", "", "n")),
                        Books.tableRow("", Books.cell("string", "", "Ukraine"), Books.cell("string", "", "n/a"))));
        assertThat(problems(TIME + "every row becomes attack(by who, killed n)\n", "a.ods", book))
                .singleElement()
                .asString()
                .startsWith("a.ods, sheet \"Giving\", cell B2, column `n`: `n/a` is no number");
    }

    @Test
    void aTableKeepsItsLineAndTheNameOfItsColumn() {
        Loaded loaded = Reading.mapped(
                "mapping \"Desk\"\ntime is 2022-06-30\nevery row becomes attack(by who, killed n)\n",
                "who,n\nUkraine,n/a\n");
        assertThat(loaded.report().problems().getFirst().place())
                .isEqualTo(new Place.InTable("source.csv", Place.Counted.LINES, 2, "n"));
    }
}
