package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.ProblemText;
import holdfast.language.given.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The diagnostics of each document, word for word. After a change run with {@code -Dgolden.update=true} and review the difference. */
class DiagnosticGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/diagnostics");
    private static final Findings FINDINGS = new Findings(List.of("F01", "F06", "F16", "F20"));

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void saysWhatItSaid(Path document) throws IOException {
        String name = document.getFileName().toString();
        Outcome outcome = AgreementReader.read(
                name, Files.readAllBytes(document), DiagnosticGoldenTest::besideTheDocument, FINDINGS);
        String said = ProblemText.of(outcome.diagnostics());
        Path expected = FOLDER.resolve(name.replace(".md", ".expected"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected));
        assertThat(said.lines()).allMatch(l -> l.length() <= ProblemText.WIDTH);
    }

    private static Optional<byte[]> besideTheDocument(String sibling) {
        try {
            Path file = FOLDER.resolve(sibling);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
