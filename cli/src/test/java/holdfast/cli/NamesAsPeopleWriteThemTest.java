package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Question;
import holdfast.language.model.Titles;
import holdfast.language.reading.Duties;
import holdfast.language.sentence.Readable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report of a shipped agreement names things as people do: no identifier stands in it, except in code shown as such. */
class NamesAsPeopleWriteThemTest {
    private static final Path HOME = Path.of("..");

    /** What is to be typed or was written by others: in backticks or quotation marks, the path of a file, a command. */
    private static final Pattern APART = Pattern.compile("`[^`]*`|“[^”]*”|\\S*[./\\\\-]\\S*|holdfast explain .*");

    /** What a drafter is to write: statements of the language, set apart under their heading. */
    private static final Pattern CODE = Pattern.compile("(?m)^ +(?:write instead|or):\\R(?: {8}.*\\R)+");

    private static final Pattern IDENTIFIER =
            Pattern.compile("[\\p{L}\\p{N}]+_[\\p{L}\\p{N}_]*|\\b\\p{L}*\\p{Ll}\\p{Lu}\\p{L}*\\b");

    /** Events that no text declares (docs/language.md). */
    private static final Set<String> IN_EVERY_AGREEMENT = Set.of("motion", "vote", "decision", "gain");

    @ParameterizedTest
    @MethodSource("holdfast.cli.BriefTest#shipped")
    void noReportShowsAnIdentifier(String name) {
        List<String> found = new ArrayList<>();
        for (String[] command : commands(name, agreement(name))) {
            String said = APART.matcher(
                            CODE.matcher(said(command)).replaceAll("").replaceAll("\\s+", " "))
                    .replaceAll(" ");
            Matcher identifier = IDENTIFIER.matcher(said);
            while (identifier.find()) {
                found.add(String.join(" ", command) + ": " + identifier.group());
            }
        }
        assertThat(found.stream().distinct()).isEmpty();
    }

    /** A question whose name is a word could stand in any sentence: only whoever says a reading knows that it is meant. */
    @Test
    void aQuestionIsCalledByItsNameAlsoWhereItsIdentifierIsAWord(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("lagoon.md"), """
                # The lagoon
                ## Article 1. Nets
                ```holdfast
                agreement "The lagoon"
                time zone Europe/Lisbon
                days count excluding the first day
                party Fishers, Harbour
                guarantor Island
                measures from weakest: talks (talk), patrol (force)
                event cast(by: party), answer(by: party, about: breach) is patrol, meet(by: party, about: breach) is talks
                question season "when the closed season begins" answers spring, autumn
                season is called "the start of the closed months"
                season as spring is called "the first of April"
                season as autumn is called "the first of October"
                question mesh "what is owed for a fine net" answers strict, lenient
                mesh is called "the size of the net"
                mesh as strict is called "any net counts"
                mesh as lenient is called "a fine net counts"
                read season as spring, 1.1 Fishers must not cast
                read season as autumn, 1.1 Fishers must not cast where Fishers is Fishers
                read mesh as strict, 1.2 on a breach B of 1.1, Island must answer(about B) within 3 days
                read mesh as lenient, 1.2 on a breach B of 1.1, Island must meet(about B) within 5 days
                1.3 Harbour must not cast
                ```
                """);
        Path records = Files.writeString(
                folder.resolve("rows.csv"),
                "id,source,occurred,event,basis,by\nc1,M,2026-05-01 10:00,cast,seen,Fishers\n");
        Path sooner = Files.writeString(
                folder.resolve("sooner.md"), Files.readString(text).replace("within 3 days", "within 2 days"));
        String file = text.toString();
        String rows = records.toString();
        for (List<String> command : List.of(
                List.of("read", file),
                List.of("replay", file, "--records", rows, "--all", "--now", "2026-06-01"),
                List.of("replay", file, "--records", rows, "--now", "2026-05-02", "--since", "2026-04-01"),
                List.of("examine", file),
                List.of("brief", file, "--for", "Harbour"),
                List.of("explain", file, "--clause", "1.1", "--records", rows, "--now", "2026-06-01"),
                List.of("due", file, "--records", rows, "--for", "Island", "--now", "2026-05-02"),
                List.of("diff", file, sooner.toString()))) {
            String said = CODE.matcher(said(command.toArray(String[]::new))).replaceAll("");
            assertThat(APART.matcher(said).replaceAll(""))
                    .as(String.join(" ", command))
                    .doesNotContainPattern("\\b(season|mesh|spring|autumn|strict|lenient)\\b");
        }
        assertThat(said("brief", file, "--for", "Harbour"))
                .contains("the size of the net: “any net counts” serves Harbour; “a fine net counts” serves");
    }

    @ParameterizedTest
    @MethodSource("holdfast.cli.BriefTest#shipped")
    void aReadingOfAShippedAgreementIsSaidByTheNamesThatItGives(String name) {
        Agreement agreement = agreement(name);
        Readable names = new Readable(agreement, "en");
        for (String[] command : commands(name, agreement)) {
            String said = said(command).replaceAll("\\s+", " ");
            assertThat(said).as(String.join(" ", command)).doesNotContain("is read as \"");
            for (Question question : agreement.questions()) {
                if (!names.name(question.name()).equals(question.name())) {
                    assertThat(said)
                            .as(String.join(" ", command))
                            .doesNotContain("if " + question.name() + " is", "and " + question.name() + " is read")
                            .doesNotContain("however " + question.name() + " is");
                }
            }
        }
    }

    private static Agreement agreement(String name) {
        Path file = HOME.resolve("agreements").resolve(name).resolve("agreement.md");
        return AgreementReader.read(file).agreement().orElseThrow();
    }

    /** Every report of a text; where it comes with no records, at a moment after it was signed. */
    private static List<String[]> commands(String name, Agreement agreement) {
        List<String> moment = execute("replay", name).isEmpty() ? List.of("--now", "2027-01-01") : List.of();
        List<String[]> commands = new ArrayList<>();
        commands.add(new String[] {"read", name});
        commands.add(new String[] {"read", name, "--language", "uk"});
        commands.add(with(moment, "replay", name));
        commands.add(with(moment, "replay", name, "--all"));
        commands.add(new String[] {"examine", name});
        commands.add(new String[] {"brief", name});
        commands.add(new String[] {
            "brief", name, "--for", agreement.actors().getFirst().name()
        });
        String clause = agreement.norms().stream()
                .filter(Duties::obliges)
                .map(Norm::id)
                .findFirst()
                .orElseThrow();
        commands.add(with(moment, "explain", name, "--clause", clause));
        return commands;
    }

    private static String[] with(List<String> moment, String... command) {
        return Stream.concat(Stream.of(command), moment.stream()).toArray(String[]::new);
    }

    private static String execute(String... command) {
        StringWriter out = new StringWriter();
        Main main = new Main(new ShippedAgreements(Optional.of(HOME)), new Main.Looks(false, false));
        main.execute(new PrintWriter(out), new PrintWriter(new StringWriter(), true), command);
        return out.toString();
    }

    private static String said(String... command) {
        String out = execute(command);
        assertThat(out).as(String.join(" ", command)).isNotEmpty();
        return out;
    }

    /** The names of what every text of ours declares are the text's own: none is made of an identifier, in neither language. */
    @ParameterizedTest
    @MethodSource("holdfast.cli.BriefTest#shipped")
    void everythingThatAShippedAgreementDeclaresHasItsNameInEnglishAndInUkrainian(String name) {
        Agreement agreement = agreement(name);
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
