package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Input;
import holdfast.intake.value.TimeReader;
import holdfast.language.diagnostic.Problem;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is wrong is said with its place, and how to mend it; and then nothing of the file counts. */
class BadInputTest {
    private static final String HEADER = "id,source,occurred,event,by,killed,place,place.lat,place.lon,due,area\n";

    @Test
    void aMissingFile() {
        Loaded loaded = Loaded.from(
                List.of(new RecordSource(Input.of(Path.of("no", "such.csv")), Optional.empty())),
                Agreements.small(),
                ReadOptions.DEFAULT);
        assertThat(Reading.problems(loaded).getFirst())
                .endsWith("there is no such file; expected a file that can be read [HR101]");
    }

    @Test
    void anEmptyFile() {
        says(Reading.csv(""), "reports.csv: the file is empty; expected a header line and rows [HR102]");
        says(Reading.json("\n\n"), "reports.jsonl: the file is empty; expected an object on each line [HR102]");
    }

    @Test
    void aWorkbookThatIsNone() {
        says(
                Reading.file(
                        "reports.xlsx", "PK\3\4....[Content_Types].xml....xl/".getBytes(StandardCharsets.ISO_8859_1)),
                "reports.xlsx: this workbook is damaged, or not whole, or locked with a password; open it and save it again, without a password [HR108]");
    }

    @Test
    void bytesThatAreNotUtf8() {
        says(
                Reading.file("reports.csv", (HEADER + "a1,Mün").getBytes(StandardCharsets.ISO_8859_1)),
                "reports.csv, line 2: the byte FC (byte 75 of the file) is not UTF-8; save the file as UTF-8, or say in a mapping what it is: `encoding Windows-1252` (Western), `Windows-1250` (Central European), `Windows-1251` (Cyrillic) [HR104]");
    }

    @Test
    void aZeroByte() {
        assertThat(Reading.problems(Reading.csv(HEADER + "a1,\0")).getFirst())
                .startsWith("reports.csv, line 2: a zero byte (byte 74 of the file)");
    }

    @Test
    void aLineOfAGigabyteIsRefusedWithoutReadingItAll() {
        for (String name : List.of("endless.csv", "endless.jsonl")) {
            Endless endless = new Endless();
            ReadReport report = Records.read(
                    List.of(new RecordSource(new Input(name, () -> endless), Optional.empty())),
                    Agreements.small(),
                    r -> {},
                    ReadOptions.DEFAULT);
            assertThat(report.problems()).extracting(Problem::code).containsExactly(RecordCode.TOO_LONG);
            assertThat(endless.given).isLessThan(8 << 20);
        }
    }

    /** One line of a gigabyte, made up while it is read. */
    private static final class Endless extends InputStream {
        long given;

        @Override
        public int read() {
            return given++ < 1L << 30 ? 'a' : -1;
        }
    }

    @Test
    void aQuoteThatIsNeverClosed() {
        says(
                Reading.csv(HEADER + "a1,M,2015-02-15,attack,,,,,,,\na2,\"M,2015\n\n"),
                "reports.csv, line 3: the file ends inside a quoted cell of the row that begins here; expected a closing quote;"
                        + " the end of the file is missing, or a quote is [HR107]");
    }

    @Test
    void halfAnObject() {
        says(
                Reading.json(
                        "{\"id\":\"a1\",\"source\":\"M\",\"occurred\":\"2015\",\"event\":\"attack\"}\n{\"id\":\"a2\","),
                "reports.jsonl, line 2: the object that begins here does not end on its line; expected `}`;"
                        + " every record is one line; the end of the file may be missing [HR107]");
    }

