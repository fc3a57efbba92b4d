package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemCode;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Constructs that real agreements asked for, and what they are made into. */
class ConstructsTest {
    private static final String BEGIN = """
            ## Article 1. A

            ```holdfast
            time zone Asia/Baku
            days count excluding the first day
            party Arland, Besia
            guarantor Cordia
            event signing, withdraw(by: party), cross(by: party, at: place), approval(by: party), quit(by: party)
            question extent answers narrow, wide
            read extent as narrow, 1.9 Arland must withdraw by 2030-01-01
            """;

    private static Outcome read(String statements) {
        String text = BEGIN + statements + "\n```\n";
        return AgreementReader.read("t.md", text.getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
    }

    private static Agreement good(String statements) {
        Outcome outcome = read(statements);
        assertThat(outcome.diagnostics()).filteredOn(Problem::isError).isEmpty();
        return outcome.agreement().orElseThrow();
    }

    private static List<ProblemCode> codes(String statements) {
        return read(statements).diagnostics().stream().map(Problem::code).toList();
    }

    @Test
    void aTermIsReadAsOne() {
        Agreement a = good("""
                term mandated is 5 years from signing, renewed for 5 years each time, unless any party quit at least 6 months before its end
                1.1  while mandated, Cordia must not withdraw
                """);
        State.Period term = (State.Period) a.states().getFirst();
        assertThat(term.renewal().orElseThrow().each()).isEqualTo(new Span(5, Span.Unit.YEAR));
        assertThat(term.notice().orElseThrow().before()).isEqualTo(new Span(6, Span.Unit.MONTH));
        assertThat(term.notice().orElseThrow().by().toString()).contains("quit").contains("party");
    }

    @Test
    void aTermMayLieBetweenDates() {
        Agreement a = good("""
                term spring is from 2026-03-01 until 2026-05-31
                1.1  while spring, Cordia must not withdraw
                """);
        State.Period term = (State.Period) a.states().getFirst();
        assertThat(term.start()).contains(new State.Start.At(Instant.parse("2026-02-28T20:00:00Z")));
        assertThat(term.end()).contains(new State.End.At(Instant.parse("2026-05-31T20:00:00Z")));
        assertThat(codes("term odd is from 2026-05-31 until 2026-03-01\n1.1 while odd, Cordia must not withdraw"))
                .contains(Code.WINDOW_NEVER_OPEN);
    }

    @Test
    void aDateMayBeMeantInAnotherZone() {
        Agreement a = good("1.1  Arland must withdraw by 2026-11-15 in Europe/Moscow");
        Duty.Achieve duty = (Duty.Achieve) a.norms().getLast().duty();
        assertThat(duty.due()).contains(new Bound.AtInstant(Instant.parse("2026-11-15T20:59:59.999Z"), false));
        assertThat(codes("1.1  Arland must withdraw by 2026-11-15 in Europe/Moskow"))
                .contains(Code.UNKNOWN_TIME_ZONE);
    }

    @Test
    void atOnceIsTheSameDay() {
        Agreement a = good("1.1  on signing, Arland must withdraw at once");
        Duty.Achieve duty = (Duty.Achieve) a.norms().getLast().duty();
        assertThat(duty.due()).get().isInstanceOfSatisfying(Bound.Within.class, w -> {
            assertThat(w.span()).isEqualTo(new Span(1, Span.Unit.DAY));
            assertThat(w.includingFirstDay()).isTrue();
        });
    }

    @Test
    void anEventThatHappensOnceIsItsFirst() {
        Agreement a = good("event entry, once\n1.1  on entry, Arland must withdraw within 3 days");
        assertThat(a.definitions()).singleElement().satisfies(d -> {
            assertThat(d.name()).isEqualTo("first entry");
            assertThat(d.derivation()).isInstanceOf(Definition.AllOf.class);
        });
        assertThat(a.norms().getLast().trigger().toString()).contains("first entry");
    }

    @Test
    void aClauseThatIsNotThereAnswersTheQuestion() {
        assertThat(codes("")).contains(Code.CLAUSE_OF_SOME_READINGS);
        assertThat(codes("read extent as wide, 1.9 is not there")).doesNotContain(Code.CLAUSE_OF_SOME_READINGS);
        assertThat(codes("read extent as narrow, 1.9 is not there")).contains(Code.VARIANTS_OVERLAP);
        assertThat(codes("read extent as wide, 1.8 is not there")).contains(Code.UNKNOWN_CLAUSE);
    }

    @Test
    void aBodysRuleMayHangOnAReadingOrNotBeSaid() {
        Agreement a = good("""
                read extent as narrow, body Panel of Arland, Besia, decides by consensus
                read extent as wide, body Panel of Arland, Besia, Cordia, decides by 1 of 3
                body Council of Arland, Besia
                body Forum of Arland, Besia, only advises
                body Command of Arland, Besia, Cordia, Cordia decides alone, within 2 hours
                1.1  on decision(of Panel, result "adopted"), Arland must withdraw within 3 days
                """);
        assertThat(a.bodies()).filteredOn(b -> b.name().equals("Panel")).hasSize(2);
        assertThat(Hanging.questionsOf(a).get("1.1")).containsExactly("extent");
        assertThat(a.bodies())
                .filteredOn(b -> !b.decidesByVote())
                .extracting(Body::name)
                .containsExactly("Council", "Forum");
        assertThat(a.bodies().getLast().members()).containsExactly("Cordia");
    }

    @Test
    void aZoneWhoseMapIsNotPublicIsAnOpenTerm() {
        Agreement a = good(
                "zone corridor from a map that is not public\n1.1  each party must not cross(at X) where X in corridor");
        Duty.Refrain duty = (Duty.Refrain) a.norms().getLast().duty();
        assertThat(duty.where())
                .isInstanceOfSatisfying(
                        Condition.Undefined.class, u -> assertThat(u.term()).isEqualTo("corridor"));
        assertThat(a.undefinedTerms()).extracting(u -> u.name()).contains("corridor");
    }

    @Test
    void anApprovalIsADecisionOfABodyAndAnActOfAnybodyElse() {
        Agreement a = good("""
                body Council of Arland, Besia, decides by consensus
                1.1  Arland must not cross without approval of Council
                1.2  Arland must not cross without the prior approval of Cordia
                """);
        assertThat(a.norms().get(1).duty().toString()).contains("decision").contains("text=cross");
        assertThat(a.norms().get(2).duty().toString()).contains("approval").contains("Cordia");
    }

    @Test
    void choicesAndResultsAreThoseThatThereAre() {
        String body = "body Council of Arland, Besia, decides by consensus\n";
        assertThat(codes(body + "1.1  on decision(of Council, result \"Adopted\"), Arland must withdraw at once"))
                .contains(Code.NOT_A_CHOICE);
        assertThat(codes(body + "1.1  on vote(by Besia, choice \"n\u043E\"), Arland must withdraw at once"))
                .contains(Code.NOT_A_CHOICE);
        assertThat(codes(body + "1.1  on vote(by Besia, choice \"abstain\"), Arland must withdraw at once"))
                .doesNotContain(Code.NOT_A_CHOICE);
    }

    @Test
    void aWindowThatClosesBeforeItOpensIsRefused() {
        assertThat(codes("1.1  on signing, Arland must withdraw not before 2026-06-01, within 2 days"))
                .contains(Code.WINDOW_NEVER_OPEN);
        assertThat(codes("1.1  Arland must withdraw not before 2026-06-01, by 2026-05-01"))
                .contains(Code.WINDOW_NEVER_OPEN);
    }

    @Test
    void blocksThatMarkdownTakesForProseAreReported() {
        String head = "# A\n\n```holdfast\nparty Arland, Besia\nevent fire(by: party)\n```\n\n## Article 2. B\n\n";
        for (String lost : List.of(
                "    ```holdfast\n    2.1 each party must not fire\n    ```",
                "```\n2.1 each party must not fire\n```",
                "<div>\n```holdfast\n2.1 each party must not fire\n```\n</div>",
                "Text ```holdfast 2.1 each party must not fire```\n```holdfast 2.2 each party must not fire```")) {
            assertThat(AgreementReader.read(
                                    "t.md",
                                    (head + lost + "\n").getBytes(StandardCharsets.UTF_8),
                                    n -> Optional.empty())
                            .diagnostics())
                    .as(lost)
                    .extracting(Problem::code)
                    .contains(Code.BLOCK_AS_PROSE);
        }
        Outcome unclosed = AgreementReader.read(
                "t.md",
                (head
                                + "```holdfast\n2.1 each party must not fire\n\n## Article 3. C\n\n```holdfast\n3.1 each party must fire\n```\n")
                        .getBytes(StandardCharsets.UTF_8),
                n -> Optional.empty());
        assertThat(unclosed.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo(Code.UNCLOSED_BLOCK);
            assertThat(((Place.InText) d.place()).line()).isEqualTo(10);
        });
    }
}
