package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command writes over nothing that a user has, whatever it is called. */
class NothingIsLostTest {
    @TempDir
    Path temp;

    private static final String TEXT = """
            # The weir of Aune
            ```holdfast
            agreement "The weir of Aune"
            time zone Europe/Oslo
            party Aune, Brekke
            event open_weir(by: party)
            1.1  each party P must not open_weir(by P)
            ```
            """;

    private static final String RECORDS = "id,source,occurred,event,by\nr1,M,2026-03-01 10:00,open_weir,Aune\n";

    private Typed typed = new Typed(0, "", "");
    private Path text;
    private Path records;

    @BeforeEach
    void write() throws IOException {
        text = Files.writeString(temp.resolve("weir.md"), TEXT);
        records = Files.writeString(temp.resolve("weir.csv"), RECORDS);
    }

    private int run(Object... arguments) {
        typed = Typed.run(arguments);
        return typed.status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "examine", "brief"})
    void aPageIsNotWrittenOntoTheDraft(String command) throws IOException {
        assertThat(run(command, text, "--html", text)).isEqualTo(2);
        assertThat(typed.err()).contains("is there already", "nothing is written over");
        assertThat(text).hasContent(TEXT.strip());
    }

    @Test
    void norOntoTheRecordsNorByAnotherNameForThem() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("page.html"), records);
        Path hard = Files.createLink(temp.resolve("hard.html"), records);
        for (Path page : List.of(records, link, hard)) {
            assertThat(run("replay", text, "--records", records, "--html", page))
                    .isEqualTo(2);
        }
        assertThat(Files.readString(records)).isEqualTo(RECORDS);
    }

    @Test
    void aPageOfItsOwnIsWrittenAgainAndKeepsItsMode() throws IOException {
        Path page = temp.resolve("out.html");
        assertThat(run("replay", text, "--records", records, "--html", page)).isZero();
        Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(run("examine", text, "--html", page)).isZero();
        assertThat(Files.readString(page)).contains("examined");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-r-----");
        assertThat(neighbours()).containsExactlyInAnyOrder("weir.md", "weir.csv", "out.html");
    }

    @Test
    void storiesAreNotWrittenOntoWhatIsThere() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("stories"));
        Path mine = Files.writeString(folder.resolve("stories.md"), "my own notes\n");
        assertThat(run("examine", text, "--stories", folder)).isEqualTo(2);
        assertThat(mine).hasContent("my own notes");
        Files.delete(mine);
        assertThat(run("examine", text, "--stories", folder)).isZero();
        assertThat(run("examine", text, "--stories", folder))
                .as("its own, again")
                .isZero();
    }

    @Test
    void theFormatterKeepsModeAndEveryNameOfTheDraft() throws IOException {
        Files.writeString(text, TEXT.replace("1.1  each", "1.1        each"));
        Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rw-rw-r--"));
        Path hard = Files.createLink(temp.resolve("same.md"), text);
        Path link = Files.createSymbolicLink(temp.resolve("link.md"), text);
        Path neighbour = Files.writeString(temp.resolve("weir.md.new"), "somebody's\n");
        assertThat(run("fmt", link)).isZero();
        assertThat(Files.readString(text)).isEqualTo(TEXT);
        assertThat(Files.readString(hard)).isEqualTo(TEXT);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(neighbour).hasContent("somebody's");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(text)))
                .isEqualTo("rw-rw-r--");
        assertThat(neighbours()).containsExactlyInAnyOrder("weir.md", "weir.csv", "same.md", "link.md", "weir.md.new");
    }

    @Test
    void theFormatterSaysWhichBlocksHaveErrors() throws IOException {
        Files.writeString(text, TEXT + "\n```holdfast\n1.2  Aune must not (\n```\n");
        assertThat(run("fmt", text)).isEqualTo(1);
        assertThat(typed.out())
                .contains("weir.md:10", "has errors", "holdfast check")
                .doesNotContain("as it should be");
    }

    @Test
    void aNameWithBlanksIsQuotedInTheCommandsThatAreOffered() throws IOException {
        Path odd = Files.writeString(temp.resolve("it's $(here).md"), TEXT);
        assertThat(run("replay", odd, "--records", records)).isZero();
        assertThat(typed.out()).contains("holdfast explain '" + temp + "/it'\\''s $(here).md' --clause 1.1");
    }

    private List<String> neighbours() throws IOException {
        try (var files = Files.list(temp)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
