package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.language.AgreementReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sentence about several breaches says of nobody that it breaks what only somebody else does. */
class WhoBreaksWhatTest {
    private static final String DOCUMENT = """
            # The dyke

            ```holdfast
            agreement "The dyke"
            time zone Europe/Amsterdam
            days count excluding the first day
            party Upstream, Downstream
            guarantor Waterboard
            measures from weakest: embargo
            event dig(by: party), flood(by: party), fence_off(by: party), stop_trade(by: party, about: breach) is embargo

            1.1  each party P must not dig(by P)
            1.2  each party P must not flood(by P)
            1.3  Downstream must not fence_off(by Downstream)
            2.1  on a breach B of 1.1 by Upstream, Waterboard must stop_trade(about B) within 2 days
            ```
            """;

    private static Finding noConsequence() {
        return new Examiner(Bounds.USUAL, List.of())
                        .examine(AgreementReader.read(
                                        "dyke.md", DOCUMENT.getBytes(StandardCharsets.UTF_8), n -> Optional.empty())
                                .agreement()
                                .orElseThrow())
                        .findings()
                        .stream()
                        .filter(f -> f.code().name().equals(Catalogue.F01.name()) && f.weight() == Finding.Weight.FIRES)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void nothingFollowsOnlyWhereNobodyAnswersThatOnesBreach() {
        Finding finding = noConsequence();
        assertThat(finding.clauses()).containsAll(List.of("1.1", "1.2", "1.3"));
        assertThat(finding.sentence())
                .contains("Downstream breaks 1.1 and 1.3")
                .contains("Upstream and Downstream break 1.2")
                .doesNotContain("Upstream and Downstream break 1.1");
    }
}
