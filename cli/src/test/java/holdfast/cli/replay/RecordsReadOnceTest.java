package holdfast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.ShippedAgreements;
import holdfast.cli.output.ProgressLine;
import holdfast.report.standing.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay quotes the monitor knows: a file of records is read once. */
class RecordsReadOnceTest {
    private static final String TRUCE = """
            # The truce

            ## Article 1. Quiet

            ```holdfast
            agreement "The truce"
            time zone UTC
            days count excluding the first day
            party Coast, Front
            event rocket(by: party)
            1.1  each party P must not rocket(by P)
            ```
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsGoneAfterItWasReadIsQuotedAllTheSame() throws IOException {
        Path text = Files.writeString(folder.resolve("agreement.md"), TRUCE);
        Path records = Files.writeString(folder.resolve("records.csv"), """
                id,recorded,source,occurred,event,by
                a,2026-05-04 10:00,radio,2026-05-04 06:40,rocket,Front
                """);
        PrintWriter err = new PrintWriter(new StringWriter());
        AgreementFile file = AgreementFile.find(text.toString(), new ShippedAgreements(Optional.empty()));
        ReplayQuestion question = Asked.of(records);
        Replay replay = new ReplayRun(
                        file,
                        AgreementDocuments.readOrRefuse(file.document(), err),
                        question,
                        InstantSource.system(),
                        err)
                .handingTo(read -> delete(records))
                .run(Replay.CITATIONS, 0, new ProgressLine(err, false, () -> 0));
        assertThat(replay.cited().original("a")).isPresent();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
