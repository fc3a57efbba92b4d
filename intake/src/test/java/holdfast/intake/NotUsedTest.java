package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.intake.mapping.MappingText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a mapping was of no use is said, once for each line of it, and warned of where something in the file is very like it. */
class NotUsedTest {
    private static final String HEAD = "mapping \"R\"\ntime is when\n";

    private static List<String> unused(Loaded loaded) {
        return loaded.report().unused().stream()
                .flatMap(u -> u.parts().stream())
                .map(p -> p.line() + (p.rule() ? " rule " : " codes ") + p.words())
                .toList();
    }

    @Test
    void rulesThatAppliedToNoRow() {
        Loaded loaded = Reading.mapped(HEAD + """
                what shelling becomes attack when n at least 5
                what shelling, mortar becomes attack
                what parade, march left out: "words"
                what shelling left out: "never reached"
                every row becomes delivery when n is "99"
                otherwise left out: "other"
                """, "when,what,n\n2015-02-15,shelling,1\n2015-02-16,other,1\n");
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(unused(loaded))
                .containsExactly(
                        "4 rule this rule applied to no row: its condition holds for none of the rows that are left to it",
                        "5 codes no row has `mortar` in `what`",
                        "6 rule this rule applied to no row: no row has `march`, `parade` in `what`",
                        "7 rule this rule applied to no row: earlier rules take all rows that it fits",
                        "8 rule this rule applied to no row: its condition holds for none of the rows that are left to it");
        assertThat(loaded.report().unused().getFirst().text())
                .isEqualTo("4 of 5 rules (lines 4, 6, 7, 8) and 1 of 6 codes (line 5)");
    }

    @Test
    void rulesOverSeveralColumns() {
        Loaded loaded = Reading.mapped(
                HEAD + "what a becomes attack\nhow b becomes delivery\nhow c becomes delivery\n",
                "when,what,how\n2015-02-15,a,c\n2015-02-16,x,b\n");
        assertThat(unused(loaded)).containsExactly("6 rule this rule applied to no row: no row has `c` in `how`");
    }

    @Test
    void codesOfTablesOfTheBasisAndOfThePrecision() {
        Loaded loaded = Reading.mapped(
                HEAD + """
                precision is p:
                  d is the day
                  h is one hour
                basis is from the start of note:
                  seen is seen
                  told, heard is told
                  otherwise is claim
                codes for a, b:
                  UA is Ukraine
                  RU is Russia
                  BY is Belarus
                  otherwise unattributed
                every row becomes attack(by a, on b)
                """.replace("  otherwise is claim\n", ""),
                "when,p,note,a,b\n2015-02-15,d,seen by all,UA,RU\n2015-02-16,d,seen,UA,zz\n");
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(unused(loaded))
                .containsExactly(
                        "4 codes `precision`: never needed: `h`",
                        "7 codes `basis`: never needed: `heard`, `told`",
                        "10 codes `codes for a, b`: never needed: `BY`");
    }

    @Test
    void ofFilesReadTogetherWhatNoneOfThemNeeds() {
        String mapping =
                "```mapping\n" + HEAD + "what a becomes attack\nwhat b becomes attack\nwhat c becomes attack\n```";
        List<RecordSource> sources = List.of("a", "b").stream()
                .map(c -> new RecordSource(
                        Content.of(c + ".csv", ("when,what\n2015-02-15," + c + "\n").getBytes(StandardCharsets.UTF_8)),
                        Optional.of(MappingText.parse("m.md", mapping).mapping().orElseThrow())))
                .toList();
        Loaded loaded = Loaded.from(sources, Agreements.small(), ReadOptions.DEFAULT);
        assertThat(unused(loaded)).containsExactly("6 rule this rule applied to no row: no row has `c` in `what`");
    }

    @Test
    void anEmptyTableAndAFileWithErrorsSayNothingOfIt() {
        assertThat(unused(Reading.mapped(HEAD + "what a becomes attack\n", "when,what\n")))
                .isEmpty();
        assertThat(unused(Reading.mapped(HEAD + "what a becomes attack\n", "when,what\n2015-02-15,x\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "what shelling becomes attack#shelllng#`shelling`",
                "what Shelling becomes attack#shelling#`Shelling`",
                "what \"air strike\" becomes attack#air-strike#`air strike`",
                "what UA becomes attack#U\u0410#which looks the same",
                "every row becomes attack(by what) when what is not \"x\"#Ukrane#`Ukraine`"
            })
    void aCodeThatIsVeryLikeOneInTheFileIsWarnedOf(String rule, String cell, String said) {
        Loaded loaded = Reading.mapped(
                HEAD + "codes for what:\n  Ukraine is Ukraine\n  otherwise unattributed\n" + rule
                        + "\notherwise left out: \"other\"\n",
                "when,what\n2015-02-15," + cell + "\n");
        assertThat(loaded.report().isGood()).isTrue();
        assertThat(Reading.problems(loaded)).anyMatch(p -> p.contains(said) && p.contains("[HR158]"));
    }

    @Test
    void aMisspeltEventAndAFileOfWhichNothingCame() {
        assertThat(Reading.problems(Reading.mapped(HEAD + "every row becomes atack\n", "when\n2015-02-15\n")))
                .containsExactly(
                        "mapping.md, line 4: the agreement has no event `atack`, so its records do not count;"
                                + " did you mean `attack`? [HR157]",
                        "source.csv: its only row became no record: 1 of events that the agreement does not declare"
                                + " (`atack`); did you mean `attack`? [HR159]");
        assertThat(Reading.problems(
                        Reading.mapped(HEAD + "every row left out: \"all\"\n", "when\n2015-02-15\n2015-02-16\n")))
                .singleElement()
                .asString()
                .contains("none of its 2 rows became a record: the mapping leaves them out");
        assertThat(Reading.problems(Reading.csv("id,source,occurred,event\na,M,2015-02-15,atack\n")))
                .singleElement()
                .asString()
                .contains("did you mean `attack`?");
    }

    @ParameterizedTest
    @CsvSource({"A1,did you mean `a1`?", "а1,Cyrillic", "a01,did you mean `a1`?", "a-1,did you mean `a1`?"})
    void aReferenceToWhatIsNotThereNamesWhatIsLikeIt(String id, String said) {
        assertThat(Reading.problems(Reading.csv("kind,id,recorded,source,occurred,event,withdraws\n"
                        + ",a1,,M,2015-02-15,attack,\nwithdrawal,w1,2015-02-20,M,,," + id + "\n")))
                .singleElement()
                .asString()
                .contains("`" + id + "` is no record that was read", said);
    }
}
