package holdfast.examine.check;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.examine.found.StoryReplay;
import holdfast.examine.subject.Subject;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every finding has a page, and every page shows a text that has it and one that has not, and how to say that it is meant. */
class FindingPagesTest {
    @Test
    void eachFindingHasAPageAndEachPageAFinding() throws IOException {
        assertThat(FindingPage.numbers()).isEqualTo(Catalogue.numbers());
    }

    @Test
    void theNumbersGoUpWithoutAGapAndEachHasItsOwnPlaceInTheOrderOfWhatToAskFor() {
        Catalogue[] all = Catalogue.values();
        for (int i = 0; i < all.length; i++) {
            assertThat(all[i].name()).isEqualTo("F%02d", i + 1);
        }
        assertThat(all).extracting(Catalogue::gain).doesNotHaveDuplicates();
        assertThat(all).extracting(Catalogue::title).doesNotHaveDuplicates();
        assertThat(all).allMatch(f -> f.check().code() == f);
        assertThat(all).extracting(f -> f.check().getClass()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void showsATextThatHasItAndOneThatHasNot(Catalogue finding) {
        FindingPage page = FindingPage.of(finding);
        assertThat(page.text())
                .startsWith("# " + finding + ": " + finding.title() + "\n")
                .contains("An example that has it:")
                .contains("One that does not:")
                .contains("**How it is found.** ")
                .contains("**The mend.** ")
                .contains("**When it is intentional.** ");
        assertThat(page.examples()).hasSize(2);

        Agreement faulty = read(page.examples().getFirst());
        List<Finding> found = found(finding, faulty);
        assertThat(found).as("the first example").anyMatch(f -> f.weight() == Finding.Weight.FIRES);
        for (Finding each : found) {
            assertThat(each.sentence()).doesNotEndWith(".");
            assertThat(each.accepted()).isEmpty();
            each.story().ifPresent(s -> {
                assertThat(s.claims()).isNotEmpty();
                assertThat(StoryReplay.unmet(s, faulty)).isEmpty();
            });
        }
        assertThat(found(finding, read(page.examples().getLast())))
                .as("the second example")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysHowToAcceptIt(Catalogue finding) {
        FindingPage page = FindingPage.of(finding);
        assertThat(page.accept()).startsWith("accept " + finding + " ");
        String first = page.examples().getFirst();
        int end = first.lastIndexOf("```");
        Agreement accepting = read(first.substring(0, end) + "\n" + page.accept() + "\n" + first.substring(end));
        assertThat(found(finding, accepting))
                .filteredOn(f -> f.weight() == Finding.Weight.FIRES)
                .isNotEmpty()
                .allMatch(f -> f.accepted().isPresent());
    }

    private static List<Finding> found(Catalogue finding, Agreement agreement) {
        Bounds bounds = new Bounds(1, 0, 1, 1, 8, Duration.ofDays(400), 20_000_000);
        Examination examination =
                new Examiner(bounds, List.of(new Subject.Loss("a town", 25 * 3_600_000L))).examine(agreement);
        assertThat(examination.results()).containsKey(finding);
        return examination.findings().stream().filter(f -> f.code() == finding).toList();
    }

    private static Agreement read(String document) {
        Outcome outcome =
                AgreementReader.read("agreement.md", document.getBytes(StandardCharsets.UTF_8), n -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        return outcome.agreement().orElseThrow();
    }
}
