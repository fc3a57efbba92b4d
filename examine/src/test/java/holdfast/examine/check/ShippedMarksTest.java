package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.examine.found.StoryReplay;
import holdfast.examine.subject.Subject;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is found in agreements that come with Holdfast, against the marks on the pages of the findings; {@code docs/findings/README.md} says where they come
 * from. And what each story claims, a replay must bear out.
 */
class ShippedMarksTest {
    /** The marks are about the texts, not about how far a violator may go. */
    private static Bounds small(int readings) {
        return new Bounds(0, 0, 1, 1, readings, Duration.ofDays(400), 20_000_000);
    }

    private static final List<Subject.Loss> LOSSES = List.of(
            new Subject.Loss("Karabakh 2023", Duration.ofHours(25).toMillis()),
            new Subject.Loss("Crimea 2014", Duration.ofDays(19).toMillis()));

    /** @param marks how many pages mark it, at least: none may be lost */
    @ParameterizedTest
    @CsvSource({
        "budapest-1994, 32, 25",
        "minsk-2015, 32, 25",
        "kyiv-compact-2022, 32, 25",
        "paris-declaration-2026, 32, 25",
        "sinai-1975, 4, 32",
        "pretoria-2022, 4, 32"
    })
    void isFoundAsThePagesMarkIt(String name, int readings, int marks) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Catalogue finding : Catalogue.values()) {
            String mark = FindingPage.of(finding).marks().get(name);
            if (mark != null) {
                given.put(finding.name(), mark);
            }
        }
        assertThat(given).hasSizeGreaterThanOrEqualTo(marks);

        Agreement agreement = AgreementReader.read(Path.of("../agreements", name, "agreement.md"))
                .agreement()
                .orElseThrow();
        Examination examination = new Examiner(small(readings), LOSSES).examine(agreement);
        Map<String, String> found = new LinkedHashMap<>();
        examination.results().forEach((code, result) -> {
            if (given.containsKey(code.name())) {
                found.put(code.name(), mark(result));
            }
        });
        assertThat(found).isEqualTo(given);
        for (Finding finding : examination.findings()) {
            finding.story().ifPresent(story -> {
                assertThat(story.claims()).as(finding.code().name()).isNotEmpty();
                assertThat(StoryReplay.unmet(story, agreement))
                        .as("%s: what the story claims and a replay does not bear out", finding.code())
                        .isEmpty();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMarkCanBeRead(Catalogue finding) {
        FindingPage page = FindingPage.of(finding);
        assertThat(page.marks()).isNotEmpty().hasSize((int) page.rowsOfMarks());
        assertThat(page.marks().keySet())
                .allMatch(text -> Path.of("../agreements", text).toFile().isDirectory());
    }

    private static String mark(Check.Result result) {
        return switch (result) {
            case Check.Result.NotApplicable ignored -> "not applicable";
            case Check.Result.NotLookedFor ignored -> "not looked for";
            case Check.Result.Found(List<Finding> findings) ->
                findings.stream().anyMatch(f -> f.weight() == Finding.Weight.FIRES)
                        ? "fires"
                        : findings.isEmpty() ? "silent" : "lesser";
        };
    }
}
