package holdfast.cli.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.examine.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossesTest {
    private static final Path SHIPPED = Path.of("../agreements/losses.csv");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void areReadWithTheirLengths() {
        assertThat(Losses.read(SHIPPED))
                .containsExactly(
                        new Subject.Loss(
                                "Crimea 2014", Duration.ofHours(19 * 24 - 2).toMillis()),
                        new Subject.Loss(
                                "Debaltseve 2015",
                                Duration.ofMinutes(71 * 60 + 40).toMillis()),
                        new Subject.Loss("Karabakh 2023", Duration.ofHours(25).toMillis()));
    }

    /** The two cases whose records are shipped: each end is a row of the table of records. */
    @Test
    void agreeWithTheShippedRecords() throws IOException {
        String losses = Files.readString(SHIPPED);
        assertRecord(losses, "Crimea 2014", "budapest-1994/records/budapest-1994-2022.csv", "seizure", "annexation");
        assertRecord(losses, "Debaltseve 2015", "minsk-2015/records/minsk2-2015.csv", "shelling", "troop_withdrawal");
    }

    private static void assertRecord(String losses, String of, String table, String first, String last)
            throws IOException {
        String[] cells = losses.lines()
                .filter(l -> l.startsWith(of + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        List<String> records = Files.readAllLines(Path.of("../agreements", table));
        assertThat(records)
                .anyMatch(r -> r.startsWith(cells[1] + ",") && r.contains("," + first + ","))
                .anyMatch(r -> r.startsWith(cells[2] + ",") && r.contains("," + last + ","));
    }

    @Test
    void anInstantWithoutAnOffsetIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("losses.csv"),
                "case,first_act,loss,source\nCrimea 2014,2014-02-27T00:00:00,2014-03-18T00:00:00+04:00,x\n");
        assertThatThrownBy(() -> Losses.read(file))
                .hasMessageContaining("line 2")
                .hasMessageContaining("is no instant");
    }

    @Test
    void aLossBeforeTheFirstActIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("losses.csv"),
                "case,first_act,loss,source\nCrimea 2014,2014-03-18T00:00:00+04:00,2014-02-27T00:00:00+02:00,x\n");
        assertThatThrownBy(() -> Losses.read(file)).hasMessageContaining("does not come after");
    }

    @Test
    void aTableWithoutTheColumnsIsRefused() throws IOException {
        Path file =
                Files.writeString(folder.resolve("losses.csv"), "case,loss\nCrimea 2014,2014-03-18T00:00:00+04:00\n");
        assertThatThrownBy(() -> Losses.read(file)).hasMessageContaining("a column is missing");
    }
}
