package holdfast.examine.redline;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.words.DeclarationWords;
import holdfast.language.AgreementReader;
import holdfast.language.manuscript.Change;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Agreement;
import holdfast.language.model.Definition;
import holdfast.language.model.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A law: what a text declares, written again in the words of the language and read again, is the same text. Mends rewrite statements, so nothing may get lost. */
class WrittenAgainTest {
    private static final Limits LIMITS = new Limits(2, 12, 200, 10_000_000L);
    private static final Path CASES = Path.of("..", "conformance");

    static List<Path> texts() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(f -> f.toString().endsWith(".md"))
                    .filter(f -> !f.equals(CASES.resolve("README.md")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isTheSameText(Path file) throws IOException {
        Manuscript before = Manuscript.of(file.toString(), Files.readString(file));
        Optional<Agreement> agreement = read(file, before);
        if (agreement.isEmpty()) {
            return;
        }
        for (Change.Rewrite change : writtenAgain(agreement.get())) {
            Manuscript after =
                    before.with(List.of(change)).orElseThrow(() -> new AssertionError("not found: " + change));
            Agreement other = read(file, after).orElseThrow(() -> new AssertionError(change.statement()));
            assertThat(new Redliner(LIMITS).compare(agreement.get(), other).isEmpty())
                    .as(change.statement())
                    .isTrue();
        }
    }

    private static List<Change.Rewrite> writtenAgain(Agreement agreement) {
        DeclarationWords words = new DeclarationWords(agreement);
        List<Change.Rewrite> again = new ArrayList<>();
        agreement.bodies().forEach(b -> again.add(new Change.Rewrite(b.origin(), words.body(b))));
        agreement.definitions().stream()
                // That an event counts once is said with the event.
                .filter(d -> !d.name().startsWith(Definition.FIRST))
                .forEach(d -> again.add(new Change.Rewrite(d.type().origin(), words.definition(d))));
        agreement.levels().forEach(l -> again.add(new Change.Rewrite(l.origin(), words.level(l))));
        agreement.states().forEach(s -> again.add(new Change.Rewrite(s.origin(), words.state(s))));
        agreement.rules().forEach(r -> again.add(new Change.Rewrite(r.origin(), words.rule(r))));
        // What every text has without saying so stands nowhere.
        again.removeIf(c -> c.at().equals(Origin.NONE));
        return again;
    }

    private static Optional<Agreement> read(Path file, Manuscript text) {
        return AgreementReader.read(
                        file.toString(),
                        text.text().getBytes(StandardCharsets.UTF_8),
                        name -> Optional.of(file.resolveSibling(name))
                                .filter(Files::isRegularFile)
                                .map(WrittenAgainTest::bytes))
                .agreement();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
