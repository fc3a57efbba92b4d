package holdfast.examine.brute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Story;
import holdfast.examine.found.StoryReplay;
import holdfast.examine.play.Ways;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever the examiner tells about the agreements that come with Holdfast: a replay of it, over the text as it was written, gives what it claims. */
class ShippedStoriesTest {
    private static final Path AGREEMENTS = Path.of("..", "agreements");
    private static final Bounds SMALL = new Bounds(1, 1, 1, 1, 2, Duration.ofDays(100), 20_000_000);

    @TestFactory
    List<DynamicTest> every_story_replays() throws IOException {
        try (Stream<Path> folders = Files.list(AGREEMENTS)) {
            return folders.map(f -> f.resolve("agreement.md"))
                    .filter(Files::exists)
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getParent().getFileName().toString(), () -> replays(file)))
                    .toList();
        }
    }

    private static void replays(Path file) {
        Agreement agreement = AgreementReader.read(file).agreement().orElseThrow();
        Examination examined = new Examiner(SMALL, List.of()).examine(agreement);
        List<Story> stories = new ArrayList<>();
        examined.guarantees().forEach(g -> stories.add(g.story()));
        examined.prospects().forEach(p -> stories.add(p.story()));
        examined.findings().forEach(f -> f.story().ifPresent(stories::add));
        assertFalse(stories.isEmpty(), "nothing is told");
        for (Story story : stories) {
            assertEquals(List.of(), StoryReplay.unmet(story, agreement), story.title());
            assertEquals(List.of(), story.stillAsking(new Ways(agreement)), story.title());
            assertFalse(story.claims().isEmpty() && story.over().isEmpty(), story.title() + ": it claims nothing");
        }
    }
}
