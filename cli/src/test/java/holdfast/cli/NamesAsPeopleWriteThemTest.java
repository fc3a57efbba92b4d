package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Question;
import holdfast.language.model.Titles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report of a shipped agreement names things as people do: no identifier stands in it, except in code shown as such. */
class NamesAsPeopleWriteThemTest {
    private static final Path HOME = Path.of("..");

    /** What is to be typed or was written by others: in backticks or quotation marks, the path of a file, a command. */
    private static final Pattern APART = Pattern.compile("`[^`]*`|“[^”]*”|\\S*[./\\\\-]\\S*|holdfast explain .*");

    /** What a drafter is to write: statements of the language, set apart under their heading. */
    private static final Pattern CODE = Pattern.compile("(?m)^ +write instead:\\R(?: {8}.*\\R)+");

    private static final Pattern IDENTIFIER =
            Pattern.compile("[\\p{L}\\p{N}]+_[\\p{L}\\p{N}_]*|\\b\\p{L}*\\p{Ll}\\p{Lu}\\p{L}*\\b");

    /** Events that no text declares (docs/language.md). */
    private static final Set<String> IN_EVERY_AGREEMENT = Set.of("motion", "vote", "decision", "gain");

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
            String said = APART.matcher(
                            CODE.matcher(out.toString()).replaceAll("").replaceAll("\\s+", " "))
                    .replaceAll(" ");
            Matcher identifier = IDENTIFIER.matcher(said);
            while (identifier.find()) {
                found.add(String.join(" ", command) + ": " + identifier.group());
            }
        }
        assertThat(found.stream().distinct()).isEmpty();
    }

    /** The names of what every text of ours declares are the text's own: none is made of an identifier, in neither language. */
    @ParameterizedTest
    @MethodSource("holdfast.cli.BriefTest#shipped")
    void everythingThatAShippedAgreementDeclaresHasItsNameInEnglishAndInUkrainian(String name) {
        Path file = HOME.resolve("agreements").resolve(name).resolve("agreement.md");
        Agreement agreement = AgreementReader.read(file).agreement().orElseThrow();
        List<String> declared = new ArrayList<>();
        agreement.actors().forEach(a -> declared.add(a.name()));
        agreement.groups().forEach(g -> declared.add(g.name()));
        agreement.bodies().forEach(b -> declared.add(b.name()));
        declared.addAll(agreement.measures());
        agreement.events().forEach(e -> declared.add(e.name()));
        agreement.definitions().forEach(d -> declared.add(d.name()));
        agreement.levels().forEach(l -> declared.add(l.name()));
        agreement.states().forEach(s -> declared.add(s.name()));
        agreement.zones().forEach(z -> declared.add(z.name()));
        agreement.undefinedTerms().forEach(t -> declared.add(t.name()));
        for (Question question : agreement.questions()) {
            declared.add(question.name());
            question.answers().forEach(a -> declared.add(Titles.answer(question.name(), a)));
        }
        declared.removeAll(IN_EVERY_AGREEMENT);
        assertThat(declared).isNotEmpty();
        assertThat(declared)
                .allSatisfy(d -> assertThat(List.of(
                                agreement.titles().of("en", d),
                                agreement.titles().of("uk", d)))
                        .as(d)
                        .doesNotContain(List.of()));
    }
}
