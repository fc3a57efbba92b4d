package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code replay --horizon}: a long mission's log, of which what is final goes to an archive. */
class HorizonTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final String TEXT = """
            # The ford

            ## Article 1. Crossings

            ```holdfast
            agreement "The ford"
            time zone UTC
            days count excluding the first day
            party Upper, Lower
            event crossing(by: party, boat: number)
            event toll(boat: number)
            event flood, ebb
            state high_water begins with flood, ends with ebb
            1.1  on crossing(by P, boat B), P must toll(boat B) within 2 days
            1.2  while high_water, each party P must not crossing(by P)
            ```
            """;

    @TempDir
    Path folder;

    private Path agreement;
    private Path log;
    private Path archive;

    @BeforeEach
    void write() throws IOException {
        agreement = Files.writeString(folder.resolve("ford.md"), TEXT);
        archive = folder.resolve("archive");
        StringBuilder rows = new StringBuilder("id,occurred,recorded,source,event,by,boat\n");
        for (int day = 0; day < 60; day++) {
            String date = FIRST.plusDays(day).toString();
            if (day % 20 == 10) {
                String turn = day % 40 == 10 ? "flood" : "ebb";
                rows.append("f" + day + "," + date + "T01:00Z,,Watch," + turn + ",,\n");
            }
            rows.append("c" + day + "," + date + "T06:00Z,,Watch,crossing,Upper," + day + "\n");
            if (day % 7 != 3) {
                rows.append("t" + day + "," + date + "T18:00Z,,Watch,toll,," + day + "\n");
            }
        }
        log = Files.writeString(folder.resolve("log.csv"), rows.toString());
    }

    private JsonNode replay(String... more) {
        List<Object> words = new ArrayList<>(List.of("replay", agreement, "--records", log, "--json"));
        words.addAll(List.of(more));
        Typed typed = Typed.run(words.toArray());
        assertThat(typed.status()).as(typed.err()).isZero();
        return JSON.readTree(typed.out());
    }

    private static List<String> verdicts(JsonNode replay) {
        List<String> verdicts = new ArrayList<>();
        replay.get("verdicts")
                .forEach(v -> verdicts.add(v.get("clause") + " " + v.get("status") + " " + v.get("since") + v.get("due")
                        + v.get("records")));
        return verdicts;
    }

    private List<String> archived() throws IOException {
        List<String> verdicts = new ArrayList<>();
        for (String line : Files.readAllLines(archive.resolve("verdicts.jsonl"))) {
            JsonNode v = JSON.readTree(line);
            verdicts.add(
                    v.get("clause") + " " + v.get("status") + " " + v.get("since") + v.get("due") + v.get("records"));
        }
        return verdicts;
    }

    @Test
    void whatIsHeldAndWhatWentIsWhatIsSaidWithoutAHorizon() throws IOException {
        JsonNode within = replay("--horizon", "10d", "--archive", archive.toString());
        List<String> all = new ArrayList<>(verdicts(within));
        assertThat(all).hasSizeLessThan(40);
        all.addAll(archived());
        assertThat(all).containsExactlyInAnyOrderElementsOf(verdicts(replay()));
        assertThat(within.get("behind").get("notTaken")).isEmpty();
        assertThat(within.get("behind").get("final").get(0).get("number").asInt())
                .isGreaterThan(20);
    }

    @Test
    void whoeverDidNotPayIsNotForgotten() throws IOException {
        replay("--horizon", "10d", "--archive", archive.toString());
        assertThat(archived()).noneMatch(v -> v.contains("c3\"") || v.contains("c10\""));
        assertThat(verdicts(replay("--horizon", "10d"))).anyMatch(v -> v.contains("breached") && v.contains("c3\""));
    }

    @Test
    void explainReadsTheArchive() {
        Typed replay = Typed.run("replay", agreement, "--records", log, "--horizon", "10d", "--archive", archive);
        assertThat(replay.out())
                .contains("Behind the horizon", "1.1 fulfilled 39", "why something final is so: holdfast explain");
        Typed explain =
                Typed.run("explain", agreement, "--records", archive.resolve("records.jsonl"), "--clause", "1.2");
        assertThat(explain.status()).as(explain.err()).isZero();
        assertThat(explain.out()).contains("1.2 Upper: breached", "c12");
    }

    @Test
    void whatIsToldTooLateIsNamedAndNotTaken() throws IOException {
        Files.writeString(
                log,
                Files.readString(log)
                        + "late,2026-03-05T07:00Z,2026-04-29T07:00Z,Watch,crossing,Lower,900\n"
                        + "mend,2026-04-29T07:00Z,2026-04-29T08:00Z,Watch,crossing,Lower,901\n");
        Typed typed = Typed.run("replay", agreement, "--records", log, "--horizon", "10d");
        assertThat(typed.out())
                .contains("Not taken, since it was told when what happened lay behind the horizon: late");
        assertThat(verdicts(replay("--horizon", "10d")))
                .noneMatch(v -> v.contains("\"late\""))
                .anyMatch(v -> v.contains("\"mend\""));
    }

    @Test
    void whereARecordIsRefusedNoHalfAnArchiveIsLeft() throws IOException {
        Files.writeString(log, Files.readString(log) + "x,2026-05-01T07:00Z,,Watch,crosing,Upper,1\n");
        Typed typed = Typed.run("replay", agreement, "--records", log, "--horizon", "10d", "--archive", archive);
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).contains("did you mean `crossing`?");
        assertThat(archive).doesNotExist();
    }

    @Test
    void whatIsNoLengthAndWhatWouldBeWrittenOverIsRefused() throws IOException {
        for (String none : List.of("90", "0d", "-3d", "soon", "3 months")) {
            Typed typed = Typed.run("replay", agreement, "--records", log, "--horizon", none);
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err()).contains("is no length of time", "`90d`");
        }
        Files.createDirectory(archive);
        Files.writeString(archive.resolve("other.txt"), "kept");
        Typed typed = Typed.run("replay", agreement, "--records", log, "--horizon", "10d", "--archive", archive);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("is there already, and not empty");
        assertThat(Typed.run("replay", agreement, "--records", log, "--archive", archive)
                        .err())
                .contains("give `--horizon 90d`");
    }
}
