package holdfast.language.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clause is said as a person would say it. */
class SentencesTest {
    private static final String DECLARED = """
            ## Article 1. Valley

            ```holdfast
            time zone Europe/Athens
            days count excluding the first day
            party Ridge, Valley
            guarantor UnitedLakes
            event shelling(by: party, on: party), raid(by: party), warn(by: party, about: breach), swap_prisoners(by: party)
            event settlement_signed, settlement_lapsed
            state truce begins with settlement_signed, ends with settlement_lapsed
            define wider_raid(by P) as at least 20 raid(by P) within 24 hours
            %s
            ```
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            while truce, each party P must not raid(by P) | While “truce” holds, no party may raid.
            Ridge must not shelling(by Ridge, on Valley) | Ridge must not commit shelling on Valley.
            Ridge and Valley must swap_prisoners within 30 days of settlement_signed | Each of Ridge and Valley must swap prisoners within 30 days (not counting the first day) of “settlement signed”.
            on shelling(by P), P must warn(by P) at once | On shelling by a party, that party must warn by the end of the same day.
            nobody named must swap_prisoners with no deadline | Somebody whom the text does not name must swap prisoners; no deadline is set.
            """)
    void anUnnamedThingIsCalledByTheWordsOfItsName(String clause, String sentence) {
        assertThat(sentence("1.1  " + clause)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2000 | 2000", "40000 | 40,000", "40000000 | 40,000,000", "-123456.75 | -123,456.75", "2.5 | 2.5"})
    void aLargeNumberIsSaidInGroupsOfThreeFigures(String written, String said) {
        assertThat(LargeNumber.grouped(written, ",")).isEqualTo(said);
    }

    @Test
    void aNameForReadersIsUsedInTheFormThatFits() {
        assertThat(sentence("""
                truce is called "the truce"
                Ridge is called "the Ridge"
                wider_raid is called "a wider raid"
                UnitedLakes is called "the United Lakes"
                warn is called "to give a warning", "a warning"
                1.1  while truce, each party P must not raid(by P)
                1.2  on a breach B of 1.1 by Ridge, UnitedLakes must warn(about B) within 24 hours
                1.3  if B grows into wider_raid(by Ridge), UnitedLakes must warn(about B) within 72 hours of the start of B
                """)).isEqualTo("""
                While the truce holds, no party may raid.
                If the Ridge breaches 1.1, the United Lakes must give a warning within 24 hours.
                If a breach of 1.1 by the Ridge grows into a wider raid by the Ridge, the United Lakes must give a warning within 72 hours of its start.""");
    }

    private static String sentence(String clauses) {
        Outcome outcome = AgreementReader.read(
                "valley.md", DECLARED.formatted(clauses).getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        Agreement agreement = outcome.agreement().orElseThrow();
        Sentences sentences = Sentences.of(agreement, "en");
        return String.join(
                "\n", agreement.norms().stream().map(sentences::clause).toList());
    }
}
