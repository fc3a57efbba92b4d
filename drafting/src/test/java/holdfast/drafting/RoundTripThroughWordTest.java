package holdfast.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import holdfast.drafting.TypedInWord.Typed;
import holdfast.drafting.draft.WordDraft;
import holdfast.drafting.markdown.MarkdownText;
import holdfast.drafting.word.Changes;
import holdfast.drafting.word.WordCode;
import holdfast.drafting.word.WordWriter;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.diagnostic.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Agreements as their writers typed them in Word, each numbered in another way: drafted, filled with clauses and given back, they have the articles and numbers that
 * they had. Of the numbers LibreOffice is asked too, where it is installed.
 */
class RoundTripThroughWordTest {
    private static final String CLAUSES = """
            party Alpha, Beta
            time zone Europe/Kyiv
            days count excluding the first day
            event attack(by: party)
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good-friday-1998",
                "dayton-annex-1a",
                "black-sea-2022",
                "nepal-cpa-2006",
                "inf-1987",
                "vienna-2011",
                "ukrainian"
            })
    void articlesAndNumbersAreUnchanged(String name) throws Exception {
        Typed typed = TypedInWord.resource(name);
        WordDraft draft = WordDraft.of(name + ".docx", typed.bytes(), Changes.ACCEPTED);

        assertThat(draft.remarks()).extracting(Problem::code).doesNotContain(WordCode.LEFT_OUT);
        assertThat(problems(draft.markdown())).isEmpty();
        assertThat(lines(WordWriter.write(MarkdownText.read(draft.markdown()).text(), name)))
                .isEqualTo(typed.seen());

        String filled = filled(draft.markdown());
        assertThat(problems(filled)).isEmpty();
        assertThat(lines(WordWriter.write(MarkdownText.read(filled).text(), name)))
                .isEqualTo(typed.seen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"good-friday-1998", "dayton-annex-1a", "black-sea-2022", "nepal-cpa-2006", "vienna-2011"})
    void libreOfficeSeesTheSameNumbers(String name, @TempDir Path folder) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/soffice")))
                .as("LibreOffice is installed")
                .isTrue();
        Typed typed = TypedInWord.resource(name);
        Path file = folder.resolve("typed.docx");
        Files.write(file, typed.bytes());

        List<String> shown = shown(file, folder);

        assertThat(shown)
                .containsAll(typed.seen().stream()
                        .filter(l -> l.matches("^\\S*[0-9IVXA-Z]\\S*[.):] .*"))
                        .toList());
    }

    /** What LibreOffice prints. */
    static List<String> shown(Path file, Path folder) throws Exception {
        Process office = new ProcessBuilder(
                        "/usr/bin/soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "txt:Text (encoded):UTF8",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(office.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String text =
                Files.readString(folder.resolve(file.getFileName().toString().replace(".docx", ".txt")));
        return text.replace("\uFEFF", "")
                .lines()
                .map(l -> l.replace('\t', ' ')
                        .replaceAll(" +", " ")
                        .replaceAll("(?<=\\.)[0-9]$", "")
                        .strip())
                .toList();
    }

    private static List<?> problems(String markdown) {
        Outcome outcome = AgreementReader.read(
                "draft.md", markdown.getBytes(StandardCharsets.UTF_8), sibling -> Optional.empty());
        return outcome.diagnostics();
    }

    /** The first article gets a clause, and the text what it needs for it. */
    private static String filled(String markdown) {
        int block = markdown.indexOf("-- Clauses of what stands above");
        assertThat(block).isPositive();
        Matcher hint = Pattern.compile("(?m)^--       (?:.*; )?([0-9]+[.][0-9]+[a-z]?)  ")
                .matcher(markdown);
        assertThat(hint.find(block)).isTrue();
        String number = hint.group(1);
        String withClause = markdown.substring(0, block) + number + "  each party P must not attack(by P)\n"
                + markdown.substring(block);
        int every = withClause.indexOf("-- Every text declares these");
        return withClause.substring(0, every) + CLAUSES + withClause.substring(every);
    }

    /** The lines of a file, as another reader than ours finds them. */
    private static List<String> lines(byte[] docx) throws Exception {
        List<String> lines = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph p && !p.getText().isEmpty()) {
                    lines.add(
                            p.getText().replaceAll("\\[footnoteRef:[0-9]+]", "").replaceAll(" ?\\[[0-9]+: .*] ?$", ""));
                } else if (element instanceof XWPFTable t) {
                    t.getRows().forEach(r -> r.getTableCells().forEach(c -> lines.add(c.getText())));
                }
            }
        }
        return lines;
    }
}
