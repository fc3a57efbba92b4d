package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The agreement that the design is written around. */
class FrameworkTest {
    @Test
    void isReadAsItStands() {
        Outcome outcome = AgreementReader.read(Path.of("src/test/resources/corpus/framework.md"));

        assertThat(outcome.diagnostics()).isEmpty();
        Agreement agreement = outcome.agreement().orElseThrow();
        assertThat(agreement.title()).isEqualTo("Framework of security guarantees");
        assertThat(agreement.norms()).extracting(Norm::id).containsExactly("2.1", "2.2", "3.1", "4.1", "4.2", "4.3");
        assertThat(agreement.article(agreement.norms().getFirst().origin()).number())
                .isEqualTo("2");
    }
}
