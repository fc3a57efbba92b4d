package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import holdfast.cli.agreement.ShippedAgreements;
import holdfast.cli.output.StoryFiles;
import holdfast.examine.check.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a negotiator who types {@code examine} gets, on the agreements that come with Holdfast and on texts of all kinds. */
class ExamineTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("holdfast replay (\\S+) --records (\\S+) --now (\\S+)");

    @TempDir
    Path temp;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        Main main = new Main(new ShippedAgreements(Optional.of(HOME)), new Main.Looks(false, false));
        return main.execute(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    private JsonNode examined(String... more) {
        List<String> arguments = new ArrayList<>(List.of("examine"));
        arguments.addAll(List.of(more));
        arguments.add("--json");
        assertThat(run(arguments.toArray(new String[0]))).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    /** Who counts on a guarantor asks what is left without it; the answer stands in every form. */
    @Test
    void whatIsLeftWithoutAGuarantorIsSaidInEveryForm() throws IOException {
        JsonNode without =
                examined("paris-declaration-2026", "--without", "United States").get("without");
        assertThat(without).hasSize(2);
        assertThat(without.get(0).get("actors").get(0).asString()).isEqualTo("UnitedStates");
        assertThat(without.get(0).get("changes").get(0).asString())
                .startsWith("If Russia breaks 0.1 or 0.3")
                .contains("joint_response within 72 hours with it");
        assertThat(run("examine", "paris-declaration-2026", "--without", "United States"))
                .isZero();
        assertThat(out.toString())
                .contains("If the United States does nothing\n")
                .contains("If the United States does what it must, and only votes no\n");
        Path page = temp.resolve("page.html");
        assertThat(run("examine", "paris-declaration-2026", "--without", "UnitedStates", "--html", page.toString()))
                .isZero();
        assertThat(Files.readString(page)).contains("<h2>If the United States does nothing</h2>");
    }

    @Test
    void onlyAGuarantorCanBeTakenAway() {
        assertThat(run("examine", "paris-declaration-2026", "--without", "Russia"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--without: `Russia` is no guarantor of this agreement", "guarantors are `");
    }

    /** What may be accepted is what the examiner looks for, whichever command reads the text. */
    @Test
    void aFindingThatIsNotLookedForCannotBeAccepted() throws IOException {
        String last = Catalogue.numbers().getLast();
        assertThat(accepting("F01 and " + last)).isZero();
        String next = "F%02d".formatted(Catalogue.numbers().size() + 1);
        for (String command : List.of("check", "examine", "replay")) {
            assertThat(accepting(command, next)).as(command).isNotZero();
            assertThat(out.toString() + err)
                    .contains(
                            "error HF503: there is no finding `" + next + "`",
                            "= help: findings are `F01` to `" + last + "`");
        }
    }

    private int accepting(String codes) throws IOException {
        return accepting("check", codes);
    }

    private int accepting(String command, String codes) throws IOException {
        Path text = temp.resolve("text.md");
        Files.writeString(text, """
                ## Article 2. Hostilities

                ```holdfast
                time zone Europe/Kyiv
                days count excluding the first day
                party Ukraine, Russia
                event attack(by: party, on: party)
                2.1  each party P must not attack(by P)
                     accept %s for 2.1 because "the parties want it open"
                ```
                """.formatted(codes));
        return run(command, text.toString());
    }

    static Stream<String> shipped() throws IOException {
        try (Stream<Path> folders = Files.list(HOME.resolve("agreements"))) {
            return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theJsonOfEveryShippedAgreementFitsItsSchema(String name) throws IOException {
        examined(name, "--defectors", "0");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("../docs/examine.schema.json")))
                        .validate(out.toString(), InputFormat.JSON))
                .isEmpty();
    }

    /** The commands in the index are typed as they stand there; what replay says must hold what the story claims. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyStoryIsAFileThatReplayTakesAndThatShowsWhatItClaims(String name) throws IOException {
        Path folder = temp.resolve("stories");
        assertThat(run("examine", name, "--defectors", "0", "--stories", folder.toString()))
                .isZero();
        String index = Files.readString(folder.resolve(StoryFiles.INDEX));
        Matcher commands = COMMAND.matcher(index);
        Map<String, List<String>> claims = claims(index);
        int told = 0;
        while (commands.find()) {
            assertThat(run(
                            "replay",
                            commands.group(1),
                            "--records",
                            commands.group(2),
                            "--now",
                            commands.group(3),
                            "--json"))
                    .as(commands.group(2) + err)
                    .isZero();
            List<String> said = new ArrayList<>();
            for (JsonNode v : new ObjectMapper().readTree(out.toString()).get("verdicts")) {
                said.add(v.get("clause").asString() + " " + v.get("bearer").asString() + ": "
                        + v.get("status").asString());
            }
            String file = Path.of(commands.group(2)).getFileName().toString().replaceAll("\\.(jsonl|csv)$", "");
            assertThat(said).as(file).containsAll(claims.getOrDefault(file, List.of()));
            told++;
        }
        assertThat(told).isPositive().isEqualTo(claims.size());
    }

    private static Map<String, List<String>> claims(String index) {
        Map<String, List<String>> claims = new HashMap<>();
        String file = "";
        for (String line : index.lines().toList()) {
            if (line.startsWith("## ")) {
                file = line.substring(3);
                claims.put(file, new ArrayList<>());
            } else if (line.startsWith("- ")) {
                claims.get(file).add(line.substring(2).replaceAll(", due .*", ""));
            }
        }
        return claims;
    }

    @Test
    void afterBudapestAllThatMustFollowAUseOfForceIsConsultationWithNoDeadline() {
        JsonNode examined = examined("budapest-1994");
        List<JsonNode> rows = new ArrayList<>();
        examined.get("guarantees").forEach(g -> {
            if (g.get("prohibition").asString().equals("2.1")
                    && g.get("violator").asString().equals("Russia")) {
                rows.add(g);
            }
        });
        assertThat(rows).isNotEmpty().allSatisfy(g -> {
            assertThat(g.get("measure").asString()).isEqualTo("consultation");
            assertThat(g.get("within").asString()).isEqualTo("no deadline");
        });
        assertThat(sentence(examined, "F06")).contains("Russia", "Council", "voting no");
    }

    @Test
    void afterMinskNothingMustFollowAndThreePointsWaitForEachOther() {
        JsonNode examined = examined("minsk-2015");
        examined.get("guarantees")
                .forEach(g -> assertThat(g.get("measure").asString()).isEqualTo("nothing"));
        assertThat(sentence(examined, "F13")).contains("9.2", "11.1", "12.2");
    }

    @Test
    void inTwoLayersTheTableHasTheTwoClocksAndSaysWhoIsNeeded() {
        JsonNode examined = examined("two-layer-framework");
        List<String> rows = new ArrayList<>();
        List<Integer> needed = new ArrayList<>();
        examined.get("guarantees").forEach(g -> {
            rows.add(g.get("measure").asString() + " within " + g.get("within"));
            g.get("emptiedBy").forEach(set -> needed.add(set.size()));
        });
        assertThat(rows).contains("warning within \"24 hours\"", "joint_response within \"72 hours\"");
        assertThat(needed).contains(4, 5);
        assertThat(examined.get("silence").toString()).contains("Commission", "48 hours", "alleged");
    }

    private static String sentence(JsonNode examined, String code) {
        for (JsonNode f : examined.get("findings")) {
            if (f.get("code").asString().equals(code)) {
                return f.get("sentence").asString();
            }
        }
        return "";
    }

    /** Nothing hangs on the clock, on which thread is first, or on where an object lies in memory. */
    @ParameterizedTest
    @CsvSource({"budapest-1994", "sinai-1975"})
    void theSameTextIsExaminedWithTheSameBytes(String name) {
        examined(name);
        String first = out.toString();
        examined(name);
        assertThat(out.toString()).isEqualTo(first);
        // Broken off in the middle, at the same place.
        examined(name, "--bounds=work=2000");
        String cut = out.toString();
        examined(name, "--bounds=work=2000");
        assertThat(out.toString()).isEqualTo(cut);
    }

    @Test
    void thePageIsWholeAndNeedsNothingFromElsewhere() throws IOException {
        Path page = temp.resolve("page.html");
        assertThat(run("examine", "two-layer-framework", "--html", page.toString()))
                .isZero();
        // The name of SVG's namespace is no address that anybody opens.
        assertThat(Files.readString(page).replace("http://www.w3.org/2000/svg", ""))
                .contains("What answers what", "72 hours", "<svg", "</html>")
                .doesNotContain("<script", "src=", "http://", "https://");
    }

    /** Paper is cut between two acts of a story and leaves no gap for its sake; a column that says nothing takes no room. */
    @Test
    void aStoryIsDrawnInBandsAndATableHasNoEmptyColumn() throws IOException {
        Path page = temp.resolve("page.html");
        assertThat(run("examine", "minsk-2015", "--html", page.toString())).isZero();
        String said = Files.readString(page);
        int story = said.indexOf("<figure class=\"story\">");
        String first = said.substring(story, said.indexOf("</figure>", story));
        assertThat(first.split("<svg", -1)).hasSizeGreaterThan(3);
        assertThat(first)
                .startsWith("<figure class=\"story\">")
                .contains("<figcaption>")
                .doesNotContain("id motion");
        assertThat(said)
                .contains("must follow")
                .doesNotContain("<th scope=\"col\">by whom</th>", "<th scope=\"col\">falls without</th>");
        assertThat(said.split("What to write instead was not tried", -1)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theReportFitsAHundredColumns(String name) {
        assertThat(run("examine", name, "--defectors", "0")).isZero();
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void anAcceptedFindingStaysVisibleWithItsReason() throws IOException {
        Path text = Files.writeString(temp.resolve("a.md"), """
                # A pact

                ```holdfast
                agreement "A pact" as "signed"
                time zone Europe/Kyiv
                party Ukraine, Russia
                guarantor France
                measures from weakest: consultation, assistance
                event attack(by: party, on: party), assist(by: party, about: breach) is assistance
                1.1  each party P must not attack(by P)
                1.2  on a breach B of 1.1 by P, France must assist(about B) with no deadline
                accept F16 for 1.2 because "the parties trust France"
                ```
                """);
        JsonNode examined = examined(text.toString());
        List<String> reasons = new ArrayList<>();
        examined.get("findings").forEach(f -> {
            if (f.get("code").asString().equals("F16")) {
                reasons.add(f.get("accepted").asString());
            }
        });
        assertThat(reasons).containsExactly("the parties trust France");
        run("examine", text.toString());
        assertThat(out.toString()).contains("accepted: the parties trust France");
    }

    private static final String HEAD = """
            # A text

            ```holdfast
            agreement "A text"
            time zone Europe/Kyiv
            days count excluding the first day
            party Ukraine, Russia
            """;

    private Path text(String statements) throws IOException {
        return Files.writeString(temp.resolve("text.md"), HEAD + statements + "```\n");
    }

    @Test
    void anAgreementThatSaysNothingIsAnswered() throws IOException {
        assertThat(examined(text("").toString()).get("guarantees").isEmpty()).isTrue();
        run("examine", text("").toString());
        assertThat(out.toString()).contains("there is nothing that it could guarantee");
    }

    @Test
    void contradictionsAreShownByWhoeverDoesItsDutyAndBreaksAProhibition() throws IOException {
        JsonNode examined = examined(text("""
                event attack(by: party), started
                state s begins with started, ends with started
                1.1 Ukraine must not attack
                1.2 on started, Ukraine must attack within 1 day
                1.3 while s and not s, Russia must not attack
                """).toString());
        assertThat(sentence(examined, "F27")).contains("1.1", "1.2");
    }

    @Test
    void fortyQuestionsAreNotTriedInEveryCombination() throws IOException {
        StringBuilder text = new StringBuilder(ANSWERED);
        for (int i = 0; i < 40; i++) {
            text.append("question q").append(i).append("x answers yes, no\n");
        }
        text.append("1.1 each party P must not hit(by P)\n");
        for (int i = 0; i < 40; i++) {
            String clause = "1." + (i + 2) + " on a breach B of 1.1, France ";
            text.append("read q")
                    .append(i)
                    .append("x as yes, ")
                    .append(clause)
                    .append("must hitback(about B) within 5 hours\n");
            text.append("read q").append(i).append("x as no, ").append(clause).append("may hitback(about B)\n");
        }
        assertThat(examined(text(text.toString()).toString()).get("partial").toString())
                .contains("more combinations of answers");
    }

    @Test
    void anEnormousAgreementEndsWithWhatWasFoundSoFar() throws IOException {
        StringBuilder text = new StringBuilder(ANSWERED);
        for (int i = 1; i <= 400; i++) {
            text.append(i).append(".1 each party P must not hit(by P)\n");
            text.append(i)
                    .append(".2 on a breach B of ")
                    .append(i)
                    .append(".1, France must hitback(about B) within 5 hours\n");
        }
        JsonNode examined = examined(text(text.toString()).toString(), "--bounds", "work=100000");
        assertThat(examined.get("partial").toString()).contains("was used up");
    }

    private static final String ANSWERED = """
            guarantor France
            measures from weakest: force
            event hit(by: party), hitback(by: party, about: breach) is force
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "examine nothing | 2 | `nothing` is neither a file nor a shipped agreement",
                "examine minsk-2015 --bounds defectrs=2 | 2 | there is no bound `defectrs`",
                "examine minsk-2015 --bounds work=soon | 2 | `work=soon` is not a whole number from 1 to 2147483647",
                "examine minsk-2015 --bounds seconds=30 | 2 | `seconds` is no bound any more",
                "diff minsk-2015 budapest-1994 --bounds seconds=30 | 2 | `seconds` is no bound any more",
                "examine minsk-2015 --defectors -1 | 2 | `-1` is less than none",
                "examine minsk-2015 --html . | 2 | is a folder"
            })
    void whatCannotBeAnsweredIsRefusedInWords(String command, int status, String message) {
        assertThat(run(command.split(" "))).isEqualTo(status);
        assertThat(err.toString()).contains(message).doesNotContain("Exception", "\tat ");
    }
}
