package holdfast.examine.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page of a finding, as a test reads it. */
record FindingPage(String text) {
    private static final Path FOLDER = Path.of("../docs/findings");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^~~~markdown\n(.*?)^~~~$");
    private static final Pattern ACCEPT = Pattern.compile("(?ms)^```holdfast\n(accept .*?)\n```$");
    private static final Pattern MARK =
            Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (fires|lesser|silent|not applicable) \\| (.* )?\\|$");

    /** The numbers that have one, in order. */
    static List<String> numbers() throws IOException {
        try (Stream<Path> pages = Files.list(FOLDER)) {
            return pages.map(p -> p.getFileName().toString())
                    .filter(n -> !n.equals("README.md"))
                    .map(n -> n.replace(".md", ""))
                    .sorted()
                    .toList();
        }
    }

    static FindingPage of(Catalogue finding) {
        try {
            return new FindingPage(Files.readString(FOLDER.resolve(finding.name() + ".md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The agreements of its two examples: one that has it, one that has not. */
    List<String> examples() {
        return EXAMPLE.matcher(text).results().map(m -> m.group(1)).toList();
    }

    /** The statement that accepts it. */
    String accept() {
        return ACCEPT.matcher(text)
                .results()
                .map(m -> m.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page does not show how it is accepted"));
    }

    /** By text: what is found in those that come with Holdfast. */
    Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        for (MatchResult mark : MARK.matcher(text).results().toList()) {
            marks.put(mark.group(1), mark.group(2));
        }
        return marks;
    }

    /** How many rows the table of marks has: one that cannot be read would be held against nothing. */
    long rowsOfMarks() {
        return text.lines().filter(l -> l.startsWith("| `")).count();
    }
}
