package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is owed only if a term is read so that the text does not define is not "no answer": that it hangs on the term is what is said. */
class AnswersHangOnATermTest {
    private static final String TEXT = """
            ## Article 1. Passes

            ```holdfast
            agreement "Passes"
            time zone Europe/Athens
            days count excluding the first day
            party Valley, Ridge
            guarantor Guard
            measures from weakest: embargo
            event raid(by: party), pact_made
            event seal(by: party, about: breach) is embargo
            undefined grave "of a grave kind"
            define serious(by P) as raid(by P) where grave
            state pact is grave
            1.1  Ridge must not raid(by Ridge)
            ```

            ## Article 2. Answer

            ```holdfast
            %s
            ```
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.1  on a breach B of 1.1, if not grave, Guard must seal(by Guard, about B) within 3 days",
                "2.1  on a breach B of 1.1, if grave, Guard must seal(by Guard, about B) with no deadline",
                "2.1  while pact, on a breach B of 1.1, Guard must seal(by Guard, about B) within 3 days",
                "2.1  on serious(by Ridge), Guard must seal(by Guard) within 3 days",
                "2.1  on raid(by P) where grave, Guard must seal(by Guard) within 3 days",
            })
    void itIsSaidThatTheAnswerHangsOnTheTerm(String answer) {
        Examination examined = examined(answer);
        assertThat(examined.otherwise()).hasSize(1);
        assertThat(examined.otherwise().getFirst().words())
                .contains("embargo")
                .endsWith("(2.1), and whether it is owed hangs on \"grave\", which the text does not define");
        List<Finding> f01 = of(examined, Catalogue.F01);
        assertThat(f01).hasSize(1);
        assertThat(f01.getFirst().weight()).isEqualTo(Finding.Weight.LESSER);
        assertThat(f01.getFirst().sentence())
                .isEqualTo("whether anything follows when Ridge breaks 1.1 hangs on \"grave\", which the text does not"
                        + " define: 2.1 would answer it, or would not");
        assertThat(of(examined, Catalogue.F02)).isEmpty();
    }

    /** A term that stands elsewhere is no answer. */
    @Test
    void whatHangsOnATermAndAnswersSomethingElseIsNone() {
        Examination examined = examined("2.1  on pact_made, if grave, Guard must seal(by Guard) within 3 days");
        assertThat(examined.otherwise()).isEmpty();
        assertThat(of(examined, Catalogue.F01)).anyMatch(f -> f.weight() == Finding.Weight.FIRES);
    }

    private static List<Finding> of(Examination examined, Code code) {
        return examined.findings().stream().filter(f -> f.code() == code).toList();
    }

    private static Examination examined(String answer) {
        Outcome outcome = AgreementReader.read(
                "agreement.md", TEXT.formatted(answer).getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        return new Examiner(Bounds.USUAL, List.of()).examine(outcome.agreement().orElseThrow());
    }
}
