package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Problem;
import holdfast.language.given.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has a page, and every page's example yields that code and no other. */
class DiagnosticPagesTest {
    /** These are about files that a page cannot show; {@link AgreementReaderTest} has them. */
    private static final Set<Code> WITHOUT_EXAMPLE =
            Set.of(Code.UNREADABLE, Code.TOO_LARGE, Code.NOT_UTF8, Code.TOO_MANY_PROBLEMS);

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^~~~markdown\n(.*?)^~~~$");
    private static final Pattern BESIDE = Pattern.compile("(?ms)^~~~text (\\S+)\n(.*?)^~~~$");

    @ParameterizedTest
    @EnumSource
    void hasAPageWithAnExample(Code code) throws IOException {
        Path page = Path.of("../docs/diagnostics", code.label() + ".md");
        assertThat(page).exists();
        String text = Files.readString(page);
        assertThat(text)
                .startsWith("# " + code.label() + ": ")
                .contains("**The mend.** ")
                .contains("**Why.** ");
        if (!WITHOUT_EXAMPLE.contains(code)) {
            Matcher example = EXAMPLE.matcher(text);
            assertThat(example.find()).isTrue();
            Map<String, byte[]> beside = beside(text);
            Outcome outcome = AgreementReader.read(
                    "agreement.md",
                    example.group(1).getBytes(StandardCharsets.UTF_8),
                    name -> Optional.ofNullable(beside.get(name)),
                    new Findings(List.of("F01", "F16")));
            assertThat(outcome.diagnostics()).extracting(Problem::code).containsOnly(code);
        }
    }

    private static Map<String, byte[]> beside(String text) {
        Map<String, byte[]> files = new HashMap<>();
        Matcher file = BESIDE.matcher(text);
        while (file.find()) {
            files.put(file.group(1), file.group(2).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
