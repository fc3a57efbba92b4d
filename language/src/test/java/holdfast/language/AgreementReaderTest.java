package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemCode;
import holdfast.language.document.SourceText;
import holdfast.language.given.Findings;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.Zone;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementReaderTest {
    private static final String BEGIN = """
            ## Article 2. Hostilities
            The Parties shall refrain from *attack*.

            ```holdfast
            time zone Europe/Kyiv
            days count excluding the first day
            party Ukraine, Russia
            guarantor France, Poland
            group Coalition = France, Poland
            body Commission of Ukraine, Russia, France, decides by 2 of 3, within 2 days, France may veto
            event attack(by: party, on: party, killed: number), report(by: party), pause(by: party)
            """;

    private static final Findings FINDINGS = new Findings(List.of("F01", "F07", "F16", "F20"));

    private static Outcome read(String markdown, Map<String, String> beside) {
        return AgreementReader.read(
                "treaty.md",
                markdown.getBytes(StandardCharsets.UTF_8),
                name -> Optional.ofNullable(beside.get(name)).map(t -> t.getBytes(StandardCharsets.UTF_8)),
                FINDINGS);
    }

    private static Agreement good(String statements) {
        Outcome outcome = read(BEGIN + statements + "\n```\n", Map.of());
        assertThat(outcome.diagnostics()).filteredOn(Problem::isError).isEmpty();
        return outcome.agreement().orElseThrow();
    }

    private static List<ProblemCode> codes(Outcome outcome) {
        return outcome.diagnostics().stream().map(Problem::code).toList();
    }

    private static Place.InText at(Problem problem) {
        return (Place.InText) problem.place();
    }

    private static Norm norm(String clause) {
        return good(clause).norms().getFirst();
    }

    private static Term actor(String name) {
        return new Term.Constant(new Value.Actor(name));
    }

    // Files.

    @Test
    void aMissingFileIsADiagnostic(@TempDir Path folder) {
        Outcome outcome = AgreementReader.read(folder.resolve("none.md"));
        assertThat(codes(outcome)).containsExactly(Code.UNREADABLE);
        assertThat(AgreementReader.read(folder).diagnostics())
                .extracting(Problem::code)
                .containsExactly(Code.UNREADABLE);
    }

    @Test
    void anAttachmentOutsideTheFolderIsNotOpened(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("secret.geojson"), "{}");
        Path below = Files.createDirectory(folder.resolve("below"));
        Path treaty = below.resolve("treaty.md");
        Files.writeString(treaty, "```holdfast\nzone line from \"../secret.geojson\"\n```\n");
        assertThat(codes(AgreementReader.read(treaty))).containsExactly(Code.FILE_MISSING);
    }

    @Test
    void whatIsTooLargeIsRefusedUnread() {
        Diagnostics diagnostics = new Diagnostics();
        SourceText.reportTooLarge("treaty.md", SourceText.LIMIT + 1, diagnostics);
        assertThat(diagnostics.sorted()).extracting(Problem::code).containsExactly(Code.TOO_LARGE);
    }

    @Test
    void saysWhichByteIsNotUtf8() {
        byte[] bytes = "## A\r\nab\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Outcome outcome = AgreementReader.read("treaty.md", bytes, n -> Optional.empty());
        assertThat(outcome.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo(Code.NOT_UTF8);
            assertThat(at(d).line()).isEqualTo(2);
            assertThat(d.found()).contains("byte 3").contains("0xE9");
        });
    }

    @Test
    void anEmptyFileHasNoClauses() {
        assertThat(codes(read("", Map.of()))).containsExactly(Code.NO_CLAUSES);
    }

    @Test
    void lineNumbersAreThoseOfTheFile() {
        String crlf = ("\uFEFF" + BEGIN + "2.1  Ukrane must not attack\n```\n").replace("\n", "\r\n");
        Outcome outcome = read(crlf, Map.of());
        assertThat(outcome.diagnostics()).singleElement().satisfies(d -> {
            assertThat(at(d).line()).isEqualTo(12);
            assertThat(at(d).column()).isEqualTo(6);
            assertThat(at(d).length()).isEqualTo(6);
            assertThat(at(d).sourceLine()).isEqualTo("2.1  Ukrane must not attack");
        });
    }

    @Test
    void blocksInListsAndQuotationsAreRead() {
        String quoted = (BEGIN + "2.1  Ukrane must not attack\n```\n")
                .indent(0)
                .lines()
                .map(l -> "> " + l)
                .reduce("", (a, b) -> a + b + "\n");
        assertThat(read(quoted, Map.of()).diagnostics()).singleElement().satisfies(d -> {
            assertThat(at(d).line()).isEqualTo(12);
            assertThat(at(d).column()).isEqualTo(8);
        });
    }

    @Test
    void anArticleHasItsProseWithoutTheBlocks() {
        Agreement agreement = good("");
        assertThat(agreement.articles()).singleElement().satisfies(a -> {
            assertThat(a.number()).isEqualTo("2");
            assertThat(a.heading()).isEqualTo("Article 2. Hostilities");
            assertThat(a.text()).isEqualTo("The Parties shall refrain from attack.");
        });
    }

    @Test
    void theDigestIsThatOfTheFile() {
        Outcome outcome = read("```holdfast\nparty Ukraine\n```\n", Map.of());
        assertThat(outcome.agreement().orElseThrow().sha256())
                .isEqualTo("" + sha256("```holdfast\nparty Ukraine\n```\n"));
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void fiveThousandClausesAreChecked() {
        StringBuilder document = new StringBuilder(BEGIN + "```\n");
        for (int article = 3; article < 103; article++) {
            document.append("## Article ").append(article).append("\n```holdfast\n");
            for (int clause = 1; clause <= 50; clause++) {
                document.append(article).append('.').append(clause);
                document.append(
                        article == 3
                                ? " each party P must not attack\n"
                                : " on a breach B of " + (article - 1) + ", Ukraine must report within 24 hours\n");
            }
            document.append("```\n");
        }
        Outcome outcome = read(document.toString(), Map.of());
        assertThat(outcome.agreement().orElseThrow().norms()).hasSize(5000);
    }

    @Test
    void nestingHasALimitAndLengthHasNone() {
        String deep = ">".repeat(20_000) + " x\n\n" + BEGIN + "2.1 while " + "(".repeat(20_000) + "\n```\n";
        assertThat(codes(read(deep, Map.of()))).contains(Code.TOO_DEEP);
        String circle = BEGIN + "define d0 as d4999\n"
                + java.util.stream.IntStream.range(1, 5000)
                        .mapToObj(i -> "define d" + i + " as d" + (i - 1) + "\n")
                        .collect(java.util.stream.Collectors.joining())
                + "```\n";
        assertThat(read(circle, Map.of()).diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo(Code.CIRCLE);
            assertThat(d.found()).contains("and so on, back to `d0`");
        });
    }

    @Test
    void moreThanAThousandProblemsAreCounted() {
        Outcome outcome = read(BEGIN + "evnt x\n".repeat(1500) + "```\n", Map.of());
        assertThat(outcome.diagnostics()).hasSize(Diagnostics.LIMIT + 1);
        assertThat(outcome.diagnostics().getLast().code()).isEqualTo(Code.TOO_MANY_PROBLEMS);
    }

    // Annexes.

    @Test
    void anAnnexHasItsOwnNumbersAndSharesTheNames() {
        String annex = """
                ## Article 2. Reports
                ```holdfast
                in force while 2.1 is breached
                2.1  each party P must not attack(by P)
                2.2  on a breach B of 2.1, Ukraine must report within 24 hours
                ```
                """;
        Outcome outcome = read(
                BEGIN + "annex protocol from \"protocol.md\"\n" + "2.1  each party P must not attack(by P)\n```\n",
                Map.of("protocol.md", annex));
        assertThat(codes(outcome)).containsExactly(Code.CIRCLE);

        Outcome mended = read(
                BEGIN + "annex protocol from \"protocol.md\"\nevent war\n"
                        + "2.1  each party P must not attack(by P)\n```\n",
                Map.of("protocol.md", annex.replace("2.1 is breached", "war has happened")));
        Agreement agreement = mended.agreement().orElseThrow();
        assertThat(agreement.norms()).extracting(Norm::id).containsExactly("2.1", "protocol.2.1", "protocol.2.2");
        assertThat(agreement.norms().get(0).whileTrue()).isEqualTo(Condition.ALWAYS);
        assertThat(agreement.norms().get(1).whileTrue()).isInstanceOf(Condition.HasHappened.class);
        assertThat(((Trigger.OnBreach) agreement.norms().get(2).trigger().orElseThrow())
                        .of()
                        .ids())
                .containsExactly("protocol.2.1");
        assertThat(agreement.article(agreement.norms().get(2).origin()).file()).isEqualTo("protocol.md");
        assertThat(mended.files()).containsExactly("treaty.md", "protocol.md");
    }

    // What is put in by itself.

    @Test
    void theBearerIsPutIntoTheAct() {
        assertThat(((Duty.Refrain) norm("2.1 each party P must not attack").duty())
                        .act()
                        .term("by"))
                .contains(new Term.Variable("P"));
        assertThat(((Duty.Achieve) norm("2.1 Ukraine must report by 2026-01-01").duty())
                        .act()
                        .term("by"))
                .contains(actor("Ukraine"));
        assertThat(((Duty.Refrain) norm("2.1 nobody named must not attack").duty())
                        .act()
                        .term("by"))
                .isEmpty();
    }

    /** Otherwise the acts of affiliates, and those that nobody is said to have done, would not be seen. */
    @Test
    void aProhibitionSeesWhoeverActs() {
        for (String clause : List.of("2.1 Ukraine must not attack", "2.1 Ukraine must not attack(by Ukraine)")) {
            Norm norm = norm(clause);
            assertThat(norm.bearer()).isEqualTo(new Bearer.EachOf("_bearer", "Ukraine", List.of("Ukraine")));
            assertThat(((Duty.Refrain) norm.duty()).act().term("by")).contains(new Term.Variable("_bearer"));
        }
    }

    @Test
    void severalNamedBearersAreEachOfThem() {
        Norm norm = norm("2.1 Ukraine, Coalition must report by 2026-01-01");
        assertThat(norm.bearer())
                .isEqualTo(new Bearer.EachOf("_bearer", "Ukraine, Coalition", List.of("Ukraine", "France", "Poland")));
        assertThat(((Duty.Achieve) norm.duty()).act().term("by")).contains(new Term.Variable("_bearer"));
    }

    @Test
    void anyoneWithoutALetterGetsOne() {
        Norm norm = norm("2.1 anyone must not attack(on Ukraine)");
        assertThat(norm.bearer()).isEqualTo(new Bearer.Anyone("_bearer"));
        assertThat(((Duty.Refrain) norm.duty()).act().term("by")).contains(new Term.Variable("_bearer"));
    }

    @Test
    void aDecisionIsAPattern() {
        Norm norm = good("2.1 Ukraine must not attack\n2.2 Commission may suspend 2 by decision \"pause\"")
                .norms()
                .get(1);
        Pattern with = ((Duty.Power) norm.duty()).with();
        assertThat(with.event()).isEqualTo("decision");
        assertThat(with.term("of")).contains(actor("Commission"));
        assertThat(with.term("on")).contains(new Term.Constant(new Value.Text("pause")));
        assertThat(with.term("result")).contains(new Term.Constant(new Value.Text("adopted")));
    }

    @Test
    void aStripInTotalIsHeldAsHalf() {
        Outcome outcome = read(BEGIN + """
                zone line from "line.geojson"
                zone total is 50 km wide along line, in total
                zone side is 25 km wide along line, on each side
                2.1 each party P must not gain 1 km2 or more beyond total where 2.2 is breached
                2.2 each party P must not gain 1 km2 or more beyond side
                ```
                """, Map.of("line.geojson", "{}"));
        Agreement agreement = outcome.agreement().orElseThrow();
        assertThat(agreement.zones().subList(1, 3))
                .extracting(z -> ((Zone.Around) z).km())
                .containsExactly(new BigDecimal("25"), new BigDecimal("25"));
        Duty.Refrain gain = (Duty.Refrain) agreement.norms().get(1).duty();
        assertThat(gain.act().event()).isEqualTo("gain");
        assertThat(gain.where()).isInstanceOf(Condition.Compare.class);
    }

    @Test
    void daysAreCountedAsTheTextSays() {
        Norm norm = norm("2.1 on attack(by Russia), Ukraine must report within 3 days including the first day");
        assertThat(((Bound.Within) ((Duty.Achieve) norm.duty()).due().orElseThrow()).includingFirstDay())
                .isTrue();
        Norm other = norm("2.1 on attack(by Russia), Ukraine must report within 3 days");
        assertThat(((Bound.Within) ((Duty.Achieve) other.duty()).due().orElseThrow()).includingFirstDay())
                .isFalse();
    }

    @Test
    void layersHoldForTheirArticleOnly() {
        Agreement agreement = good("""
                2.1 Ukraine must not attack
                layer 2 "Friends"
                2.2 Russia must not attack
                ```
                ## Article 3
                ```holdfast
                3.1 France must not attack
                2 in favour of Ukraine""");
        assertThat(agreement.norms()).extracting(Norm::layer).containsExactly(0, 2, 0);
        assertThat(agreement.norms())
                .extracting(Norm::inFavourOf)
                .containsExactly(List.of("Ukraine"), List.of("Ukraine"), List.of());
    }

    @Test
    void theNearestEarlierBreachIsMeant() {
        Agreement agreement = good("""
                2.1 Ukraine must not attack
                2.2 Russia must not attack
                2.3 on a breach B of 2.1, France must report within 1 hour
                2.4 on a breach B of 2.2, France must report within 1 hour
                2.5 if B continues after 2 hours, France must report within 1 hour of the start of B""");
        Trigger.Continues trigger =
                (Trigger.Continues) agreement.norms().getLast().trigger().orElseThrow();
        assertThat(trigger.breach().of().ids()).containsExactly("2.2");
    }

    @Test
    void severalErrorsAreSaidAtOnce() {
        Outcome outcome = read(BEGIN + """
                2.1 Ukraine must nt attack
                2.2 Ukrane must not attack
                evnt x
                2.3 Russia must not atack
                ```
                """, Map.of());
        assertThat(codes(outcome))
                .containsExactly(Code.UNEXPECTED, Code.UNKNOWN_ACTOR, Code.UNKNOWN_STATEMENT, Code.UNKNOWN_EVENT);
    }

    @Test
    void theNamesOfABrokenStatementAreNotUnknown() {
        Outcome outcome = read(BEGIN + "event strike(by party)\n2.1 Ukraine must not strike\n```\n", Map.of());
        assertThat(codes(outcome)).containsExactly(Code.UNEXPECTED);
    }

    @Test
    void rulesAreRead() {
        Agreement agreement = good("""
                2.1 each party P must not attack
                    Commission confirms breaches of 2.1, and silence for 48 hours dismisses them
                    Commission attributes
                    Ukraine answers for France
                    a breach of 2 ends after 1 day without a further act
                    evidence for 2 is seen, heard""");
        assertThat(agreement.rules()).hasSize(5);
        assertThat(((Rule.Confirms) agreement.rules().getFirst())
                        .silence()
                        .orElseThrow()
                        .meaning())
                .isEqualTo(Rule.Silence.Meaning.REFUTED);
    }

    // What is for the examiner.

    private static List<Rule> rules(String statements) {
        return good("2.1 each party P must not attack\n2.2 Ukraine must not report\n" + statements)
                .rules();
    }

    private static List<Problem> problems(String statements) {
        return read(BEGIN + "2.1 each party P must not attack\n" + statements + "\n```\n", Map.of())
                .diagnostics();
    }

    @Test
    void findingsAreAccepted() {
        List<Rule> rules = rules("""
                accept F16, F07
                  and F20 for 2.1
                  and 2.2 because "the parties want it open"
                accept F01 because " nobody minds "
                """);
        assertThat(rules)
                .extracting(r -> ((Rule.Accepts) r).codes())
                .containsExactly(List.of("F16", "F07", "F20"), List.of("F01"));
        assertThat(rules)
                .extracting(r -> ((Rule.Accepts) r).of())
                .containsExactly(Optional.of(new ClauseRef(List.of("2.1", "2.2"))), Optional.empty());
        assertThat(rules)
                .extracting(r -> ((Rule.Accepts) r).reason())
                .containsExactly("the parties want it open", "nobody minds");
    }

    @Test
    void forcesAreThoseOfActorsAndOfTheMembersOfGroups() {
        List<Rule> rules = rules("""
                actor ArmedUnit
                forces of Russia, Coalition
                  and ArmedUnit are in the area""");
        assertThat(rules)
                .singleElement()
                .satisfies(r -> assertThat(((Rule.ForcesInArea) r).actors())
                        .containsExactly("Russia", "France", "Poland", "ArmedUnit"));
    }

    @Test
    void whatIsForTheExaminerMayBelongToAReading() {
        List<Rule> rules = rules("""
                question counting answers included, excluded
                read counting as included, accept F16 because "it is meant"
                read counting as excluded,
                forces of Russia are in the area""");
        assertThat(rules)
                .extracting(Rule::reading)
                .containsExactly(
                        new Reading(Map.of("counting", "included")), new Reading(Map.of("counting", "excluded")));
    }

    @Test
    void aGroupWhoseForcesAreNamedIsUsed() {
        String statements = "party DPR, LPR\ngroup Separatists = DPR, LPR\n2.2 Coalition must not report\n";
        assertThat(problems(statements)).extracting(Problem::code).containsExactly(Code.UNUSED);
        assertThat(problems(statements + "forces of Separatists are in the area"))
                .isEmpty();
    }

    @Test
    void namesMayStillBeTheWordsThatBeginSuchStatements() {
        Agreement agreement = good("""
                party forces, accept
                event because, area
                body
                  forces_2 of Ukraine, forces, decides by consensus
                define any_of_them as
                  because or area
                2.1 forces,
                  accept must not attack
                2.2 Ukraine must report within 1 hour of
                  because
                2.3 accept must report with no deadline
                forces answers for
                  accept
                accept attributes
                forces of accept are in the area
                """);
        assertThat(agreement.rules()).hasSize(3).last().isInstanceOf(Rule.ForcesInArea.class);
    }

    /** As texts could be written before there were such statements. */
    @Test
    void aLineThatGoesOnWithSuchAWordIsNoNewStatement() {
        Agreement agreement = good("""
                body
                  forces of Ukraine, Russia, decides by consensus
                event accept(by: party)
                2.1 Ukraine must
                  accept by 2026-01-01
                2.2 Ukraine must
                  accept(by Ukraine) by 2026-01-01
                forces confirms breaches of 2
                """);
        assertThat(agreement.norms()).hasSize(2);
        assertThat(agreement.rules()).singleElement().isInstanceOf(Rule.Confirms.class);
    }

    @Test
    void whatIsNoFindingIsRefusedWithItsMend() {
        for (String code : List.of("f16", "16", "F016", "G16")) {
            assertThat(problems("accept " + code + " for 2.1 because \"it is meant\""))
                    .satisfiesExactly(d -> {
                        assertThat(d.code()).isEqualTo(Code.UNKNOWN_FINDING);
                        assertThat(d.help()).isEqualTo("did you mean `F16`?");
                    });
        }
        for (String code : List.of("F00", "F21", "F123", "silence")) {
            assertThat(problems("accept " + code + " because \"it is meant\"")).satisfiesExactly(d -> {
                assertThat(d.code()).isEqualTo(Code.UNKNOWN_FINDING);
                assertThat(d.help()).isEqualTo("findings are `F01` to `F20`");
            });
        }
        assertThat(problems("accept F16 and F16 because \"it is meant\""))
                .extracting(Problem::code)
                .containsExactly(Code.LISTED_TWICE);
    }

    @Test
    void whereNobodySaysWhichFindingsThereAreEachIsTakenThatIsWrittenAsOne() {
        assertThat(problemsWhereAnyFindingIsTaken("F21")).isEmpty();
        assertThat(problemsWhereAnyFindingIsTaken("F99")).isEmpty();
        for (String code : List.of("F00", "F123", "silence")) {
            assertThat(problemsWhereAnyFindingIsTaken(code)).satisfiesExactly(d -> {
                assertThat(d.code()).isEqualTo(Code.UNKNOWN_FINDING);
                assertThat(d.help()).isEqualTo("a finding is written as `F01`");
            });
        }
        assertThat(problemsWhereAnyFindingIsTaken("21"))
                .satisfiesExactly(d -> assertThat(d.help()).isEqualTo("did you mean `F21`?"));
    }

    private static List<Problem> problemsWhereAnyFindingIsTaken(String code) {
        String text = BEGIN + "2.1 each party P must not attack\naccept " + code + " because \"it is meant\"\n```\n";
        return AgreementReader.read("treaty.md", text.getBytes(StandardCharsets.UTF_8), name -> Optional.empty())
                .diagnostics()
                .stream()
                .filter(Problem::isError)
                .toList();
    }

    @Test
    void acceptingNeedsAReasonAndAClauseThatExists() {
        assertThat(problems("accept F16 for 7 because \"  \""))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(Code.NO_REASON, Code.UNKNOWN_CLAUSE);
        assertThat(problems("accept F16 for 2.1"))
                .satisfiesExactly(d -> assertThat(d.found()).contains("`because`"));
        assertThat(problems("accept because \"it is meant\""))
                .satisfiesExactly(d -> assertThat(d.found()).contains("a finding such as `F16`"));
    }

    @Test
    void onlyActorsHaveForces() {
        assertThat(problems("forces of Commission are in the area"))
                .extracting(Problem::code)
                .containsExactly(Code.NO_FORCES);
        assertThat(problems("forces of Rusia are in the area")).satisfiesExactly(d -> {
            assertThat(d.code()).isEqualTo(Code.UNKNOWN_ACTOR);
            assertThat(d.help()).isEqualTo("did you mean `Russia`?");
        });
        assertThat(problems("forces of Russia, Russia are in the area"))
                .extracting(Problem::code)
                .containsExactly(Code.LISTED_TWICE);
        assertThat(problems("forces of Russia is in the area"))
                .extracting(Problem::code)
                .containsExactly(Code.UNEXPECTED);
    }
}
