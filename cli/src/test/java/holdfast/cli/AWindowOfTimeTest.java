package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever studies a month wants what stood in it, and not what was over before it began. */
class AWindowOfTimeTest {
    private static final String TEXT = """
            # The weir accord

            ## 1. Sluices

            No side opens the sluices by night.

            ```holdfast
            agreement "The weir accord"
            time zone Europe/Kyiv
            party Upper, Lower
            event open_sluice(by: party)
            1.1 each party P must not open_sluice(by P)
            a breach of 1.1 ends after 24 hours without a further act
            ```
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("weir.md"), TEXT);
        Files.writeString(folder.resolve("rows.csv"), """
                id,source,occurred,event,basis,by
                a,gauge,2031-02-02 01:00,open_sluice,seen,Upper
                b,gauge,2031-03-04 23:30,open_sluice,seen,Lower
                c,gauge,2031-04-09 02:00,open_sluice,seen,Upper
                """);
    }

    private Typed replay(Object... more) {
        Object[] words = new Object[5 + more.length];
        words[0] = "replay";
        words[1] = folder.resolve("weir.md");
        words[2] = "--records";
        words[3] = folder.resolve("rows.csv");
        words[4] = "--all";
        System.arraycopy(more, 0, words, 5, more.length);
        return Typed.run(words);
    }

    @Test
    void whatWasOverBeforeIsLeftOutAndThatIsSaid() {
        assertThat(replay("--from", "2031-03-01", "--now", "2031-03-31").out())
                .contains("What was over, or done, before 1 Mar 2031 00:00 is left out")
                .contains("Lower")
                .doesNotContain("2 Feb 2031", "9 Apr 2031 02:00, until");
    }

    @Test
    void whatStillStoodWhenTheWindowOpensBelongsToIt() {
        assertThat(replay("--from", "2031-03-05 12:00", "--now", "2031-03-31").out())
                .contains("4 Mar 2031 23:30, until 5 Mar 2031 23:30");
        assertThat(replay("--from", "2031-03-06", "--now", "2031-03-31").out()).doesNotContain("4 Mar 2031");
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        Typed typed = replay("--from", "2031-05-01", "--now", "2031-03-31");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("--from 2031-05-01 lies after the moment asked about");
    }
}
