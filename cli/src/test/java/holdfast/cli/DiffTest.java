package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import holdfast.cli.agreement.ShippedAgreements;
import holdfast.cli.report.Golden;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code holdfast diff}, in this process, over two small drafts. */
class DiffTest {
    private static final Path HOME = Path.of("src/test/resources/holdfast/cli/home");
    private static final String EARLIER = "src/test/resources/holdfast/cli/diff/earlier.md";
    private static final String LATER = "src/test/resources/holdfast/cli/diff/later.md";

    /** Histories and not time bound the search, so that every run finds the same. */
    private static final String BOUNDS = "--bounds=acts=2,histories=500,work=1000000000";

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(boolean colours, String... arguments) {
        Main main = new Main(new ShippedAgreements(Optional.of(HOME)), new Main.Looks(colours, false));
        return main.execute(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    private void refuses(int status, String message, String... arguments) {
        assertThat(run(false, arguments)).isEqualTo(status);
        assertThat(err.toString()).contains(message).doesNotContain("Exception", "\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void text() throws IOException {
        assertThat(run(false, "diff", EARLIER, LATER, BOUNDS)).isZero();
        Golden.same("diff.txt", out.toString());
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void textIsTheSameWithoutItsColours() throws IOException {
        assertThat(run(true, "diff", EARLIER, LATER, BOUNDS)).isZero();
        assertThat(out.toString()).contains("\u001b[");
        Golden.same("diff.txt", out.toString().replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void json() throws IOException {
        assertThat(run(false, "diff", EARLIER, LATER, BOUNDS, "--json")).isZero();
        assertThat(errors(out.toString())).isEmpty();
        assertThat(errors("{}")).isNotEmpty();
    }

    private static Iterable<?> errors(String json) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/diff.schema.json")))
                .validate(json, InputFormat.JSON);
    }

    @Test
    void aCopyHasNotChanged() throws IOException {
        Path copy = Files.copy(Path.of(EARLIER), temp.resolve("copy.md"));
        assertThat(run(false, "diff", EARLIER, copy.toString())).isZero();
        assertThat(out.toString()).contains("Nothing was changed that Holdfast looks at");
    }

    @Test
    void theSameDocumentTwiceIsRefused() {
        refuses(2, "are the same document", "diff", EARLIER, EARLIER);
    }

    @Test
    void aDraftThatIsNotThereIsRefused() {
        refuses(2, "nowhere.md", "diff", EARLIER, "nowhere.md");
    }

    @Test
    void aDraftThatCannotBeReadIsRefused() throws IOException {
        Path broken = Files.writeString(temp.resolve("broken.md"), "```holdfast\n1.1  somebody must\n```\n");
        refuses(1, "cannot be used as it stands", "diff", EARLIER, broken.toString());
    }

    @Test
    void anAnnexThatIsMissingIsNamed() throws IOException {
        String text =
                Files.readString(Path.of(EARLIER)).replace("time zone", "annex lines from \"lines.md\"\ntime zone");
        Path without = Files.writeString(temp.resolve("without.md"), text);
        refuses(1, "the annex `lines.md` is not beside the document", "diff", EARLIER, without.toString());
    }

    @Test
    void aBoundThatThereIsNotIsRefused() {
        refuses(2, "there is no bound `depth`", "diff", EARLIER, LATER, "--bounds", "depth=3");
        err.getBuffer().setLength(0);
        refuses(2, "`instants` cannot be 0", "diff", EARLIER, LATER, "--bounds", "instants=0");
    }
}
