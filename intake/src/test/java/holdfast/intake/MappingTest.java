package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.mapping.Mapping;
import holdfast.intake.mapping.MappingText;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.value.TimeReader;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/mapping.md says. */
class MappingTest {
    private static final String BASE = "mapping \"Reports\"\ntime is when\n";

    @Test
    void anActOfSeveralIsOneRecordForEach() {
        List<Record> records = good(BASE + """
                        codes for who:
                          UA is Ukraine
                          RU is Russia
                          crowds left out: "nobody that signed"
                        several in who, separated by ";": one record for each
                        every row becomes attack(by who)
                        """, "when,who\n2015-02-15,UA;crowds;RU\n2015-02-16,UA\n");
        assertThat(records).extracting(Record::id).containsExactly("source:2a", "source:2c", "source:3");
        assertThat(records).extracting(MappingTest::by).containsExactly("Ukraine", "Russia", "Ukraine");
    }

    @Test
    void whatIsLeftOutOfAMappedRowIsCountedToo() {
        ReadReport report = Reading.mapped(BASE + """
                                codes for who:
                                  UA is Ukraine
                                  crowds left out: "nobody that signed"
                                several in who, separated by ";": one record for each
                                every row becomes attack(by who)
                                """, "when,who\n2015-02-15,UA;crowds\n2015-02-15,crowds\n")
                .report();
        assertThat(report.mapped()).isEqualTo(1);
        assertThat(report.leftOut()).isEqualTo(Map.of("nobody that signed", 1L));
        assertThat(report.leftOutRecords()).isEqualTo(Map.of("nobody that signed", 1L));
    }

    @Test
    void onlyTheFirstOfSeveralIsTakenWhereThatIsSaid() {
        Loaded loaded = Reading.mapped(
                BASE + "several in who, separated by \";\": the first\nevery row becomes attack(by who)\n",
                "when,who\n2015-02-15,Ukraine; Russia\n");
        assertThat(loaded.records()).extracting(MappingTest::by).containsExactly("Ukraine");
        assertThat(loaded.report().leftOutRecords()).isEqualTo(Map.of("all but the first of several in `who`", 1L));
    }

    @Test
    void twoColumnsOfSeveralMakeOneRecordForEachPair() {
        List<Record> records = good(BASE + """
                        several in who, separated by ";": one record for each
                        several in whom, separated by ";": one record for each
                        every row becomes attack(by who, on whom)
                        """, "when,who,whom\n2015-02-15,Ukraine;Russia,DPR;LPR\n");
        assertThat(records)
                .extracting(r -> by(r) + " "
                        + ((Value.Actor) ((Record.Observation) r).values().get("on")).name())
                .containsExactly("Ukraine DPR", "Ukraine LPR", "Russia DPR", "Russia LPR");
    }

