package holdfast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.ShippedAgreements;
import holdfast.cli.output.ProgressLine;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import holdfast.report.standing.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Most rows of a long table become no record each, and a replay says what it says of records. */
class RowsGoStraightTest {
    private static final String FERRY = """
            # The crossing

            ## Article 1. The ferry

            ```holdfast
            agreement "The crossing"
            time zone Europe/Kyiv
            days count excluding the first day
            party North, South
            event sailing(by: party, berth: number, cargo: text)
            event notice(by: party, berth: number)
            event closing(berth: number)
            event opening(berth: number)
            state closed(berth B) begins with closing(berth B), ends with opening(berth B)
            1.1  on sailing(by P, berth B), P must notice(by P, berth B) within 3 hours
            1.2  while closed(B), nobody named must not sailing(berth B, cargo "fuel")
            ```
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsSaidIsTheSame() throws IOException {
        for (int seed = 1; seed <= 20; seed++) {
            Path text = Files.writeString(folder.resolve("agreement.md"), FERRY);
            Path records = Files.writeString(folder.resolve("records.csv"), table(new SplittableRandom(seed)));
            Replay straight = run(text, records, false);
            Replay one = run(text, records, true);
            assertThat(straight.verdicts()).isEqualTo(one.verdicts()).isNotEmpty();
            assertThat(straight.intake()).isEqualTo(one.intake());
            assertThat(straight.dissent()).isEqualTo(one.dissent());
            assertThat(straight.recorded()).isEqualTo(one.recorded());
            assertThat(straight.asOf()).isEqualTo(one.asOf());
            assertThat(straight.ahead()).isEqualTo(one.ahead());
            for (Verdict verdict : one.verdicts()) {
                for (String id : verdict.records()) {
                    assertThat(straight.cited().current(id))
                            .isEqualTo(one.cited().current(id));
                    assertThat(straight.cited().attributions(id))
                            .isEqualTo(one.cited().attributions(id));
                }
            }
        }
    }

    /** @param recordByRecord whether somebody wants to see each record */
    private static Replay run(Path text, Path records, boolean recordByRecord) throws IOException {
        PrintWriter err = new PrintWriter(new StringWriter());
        AgreementFile file = AgreementFile.find(text.toString(), new ShippedAgreements(Optional.empty()));
        Agreement agreement = AgreementDocuments.readOrRefuse(file.document(), err);
        // Otherwise no row would go straight.
        assertThat(Monitor.ofManyRecords(agreement).hasFirstTier()).isTrue();
        ReplayRun run = new ReplayRun(file, agreement, Asked.of(records), InstantSource.system(), err);
        if (recordByRecord) {
            run = run.handingTo(record -> {});
        }
        return run.run(Replay.CITATIONS, 30, new ProgressLine(err, false, () -> 0));
    }

    private static String table(SplittableRandom random) {
        StringBuilder table = new StringBuilder(
                "kind,id,recorded,source,occurred,event,by,berth,cargo,corrects,about,to,withdraws\n");
        long time = Instant.parse("2031-03-28T00:00:00Z").getEpochSecond();
        for (int i = 1; i < 200; i++) {
            time += random.nextInt(4000);
            long known = time + (random.nextInt(5) == 0 ? random.nextInt(20_000) : 0);
            String event = pick(random, "sailing", "sailing", "notice", "notice", "closing", "opening");
            boolean party = event.equals("sailing") || event.equals("notice");
            String by = party ? pick(random, "North", "South", random.nextInt(9) == 0 ? "unattributed" : "North") : "";
            String cargo =
                    event.equals("sailing") ? pick(random, "fuel", "grain", random.nextInt(9) == 0 ? "" : "fuel") : "";
            String berth = random.nextInt(60) == 0 ? "" : "" + random.nextInt(4);
            String at = Instant.ofEpochSecond(time).toString();
            boolean day = random.nextInt(70) == 0;
            String later = Instant.ofEpochSecond(known + 30_000).toString();
            int earlier = 1 + random.nextInt(19);
            switch (i < 20 ? 99 : random.nextInt(40)) {
                case 0 -> table.append("withdrawal,w%d,%s,harbour,,,,,,,,,r%d\n".formatted(i, later, earlier));
                case 1 -> table.append("attribution,t%d,%s,harbour,,,,,,,r%d,South,\n".formatted(i, later, earlier));
                case 2 -> table.append(row("c" + i, later, at, event, by, berth, cargo, "r" + earlier));
                default -> {}
            }
            table.append(
                    day
                            ? row(
                                    "r" + i,
                                    Instant.ofEpochSecond(known + 100_000) + "",
                                    at.substring(0, 10),
                                    event,
                                    by,
                                    berth,
                                    cargo,
                                    "")
                            : row("r" + i, Instant.ofEpochSecond(known) + "", at, event, by, berth, cargo, ""));
        }
        return table.toString();
    }

    private static String row(String id, String recorded, String at, String... rest) {
        return "observation," + id + "," + recorded + ",harbour," + at + "," + String.join(",", rest) + ",,,\n";
    }

    private static String pick(SplittableRandom random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
