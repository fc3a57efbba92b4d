package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.examine.found.StoryReplay;
import holdfast.examine.play.Ways;
import holdfast.examine.subject.Subject;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import holdfast.language.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in small texts that nobody here wrote an agreement like: each kind of thing in several forms, in names of several languages. */
class FreshTextsTest {
    private static final String HEAD = """
            # A truce

            ```holdfast
            agreement "Tregua de las islas"
            time zone Atlantic/Canary
            days count excluding the first day
            party Norteña, Sureña
            guarantor Faro
            actor Observadores
            measures from weakest: palabras (talk), embargo
            event ataque(by: party, on: party), firma, aviso(by: party), visita(by: party) is watching
            event embargar(by: party, about: breach) is embargo
            ```

            ## Article 1. Peace

            ```holdfast
            1.1  each party P must not ataque(by P)
            ```

            """;

    private static String article(String statements) {
        return HEAD + "## Article 2. More\n\n```holdfast\n" + statements + "\n```\n";
    }

    // Who can end the watching, by notice.

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Six months after a party gives notice, behind a definition.
                """
                define fin as 6 months after aviso(by Norteña)
                state mandato begins with firma, ends with fin
                2.1  while mandato, Observadores must visita every 7 days
                """,
                // Notice by anybody, two definitions deep.
                """
                define primer_aviso(by P) as aviso(by P)
                define fin as 90 days after primer_aviso
                state mandato begins with firma, ends with fin
                2.1  while mandato, Observadores must visita every 7 days
                """,
                // The term runs out only where a party has objected, said by a condition in a definition.
                """
                define objetado as aviso or ataque
                state dudoso begins with objetado
                define cinco as 60 months after firma
                define fin as cinco where dudoso
                state mandato begins with firma, ends with fin
                2.1  while mandato, Observadores may visita
                """,
                // A state that stands for a condition, negated.
                """
                state avisado begins with aviso(by Sureña)
                state libre is not avisado
                2.1  while libre, Observadores must visita every 7 days
                """
            })
    void aPartyCanEndTheWatchingByNotice(String statements) {
        Agreement agreement = read(article(statements));
        Finding found = only(agreement, Catalogue.F08);
        assertThat(found.weight()).isEqualTo(Finding.Weight.FIRES);
        assertThat(found.sentence()).contains("can alone end what Observadores do under 2.1");
        found.story().ifPresent(s -> shows(agreement, s));
    }

    @Test
    void aTermThatOnlyTimeEndsIsEndedByNobody() {
        Examination examination = examined(read(article("""
                define fin as 18 months after firma
                state mandato begins with firma, ends with fin
                2.1  while mandato, Observadores must visita every 7 days
                """)));
        assertThat(of(examination, Catalogue.F08)).isEmpty();
        assertThat(of(examination, Catalogue.F18)).hasSize(1);
        assertThat(of(examination, Catalogue.F18).getFirst().sentence()).contains("by time alone after 18 months");
    }

    // A term is what it says: it ends after so long, on a date, or by notice of a party.

    @ParameterizedTest
    @CsvSource({
        "5 years from firma, by time alone after 5 years",
        "until 2034-06-30, by time alone on 2034-06-30",
        "from firma until 2034-06-30, by time alone on 2034-06-30"
    })
    void aTermEndsByTime(String term, String words) {
        Agreement agreement = read(article(
                "term mandato is " + term + "\n" + "2.1  while mandato, Observadores must visita every 7 days\n"));
        assertThat(of(examined(agreement), Catalogue.F08)).isEmpty();
        Finding found = only(agreement, Catalogue.F18);
        assertThat(found.sentence()).contains(words);
        shows(agreement, found.story().orElseThrow());
    }

    @Test
    void aRenewedTermEndsByNotice() {
        Agreement agreement = read(article("""
                term mandato is 5 years from firma, renewed for 5 years each time, unless any party aviso at least 6 months before its end
                2.1  while mandato, Observadores must visita every 7 days
                """));
        assertThat(of(examined(agreement), Catalogue.F18)).isEmpty();
        Finding found = only(agreement, Catalogue.F08);
        assertThat(found.sentence()).contains("by aviso, 5 years later");
        shows(agreement, found.story().orElseThrow());
    }

    // The end is shown by the calendar.

    @ParameterizedTest
    @ValueSource(strings = {"120 months", "10 years", "53 weeks", "400 days"})
    void whatEndsByTimeIsOverInTheStory(String span) {
        Agreement agreement = read(article("""
                define fin as SPAN after firma
                state mandato begins with firma, ends with fin
                2.1  while mandato, Observadores must visita every 7 days
                """.replace("SPAN", span)));
        Story story = only(agreement, Catalogue.F18).story().orElseThrow();
        assertThat(story.over()).containsExactly("2.1");
        assertThat(story.claims()).anyMatch(c -> c.clause().equals("1.1") && c.status() == Status.BREACHED);
        shows(agreement, story);
    }

    // An open term, behind what the answer stands on.

    @ParameterizedTest
    @ValueSource(strings = {"""
                undefined grave
                define grande(by P) as ataque(by P) where grave
                state garantia begins with firma, ends with grande(by Norteña)
                2.1  while garantia, on a breach B of 1.1, Faro must embargar(about B) within 24 hours
                """, """
                undefined grave
                state garantia is grave
                2.1  while garantia, on a breach B of 1.1, Faro must embargar(about B) within 24 hours
                """, """
                undefined grave
                define grande(by P) as ataque(by P) where grave
                2.1  on grande(by P), Faro must embargar within 24 hours
                """})
    void anOpenTermLeavesTheGuaranteeToTheGuarantor(String statements) {
        assertThat(only(read(article(statements)), Catalogue.F10).clauses()).contains("2.1");
    }

    // What the protected side can forfeit.

    @ParameterizedTest
    @ValueSource(strings = {"""
                define culpa as ataque(by Sureña) or aviso(by Sureña)
                state garantia begins with firma, ends with culpa
                2.1  while garantia, on a breach B of 1.1, Faro must embargar(about B) within 24 hours
                1.1 in favour of Sureña
                """, """
                define golpe(by P) as at least 2 ataque(by P) within 3 days
                define culpa as golpe(by Sureña)
                state garantia begins with firma, ends with culpa
                2.1  while garantia, on a breach B of 1.1, Faro must embargar(about B) within 24 hours
                1.1 in favour of Sureña
                """, """
                state culpable begins with ataque(by Sureña)
                state limpio is not culpable
                2.1  while limpio, on a breach B of 1.1, Faro must embargar(about B) within 24 hours
                1.1 in favour of Sureña
                """})
    void theProtectedSideCanForfeitIt(String statements) {
        Finding found = only(read(article(statements)), Catalogue.F30);
        assertThat(found.weight()).isEqualTo(Finding.Weight.FIRES);
        assertThat(found.sentence()).startsWith("Sureña would lose 2.1");
    }

    // Who has signed, and who is bound to what is guarded.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event alquilar(by: party)\n2.1  Isleños must alquilar with no deadline",
                "event alquilar(by: party)\n2.1  Isleños must not alquilar",
                "event alquilar(by: party)\n2.1  Isleños may alquilar",
                "body Junta of Norteña, Isleños, decides by majority"
            })
    void namingTheOutsiderForSomethingElseBindsItToNothing(String statements) {
        Finding found = only(outside(statements), Catalogue.F25);
        assertThat(found.weight()).isEqualTo(Finding.Weight.FIRES);
        assertThat(found.sentence()).startsWith("Isleños could break the peace");
    }

    @Test
    void whoeverIsForbiddenItByNameAndHasNotSignedIsLesser() {
        assertThat(only(outside("2.1  Isleños must not ataque"), Catalogue.F25).weight())
                .isEqualTo(Finding.Weight.LESSER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sureña answers for Isleños", "forces of Norteña and Sureña are in the area"})
    void whoeverIsAnsweredForOrNotThereIsNotMissing(String statements) {
        assertThat(of(examined(outside(statements)), Catalogue.F25))
                .filteredOn(f -> f.weight() == Finding.Weight.FIRES)
                .isEmpty();
    }

    private static Agreement outside(String statements) {
        String there = statements.startsWith("forces") ? "" : "forces of Norteña, Sureña and Isleños are in the area\n";
        return read(article("actor Isleños\n" + there + statements));
    }

    // What names stand for, in any language.

    @ParameterizedTest
    @ValueSource(strings = {"patrol", "обхід", "обход", "ronda"})
    void theSameTextInOtherWordsGetsTheSameAnswers(String act) {
        String text = """
                event ACT(by: party) is watching, NO_PASAR(by: party) is denial
                state mandato begins with firma
                2.1  while mandato, Observadores must ACT every 7 days
                2.2  each party P must not NO_PASAR(by P)
                """;
        assertThat(marks(text.replace("ACT", act).replace("NO_PASAR", "no_" + act)))
                .isEqualTo(marks(text.replace("ACT", "monitor").replace("NO_PASAR", "deny_access")));
    }

    private static List<String> marks(String statements) {
        Examination examination = examined(read(article(statements)));
        return examination.results().entrySet().stream()
                .map(e -> e.getKey()
                        + (e.getValue() instanceof Check.Result.Found(List<Finding> f) ? " " + f.size() : " -"))
                .toList();
    }

    @Test
    void aRightToLookCountsAsWatching() {
        Examination examination = examined(read(article("2.1  each party P may visita(by P)")));
        assertThat(of(examination, Catalogue.F28)).allMatch(f -> f.weight() == Finding.Weight.LESSER);
        assertThat(examination.results().get(Catalogue.F03)).isInstanceOf(Check.Result.Found.class);
    }

    @Test
    void whatIsTakenFromANameIsSaidWithWhatItDecides() {
        Examination examination = examined(read(
                article("event inspección_inspect(by: party)\n2.1  Observadores must inspección_inspect by 2031-05-01")
                        .replace(" is watching", "")));
        assertThat(examination.assumptions())
                .filteredOn(a -> a.startsWith("taken for watching") && a.contains("`inspección_inspect`"))
                .singleElement()
                .asString()
                .contains(Catalogue.numbers(Check::asksWhoWatches));
    }

    // An answer that stands only once something has come, and one that names nobody.

    @Test
    void anAnswerThatHasToBeginIsNoAnswerAndIsTold() {
        Examination examination = examined(read(article("""
                event despliegue(by: party)
                state presencia begins with despliegue(by Faro)
                2.1  while presencia, on a breach B of 1.1, Faro must embargar(about B) within 48 hours
                """)));
        assertThat(of(examination, Catalogue.F01)).allMatch(f -> f.weight() == Finding.Weight.LESSER);
        assertThat(of(examination, Catalogue.F02)).isEmpty();
        assertThat(examination.otherwise())
                .anyMatch(o -> o.words()
                        .equals("embargo within 48 hours once “presencia” has begun (2.1), and that need not come"));
    }

    @Test
    void anAnswerThatNamesNobodyIsAMatterOfWhoMust() {
        Examination examination =
                examined(read(article("2.1  on a breach B of 1.1, nobody named must embargar(about B) within 5 days")));
        assertThat(of(examination, Catalogue.F01)).isEmpty();
        assertThat(of(examination, Catalogue.F02)).isEmpty();
        assertThat(of(examination, Catalogue.F17))
                .allMatch(f -> f.weight() == Finding.Weight.FIRES && f.isMain())
                .hasSize(1);
    }

    // Proportion.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event retirar(by: party)\n2.1  Faro must not retirar(by Faro)",
                "event tropa(by: party, number: number)\ndefine tropas(of P) as the latest number in tropa(by P)\n2.1  Faro must keep tropas(of Faro) at least 100",
            })
    void aGuarantorsPromiseToStayIsTheGuarantee(String statements) {
        Examination examination = examined(read(article(statements)));
        assertThat(of(examination, Catalogue.F05)).isEmpty();
        assertThat(of(examination, Catalogue.F11)).hasSize(1).allMatch(f -> f.weight() == Finding.Weight.FIRES);
    }

    @Test
    void aGuarantorBoundByWhatItGuardsBreaksThatInTheStory() {
        Agreement agreement = read(article("""
                2.1  Faro must not ataque(by Faro, on Sureña)
                2.2  on a breach B of 2.1, Faro must embargar(about B) within 24 hours
                """));
        Finding found = only(agreement, Catalogue.F05);
        assertThat(found.clauses()).containsExactly("2.1");
        assertThat(found.story().orElseThrow().claims())
                .anyMatch(c -> c.clause().equals("2.1") && c.bearer().equals("Faro") && c.status() == Status.BREACHED);
    }

    @Test
    void aMinorDutyWithoutADayIsLesser() {
        Examination examination =
                examined(read(article("event cooperar(by: party)\n2.1  each party P must cooperar(by P)")));
        assertThat(of(examination, Catalogue.F16))
                .hasSize(1)
                .allMatch(f -> f.weight() == Finding.Weight.LESSER && !f.isMain());
    }

    @Test
    void aVoteIsInTheStoryOfAVeto() {
        Agreement agreement = read(article("""
                body Consejo of Norteña, Sureña, Faro, decides by consensus
                Consejo confirms breaches of 1.1
                2.1  on a confirmed breach B of 1.1, Faro must embargar(about B) within 24 hours
                """));
        Finding found = only(agreement, Catalogue.F06);
        Story story = found.story().orElseThrow();
        assertThat(story.records())
                .anyMatch(r -> r instanceof Record.Observation o
                        && o.event().equals("vote")
                        && o.values().get("choice").equals(new Value.Text("no"))
                        && story.claims().stream()
                                .anyMatch(c -> new Value.Actor(c.bearer())
                                        .equals(o.values().get("by"))));
        shows(agreement, story);
    }

    // Whose force it is.

    @Test
    void aForceIsMadeUpOfThoseWhoSentIt() {
        String statements = """
                actor FuerzaMixta made up of Faro, Norteña
                2.1  on a breach B of 1.1, FuerzaMixta must embargar(about B) within 24 hours
                """;
        assertThat(only(read(article(statements)), Catalogue.F11).sentence()).contains("FuerzaMixta");
        assertThat(examined(read(article(statements.replace(" made up of Faro, Norteña", ""))))
                        .assumptions())
                .anyMatch(a -> a.startsWith("`FuerzaMixta` gives measures and is neither party nor guarantor"));
    }

    private static void shows(Agreement agreement, Story story) {
        assertThat(StoryReplay.unmet(story, agreement)).isEmpty();
        assertThat(story.stillAsking(new Ways(agreement))).isEmpty();
    }

    private static Finding only(Agreement agreement, Code code) {
        List<Finding> found = of(examined(agreement), code);
        assertThat(found).as(code.name()).hasSize(1);
        return found.getFirst();
    }

    private static List<Finding> of(Examination examination, Code code) {
        return examination.findings().stream().filter(f -> f.code() == code).toList();
    }

    private static Examination examined(Agreement agreement) {
        Bounds bounds = new Bounds(1, 0, 1, 1, 8, Duration.ofDays(400), 4_000_000L);
        return new Examiner(bounds, List.of(new Subject.Loss("a town", 25 * 3_600_000L))).examine(agreement);
    }

    private static Agreement read(String document) {
        Outcome outcome =
                AgreementReader.read("agreement.md", document.getBytes(StandardCharsets.UTF_8), n -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        return outcome.agreement().orElseThrow();
    }
}
