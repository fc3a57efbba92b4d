package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.scenario.ScenarioRun;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document that is shipped is read without a remark, names where it was read, and passes its own tests. */
class ShippedAgreementsTest {

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ShippedReplay.AGREEMENTS)) {
            return files.filter(ShippedAgreementsTest::isDocument).sorted().toList().stream();
        }
    }

    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".md") && !name.endsWith(".mapping.md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isReadWithoutARemark(Path document) {
        Outcome outcome = AgreementReader.read(document);

        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(outcome.agreement().orElseThrow().sources()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void passesItsOwnTests(Path document) {
        Agreement agreement = AgreementReader.read(document).agreement().orElseThrow();

        assertThat(agreement.scenarios())
                .allSatisfy(s -> assertThat(ScenarioRun.failures(agreement, s)).isEmpty());
    }
}
