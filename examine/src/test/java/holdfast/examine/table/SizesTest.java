package holdfast.examine.table;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Bounds;
import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Texts of the size that real ones have are examined whole within the usual bounds. */
class SizesTest {
    @Test
    void fiftyThreeClausesAreExaminedWhole() throws IOException {
        byte[] text;
        try (InputStream in =
                Objects.requireNonNull(SizesTest.class.getResourceAsStream("/holdfast/examine/sizes/many-points.md"))) {
            text = in.readAllBytes();
        }
        Outcome outcome = AgreementReader.read("many-points.md", text, name -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        Examination examination = new Examiner(Bounds.USUAL, List.of())
                .examine(outcome.agreement().orElseThrow());
        assertThat(examination.agreement().norms()).hasSize(53);
        assertThat(examination.partial()).isEmpty();
        assertThat(examination.cutOff()).isEmpty();
        assertThat(examination.guarantees()).isNotEmpty();
    }
}
