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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The findings from F13 on: each page's first example has it, the second has not, and the line that accepts it does. */
class LaterPagesTest {
    private static final Bounds SMALL = new Bounds(0, 0, 1, 1, 4, Duration.ofDays(400), 20_000_000);
    private static final List<Subject.Loss> LOSSES =
            List.of(new Subject.Loss("Karabakh 2023", Duration.ofHours(25).toMillis()));
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^~~~markdown\n(.*?)^~~~$");
    private static final Pattern ACCEPT = Pattern.compile("(?ms)^```holdfast\n(accept .*?)\n```$");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "F0\\d|F1[0-2]")
    void isFoundInTheFirstExampleAndNotInTheSecond(Code code) throws IOException {
        String page = Files.readString(Path.of("../docs/findings", code.name() + ".md"));
        assertThat(page)
                .startsWith("# " + code.name() + ": " + code.title() + "\n")
                .contains("An example that has it:")
                .contains("One that does not:")
                .contains("**How it is found.** ")
                .contains("**The mend.** ")
                .contains("**When it is intentional.** ");
        Matcher example = EXAMPLE.matcher(page);
        assertThat(example.find()).isTrue();
        String first = example.group(1);
        assertThat(example.find()).isTrue();
        String second = example.group(1);

        Agreement agreement = agreement(first);
        List<Finding> found = found(agreement, code);
        assertThat(found).anyMatch(f -> f.weight() == Finding.Weight.FIRES);
        for (Finding finding : found) {
            assertThat(finding.accepted()).isEmpty();
            finding.story().ifPresent(s -> {
                assertThat(s.claims()).isNotEmpty();
                assertThat(s.unmet(agreement)).isEmpty();
            });
        }
        assertThat(found(agreement(second), code)).isEmpty();

        Matcher accept = ACCEPT.matcher(page);
        assertThat(accept.find()).isTrue();
        int end = first.lastIndexOf("```");
        String accepting = first.substring(0, end) + "\n" + accept.group(1) + "\n" + first.substring(end);
        assertThat(found(agreement(accepting), code))
                .filteredOn(f -> f.weight() == Finding.Weight.FIRES)
                .allMatch(f -> f.accepted().isPresent());
    }

    private static List<Finding> found(Agreement agreement, Code code) {
        Examination examination = new Examiner(SMALL, LOSSES).examine(agreement);
        assertThat(examination.results()).containsKey(code);
        return examination.findings().stream().filter(f -> f.code() == code).toList();
    }

    private static Agreement agreement(String text) {
        Outcome outcome =
                AgreementReader.read("example.md", text.getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
        assertThat(outcome.agreement()).as("%s", outcome.diagnostics()).isPresent();
        return outcome.agreement().orElseThrow();
    }
}