    @Test
    void aLineThatIsNoJson() {
        assertThat(Reading.problems(Reading.json("hello\n")).getFirst())
                .matches("reports.jsonl, line 1: this is not JSON.*\\[HR108]");
        assertThat(Reading.problems(Reading.json("[1]\n")).getFirst())
                .startsWith("reports.jsonl, line 1: this is no object");
        assertThat(Reading.problems(Reading.json("{\"id\":\"a\",\"id\":\"b\"}\n"))
                        .getFirst())
                .startsWith("reports.jsonl, line 1, column `id`: this object has two members of this name");
    }

    @Test
    void aWrongHeader() {
        says(
                Reading.csv("id,src,occured,event\na1,M,2015,attack\n"),
                "reports.csv, line 1: the column `source` is missing; expected a header such as id,recorded,source,occurred,event,by [HR109]",
                "reports.csv, line 1: the column `occurred` is missing; expected a header such as id,recorded,source,occurred,event,by;"
                        + " did you mean `occured`? [HR109]",
                "reports.csv, line 1: `src` is no column of a record, and no event of the agreement has such an attribute;"
                        + " name it as Holdfast does, or read the file with a mapping: `holdfast mapping FILE` drafts one [HR109]",
                "reports.csv, line 1: `occured` is no column of a record, and no event of the agreement has such an attribute;"
                        + " did you mean `occurred`? [HR109]");
    }

    @Test
    void tooFewAndTooManyCells() {
        says(
                Reading.csv("id,source,occurred,event\na1,M,2015\na2,M,2015,attack,x\n"),
                "reports.csv, line 2: 3 cells; expected 4, one for each column of the header;"
                        + " a quote or a comma may be missing on this line or the one before [HR110]",
                "reports.csv, line 3: 5 cells; expected 4, one for each column of the header; put a cell that holds a comma between quotes [HR110]");
    }

    @Test
    void twoColumnsOfOneName() {
        says(
                Reading.csv("id,source,id,event\n"),
                "reports.csv, line 1, column `id`: two columns have this name; rename one of them [HR111]");
    }

    @Test
    void aDayThatDoesNotExist() {
        says(
                Reading.csv("id,source,occurred,event\na1,M,2015-02-30,attack\n"),
                "reports.csv, line 2, column `occurred`: `2015-02-30` is no time: February 2015 has 28 days; expected "
                        + TimeReader.EXPECTED + " [HR114]");
    }

    @Test
    void anEndBeforeTheBeginning() {
        says(
                Reading.csv("id,source,occurred,occurred_to,event\na1,M,2015-02-15,2015-02-14,attack\n"),
                "reports.csv, line 2, column `occurred_to`: the end `2015-02-14` lies before the beginning; expected a later time [HR115]");
    }

    @Test
    void anHourThatTheClocksSkipOrRepeat() {
        says(
                Reading.csv("id,source,occurred,event\na1,M,2015-03-29 03:30,attack\na2,M,2015-10-25 03:30,attack\n"),
                "reports.csv, line 2, column `occurred`: `2015-03-29 03:30` did not exist: the clocks went forward; write the offset, such as +03:00 [HR116]",
                "reports.csv, line 3, column `occurred`: `2015-10-25 03:30` came twice: the clocks went back; write the offset, such as +03:00 [HR116]");
    }

    @Test
    void namesThatTheAgreementDoesNotKnow() {
        says(
                Reading.csv(HEADER
                        + "a1,M,2015-02-15,attak,,,,,,,\n"
                        + "a2,M,2015-02-15,attack,Rusia,,,,,,\n"
                        + "a3,M,2015-02-15,entry,,,,,,,stripe\n"),
                "reports.csv, line 2, column `event`: `attak` is no event of the agreement; did you mean `attack`? [HR118]",
                "reports.csv, line 3, column `by`: `Rusia` is no actor of the agreement; expected an actor or a body, or `unattributed`; did you mean `Russia`? [HR122]",
                "reports.csv, line 4, column `area`: `stripe` is no zone of the agreement; did you mean `strip`? [HR124]");
    }