    @Test
    void theFirstRuleThatFitsApplies() {
        List<Record> records = good(
                BASE + """
                        kind shelling becomes attack(killed n) when unit is "killed"
                        kind shelling becomes attack
                        kind talk left out: "words"
                        otherwise left out: "other"
                        """,
                "when,kind,n,unit\n2015,shelling,2,killed\n2015,shelling,3,rounds\n2015,talk,,\n2015,x,,\n");
        assertThat(records)
                .extracting(r -> ((Record.Observation) r).values())
                .containsExactly(Map.of("killed", Value.Number.of(2)), Map.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "n is 3                        | 1",
                "n is not 3                    | 2 3",
                "n is one of 3, 7              | 1 2",
                "n is empty                    | 3",
                "n is given                    | 1 2",
                "n at least 4                  | 2",
                "n is less than 4              | 1",
                "t contains \"drone\"          | 2",
                "t begins with \"seen\"        | 1 2",
                "n is 3 or n is 7 and t is x   | 1",
                "(n is 3 or n is 7) and t is x |",
                "not n is 3 and not t is x     | 2",
            })
    void aConditionHoldsOfTheRowsThatItDescribes(String condition, String rows) {
        List<Record> records = good(
                BASE + "id is row\nevery row becomes attack when " + condition + "\notherwise left out: \"other\"\n",
                "when,row,n,t\n2015,1,3,seen\n2015,2,7,seen by drone\n2015,3,,x\n");
        assertThat(String.join(" ", records.stream().map(Record::id).toList())).isEqualTo(rows == null ? "" : rows);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "time is a                                    | 2015-02-14T22:20:00Z     | 2015-02-14T22:20:00Z",
                "time is the day of a                         | 2015-02-14T22:00:00Z     | 2015-02-15T21:59:59.999Z",
                "time is b at 19:30 to c at 19:30             | 2015-02-14T17:30:00Z     | 2015-02-15T17:30:00Z",
                "time is b to c                               | 2015-02-13T22:00:00Z     | 2015-02-15T21:59:59.999Z",
                "time is s in seconds                         | 2015-02-14T22:20:00.500Z | 2015-02-14T22:20:00.500Z",
                "time is m in milliseconds                    | 2015-02-14T22:20:00.250Z | 2015-02-14T22:20:00.250Z",
                "time is d as \"dd.MM.yyyy HH:mm\"            | 2015-02-14T22:20:00Z     | 2015-02-14T22:20:00Z",
                "time is e as \"d MMM yyyy\"                  | 2015-02-14T22:00:00Z     | 2015-02-15T21:59:59.999Z",
            })
    void aTimeIsReadAsTheMappingSays(String statement, String from, String to) {
        Record.Observation o = (Record.Observation) good(
                        "mapping \"R\"\nzone Europe/Kyiv\n" + statement + "\nevery row becomes attack\n",
                        "a,b,c,s,m,d,e\n2015-02-15 00:20,2015-02-14,2015-02-15,1423952400.5,1423952400250,15.02.2015 00:20,15 Feb 2015\n")
                .getFirst();
        assertThat(o.occurred()).isEqualTo(new Time(at(from), at(to)));
    }

    @Test
    void anEndInTheNoteIsOnTheSameDayOrTheNext() {
        List<Record> records = good(
                BASE + """
                        precision is p:
                          range ends at "until {HH:MM}" in note
                        row 4 ends at 2015-02-16 01:00
                        every row becomes attack
                        """,
                "when,p,note\n2015-02-15 13:45,range,heard until 14:05\n2015-02-15 23:00,range,until 1:30\n2015-02-15 23:00,range,loud\n");
        assertThat(records)
                .extracting(r -> ((Record.Observation) r).occurred().hi())
                .containsExactly(at("2015-02-15T12:05:00Z"), at("2015-02-15T23:30:00Z"), at("2015-02-15T23:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "recorded is the end of the occurrence           | 2015-02-15T21:59:59.999Z",
                "recorded is 12 hours after the end of the occurrence | 2015-02-16T09:59:59.999Z",
                "recorded is issued                              | 2015-02-17T21:59:59.999Z",
                "recorded is issued at 19:00                     | 2015-02-17T17:00:00Z",
                "recorded is one day after issued at 19:00       | 2015-02-18T17:00:00Z",
            })
    void whenItBecameKnown(String statement, String known) {
        Record record = good(BASE + statement + "\nevery row becomes attack\n", "when,issued\n2015-02-15,2015-02-17\n")
                .getFirst();
        assertThat(record.recorded()).isEqualTo(at(known));
    }

    @Test
    void theLongestBeginningOfANoteIsItsBasis() {
        List<Record> records =
                good(BASE + """
                        basis is from the start of note:
                          told is told
                          "told by party" is claim
                          seen is seen
                          otherwise is media
                        every row becomes attack
                        """, "when,note\n2015,told: x\n2015,told by party: x\n2015,seen\n2015,seenish\n2015,\n");
        assertThat(records)
                .extracting(r -> ((Record.Observation) r).basis())
                .containsExactly(Basis.TOLD, Basis.CLAIM, Basis.SEEN, Basis.MEDIA, Basis.MEDIA);
    }

    @Test
    void coordinatesCountOnlyWhereTheyAreTheEventsOwn() {
        List<Record> records = good(
                BASE + "coordinates of p are lat, lon when prec is at most 3\nevery row becomes attack(place p)\n",
                "when,p,lat,lon,prec\n2015,Kyiv,50.45,30.523,1\n2015,Kyiv oblast,50.45,30.523,4\n2015,Muratove,,,1\n");
        assertThat(records)
                .extracting(r -> ((Record.Observation) r).values().get("place"))
                .containsExactly(
                        new Value.Place(50.45, 30.523, "Kyiv"),
                        new Value.NamedPlace("Kyiv oblast"),
                        new Value.NamedPlace("Muratove"));
    }

    @Test
    void aRowMayAlsoSayWhoDidItAndWhatWasFound() {
        List<Record> records = good(BASE + """
                        source is src
                        every row becomes attack(by unattributed) and attribution of it to who by "Press" standard "probable" and finding on it for "2.1" against who by Commission is confirmed at decided
                        """, "when,who,src,decided\n2015-02-15,Russia,Mission,2015-02-20\n");
        assertThat(records.subList(1, 3))
                .containsExactly(
                        new Record.Attribution(
                                "source:2b",
                                at("2015-02-15T21:59:59.999Z"),
                                "Press",
                                Optional.empty(),
                                "source:2a",
                                "Russia",
                                "probable",
                                ""),
                        new Record.Finding(
                                "source:2c",
                                at("2015-02-15T21:59:59.999Z"),
                                "Commission",
                                Optional.empty(),
                                new Time(at("2015-02-19T22:00:00Z"), at("2015-02-20T21:59:59.999Z")),
                                Optional.of("source:2a"),
                                Optional.of("2.1"),
                                Optional.of("Russia"),
                                Optional.empty(),
                                "confirmed"));
    }

    @Test
    void singleRowsAreCorrected() {
        List<Record> records = good(
                BASE + """
                        every row becomes attack(by who)
                        row 2 has killed 2, place "Popasna"
                        row 3 reads who as "DPR"
                        rows 2, 3 are one incident
                        row 4 where who is "Russia" is 2015-03-01 to 2015-03-02 10:00
                        row 4 recorded 2015-03-03
                        row 5 corrects row 4
                        row 6 becomes signature
                        row 7 left out: "a slip"
                        """, "when,who\n2015,Ukraine\n2015,Nobody\n2015,Russia\n2015,Ukraine\n2015,Ukraine\n2015,x\n");
        Record.Observation first = (Record.Observation) records.get(0);
        assertThat(first.values())
                .containsEntry("killed", Value.Number.of(2))
                .containsEntry("place", new Value.NamedPlace("Popasna"));
        assertThat(first.incident()).contains("source:2");
        assertThat(by(records.get(1))).isEqualTo("DPR");
        assertThat(((Record.Observation) records.get(1)).incident()).contains("source:2");
        assertThat(((Record.Observation) records.get(2)).occurred())
                .isEqualTo(new Time(at("2015-02-28T22:00:00Z"), at("2015-03-02T08:00:00Z")));
        assertThat(records.get(2).recorded()).isEqualTo(at("2015-03-03T21:59:59.999Z"));
        assertThat(records.get(3).corrects()).contains("source:4");
        assertThat(((Record.Observation) records.get(4)).event()).isEqualTo("signature");
        assertThat(records).hasSize(5);
    }

    @Test
    void aFileWithoutAHeaderAndWithAnotherSeparator() {
        List<Record> records = good(
                "mapping \"R\"\ncolumns when, `who did it`\nseparator semicolon\ntime is when\nevery row becomes attack(by `who did it`)\n",
                "2015;Ukraine\n2016;Russia\n");
        assertThat(records).extracting(Record::id).containsExactly("source:1", "source:2");
    }

    @Test
    void objectsAreReadByTheirMembers() {
        Loaded loaded = Reading.mapped(
                "mapping \"R\"\ntime is at\nid is \"x{id}\"\nactor.code A becomes attack(by Ukraine, killed dead) when dead is given\nactor.code A, B becomes attack(by actor.name)\n",
                "source.jsonl",
                "{\"id\":1,\"at\":\"2015\",\"actor\":{\"code\":\"B\",\"name\":\"Russia\"}}\n{\"id\":2,\"at\":\"2015\",\"actor\":{\"code\":\"A\"},\"dead\":3}\n",
                Agreements.small());
        assertThat(loaded.report().problems()).isEmpty();
        assertThat(loaded.records()).extracting(r -> r.id() + " " + by(r)).containsExactly("x1 Russia", "x2 Ukraine");
    }

    @Test
    void whatTheAgreementDoesNotKnowIsCountedAsNotUsed() {
        ReadReport report = Reading.mapped(
                        BASE
                                + "kind a becomes raid(by who)\nkind b becomes attack(by Ukraine, zzzzzz who)\nkind c becomes raid and attack\n",
                        "when,kind,who\n2015,a,x\n2015,b,y\n2015,c,\n")
                .report();
        assertThat(report.problems()).isEmpty();
        assertThat(report.notUsed()).isEqualTo(Map.of("raid", 1L));
        assertThat(report.notUsedAttributes()).isEqualTo(Map.of("attack.zzzzzz", 1L));
        assertThat(report.mapped()).isEqualTo(2);
        assertThat(report.leftOutRecords()).isEqualTo(Map.of("the agreement has no event `raid`", 1L));
    }

    @Test
    void idsDoNotDependOnWhatTheAgreementDeclares() {
        List<Record> records = good(BASE + "every row becomes raid and attack\n", "when\n2015\n");
        assertThat(records).extracting(Record::id).containsExactly("source:2b");
    }

    @Test
    void aRowThatNothingFitsIsRefusedWithItsPlaceAndTheMend() {
        assertThat(Reading.problems(Reading.mapped(
                        BASE + """
                                codes for who:
                                  UA, UAF is Ukraine
                                kind shelling becomes attack(by who)
                                kind fire becomes attack(killed n)
                                """,
                        "when,kind,who,n\n2015,raid,,\n2015,shelling,UFA,\n2015,fire,,many\nnever,fire,,\n")))
                .containsExactly(
                        "source.csv, line 2: no rule says what becomes of this row: kind `raid`; expected a rule that fits; add one, or `otherwise left out: \"...\"` [HR151]",
                        "source.csv, line 3, column `who`: the mapping has no code `UFA`; did you mean `UA`? [HR150]",
                        "source.csv, line 4, column `n`: `many` is no number; expected digits, with at most six decimals behind a `.`; write the number in digits [HR120]",
                        "source.csv, line 5, column `when`: `never` is no time; expected " + TimeReader.EXPECTED
                                + " [HR114]");
    }

    @Test
    void aRowThatIsNotTheOneThatWasMeant() {
        assertThat(Reading.problems(Reading.mapped(
                        BASE + "every row becomes attack(by who)\nrow 2 where who is \"Russia\" has killed 2\n",
                        "when,who\n2015,Ukraine\n")))
                .containsExactly(
                        "source.csv, line 2: this is not the row that the mapping means on its line 5: its condition does not hold;"
                                + " look whether the file has changed [HR153]");
        assertThat(Reading.problems(Reading.mapped(
                        BASE + "every row becomes attack(by who)\nrow 9 has killed 2\n", "when,who\n2015,Ukraine\n")))
                .containsExactly(
                        "mapping.md, line 5: no row of the file begins on line 9; expected the line on which a row begins; the header is line 1 [HR154]");
    }

    @Test
    void aMappingThatDoesNotFitTheFile() {
        assertThat(Reading.problems(Reading.mapped(
                        BASE
                                + "source is sorce\nevery row becomes attack(by who, on Rusia, place where) when `kin` is 2\ncoordinates of where are lat, lon\n",
                        "when,source,who,kind\n2015,x,Ukraine,2\n")))
                .containsExactlyInAnyOrder(
                        "mapping.md, line 5: the file has no column `kin`; did you mean `kind`? [HR141]",
                        "mapping.md, line 5: `Rusia` is neither a column nor a name; expected a column of the file, or an actor or body of the agreement; did you mean `Russia`? [HR142]",
                        "mapping.md, line 5: `where` is neither a column nor a name; expected a column of the file [HR141]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "kind shelling becoms attack       | line 4: `becoms` is not expected here; expected `becomes` or `left out` [HR140]",
                "kind shelling                     | line 4: the statement ends too early; expected `becomes` or `left out` [HR140]",
                "kind x left out                   | line 4: the statement ends too early; expected a reason; say why behind a colon, in double quotes: `: \"no act of a party\"` [HR140]",
                "kind x becomes attack(by \"UA)    | line 4: a quote is opened and not closed; expected a closing quote on the same line [HR140]",
                "kind x becomes attack(by UA       | line 4: the line ends behind `UA`; expected `)`; close the bracket [HR140]",
                "time is x                         | line 4: `time` has been said already; expected each such statement once [HR143]",
                "zone Europe/Kyivv                 | line 4: `Europe/Kyivv` is no time zone; expected a time zone such as Europe/Kyiv; did you mean `Europe/Kyiv`? [HR140]",
                "basis is witnessed                | line 4: `witnessed` is no basis; expected seen, heard, told, instrument, claim or media; for the codes of a column end the line with a colon [HR140]",
                "becomes                           | line 4: the statement ends too early; expected a code [HR140]",
            })
    void aStatementThatCannotBeReadIsToldWithItsLine(String statement, String problem) {
        Mapping.Parsed parsed = MappingText.parse("m.md", "```mapping\n" + BASE + statement + "\n```\n");
        assertThat(parsed.mapping()).isEmpty();
        assertThat(parsed.problems()).extracting(ProblemLine::of).containsExactly("m.md, " + problem);
    }

    @Test
    void aMappingMustSayWhenAndWho() {
        assertThat(MappingText.parse("m.md", "```mapping\nevery row becomes attack\n```")
                        .problems())
                .extracting(Problem::code)
                .containsExactly(RecordCode.MAPPING_SYNTAX, RecordCode.SAYS_NO_TIME);
        assertThat(MappingText.parse("m.md", "only prose").problems())
                .extracting(ProblemLine::of)
                .containsExactly(
                        "m.md: there is no block ```mapping in this document; expected a block ```mapping ... ``` [HR140]");
    }

    private static List<Record> good(String mapping, String csv) {
        Loaded loaded = Reading.mapped(mapping, csv);
        assertThat(loaded.report().problems())
                .filteredOn(p -> p.code() != RecordCode.NOTHING_CAME_OF_IT && p.code() != RecordCode.SAID_ALREADY)
                .isEmpty();
        return loaded.records();
    }

    private static String by(Record record) {
        return ((Value.Actor) ((Record.Observation) record).values().get("by")).name();
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
