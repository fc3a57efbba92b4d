package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.draft.EditionCounts;
import holdfast.intake.mapping.Mapping;
import holdfast.intake.mapping.MappingText;
import holdfast.language.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users of mappings missed: editions, sums, comparisons, constants. */
class EditionsTest {
    private static final String HEAD =
            "mapping \"Data\"\nzone UTC\ntime is d\nauthor is \"Institute\"\nsource is \"row {id}\"\nid is \"x-{id}\"\n";
    private static final String REPLACES =
            "this edition replaces the one before it: what is missing in it is withdrawn, what differs is corrected, what is new is added\n";
    private static final String RULE = "every row becomes attack(killed n)\n";

    @Test
    void aLaterEditionCorrectsAddsAndWithdraws() {
        Loaded loaded = Loaded.from(
                List.of(
                        source(
                                "e1.csv",
                                "recorded is 2016-06-01\n",
                                "id,d,n\n10,2015-02-15,1\n11,2015-02-16,2\n13,2015-02-18,4\n"),
                        source(
                                "e2.csv",
                                "recorded is 2017-06-01\n",
                                "id,d,n\n10,2015-02-15,5\n12,2015-02-20,3\n13,2015-02-18,4\n"),
                        source("e3.csv", "recorded is 2018-06-01\n", "id,d,n\n10,2015-02-15,6\n11,2015-02-16,2\n")),
                Agreements.small(),
                ReadOptions.DEFAULT);
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(loaded.records())
                .extracting(Record::id)
                .containsExactly(
                        "x-10", "x-11", "x-13", "x-10@e2", "x-12", "x-11@e2", "x-10@e3", "x-11@e3", "x-12@e3",
                        "x-13@e3");
        assertThat(loaded.records().get(3).corrects()).contains("x-10");
        assertThat(loaded.records().get(6).corrects()).contains("x-10@e2");
        assertThat(loaded.records().get(7).corrects()).isEmpty();
        assertThat(((Record.Withdrawal) loaded.records().get(5)).withdraws()).isEqualTo("x-11");
        assertThat(loaded.report().editions())
                .extracting(EditionCounts::text)
                .containsExactly(
                        "e1.csv is the first edition: 3 added",
                        "e2.csv replaces e1.csv: 1 added, 1 corrected, 1 withdrawn, 1 unchanged",
                        "e3.csv replaces e2.csv: 1 added, 1 corrected, 2 withdrawn, 0 unchanged");
    }

    @Test
    void whatIsMissingNeedsAMoment() {
        Loaded loaded = Loaded.from(
                List.of(
                        source("e1.csv", "", "id,d,n\n10,2015-02-15,1\n11,2015-02-16,2\n"),
                        source("e2.csv", "", "id,d,n\n10,2015-02-15,1\n12,2015-02-20,3\n")),
                Agreements.small(),
                ReadOptions.DEFAULT);
        assertThat(Reading.problems(loaded).getFirst()).contains("`recorded is 2022-06-30`");
    }

    private static RecordSource source(String name, String recorded, String csv) {
        Mapping mapping = MappingText.parse("m.md", "```mapping\n" + HEAD + recorded + REPLACES + RULE + "```\n")
                .mapping()
                .orElseThrow();
        return new RecordSource(Content.of(name, csv.getBytes(StandardCharsets.UTF_8)), Optional.of(mapping));
    }

    @Test
    void aCorrectionOfWhatWasNotReadIsNoneWhereTheMappingSaysSo() {
        String mapping = HEAD + "corrects is of if it was read\n" + RULE;
        Loaded loaded = Reading.mapped(mapping, "id,d,n,of\n1,2015-02-15,1,\n2,2015-02-16,2,x-1\n3,2015-02-17,2,x-9\n");
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(loaded.records())
                .extracting(Record::corrects)
                .containsExactly(Optional.empty(), Optional.of("x-1"), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"a + b,2,3,5", "a - b,2,3,-1", "a + b + 1,2,3,6", "a + b,,,''"})
    void sums(String sum, String a, String b, String killed) {
        Loaded loaded = Reading.mapped(
                HEAD + "every row becomes attack(killed " + sum + ")\n",
                "id,d,a,b\n1,2015-02-15," + (a == null ? "" : a) + "," + (b == null ? "" : b) + "\n");
        assertThat(Reading.problems(loaded)).isEmpty();
        Value value =
                ((Record.Observation) loaded.records().getFirst()).values().get("killed");
        assertThat(value == null ? "" : ((Value.Number) value).number().toPlainString())
                .isEqualTo(killed);
    }

