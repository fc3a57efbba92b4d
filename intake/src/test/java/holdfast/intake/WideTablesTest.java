package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that have a column for each of several: one for each side, one for each post. Each such cell is a row. */
class WideTablesTest {
    private static final String SPREAD = "source is \"Desk\"\ntime is day\n"
            + "each column from Ukraine to Russia is a row: its name is side, its cell is dead\n";
    private static final String ATTACK = SPREAD + "every row becomes attack(by side, killed dead)\n";
    private static final String CSV = "day,Ukraine,Russia,note\n2031-05-04,2,3,a\n2031-05-05,,4,b\n";

    private static List<String> told(Loaded loaded) {
        assertThat(Reading.problems(loaded)).isEmpty();
        return loaded.records().stream()
                .map(Record.Observation.class::cast)
                .map(o -> o.id() + " " + o.values().get("by") + " " + o.values().get("killed"))
                .toList();
    }

    @Test
    void eachCellIsARowWithTheNameOfItsColumn() {
        assertThat(told(Reading.mapped(ATTACK, CSV)))
                .containsExactly(
                        "source:2:Ukraine Actor[name=Ukraine] Number[number=2]",
                        "source:2:Russia Actor[name=Russia] Number[number=3]",
                        "source:3:Russia Actor[name=Russia] Number[number=4]");
    }

    /** A line without any is counted, and a rule says what becomes of it. */
    @Test
    void aLineWithNoneIsARowWithoutName() {
        String mapping =
                SPREAD + "side empty left out: \"nobody told\"\nevery row becomes attack(by side, killed dead)\n";
        Loaded loaded = Reading.mapped(mapping, CSV + "2031-05-06,,,c\n");
        assertThat(told(loaded)).hasSize(3);
        assertThat(loaded.report().toString()).contains("nobody told");
    }

    @Test
    void aColumnWithoutANameIsCalledByItsLetter() {
        String mapping = "source is \"Desk\"\ntime is `column A`\nevery row becomes attack(by Russia, killed dead)\n";
        assertThat(told(Reading.mapped(mapping, ",dead\n2031-05-04,2\n")))
                .containsExactly("source:2 Actor[name=Russia] Number[number=2]");
    }

    @Test
    void whatIsWrongIsToldOnTheLineOfTheMapping() {
        assertThat(Reading.problems(Reading.mapped(ATTACK.replace("to Russia", "to Rusia"), CSV)))
                .singleElement()
                .asString()
                .contains("line 4", "no column `Rusia`", "`Russia`");
        assertThat(Reading.problems(
                        Reading.mapped(ATTACK.replace("from Ukraine to Russia", "from Russia to Ukraine"), CSV)))
                .singleElement()
                .asString()
                .contains("`Ukraine` stands before `Russia`");
        assertThat(Reading.problems(Reading.mapped(ATTACK.replace("its cell is dead", "its cell is note"), CSV)))
                .singleElement()
                .asString()
                .contains("has a column `note` already");
    }

    @Test
    void aCellThatIsNoNumberIsToldWithItsColumn() {
        assertThat(Reading.problems(Reading.mapped(ATTACK, CSV.replace(",4,", ",undisclosed,"))))
                .singleElement()
                .asString()
                .contains("line 3", "column `Russia`", "`undisclosed`");
    }
}
