package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.report.page.Unseen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Control sequences and marks of direction in what others wrote are shown, never obeyed, by any command. */
class TextOfOthersTest {
    @TempDir
    Path temp;

    private static final Main.Looks COLOURED = new Main.Looks(true, false);

    private static final String HOSTILE = "\u001b]0;gone\u0007\u001b[2Jhid\u202eden\u2066\u009b31m\r";

    private static final String TEXT = """
            # Peace %1$s
            ## Article 1. %1$s
            ```holdfast
            agreement "Peace %1$s" version "%1$s"
            time zone Europe/Oslo
            party Aune "%1$s", Brekke
            event fire(by: party, note: text)
            1.1  each party P must not fire(by P, note "%1$s")
            1.2  each party P must not fire(by P)
            accept F01 because "%1$s"
            ```
            """;

    @ParameterizedTest
    @ValueSource(strings = {"check", "examine", "brief", "replay", "explain", "diff", "fmt"})
    void isShown(String command) throws IOException {
        String hostile = HOSTILE.replace("\r", "");
        Path text = Files.writeString(temp.resolve("a\u001b[2J.md"), TEXT.formatted(hostile));
        Path other = Files.writeString(temp.resolve("b.md"), TEXT.formatted(hostile + "!"));
        Path records = Files.writeString(
                temp.resolve("r.csv"),
                "id,source,occurred,event,by,note\nr" + hostile + ",M" + hostile + ",2026-03-01 10:00,fire,Aune,\""
                        + HOSTILE + "\"\n");
        List<Object> words = new ArrayList<>(List.of(command, text));
        switch (command) {
            case "replay" -> words.addAll(List.of("--records", records));
            case "explain" -> words.addAll(List.of("--records", records, "--clause", "1.2"));
            case "diff" -> words.add(other);
            default -> {}
        }
        for (String option : List.of("", "--json")) {
            List<Object> all = new ArrayList<>(words);
            if (!option.isEmpty()) {
                all.add(option);
            }
            String said = Typed.run(COLOURED, all.toArray()).said().replaceAll("\u001b\\[[0-9;]*m", "");
            assertThat(said.chars().filter(c -> c != '\n').anyMatch(c -> Unseen.is((char) c)))
                    .as(said)
                    .isFalse();
        }
    }

    @Test
    void aPageHasNoneEither() throws IOException {
        Path text = Files.writeString(temp.resolve("a.md"), TEXT.formatted(HOSTILE.replace("\r", "")));
        Path page = temp.resolve("a.html");
        Typed.run(COLOURED, "examine", text, "--html", page);
        String html = Files.readString(page);
        assertThat(html).contains("Content-Security-Policy");
        assertThat(html.chars().filter(c -> c != '\n').anyMatch(c -> Unseen.is((char) c)))
                .isFalse();
    }

    @Test
    void jsonLosesNothing() throws IOException {
        Path text = Files.writeString(temp.resolve("a.md"), TEXT.formatted("\u202eabc"));
        assertThat(Typed.run(COLOURED, "examine", text, "--json").said()).contains("\\u202eabc");
    }
}