    @Test
    void aSumOfWhichAPartIsMissingIsRefused() {
        Loaded loaded =
                Reading.mapped(HEAD + "every row becomes attack(killed a + b)\n", "id,d,a,b\n1,2015-02-15,2,\n");
        assertThat(Reading.problems(loaded).getFirst())
                .contains("some of the numbers")
                .contains("`empty is 0`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "a is `b`#true",
                "a is not `b`#false",
                "a is \"b\"#false",
                "n more than m#true",
                "m at least n#false",
                "n at least 3#true",
                "d before e#true",
                "d after e#false",
                "e after 2015-02-15#true",
                "e is before 2015-02-16#false",
                "note matches \"AFU*\"#true",
                "note matches \"*8? mm*\"#true",
                "note matches \"AFU\"#false",
                "note matches \"?FU 82 mm mortar\"#true"
            })
    void conditions(String condition, boolean holds) {
        Loaded loaded = Reading.mapped(
                HEAD + "every row becomes attack when " + condition + "\notherwise left out: \"no\"\n",
                "id,d,e,a,b,n,m,note\n1,2015-02-15,2015-02-16,x,x,3,2,AFU 82 mm mortar\n");
        assertThat(loaded.report().isGood()).isTrue();
        assertThat(loaded.records()).hasSize(holds ? 1 : 0);
    }

    @Test
    void aBareWordThatIsAColumnIsRefused() {
        Loaded loaded = Reading.mapped(HEAD + "every row becomes attack when a is b\n", "id,d,a,b\n1,2015-02-15,x,x\n");
        assertThat(Reading.problems(loaded).getFirst())
                .contains("`b` is a column of the file")
                .contains("\"b\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "the 48 hours before d#2015-02-13T00:00:00Z#2015-02-14T23:59:59.999Z",
                "the 2 hours after d#2015-02-16T00:00:00Z#2015-02-16T01:59:59.999Z",
                "2 days before d to d#2015-02-13T00:00:00Z#2015-02-15T23:59:59.999Z",
                "2014-01-01#2014-01-01T00:00:00Z#2014-01-01T23:59:59.999Z"
            })
    void timesThatAreReckoned(String time, String from, String to) {
        Loaded loaded = Reading.mapped(
                "mapping \"D\"\nzone UTC\ntime is " + time + "\nrecorded is 2022-06-30\nevery row becomes attack\n",
                "id,d\n1,2015-02-15\n");
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(((Record.Observation) loaded.records().getFirst()).occurred())
                .isEqualTo(new Time(
                        Instant.parse(from).toEpochMilli(), Instant.parse(to).toEpochMilli()));
        assertThat(loaded.records().getFirst().recorded())
                .isEqualTo(Instant.parse("2022-06-30T23:59:59.999Z").toEpochMilli());
    }

    @Test
    void whatLastsCountsOnceFromItsBeginning() {
        Loaded loaded = Reading.mapped(
                "mapping \"D\"\nzone UTC\ntime lasts from a to b\nevery row becomes attack\n",
                "a,b\n2015-02-15 10:00,2015-02-15 14:00\n");
        Record.Observation one = (Record.Observation) loaded.records().getFirst();
        assertThat(one.occurred())
                .isEqualTo(Time.at(Instant.parse("2015-02-15T10:00:00Z").toEpochMilli()));
        assertThat(one.recorded())
                .isEqualTo(Instant.parse("2015-02-15T14:00:00Z").toEpochMilli());
    }

    @Test
    void theTimeOfKnowledgeHasAFormOfItsOwn() {
        Loaded loaded = Reading.mapped(
                "mapping \"D\"\nzone UTC\ntime is d as \"dd.MM.yyyy\"\nrecorded is t in seconds\nevery row becomes attack\n",
                "d,t\n14.02.2015,1424000000\n");
        assertThat(Reading.problems(loaded)).isEmpty();
        assertThat(loaded.records().getFirst().recorded()).isEqualTo(1_424_000_000_000L);
    }
}