    @Test
    void valuesOfTheWrongType() {
        says(
                Reading.csv(HEADER
                        + "a1,M,2015-02-15,attack,,two,,,,,\n"
                        + "a2,M,2015-02-15,attack,,1.1234567,,,,,\n"
                        + "a3,M,2015-02-15,attack,,,Kyiv,91,30,,\n"
                        + "a4,M,2015-02-15,attack,,,Kyiv,50,,,\n"
                        + "a5,M,2015-02-15,delivery,,,,,,soon,\n"),
                "reports.csv, line 2, column `killed`: `two` is no number; expected digits, with at most six decimals behind a `.`; write `2` [HR120]",
                "reports.csv, line 3, column `killed`: `1.1234567` has more than six decimals; expected digits, with at most six decimals behind a `.` [HR120]",
                "reports.csv, line 4, column `place`: `91`, `30` is no point; expected latitude from -90 to 90 and longitude from -180 to 180, in degrees; are the two swapped? [HR123]",
                "reports.csv, line 5, column `place`: `50`, `` is no point; expected latitude from -90 to 90 and longitude from -180 to 180, in degrees;"
                        + " give both or neither [HR123]",
                "reports.csv, line 6, column `due`: `soon` is no date; expected a date such as 2015-02-15 [HR121]");
    }

    @Test
    void anAttributeThatTheEventDoesNotHave() {
        says(
                Reading.csv(HEADER + "a1,M,2015-02-15,signature,,2,,,,,\n"),
                "reports.csv, line 2, column `killed`: `2` means nothing for the event `signature`; expected nothing; leave the cell empty, or is the event `attack` meant? [HR119]");
    }

    @Test
    void anIdThatComesTwiceIsToldWithBothLines() {
        says(
                Reading.csv("id,source,occurred,event\na1,M,2015,attack\na2,M,2015,attack\na1,M,2015,attack\n"),
                "reports.csv, line 4: the id `a1` was given already, line 2; expected an id that no other record has;"
                        + " if this record replaces that one, give it an id of its own and say so in `corrects` [HR126]");
    }

    @Test
    void aCorrectionOfNothingOrOfAnotherKind() {
        says(
                Reading.csv("kind,id,source,recorded,occurred,event,corrects,about,to\n"
                        + ",a1,M,,2015,attack,,,\n"
                        + "attribution,t1,M,2016,,,,a1,Russia\n"
                        + ",a2,M,,2015,attack,a9,,\n"
                        + ",a3,M,,2015,attack,t1,,\n"),
                "reports.csv, line 4, column `corrects`: `a9` is no record that was read; expected the id of an earlier record;"
                        + " read the file that holds it together with this one; where it may be missing, a mapping says `corrects is C if it was read` [HR127]",
                "reports.csv, line 5, column `corrects`: `t1` (line 3) is of another kind: attribution; expected a record of the kind observation [HR127]");
    }

    @Test
    void anAttributionAboutNothingIsOnlyAWarning() {
        Loaded loaded = Reading.csv("kind,id,source,recorded,about,to\nattribution,t1,M,2016,a1,Russia\n");
        assertThat(loaded.report().isGood()).isTrue();
        assertThat(loaded.records()).hasSize(1);
        assertThat(loaded.report().problems()).extracting(Problem::code).containsExactly(RecordCode.ABOUT_NOTHING);
    }

    @Test
    void theRestOfManyProblemsIsCounted() {
        Loaded loaded = Reading.csv("id,source,occurred,event\n" + "a1,M,never,attack\n".repeat(250));
        assertThat(loaded.report().problems()).hasSize(100);
        assertThat(loaded.report().moreProblems()).isEqualTo(150);
        assertThat(loaded.report().errors()).isEqualTo(250);
    }

    private static void says(Loaded loaded, String... texts) {
        assertThat(Reading.problems(loaded)).containsExactly(texts);
        assertThat(loaded.records()).isEmpty();
        assertThat(loaded.report().isGood()).isFalse();
    }
}
