package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.Problem;
import holdfast.language.format.Formatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every agreement in the repository. */
class CorpusTest {
    static java.util.List<Corpus.Text> texts() {
        return Corpus.texts();
    }

    @Test
    void isFound() {
        assertThat(texts()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isReadWithoutErrors(Corpus.Text text) {
        assertThat(text.read().diagnostics()).filteredOn(Problem::isError).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void meansTheSameWhenFormatted(Corpus.Text text) {
        String formatted = Formatter.lay(text.markdown()).text();

        assertThat(Formatter.lay(formatted).text()).as("formatting twice").isEqualTo(formatted);
        assertThat(meaning(text.read(formatted))).isEqualTo(meaning(text.read()));
    }

    /** The agreement without the places of its statements and the digest of its text. */
    private static String meaning(Outcome outcome) {
        return outcome.agreement()
                .orElseThrow()
                .toString()
                .replaceAll("Origin\\[[^\\]]*\\]", "")
                .replaceAll("line=\\d+", "line=?")
                .replaceAll("sha256=\\p{XDigit}+, kinds=", "kinds=");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyClauseHasItsQuestions(Corpus.Text text) {
        var agreement = text.read().agreement().orElseThrow();
        var questions = Hanging.questionsOf(agreement);

        agreement
                .norms()
                .forEach(n -> assertThat(questions.get(n.id()))
                        .containsAll(n.reading().answers().keySet()));
    }
}
