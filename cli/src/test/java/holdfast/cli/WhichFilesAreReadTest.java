package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a document or a mapping names lies in its own folder or below it; what can be read once is read once; what has no end is refused. */
class WhichFilesAreReadTest {
    @TempDir
    Path temp;

    private static final String TEXT = """
            # The lock of Lier
            ```holdfast
            agreement "The lock of Lier"
            time zone Europe/Oslo
            party Lier, Modum
            event shut_lock(by: party)
            %s
            1.1  each party P must not shut_lock(by P)
            ```
            """;

    private static final String ROWS = "id,source,occurred,event,by\nr1,M,2026-03-01 10:00,shut_lock,Lier\n";

    private Path folder;
    private Path text;
    private String said = "";

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectories(temp.resolve("lier"));
        text = Files.writeString(folder.resolve("lock.md"), TEXT.formatted(""));
    }

    private int run(Object... arguments) {
        Typed typed = Typed.run(arguments);
        said = typed.said();
        return typed.status();
    }

    @Test
    @Timeout(60)
    void aPipeIsReadOnceWhateverIsAskedOfIt() throws IOException, InterruptedException {
        Path pipe = temp.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no named pipes here");
        for (List<String> question :
                List.of(List.of("replay", "--json"), List.of("explain", "--clause", "1.1"), List.of("replay"))) {
            Thread writer = new Thread(() -> {
                try {
                    Files.writeString(pipe, ROWS);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            writer.start();
            List<Object> words = new java.util.ArrayList<>(question);
            words.add(1, text);
            words.addAll(List.of("--records", pipe));
            assertThat(run(words.toArray())).as(said).isZero();
            assertThat(said).contains("breached");
            writer.join();
        }
    }

    @Test
    void somebodyElsesFileAndOneOfHoldfastsOwnFormAreReadTogether() throws IOException {
        Path own = Files.writeString(temp.resolve("own.csv"), ROWS);
        Path other = Files.writeString(temp.resolve("other.csv"), "day,who,kind\n2026-03-05,M,shut\n");
        Path mapping = Files.writeString(temp.resolve("other.mapping.md"), """
                ```mapping
                mapping "The other"
                time is day
                source is "The other"
                basis is seen
                codes for who:
                  M is Modum
                  otherwise refused
                kind shut becomes shut_lock(by who)
                otherwise refused
                ```
                """);
        run("replay", text, "--records", other, "--mapping", mapping, "--records", own, "--mapping", "own");
        assertThat(said).contains("2 records from 2 rows");
    }

    @Test
    void aMappingOpensNoFileOutsideItsFolder() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.csv"), ROWS);
        Path records = Files.createDirectories(folder.resolve("records"));
        Path link = Files.createSymbolicLink(records.resolve("link.csv"), secret);
        for (String named : List.of("../../secret.csv", secret.toString(), "link.csv")) {
            Path mapping = Files.writeString(records.resolve("m.mapping.md"), """
                    # M
                    ```mapping
                    mapping "M"
                    zone Europe/Oslo
                    file "%s"
                    time is occurred
                    every row becomes shut_lock(by by)
                    ```
                    """.formatted(named));
            assertThat(run("replay", text, "--mapping", mapping)).as(said).isEqualTo(1);
            assertThat(said)
                    .doesNotContain("r1")
                    .contains("not in its own folder")
                    .doesNotContain("breached");
        }
        assertThat(link).exists();
    }

    @Test
    void aLinkLeadsNoZoneOutOfTheFolder() throws IOException {
        String square =
                "{\"type\": \"Polygon\", \"coordinates\": [[[10, 60], [11, 60], [11, 61], [10, 61], [10, 60]]]}";
        Path outside = Files.writeString(temp.resolve("square.geojson"), square);
        Files.createSymbolicLink(folder.resolve("link.geojson"), outside);
        Files.writeString(text, TEXT.formatted("zone basin from \"link.geojson\""));
        assertThat(run("check", text)).isEqualTo(1);
        Files.delete(folder.resolve("link.geojson"));
        Files.writeString(folder.resolve("link.geojson"), square);
        assertThat(run("check", text)).as(said).isZero();
    }

    @Test
    void whatHasNoEndIsRefused() {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "no such device here");
        assertThat(run("check", "/dev/zero")).isEqualTo(1);
        assertThat(said).contains("a document may have");
        assertThat(run("fmt", "/dev/zero")).isEqualTo(2);
    }
}
