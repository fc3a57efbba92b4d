package holdfast.examine.redline;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.words.DeclarationWords;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which events are which step: a change of it is a change of the text, and written again it says the same. */
class ReadinessChangeTest {
    private static final Limits LIMITS = new Limits(2, 12, 200, 10_000_000L);

    private static final String EVENTS = """
            party Aland, Bland
            event vow(donor: party, goods: text, pieces: number, by: party, item: text, ready: date)
            event landing(by: party, from: party, item: text, quantity: number)
            """;

    private static Agreement read(String statement) {
        String text = "## Article 1\n\n```holdfast\n" + EVENTS + statement
                + "\n1.1  Aland must landing(by Aland) with no deadline\n```\n";
        return AgreementReader.read("text.md", text.getBytes(StandardCharsets.UTF_8), f -> Optional.empty())
                .agreement()
                .orElseThrow();
    }

    private static final String FULL =
            "readiness: vow is pledged with pieces as quantity and donor as giver and by as receiver"
                    + " and ready as day, landing is received with by as giver and from as receiver";

    @Test
    void anotherStageIsAChange() {
        Agreement old = read("readiness: landing is received");
        assertThat(new Redliner(LIMITS)
                        .compare(old, read("readiness: landing is received"))
                        .isEmpty())
                .isTrue();
        assertThat(new Redliner(LIMITS)
                        .compare(old, read("readiness: landing is shipped"))
                        .isEmpty())
                .isFalse();
        assertThat(new Redliner(LIMITS).compare(old, read("")).isEmpty()).isFalse();
        assertThat(new Redliner(LIMITS)
                        .compare(read("readiness: landing is received"), read(FULL))
                        .isEmpty())
                .isFalse();
    }

    @Test
    void writtenAgainItIsTheSame() {
        for (String statement :
                new String[] {FULL, "readiness: landing is in service, vow is lost with pieces as quantity"}) {
            Agreement agreement = read(statement);
            Rule rule = agreement.rules().stream()
                    .filter(Rule.Readiness.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            Agreement again = read(new DeclarationWords(agreement).rule(rule));
            assertThat(again.rules().stream()
                            .filter(Rule.Readiness.class::isInstance)
                            .map(r -> ((Rule.Readiness) r).steps()))
                    .containsExactly(((Rule.Readiness) rule).steps());
            assertThat(new Redliner(LIMITS).compare(agreement, again).isEmpty()).isTrue();
        }
    }
}
