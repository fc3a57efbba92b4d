package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.intake.mapping.Mapping;
import holdfast.intake.rows.Input;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mappings that stand beside the project's agreements read the records that stand beside them. */
class AgreementsRecordsTest {
    private static final Path AGREEMENTS =
            Files.isDirectory(Path.of("agreements")) ? Path.of("agreements") : Path.of("..", "agreements");

    static Stream<Path> mappings() throws IOException {
        try (Stream<Path> files = Files.walk(AGREEMENTS)) {
            return files.filter(f -> f.toString().endsWith(".mapping.md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void everyRowHasItsPlace(Path document) throws IOException {
        Mapping.Parsed mapping = Mapping.parse(document);
        assertThat(mapping.problems()).isEmpty();
        ReadReport report = Loaded.from(
                        List.of(new RecordSource(Input.of(table(document)), mapping.mapping())),
                        agreement(document),
                        ReadOptions.DEFAULT)
                .report();
        assertThat(report.problems()).isEmpty();
        assertThat(report.mapped()).isPositive();
        assertThat(report.mapped() + report.leftOutCount() + report.notUsedCount())
                .isEqualTo(report.rows());
    }

    private static Agreement agreement(Path document) {
        Path file = document.getParent().getParent().resolve("agreement.md");
        Optional<Agreement> agreement = AgreementReader.read(file).agreement();
        Assumptions.assumeTrue(agreement.isPresent(), file + " has no checked agreement yet");
        return agreement.orElseThrow();
    }

    /** The table of the same name: beside the mapping, beside another agreement's, or among the data that are not part of the project. */
    private static Path table(Path document) throws IOException {
        String name = document.getFileName().toString().replace(".mapping.md", ".csv");
        try (Stream<Path> files = Files.walk(AGREEMENTS)) {
            Optional<Path> near =
                    files.filter(f -> f.getFileName().toString().equals(name)).findFirst();
            return near.isPresent() ? near.get() : SharedData.file("osce/" + name);
        }
    }
}
