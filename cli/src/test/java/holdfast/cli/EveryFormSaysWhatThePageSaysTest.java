package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import holdfast.language.AgreementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A law of the forms: what a page says, its Word file and its Markdown say as well, word for word; reasons that are folded away and what is drawn left aside. */
class EveryFormSaysWhatThePageSaysTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NOT_TOLD = Pattern.compile(
            "(?s)<head>.*?</head>|<svg.*?</svg>|<details class=\"note\">.*?</details>|<nav.*?</nav>|<script.*?</script>");

    @TempDir
    Path temp;

    @ParameterizedTest
    @MethodSource("holdfast.cli.BriefTest#shipped")
    void noWordOfThePageIsLost(String agreement) throws IOException {
        for (List<String> command : List.of(
                List.of("replay", agreement, "--now", "2030-01-01"),
                List.of("examine", agreement),
                List.of("explain", agreement, "--clause", firstClause(agreement), "--tree", "--now", "2030-01-01"),
                List.of("report", agreement, "--on", "2015-02-17"),
                List.of("brief", agreement))) {
            Path page = temp.resolve("page.html");
            Path word = temp.resolve("page.docx");
            Path markdown = temp.resolve("page.md");
            run(command, "--html", page, "--docx", word, "--markdown", markdown);
            Map<String, Integer> said =
                    words(told(NOT_TOLD.matcher(Files.readString(page)).replaceAll(" ")));
            assertThat(missing(said, words(told(document(word)))))
                    .as(command + " in Word")
                    .isEmpty();
            assertThat(missing(said, words(Files.readString(markdown))))
                    .as(command + " in Markdown")
                    .isEmpty();
        }
    }

    private static String firstClause(String agreement) {
        return AgreementReader.read(
                        HOME.resolve("agreements").resolve(agreement).resolve("agreement.md"))
                .agreement()
                .orElseThrow()
                .norms()
                .getFirst()
                .id();
    }

    private static void run(List<String> command, Object... forms) throws IOException {
        List<String> typed = new ArrayList<>(command);
        for (Object form : forms) {
            typed.add(form.toString());
            if (form instanceof Path file) {
                Files.deleteIfExists(file);
            }
        }
        StringWriter err = new StringWriter();
        new Main(new ShippedAgreements(Optional.of(HOME)), new Main.Looks(false, false))
                .execute(new PrintWriter(new StringWriter()), new PrintWriter(err, true), typed.toArray(String[]::new));
    }

    private static String document(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream document = zip.getInputStream(zip.getEntry("word/document.xml"))) {
            // A word may be cut into runs that look different; a paragraph and a cell end one.
            return new String(document.readAllBytes(), UTF_8)
                    .replaceAll("</w:p>|<w:tab/>|<w:br/>", " ")
                    .replaceAll("<w:docPr[^>]*>", "");
        }
    }

    private static String told(String markup) {
        return markup.replaceAll(
                        "</?(b|strong|em|i|code|del|ins|span|a|sup)\\b[^>]*>|</?w:(r|t|rPr|b|i|color|rFonts|sz)\\b[^>]*>",
                        "")
                .replaceAll("<[^>]*>", " ")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"");
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> counted = new TreeMap<>();
        Matcher word = WORD.matcher(text.replace("\\", "").replaceAll("&#?\\w+;", " "));
        while (word.find()) {
            counted.merge(word.group(), 1, Integer::sum);
        }
        return counted;
    }

    private static Map<String, Integer> missing(Map<String, Integer> said, Map<String, Integer> told) {
        Map<String, Integer> missing = new TreeMap<>();
        said.forEach((word, times) -> {
            int lost = times - told.getOrDefault(word, 0);
            if (lost > 0) {
                missing.put(word, lost);
            }
        });
        return missing;
    }
}
