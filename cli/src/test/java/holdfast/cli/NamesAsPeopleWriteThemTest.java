package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report of a shipped agreement names things as people do: no identifier stands in it, except in code shown as such. */
class NamesAsPeopleWriteThemTest {
    private static final Path HOME = Path.of("..");

    /** What is to be typed or was written by others: in backticks or quotation marks, the path of a file, a command. */
    private static final Pattern APART = Pattern.compile("`[^`]*`|“[^”]*”|\\S*[./\\\\-]\\S*|holdfast explain .*");

    private static final Pattern IDENTIFIER =
            Pattern.compile("[\\p{L}\\p{N}]+_[\\p{L}\\p{N}_]*|\\b\\p{L}*\\p{Ll}\\p{Lu}\\p{L}*\\b");

    @ParameterizedTest
    @MethodSource("holdfast.cli.BriefTest#shipped")
    void noReportShowsAnIdentifier(String name) {
        List<String> found = new ArrayList<>();
        for (String[] command : new String[][] {
            {"read", name},
            {"read", name, "--language", "uk"},
            {"replay", name},
            {"examine", name},
            {"brief", name},
            {"explain", name}
        }) {
            StringWriter out = new StringWriter();
            Main main = new Main(new ShippedAgreements(Optional.of(HOME)), new Main.Looks(false, false));
            main.execute(new PrintWriter(out), new PrintWriter(new StringWriter(), true), command);
            String said = APART.matcher(out.toString().replaceAll("\\s+", " ")).replaceAll(" ");
            Matcher identifier = IDENTIFIER.matcher(said);
            while (identifier.find()) {
                found.add(String.join(" ", command) + ": " + identifier.group());
            }
        }
        assertThat(found.stream().distinct()).isEmpty();
    }
}
