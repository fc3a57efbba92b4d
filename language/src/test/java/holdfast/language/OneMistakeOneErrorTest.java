package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.given.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever makes one mistake in a clause is told of that one, and not of all that hangs on the clause. */
class OneMistakeOneErrorTest {
    private static final Pattern CLAUSE = Pattern.compile("(?m)^\\d+(?:\\.\\d+)*[a-z]?  ?.* must ");

    static Stream<Path> agreements() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../agreements"))) {
            return folders.map(f -> f.resolve("agreement.md")).filter(Files::exists).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void aSignWithoutMeaningInAClauseIsTheOnlyErrorOfTheText(Path document) throws IOException {
        String text = Files.readString(document);
        List<String> others = new ArrayList<>();
        Matcher clause = CLAUSE.matcher(text);
        int tried = 0;
        while (clause.find()) {
            tried++;
            String wrong = text.substring(0, clause.end() - 3) + "§" + text.substring(clause.end() - 3);
            long line = text.substring(0, clause.end() - 3).lines().count();
            AgreementReader.readAs(document, wrong.getBytes(StandardCharsets.UTF_8), Findings.ANY)
                    .diagnostics()
                    .stream()
                    .filter(Problem::isError)
                    .filter(p -> !(p.place() instanceof Place.InText at) || at.line() != line)
                    .forEach(p -> others.add(clause.group() + ": " + p));
        }
        assertThat(tried).isPositive();
        assertThat(others).isEmpty();
    }
}
