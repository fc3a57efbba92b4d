package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit that many like acts break is told in a line, not in as many lines as there are acts. */
class ActsToldOnceTest {
    @TempDir
    Path folder;

    private Path limit(int flights) throws IOException {
        return Files.writeString(folder.resolve("limit" + flights + ".md"), """
                # Skies

                ```holdfast
                agreement "Skies" version "1"
                time zone Asia/Tbilisi
                party Coast, Hills
                event overflight(by: party)
                define too_many(by P) as at least %d overflight(by P) within 30 days
                ```

                ## Article 1. Flights

                ```holdfast
                1.1  each party P must not too_many(by P)
                ```
                """.formatted(flights));
    }

    @Test
    void aStoryOfAnExamination() throws IOException {
        String said = Typed.run("examine", limit(70)).out();
        assertThat(said)
                .contains("overflight (by Coast), 70 times, the last on 4 Mar 2030 13:09 – the", "violation")
                .doesNotContain("further acts");
    }

    @Test
    void thePictureOfAStory() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(Typed.run("examine", limit(70), "--html", page).status()).isZero();
        assertThat(Files.readString(page))
                .contains("overflight (by Coast), 70 times")
                .doesNotContain("further acts");
    }

    @Test
    void theHistoryOnWhichTwoDraftsDiffer() throws IOException {
        String said = Typed.run("diff", limit(40), limit(60)).out();
        assertThat(said).contains("overflight(by Coast), 40 times, the last on 4 Mar 2030 12:39");
        assertThat(said.lines().filter(l -> l.contains("overflight(by Coast)") && l.contains("2030")))
                .hasSize(1);
    }
}
