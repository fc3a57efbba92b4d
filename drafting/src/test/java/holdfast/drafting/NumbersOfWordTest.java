package holdfast.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.drafting.text.Span;
import holdfast.drafting.word.Changes;
import holdfast.drafting.word.WordBlock;
import holdfast.drafting.word.WordText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Word numbers by itself gets the number that its reader sees. */
class NumbersOfWordTest {
    private static final String HEADING =
            "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>";

    private static String level(int level, String form, String text, String more) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + form + "\"/>" + more
                + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static String list(int id, String levels) {
        return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + levels + "</w:abstractNum>";
    }

    private static String num(int id, int abstractId, String more) {
        return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + abstractId + "\"/>" + more + "</w:num>";
    }

    private static String point(int list, int level) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
    }

    private static List<String> numbers(String numbering, String body) throws Exception {
        byte[] bytes = TypedInWord.body(body, Map.of("styles", HEADING, "numbering", numbering));
        return WordText.read("t.docx", bytes, Changes.ACCEPTED).blocks().stream()
                .map(b -> Span.plain(((WordBlock.Paragraph) b).words()).replaceAll(" ?x$", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "decimal, 1, 2, 3", "decimalZero, 01, 02, 03", "lowerLetter, a, b, c", "upperLetter, A, B, C",
        "lowerRoman, i, ii, iii", "upperRoman, I, II, III", "russianLower, а, б, в", "ordinal, 1st, 2nd, 3rd",
        "cardinalText, One, Two, Three", "ordinalText, First, Second, Third", "chicago, 1, 2, 3"
    })
    void eachFormOfNumber(String form, String first, String second, String third) throws Exception {
        String numbering = list(0, level(0, form, "%1.", "")) + num(1, 0, "");
        assertThat(numbers(numbering, point(1, 0).repeat(3))).containsExactly(first + ".", second + ".", third + ".");
    }

    @Test
    void lettersAreDoubledBehindTheLast() throws Exception {
        String numbering = list(0, level(0, "lowerLetter", "(%1)", "")) + num(1, 0, "");
        assertThat(numbers(numbering, point(1, 0).repeat(28))).endsWith("(z)", "(aa)", "(bb)");
    }

    @Test
    void alevelBeginsAgainBehindAHigherOne() throws Exception {
        String numbering = list(0, level(0, "decimal", "%1.", "") + level(1, "decimal", "%1.%2.", "")) + num(1, 0, "");
        String body = point(1, 0) + point(1, 1) + point(1, 1) + point(1, 0) + point(1, 1);
        assertThat(numbers(numbering, body)).containsExactly("1.", "1.1.", "1.2.", "2.", "2.1.");
    }

    @Test
    void aLevelMayNeverBeginAgain() throws Exception {
        String numbering =
                list(0, level(0, "upperRoman", "%1.", "") + level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>"))
                        + num(1, 0, "");
        String body = point(1, 0) + point(1, 1) + point(1, 0) + point(1, 1);
        assertThat(numbers(numbering, body)).containsExactly("I.", "1.", "II.", "2.");
    }

    @Test
    void aSecondListOfOneKindGoesOnCounting() throws Exception {
        String numbering = list(0, level(0, "decimal", "%1.", "")) + num(1, 0, "") + num(2, 0, "");
        assertThat(numbers(numbering, point(1, 0) + point(2, 0) + point(1, 0))).containsExactly("1.", "2.", "3.");
    }

    @Test
    void aListThatIsToldToBeginsAnew() throws Exception {
        String anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
        String numbering = list(0, level(0, "decimal", "%1.", "")) + num(1, 0, "") + num(2, 0, anew);
        assertThat(numbers(numbering, point(1, 0) + point(2, 0) + point(2, 0))).containsExactly("1.", "5.", "6.");
    }

    @Test
    void romanChaptersAreDigitsInTheNumbersBelowThem() throws Exception {
        String numbering =
                list(0, level(0, "upperRoman", "%1.", "") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 0, "");
        assertThat(numbers(numbering, point(1, 0) + point(1, 1))).containsExactly("I.", "1.1");
    }

    @Test
    void aParagraphWithoutWordsKeepsItsNumber() throws Exception {
        String numbering = list(0, level(0, "decimal", "%1.", "")) + num(1, 0, "");
        String empty = point(1, 0).replace("<w:r><w:t>x</w:t></w:r>", "");
        assertThat(numbers(numbering, point(1, 0) + empty + point(1, 0))).containsExactly("1.", "2.", "3.");
    }
}
