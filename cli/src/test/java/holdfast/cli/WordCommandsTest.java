package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code draft}, {@code export} and {@code diff --docx}: to Word, from Word, and two texts side by side in it. */
class WordCommandsTest {
    private static final String TEXT = """
            # Truce

            ## Article 1. Fire

            1\\. Neither Party shall fire. Each Party reports within 10 days.

            2\\. It holds for two weeks.
            """;

    @TempDir
    Path folder;

    private Path text;
    private Path word;

    @BeforeEach
    void exported() throws Exception {
        text = folder.resolve("truce.md");
        Files.writeString(text, TEXT);
        word = folder.resolve("truce.docx");
        Typed run = Typed.run("export", text, "--docx", word);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("written: " + word + "\n");
    }

    @Test
    void aDraftHasTheTextAndEmptyBlocksAndPassesTheCheck() throws Exception {
        Path draft = folder.resolve("draft.md");
        Typed run = Typed.run("draft", word, "-o", draft);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("It has 1 article, 2 paragraphs, no tables and no notes.");
        String written = Files.readString(draft);
        assertThat(written)
                .contains(
                        "## Article 1. Fire\n\n1\\. Neither Party shall fire. Each Party reports within 10 days.\n\n2\\. It holds for two weeks.\n",
                        "--   \"Neither Party shall fire\": a prohibition (CP30)\n--       1.1  each party P must not ACT(by P)\n",
                        "(CP05, CP06)");
        assertThat(written.replaceAll("(?s)```holdfast\n.*?```\n+", "").strip()).isEqualTo(TEXT.strip());
        assertThat(Typed.run("check", draft, "--strict").status()).isZero();
    }

    @Test
    void withoutANameTheDraftLiesBesideTheFileAndNothingIsWrittenOver() throws Exception {
        Typed run = Typed.run("draft", word);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("`" + text + "` is there already", "nothing is written over");
        assertThat(text).hasContent(TEXT);
        Path other = folder.resolve("other.docx");
        Files.copy(word, other);
        assertThat(Typed.run("draft", other).status()).isZero();
        assertThat(folder.resolve("other.md")).exists();
    }

    @Test
    void whatIsNoWordFileIsRefusedAndNothingIsWritten() {
        Path draft = folder.resolve("draft.md");
        Typed run = Typed.run("draft", text, "-o", draft);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("this is no document of Word", "save it as .docx", "[HW102]");
        assertThat(draft).doesNotExist();
        assertThat(Typed.run("draft", folder.resolve("truce.doc")).err()).contains("did you mean");
        assertThat(Typed.run("draft", word, "-o", draft, "--changes", "perhaps").err())
                .contains("neither accepted nor rejected");
    }

    @Test
    void aRedlineIsWrittenForWord() throws Exception {
        Path later = folder.resolve("later.md");
        Files.writeString(later, TEXT.replace("two weeks", "three weeks"));
        Path redline = folder.resolve("redline.docx");
        assertThat(Typed.run("diff", text, later, "--docx", redline).status()).isZero();

        Path accepted = folder.resolve("accepted.md");
        Path rejected = folder.resolve("rejected.md");
        assertThat(Typed.run("draft", redline, "-o", accepted).out()).contains("taken as accepted (by Holdfast)");
        assertThat(Typed.run("draft", redline, "-o", rejected, "--changes", "rejected")
                        .status())
                .isZero();
        assertThat(Files.readString(accepted)).contains("It holds for three weeks.");
        assertThat(Files.readString(rejected)).contains("It holds for two weeks.");
    }

    @Test
    void theSameTextGivesTheSameBytes() throws Exception {
        Path again = folder.resolve("again.docx");
        assertThat(Typed.run("export", text, "--docx", again).status()).isZero();
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(word));
    }

    @Test
    void whatWordCannotHoldIsSaid() throws Exception {
        Path linked = folder.resolve("linked.md");
        Files.writeString(linked, "# T\n\nSee [the map](map.geojson).\n");
        assertThat(Typed.run("export", linked, "--docx", folder.resolve("linked.docx"))
                        .out())
                .contains("Not in it:\n  the address of a link: map.geojson\n");
    }
}
