package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that people signed are told from comment, and a retelling from a text. */
class SignedWordsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private Path ferry(String standing, String marked) throws IOException {
        return Files.writeString(temp.resolve("ferry.md"), """
                # The ferry

                ```holdfast
                agreement "The ferry of Lull" version "1 May 2031" %s
                time zone Europe/Oslo
                party Harr, Tind
                event cast_off(by: party)
                ```

                ## Article 1. Casting off

                Neither side casts off before the other has landed.

                %s

                ```holdfast
                1.1 each party P must not cast_off(by P)
                ```
                """.formatted(standing, marked));
    }

    private String run(String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main main = new Main(new ShippedAgreements(Optional.of(Path.of(".."))), new Main.Looks(false, false));
        assertThat(main.execute(new PrintWriter(out), new PrintWriter(err), command))
                .as(err.toString())
                .isZero();
        return out.toString().replaceAll("\\s+", " ");
    }

    private String explained(Path text) throws IOException {
        Path rows = Files.writeString(
                temp.resolve("rows.csv"),
                "id,source,occurred,event,basis,by\nr1,M,2031-06-01 10:00,cast_off,seen,Tind\n");
        return run("explain", text.toString(), "--records", rows.toString(), "--clause", "1.1", "--bearer", "Tind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[!NOTE]", "[!tip]", "[!IMPORTANT]", "[!Warning]", "[!CAUTION]"})
    void whatIsMarkedAsCommentIsNotQuotedAsTheArticle(String mark) throws IOException {
        Path text =
                ferry("as \"signed\"", "> " + mark + "\n> Nobody knows what a landing is.\n>\n> - not even the pilot");
        assertThat(explained(text))
                .contains("says: “Neither side casts off before the other has landed.”")
                .doesNotContain("Nobody knows", "pilot");
    }

    @Test
    void aQuoteWithoutAMarkIsPartOfTheArticle() throws IOException {
        assertThat(explained(ferry("as \"signed\"", "> A landing is made when the ramp is down.")))
                .contains("has landed. A landing is made when the ramp is down.”");
    }

    @Test
    void onlyATextThatIsSoIsSaidToBeAsSigned() throws IOException {
        assertThat(run("examine", ferry("as \"signed\"", "").toString()))
                .contains("1 May 2031, as signed")
                .doesNotContain("retelling");
        Path retold = ferry("as \"signed\" retold", "");
        assertThat(run("examine", retold.toString())).contains("1 May 2031, a retelling of the text as signed");
        assertThat(explained(retold)).contains("The article, \"Article 1. Casting off\", retold, says:");
    }

    @ParameterizedTest
    @MethodSource("holdfast.cli.BriefTest#shipped")
    void everyReportOfAShippedAgreementCallsItARetelling(String name) {
        assertThat(run("examine", name)).contains("a retelling of the text as ");
        assertThat(run(
                        "brief",
                        name,
                        "--for",
                        name.startsWith("sinai") ? "Egypt" : name.startsWith("pre") ? "TPLF" : "Ukraine"))
                .contains("a retelling of the text as ");
    }
}
