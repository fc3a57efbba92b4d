package holdfast.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The words of the page, and how it puts them there. */
class PageWordsTest {
    private static final Path PAGE = Path.of("src/main/resources/holdfast/server/page");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code w('now.breached')}, {@code n('when.days', …)}, {@code words: 'map.closer'}. */
    private static final Pattern SAID = Pattern.compile("\\b(?:w|n|known)\\('([^']+)'");

    /** {@code w(`status.${status}`)}. */
    private static final Pattern BEGUN =
            Pattern.compile("\\b(?:w|n|known)\\(`([^`$]+)\\$\\{|const key = `([^`$]+)\\$\\{");

    private static final Pattern QUOTED = Pattern.compile("'([a-z]+\\.[A-Za-z0-9]+)'");

    @Test
    void everyLanguageHasTheSameWords() {
        for (JsonNode language : read("words/languages.json")) {
            assertThat(keys(language.asString())).as(language.asString()).isEqualTo(keys("en"));
        }
    }

    @Test
    void thePageSaysNothingForWhichThereAreNoWords() {
        assertThat(keys("en")).containsAll(found(SAID));
        for (String begun : found(BEGUN)) {
            assertThat(keys("en")).as(begun).anyMatch(key -> key.startsWith(begun));
        }
    }

    @Test
    void noWordIsLeftThatThePageNoLongerSays() {
        Set<String> said = found(SAID);
        said.addAll(found(QUOTED));
        Set<String> begun = found(BEGUN);
        assertThat(keys("en"))
                .allMatch(key -> said.contains(key) || begun.stream().anyMatch(key::startsWith));
    }

    @Test
    void whatAWordLeavesOpenIsTheSameInEveryLanguage() {
        JsonNode en = read("words/en.json");
        JsonNode uk = read("words/uk.json");
        for (String key : keys("en")) {
            assertThat(open(uk.path(key))).as(key).isEqualTo(open(en.path(key)));
        }
    }

    @Test
    void whatComesFromAnybodyIsPutIntoThePageAsTextAlone() {
        assertThat(code())
                .noneMatch(text -> Pattern.compile(
                                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|javascript:")
                        .matcher(text.replaceAll("(?m)^\\s*//.*$", ""))
                        .find());
    }

    private static Set<String> open(JsonNode words) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(words.toString())
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(read("words/" + language + ".json").propertyNames());
    }

    private static JsonNode read(String file) {
        return JSON.readTree(PAGE.resolve(file).toFile());
    }

    private static Set<String> found(Pattern pattern) {
        return code().stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> code() {
        try (Stream<Path> files = Files.walk(PAGE.resolve("app"))) {
            return files.filter(f -> f.toString().endsWith(".js"))
                    .sorted()
                    .map(PageWordsTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
