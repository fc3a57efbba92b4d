package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What newcomers type wrongly, and what they are answered: the pages in {@code newcomers} hold files without a fault, and under each heading a change to
 * them, a command and its whole answer. The word before the heading's colon is how good the answer is:
 *
 * <ul>
 *   <li><b>terrible</b>: a stack trace, a request to report it, or silence
 *   <li><b>bad</b>: that something is wrong, and no more
 *   <li><b>good</b>: where, what was found, what was expected
 *   <li><b>great</b>: and the mend, in the words of the user's own files
 * </ul>
 *
 * <p>{@code -Dgolden.update=true} writes the answers anew; whoever does so reads them, and rates them again.
 */
class NewcomersTest {
    private static final Path PAGES = Path.of("src/test/resources/holdfast/cli/newcomers");
    private static final Path WORK = Path.of("target/newcomers");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^(`{3,})(file|change|says) ?(\\S*)\\n(.*?)^\\1$");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (terrible|bad|good|great): (.+)$");

    private record Block(String kind, String name, String text) {}

    private record Mistake(Path page, String rating, String title, List<Block> files, List<Block> own) {}

    @TestFactory
    Stream<DynamicTest> everyMistakeIsAnswered() throws IOException {
        return mistakes().stream()
                .map(mistake -> DynamicTest.dynamicTest(
                        mistake.page.getFileName() + ": " + mistake.title, () -> answer(mistake)));
    }

    @Test
    void noAnswerIsTerribleAndAtMostThreeAreBad() throws IOException {
        Map<String, Integer> rated = new TreeMap<>();
        for (Mistake mistake : mistakes()) {
            rated.merge(mistake.rating, 1, Integer::sum);
        }
        assertThat(rated).doesNotContainKey("terrible");
        assertThat(rated.getOrDefault("bad", 0)).isLessThanOrEqualTo(3);
        assertThat(rated.values().stream().mapToInt(n -> n).sum()).isGreaterThanOrEqualTo(60);
    }

    private static List<Mistake> mistakes() throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.sorted().toList()) {
                String text = Files.readString(page);
                Matcher heading = HEADING.matcher(text);
                int first = heading.find() ? heading.start() : text.length();
                List<Block> sound = blocks(text.substring(0, first));
                while (first < text.length()) {
                    String rating = heading.group(1);
                    String title = heading.group(2);
                    int next = heading.find() ? heading.start() : text.length();
                    mistakes.add(new Mistake(page, rating, title, sound, blocks(text.substring(first, next))));
                    first = next;
                }
            }
        }
        return mistakes;
    }

    private static List<Block> blocks(String text) {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Block(block.group(2), block.group(3), block.group(4)))
                .toList();
    }

    private static void answer(Mistake mistake) throws IOException {
        empty(WORK);
        for (Block file : mistake.files) {
            write(file.name, file.text);
        }
        for (Block own : mistake.own) {
            switch (own.kind) {
                case "file" -> write(own.name, own.text);
                case "change" -> write(own.name, changed(Files.readString(WORK.resolve(own.name)), own.text));
                default -> says(mistake, own.text);
            }
        }
    }

    /** Lines with {@code -} in front stood there and give way to those with {@code +}; where nothing gives way, they come to the end. */
    private static String changed(String text, String change) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        change.lines()
                .forEach(line -> (line.startsWith("-") ? before : after)
                        .append(line.substring(1).replace("\\t", "\t"))
                        .append('\n'));
        if (before.isEmpty()) {
            return text + after;
        }
        assertThat(text).as("what is changed").containsOnlyOnce(before);
        return text.replace(before, after);
    }

    private static void says(Mistake mistake, String said) throws IOException {
        String command = said.lines().findFirst().orElseThrow();
        assertThat(command).startsWith("$ holdfast ");
        Object[] words = words(command.substring("$ holdfast ".length()));
        Typed typed = Typed.run(words);
        String answer = (command + "\n" + typed.said() + "[exit " + typed.status() + "]\n")
                .replace(WORK.toAbsolutePath().normalize() + "/", "")
                .replace(WORK + "/", "");
        assertThat(answer).doesNotContain("Exception", "\tat ", "report it");
        assertThat(typed.status()).isIn(0, 1, 2);
        if (Boolean.getBoolean("golden.update")) {
            String page = Files.readString(mistake.page);
            int from = page.indexOf(said, page.indexOf(": " + mistake.title + "\n"));
            Files.writeString(mistake.page, page.substring(0, from) + answer + page.substring(from + said.length()));
            return;
        }
        assertThat(answer).isEqualTo(said);
    }

    /** Words that are files of this mistake, or could be, stand for those in the folder in which it is tried. */
    private static Object[] words(String typed) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(typed);
        while (word.find()) {
            String plain = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(
                    plain.matches("[\\w-]+\\.(md|csv|jsonl|json|geojson|txt|xlsx)|maps")
                            ? WORK.resolve(plain).toString()
                            : plain);
        }
        return words.toArray();
    }

    private static void write(String name, String text) throws IOException {
        Path file = WORK.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
