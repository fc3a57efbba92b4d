package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page on a finding shows a text that has it and one that has not, and how to say that it is meant. */
class FindingPagesTest {
    private static final Path PAGES = Path.of("../docs/findings");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^~~~markdown\n(.*?)^~~~$");
    private static final Pattern ACCEPTED = Pattern.compile("accept (F\\d\\d)[^`\n]*? because \"[^\"\n]*\"");

    static Stream<Code> codesWithPages() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages
                    .map(p -> p.getFileName().toString())
                    .filter(n -> n.matches("F\\d\\d\\.md"))
                    .sorted()
                    .map(n -> Code.valueOf(n.substring(0, 3)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("codesWithPages")
    void showsATextThatHasItAndOneThatHasNot(Code code) throws IOException {
        String page = Files.readString(PAGES.resolve(code + ".md"));
        assertThat(page)
                .startsWith("# " + code + ": " + code.title() + "\n")
                .contains("An example that has it:")
                .contains("One that does not:")
                .contains("**How it is found.** ")
                .contains("**The mend.** ")
                .contains("**When it is intentional.** ");
        List<String> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(page);
        while (example.find()) {
            examples.add(example.group(1));
        }
        assertThat(examples).hasSize(2);

        Agreement faulty = read(examples.get(0));
        List<Finding> found = of(code, examined(faulty));
        assertThat(found).as("the first example").anyMatch(f -> f.weight() == Finding.Weight.FIRES);
        for (Finding finding : found) {
            assertThat(finding.sentence()).doesNotEndWith(".");
            finding.story().ifPresent(s -> assertThat(s.unmet(faulty)).isEmpty());
        }
        assertThat(of(code, examined(read(examples.get(1)))))
                .as("the second example")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codesWithPages")
    void saysHowToAcceptIt(Code code) throws IOException {
        String page = Files.readString(PAGES.resolve(code + ".md"));
        Matcher example = EXAMPLE.matcher(page);
        assertThat(example.find()).isTrue();
        Matcher accept = ACCEPTED.matcher(page);
        assertThat(accept.find()).isTrue();
        assertThat(accept.group(1)).isEqualTo(code.name());
        Agreement accepting = read(example.group(1) + "\n```holdfast\n" + accept.group() + "\n```\n");
        assertThat(of(code, examined(accepting)))
                .filteredOn(f -> f.weight() == Finding.Weight.FIRES)
                .isNotEmpty()
                .allMatch(f -> f.accepted().isPresent());
    }

    private static List<Finding> of(Code code, Examination examination) {
        return examination.findings().stream().filter(f -> f.code() == code).toList();
    }

    private static Examination examined(Agreement agreement) {
        Bounds bounds = new Bounds(1, 0, 1, 1, 8, Duration.ofDays(400), 20_000_000);
        return new Examiner(bounds, List.of(new Subject.Loss("a town", 25 * 3_600_000L))).examine(agreement);
    }

    private static Agreement read(String document) {
        Outcome outcome =
                AgreementReader.read("agreement.md", document.getBytes(StandardCharsets.UTF_8), n -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        return outcome.agreement().orElseThrow();
    }
}
