package holdfast.language.reading;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the words that people sign are numbered, a clause without words and words without a clause can be told. */
class ParagraphsTest {
    private static Paragraphs of(String text) {
        String head =
                "```holdfast\nagreement \"Ferry\"\ntime zone UTC\nparty Isle, Shore\nevent sail(by: party), toll(by: party)\n```\n";
        Agreement agreement = AgreementReader.read(
                        "ferry.md", (head + text).getBytes(StandardCharsets.UTF_8), n -> Optional.empty())
                .agreement()
                .orElseThrow();
        return Paragraphs.of(agreement);
    }

    private static String block(String... clauses) {
        return "\n```holdfast\n" + String.join("\n", clauses) + "\n```\n";
    }

    @Test
    void aParagraphWithoutAClauseAndAClauseWithoutWords() {
        Paragraphs found =
                of("## Article 1\n\n1.1 The Isle keeps the ferry running.\n\n1.2 The fog is nobody's fault.\n"
                        + block("1.1 Isle must sail", "1.3 Shore must toll"));
        assertThat(found.withoutClause()).containsExactly("1.2");
        assertThat(found.withoutWords()).containsExactly("1.3");
    }

    @Test
    void partsOfAParagraphBelongToIt() {
        Paragraphs found = of("## Article 1\n\n**1.1** Both keep it running.\n\n1.10. Dues are paid.\n"
                + block("1.1a Isle must sail", "1.1b Shore must sail", "1.10 Shore must toll"));
        assertThat(found).isEqualTo(new Paragraphs(java.util.List.of(), java.util.List.of()));
    }

    /** Nothing can be missed against words without numbers. */
    @Test
    void wordsWithoutNumbersHaveNoParagraphs() {
        Paragraphs found = of("## Article 1\n\nThe Isle keeps the ferry running, since 4.5 tonnes wait.\n"
                + block("1.1 Isle must sail"));
        assertThat(found.withoutWords()).isEmpty();
        assertThat(found.withoutClause()).isEmpty();
    }

    /** Lawyers number the paragraphs of an article anew: "2." in Article 3 is 3.2. */
    @ParameterizedTest
    @ValueSource(strings = {"%d\\\\. ", "%d. ", "(%d) ", "%d) ", "3.%d ", "**%d.** "})
    void aShortNumberIsOneOfItsArticle(String form) {
        String one = form.formatted(1).replace("\\\\", "\\");
        String two = form.formatted(2).replace("\\\\", "\\");
        Paragraphs found = of("## Article 3\n\n" + one + "The Isle runs a boat.\n\n" + two
                + "The Shore charges nothing.\n" + block("3.1 Isle must sail", "3.4 Shore must toll"));
        assertThat(found.withoutClause()).containsExactly("3.2");
        assertThat(found.withoutWords()).containsExactly("3.4");
    }

    @Test
    void aLetterIsAPartOfTheParagraphAboveIt() {
        Article article = new Article(
                "5",
                "Article 5",
                "(1) Both keep:\n\n(a) the pier;\n\n(b) the light.\n\nAt night too.\n\n(2) Nothing else.",
                1,
                "t.md");
        assertThat(article.paragraphs().stream().map(Article.Paragraph::number).toList())
                .containsExactly("5.1", "5.1a", "5.1b", "5.2");
        assertThat(article.wordsOf("5.1b", 99)).hasValue("(b) the light.\n\nAt night too.");
        assertThat(article.wordsOf("5.2", 99)).hasValue("(2) Nothing else.");
    }
}
