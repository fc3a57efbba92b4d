package holdfast.examine.table;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.found.Bounds;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A veto is named where it stops an answer, not where the answer only comes later by another clause. */
class WhoseNoStopsItTest {
    private static final String TEXT = """
            ## Article 1. Valley

            ```holdfast
            party Ridge, Valley
            guarantor Guard
            body Elders of Valley, Guard, decides by consensus
            measures from weakest: protest, embargo
            event raid(by: party)
            event decry(by: party) is protest
            event seal(by: party) is embargo
            1.1  Ridge must not raid(by Ridge)
            a breach of 1 ends after 24 hours without a further act
            1.2  on decision(of Elders, on "help", result "adopted"), Guard may seal(by Guard)
            %s
            ```
            """;

    @Test
    void aNoByWhichNothingAsStrongIsLeftStopsIt() {
        assertThat(vetoes("1.3  on a breach B of 1.1, Guard may decry(by Guard)"))
                .containsExactly(List.of("Valley", "Guard"));
    }

    @Test
    void aNoByWhichTheSameOnlyComesLaterStopsNothing() {
        assertThat(vetoes("""
                1.3  on a breach B of 1.1, Valley must decry(by Valley) within 48 hours
                1.4  if B continues after 6 hours, Guard may seal(by Guard)""")).containsExactly(List.of());
    }

    private static List<List<String>> vetoes(String other) {
        Outcome read = AgreementReader.read(
                "agreement.md", TEXT.formatted(other).getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
        assertThat(read.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        return GuaranteeTable.of(read.agreement().orElseThrow(), Bounds.USUAL).prospects().stream()
                .map(GuaranteeTable.Prospect::vetoes)
                .distinct()
                .toList();
    }
}
