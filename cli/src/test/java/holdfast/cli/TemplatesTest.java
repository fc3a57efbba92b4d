package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import holdfast.drafting.template.Template;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code new}: every template passes the check as it stands, and what the examiner finds in it, it says itself in its last section. */
class TemplatesTest {
    private static final Pattern CODE = Pattern.compile("\"code\": \"(F[0-9]+)\"");

    @TempDir
    Path folder;

    private Path made(Template template) {
        Path made = folder.resolve(template.title());
        Typed run = Typed.run("new", made, "--from", template.title());
        assertThat(run.status()).as(run.err()).isZero();
        return made;
    }

    @ParameterizedTest
    @EnumSource
    void passesTheCheckAndIsLaidOut(Template template) {
        Path made = made(template);
        assertThat(Typed.run("check", made, "--strict").out()).contains("no problems");
        assertThat(Typed.run("check", made, "--strict").status()).isZero();
        assertThat(Typed.run("fmt", "--check", made).status()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheExaminerFindsItLeavesOpenInItsOwnWords(Template template) throws Exception {
        Path document = made(template).resolve("agreement.md");
        String text = Files.readString(document);
        String open = text.substring(text.indexOf("\n## Left open\n"));
        assertThat(findings(document)).allSatisfy(code -> assertThat(open).contains(code));
    }

    /** The codes of all findings, those that are lesser too, with the losses by which the examiner measures its clocks. */
    private static List<String> findings(Path document) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main main = new Main(new ShippedAgreements(Optional.of(Path.of(".."))), new Main.Looks(false, false));
        int status = main.execute(new PrintWriter(out), new PrintWriter(err), "examine", document.toString(), "--json");
        assertThat(status).as(err.toString()).isZero();
        return CODE.matcher(out.toString()).results().map(m -> m.group(1)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void namesThingsForReadersInBothLanguages(Template template) {
        Path made = made(template);
        for (String language : List.of("en", "uk")) {
            assertThat(Typed.run("read", made, "--language", language).out())
                    .doesNotContainPattern("\\w_\\w|\\p{Ll}\\p{Lu}");
        }
    }

    @Test
    void aFileIsMadeWhereTheNameIsOne() {
        Path file = folder.resolve("truce.md");
        assertThat(Typed.run("new", file, "--from", "energy truce").status()).isZero();
        assertThat(file).content().startsWith("# Energy truce");
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Path file = folder.resolve("truce.md");
        Files.writeString(file, "mine");
        Typed run = Typed.run("new", file);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("is there already", "nothing is written over");
        assertThat(file).hasContent("mine");
        assertThat(Typed.run("new", folder).status()).isEqualTo(2);
    }

    @Test
    void anUnknownTemplateIsAnsweredWithTheList() {
        Typed run = Typed.run("new", folder.resolve("x"), "--from", "ceasfire");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("there is no template `ceasfire`", "did you mean `ceasefire`?", "energy-truce");
        assertThat(Typed.run("new", folder.resolve("x"), "--from", "Guarantee").err())
                .contains("did you mean `two-layer-guarantee`?");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(Typed.run("new", "--list").out()).contains(Template.titles());
    }
}
