package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code holdfast records} and {@code holdfast mapping}, as somebody uses them on a file of somebody else. */
class RecordsCommandTest {
    @TempDir
    Path temp;

    private Path text;
    private Path data;

    @BeforeEach
    void files() throws IOException {
        text = Files.writeString(temp.resolve("t.md"), """
                # T

                ```holdfast
                agreement "T" version "1"
                time zone Europe/Kyiv
                party Nordstaat, Südstaat
                event strike(by: party, town: text, killed: number, tons: number)
                event raid(by: party)

                1.1 each party P must not strike(by P)
                1.2 each party P must not raid(by P)
                ```
                """);
        String csv = "Дата;Населений пункт;Тип;Загинуло;Вага, т\r\n"
                + "31.12.2024;Харків;КАБ;2;1,5\r\n01.01.2025;Суми;дрон;0;\r\n05.01.2025;Куп’янськ;артилерія;;\r\n";
        data = Files.write(temp.resolve("обстріли.csv"), csv.getBytes(Charset.forName("windows-1251")));
    }

    private Path drafted() throws IOException {
        Typed draft = Typed.run("mapping", data, "--encoding", "Windows-1251");
        assertThat(draft.status()).as(draft.err()).isZero();
        String whole = draft.out();
        assertThat(whole)
                .contains(
                        "encoding Windows-1251\n",
                        "decimal comma\n",
                        "dates are day month year\ntime is `Дата`\n",
                        "--   \"дрон\" is ...        -- 1 row\n",
                        "--   `Вага, т`: numbers, given in 1 row, such as 1,5\n");
        String end = "every row left out: \"the mapping is not complete\"\n";
        return Files.writeString(
                temp.resolve("обстріли.mapping.md"),
                whole.replace(
                        end,
                        "`Тип` КАБ, дрон becomes strike(town `Населений пункт`, killed `Загинуло`, tons `Вага, т`)\n"
                                + "`Тип` артилерия becomes raid\notherwise left out: \"other\"\n"));
    }

    @Test
    void aDraftIsAMappingAlready() throws IOException {
        Typed draft = Typed.run("mapping", data, "--encoding", "windows-1251");
        Path mapping = Files.writeString(temp.resolve("m.md"), draft.out());
        Typed shown = Typed.run("records", data, "--mapping", mapping);
        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("3 rows read: 0 rows became 0 records, 3 left out", "the mapping is not complete");
        assertThat(shown.err()).contains("none of its 3 rows became a record");
    }

    @Test
    void theCompletedMappingShowsWhatBecomesOfEachRow() throws IOException {
        drafted();
        Typed shown = Typed.run("records", data, "--agreement", text);
        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains(
                        "3 rows read: 2 rows became 2 records, 1 left out, 0 not known to the agreement, 0 refused",
                        "  1  other  (row 4)",
                        "no row has `артилерия` in `Тип`",
                        "Events of the agreement of which there is no record\n  raid\n",
                        "row 2  обстріли:2: strike 2024-12-31 00:00 to 2024-12-31 23:59:59.999, killed 2, tons 1.5, town Харків",
                        "  strike.by: all 2 empty\n",
                        "  strike.killed: 0 of 2 empty, 1 zero\n",
                        "  strike.tons: 1 of 2 empty, 0 zero\n",
                        "Days from 2024-12-31 to 2025-01-01 (Europe/Kyiv): 2 with something, 0 with nothing");
        assertThat(shown.err()).contains("`артилерия`", "but 1 has `артилерія`", "[HR158]");
    }

    @Test
    void daysWithNothing() throws IOException {
        Path mapping = drafted();
        Files.writeString(mapping, Files.readString(mapping).replace("артилерия", "артилерія"));
        Typed shown = Typed.run("records", data);
        assertThat(shown.out())
                .contains("(Z): 3 with something, 3 with nothing\n  nothing on 2025-01-02 to 2025-01-04\n");
        assertThat(shown.err()).isEmpty();
        assertThat(Typed.run("records", data, "--rows", "0").out()).doesNotContain("First records");
        assertThat(Typed.run("records", data, "--rows", "1").out())
                .contains("row 2  ")
                .doesNotContain("row 3  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void itsOwnFormIsReadAgainAsTheSame(String form) throws IOException {
        drafted();
        Typed written = Typed.run("records", data, "--agreement", text, "--as", form);
        assertThat(written.status()).as(written.err()).isZero();
        Path own = Files.writeString(temp.resolve("own." + form), written.out());
        Typed again = Typed.run("records", own, "--agreement", text, "--as", form);
        assertThat(again.out()).isEqualTo(written.out());
        assertThat(again.err()).isEmpty();
        assertThat(Typed.run("replay", text, "--records", own).out()).contains("2 rows read, 2 records");
    }

    @Test
    void nothingIsWrittenOfAFileWithErrors() throws IOException {
        Path mapping = drafted();
        Files.writeString(
                mapping, Files.readString(mapping).replace("otherwise left out: \"other\"", "otherwise refused"));
        Typed written = Typed.run("records", data, "--as", "csv");
        assertThat(written.status()).isEqualTo(1);
        assertThat(written.out()).isEmpty();
        assertThat(written.err()).contains("line 4: no rule says what becomes of this row");
        assertThat(Typed.run("records", data).out()).contains("1 refused", "There are errors, so no record counts.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "records#needs a file, as in `holdfast records reports.csv`",
                "records nowhere.csv#there is no file",
                "records {temp}#is a folder",
                "records {data}#nothing says how",
                "records {data} --as xml#csv, jsonl",
                "records {data} --rows -1#`--rows 0` shows none",
                "records {data} --rows x#--rows",
                "records {data} --mapping nowhere.md#there is no file",
                "records {data} --agreement nowhere#neither a file nor a shipped agreement",
                "mapping#needs a file, as in `holdfast mapping reports.csv`",
                "mapping nowhere.csv#there is no file",
                "mapping {data} --header -1#counted from 1",
                "mapping {data} --encoding klingon#there are UTF-8, UTF-16",
                "mapping {data} --sheets A#--sheet"
            })
    void misuse(String command, String said) {
        Object[] words = command.replace("{data}", data.toString())
                .replace("{temp}", temp.toString())
                .split(" ");
        Typed typed = Typed.run(words);
        assertThat(typed.err()).contains(said);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void aTableThatIsNoUtf8SaysHowToGoOn() {
        Typed typed = Typed.run("mapping", data);
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).contains("is not UTF-8", "`Windows-1251` (Cyrillic)", "--encoding NAME");
    }

    @Test
    void theDraftOfADecimalPointIsNotGuessed() throws IOException {
        Path german = Files.writeString(
                temp.resolve("vorfälle.csv"),
                "Vorfälle 2024;;\nDatum;Ort;Tote\n31.12.2024;Köln;1.234\n02.01.2025;Ulm;3,5\n");
        assertThat(Typed.run("mapping", german, "--header", "2").out())
                .contains("header is row 2\n", "decimal comma\n", "-- thousands point", "time is Datum\n")
                .doesNotContain("encoding");
        Path american = Files.writeString(temp.resolve("a.csv"), "date,n\n3/4/2024,1.5\n4/3/2024,2\n");
        assertThat(Typed.run("mapping", american).out())
                .contains("-- dates are day month year        -- or: month day year")
                .doesNotContain("decimal comma");
    }

    @Test
    void aCommaBeforeThreeDigitsIsNoDecimalCommaYet() throws IOException {
        Path losses = Files.writeString(temp.resolve("losses.tsv"), "day\tdead\thurt\n2031-05-04\t1,204\t3\n");
        assertThat(Typed.run("mapping", losses).out())
                .contains(
                        "-- thousands comma        -- if 1,234 is a thousand and more; say `decimal comma` if it is not")
                .doesNotContain("\ndecimal comma");
        Files.writeString(losses, "day\tdead\thurt\n2031-05-04\t1,204\t3,5\n");
        assertThat(Typed.run("mapping", losses).out()).contains("\ndecimal comma\n", "-- thousands comma");
    }

    @Test
    void theDraftSaysWhereATableStandsAndWhereItDoesNot() throws IOException {
        Path titled = Files.writeString(
                temp.resolve("titled.csv"), "Log of the ford\nday,loss,\n,dead,hurt\n2031-05-04,1,2\n");
        Typed guessed = Typed.run("mapping", titled);
        assertThat(guessed.status()).isEqualTo(1);
        assertThat(guessed.err()).contains("if a title stands above the table", "`header is row 3`");
        assertThat(Typed.run("mapping", titled, "--header", "2-3").out())
                .contains("header is rows 2 to 3\n", "day", "`loss dead`", "`loss hurt`", "time is day");
        for (String wrong : List.of("0", "x", "4-2", "1-40", "-1", "2.5")) {
            Typed refused = Typed.run("mapping", titled, "--header=" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(2);
            assertThat(refused.err()).contains("is no row of a header", "`--header 4-5`");
        }
        Typed noSheet = Typed.run("mapping", titled, "--header", "2-3", "--sheet", "Log");
        assertThat(noSheet.status()).isEqualTo(1);
        assertThat(noSheet.err()).contains("`--sheet Log`", "is a table, which has no sheets");
        Typed blank = Typed.run("mapping", Files.writeString(temp.resolve("blank.csv"), "  \n\n"));
        assertThat(blank.status()).isEqualTo(1);
        assertThat(blank.err()).contains("nothing stands in it");
    }

    @Test
    void theDraftReadsTheDayAndItsTimeFromTheirTwoColumns() throws IOException {
        Path log = Files.writeString(
                temp.resolve("log.csv"), "giorno;ora;chi\n31.12.2025;08:15;Nord\n01.01.2026;23:59:30;Sud\n");
        assertThat(Typed.run("mapping", log).out())
                .contains("ora: times of day", "time is giorno at ora\n")
                .doesNotContain("codes for ora");
        Path stamped = Files.writeString(
                temp.resolve("stamped.csv"), "when,shift\n2025-12-31 08:15,06:00\n2026-01-01 23:59,14:00\n");
        assertThat(Typed.run("mapping", stamped).out()).contains("time is when\n");
    }

    /** Two editions in one command, in text and as JSON; a table of codes in a file beside the mapping. */
    @Test
    void editionsAndCodesFromAFile() throws IOException {
        Files.writeString(
                temp.resolve("codes.csv"),
                "code;is;left out\nN;Nordstaat;\nS;Südstaat;\nX;;nobody of ours\nO;not given;\n");
        Path[] editions = new Path[2];
        String[] rows = {"1;N;1\n2;S;2\n3;X;3\n4;O;4\n", "1;N;5\n4;O;4\n5;S;9\n"};
        Path[] mappings = new Path[2];
        for (int i = 0; i < 2; i++) {
            editions[i] = Files.writeString(temp.resolve("e" + i + ".csv"), "id;who;n\n" + rows[i]);
            mappings[i] = Files.writeString(temp.resolve("e" + i + ".mapping.md"), """
                    ```mapping
                    mapping "E"
                    time is 2024-12-31
                    recorded is 202%d-06-01
                    id is "x-{id}"
                    this edition replaces the one before it: what is missing in it is withdrawn, what differs is corrected, what is new is added
                    codes for who from "codes.csv"
                    every row becomes strike(by who, killed n)
                    ```
                    """.formatted(5 + i));
        }
        Typed text = Typed.run("replay", this.text, "--records", editions[0], "--records", editions[1]);
        assertThat(text.status()).as(text.err()).isZero();
        assertThat(text.out().replaceAll("\\s+", " "))
                .contains(
                        "e0.csv is the first edition: 3 added",
                        "1 added, 1 corrected, 1 withdrawn, 1 unchanged",
                        "left out: 1 row (nobody of ours 1)");
        Typed json = Typed.run("replay", this.text, "--records", editions[0], "--records", editions[1], "--json");
        assertThat(json.out().replaceAll("\\s+", " "))
                .contains(
                        "\"replaces\": null, \"added\": 3, \"corrected\": 0, \"withdrawn\": 0, \"unchanged\": 0",
                        "\"added\": 1, \"corrected\": 1, \"withdrawn\": 1, \"unchanged\": 1");
        assertThat(Typed.run("records", editions[0], "--agreement", this.text).out())
                .contains("is the first edition: 3 added", "strike.by: 1 of 3 empty");
    }

    @ParameterizedTest
    @CsvSource({"bash,records", "bash,mapping", "zsh,records", "zsh,mapping"})
    void theShellCompletesThem(String shell, String command) {
        String script = Typed.run("completion", shell).out();
        assertThat(script).contains("function _picocli_holdfast_" + command + "()");
        String part = script.substring(script.indexOf("function _picocli_holdfast_" + command + "()"));
        part = part.substring(0, part.indexOf("\n}"));
        for (String option : command.equals("records")
                ? new String[] {"--mapping", "--agreement", "--as", "--rows", "csv", "jsonl"}
                : new String[] {"--sheet", "--header", "--encoding", "Windows-1251"}) {
            assertThat(part).contains(option);
        }
    }

    @Test
    void whatIsReadOnlyOnceIsKept() throws IOException, InterruptedException {
        Path pipe = temp.resolve("pipe");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
            return;
        }
        Thread writer = new Thread(() -> {
            try {
                Files.write(
                        pipe,
                        "id,source,occurred,event\na,M,2024-12-31,strike\na,M,2024-12-31,strike\n"
                                .getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        writer.start();
        Typed typed = Typed.run("records", pipe, "--agreement", text);
        writer.join();
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).contains("the id `a` was given already");
    }

    @Test
    void aColumnWithoutANameIsToldByItsNumber() throws IOException {
        Path list = Files.writeString(temp.resolve("lista.csv"), "dia;;tipo\n2024-05-01;x;A\n2024-05-02;x;A\n");
        String draft = Typed.run("mapping", list).out();
        assertThat(draft).contains("--   `column B`, over which nothing stands: ", "time is dia", "-- codes for tipo:");
        assertThat(draft).doesNotContain("codes for ``");
    }

    /** What most cells of a column hold is what it holds; the others are told with their places. */
    @Test
    void aDraftTakesAColumnForWhatMostOfItsCellsAre() throws IOException {
        StringBuilder log = new StringBuilder("day,clock,units,kind\n");
        for (int hour = 1; hour <= 12; hour++) {
            String clock = hour == 7 ? "0725h" : String.format(java.util.Locale.ROOT, "%02d:30", hour);
            String units = hour == 3 ? "undisclosed" : String.valueOf(hour);
            log.append("2022-03-01,").append(clock).append(',').append(units).append(",x\n");
        }
        String draft = Typed.run("mapping", Files.writeString(temp.resolve("log.csv"), log))
                .out();
        assertThat(draft)
                .contains(
                        "--   clock: times of day, given in 12 rows, such as 01:30; 1 is none: \"0725h\" (line 8)\n",
                        "\ntime is day at clock\n-- what cannot be read is left out: \"no time\"        -- 1 row has none"
                                + " there, as said above; otherwise the file is refused\n",
                        "--   units: numbers, given in 12 rows, such as 1; 1 is none: \"undisclosed\" (line 4)\n",
                        "\n-- codes for units:\n--   \"undisclosed\" is not given        -- 1 row\n--   otherwise as it is\n");

        Path days = Files.writeString(
                temp.resolve("days.csv"), "day,n\n2022-03-01,1\n2022-03-02 10:00,1\nuntil 3/4/2022,1\n");
        assertThat(Typed.run("mapping", days).out())
                .contains(
                        "--   day: times, given in 3 rows, such as 2022-03-01; 1 is none: \"until 3/4/2022\" (line 4)\n")
                .contains("\ntime is day\n");
    }

    @Test
    void aDraftSeesColumnsForEachOfSeveralAndSums() throws IOException {
        Path givers = Files.writeString(
                temp.resolve("givers.csv"),
                ",A,B,C,D,E,F,G,H,Total\ntank,1,0,0,0,0,0,0,2,3\ngun,1,0,0,0,0,0,0,2,3\nTotal,2,0,0,0,0,0,0,4,6\n");
        assertThat(Typed.run("mapping", givers).out())
                .contains(
                        "--   `column A`, over which nothing stands: 3 codes",
                        "\n-- each column from A to H is a row: its name is giver, its cell is quantity        -- 8 columns",
                        "\n-- `column A` \"Total\" left out: \"a sum\"\n");
    }
}
