package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/records.md. */
class NativeCsvTest {

    @Test
    void theExampleOfTheManualReadsAsItSays() {
        List<Record> records = good("""
                kind,id,recorded,source,occurred,precision,event,basis,incident,by,on,place,place.lat,place.lon,killed,about,to,standard,clause,result,withdraws
                ,a1,2026-03-01T12:00:00+02:00,Mission,2026-03-01T10:00:00+02:00,,attack,seen,,Russia,Ukraine,Popasna,48.633,38.378,2,,,,,,
                ,a2,,Mission,2026-03-02,day,attack,heard,,unattributed,,,,,,,,,,,
                attribution,t1,2026-03-03 10:00,Commission,,,,,,,,,,,,a1,Belarus,probable,,,
                finding,f1,2026-03-03 10:00,Commission,2026-03-03 09:00,,,,,,,,,,,a1,,,2.1,confirmed,
                withdrawal,w1,2026-03-05 10:00,Mission,,,,,,,,,,,,,,,,,a2
                """);
        assertThat(records)
                .containsExactly(
                        new Record.Observation(
                                "a1",
                                at("2026-03-01T10:00:00Z"),
                                "Mission",
                                Optional.empty(),
                                "attack",
                                Time.at(at("2026-03-01T08:00:00Z")),
                                Map.of(
                                        "by", new Value.Actor("Russia"),
                                        "on", new Value.Actor("Ukraine"),
                                        "place", new Value.Place(48.633, 38.378, "Popasna"),
                                        "killed", Value.Number.of(2)),
                                Basis.SEEN,
                                Optional.empty()),
                        new Record.Observation(
                                "a2",
                                at("2026-03-02T21:59:59.999Z"),
                                "Mission",
                                Optional.empty(),
                                "attack",
                                new Time(at("2026-03-01T22:00:00Z"), at("2026-03-02T21:59:59.999Z")),
                                Map.of("by", Value.UNATTRIBUTED),
                                Basis.HEARD,
                                Optional.empty()),
                        new Record.Attribution(
                                "t1",
                                at("2026-03-03T08:00:00Z"),
                                "Commission",
                                Optional.empty(),
                                "a1",
                                "Belarus",
                                "probable",
                                ""),
                        new Record.Finding(
                                "f1",
                                at("2026-03-03T08:00:00Z"),
                                "Commission",
                                Optional.empty(),
                                Time.at(at("2026-03-03T07:00:00Z")),
                                Optional.of("a1"),
                                Optional.of("2.1"),
                                Optional.empty(),
                                Optional.empty(),
                                "confirmed"),
                        new Record.Withdrawal("w1", at("2026-03-05T08:00:00Z"), "Mission", "a2"));
    }

    @ParameterizedTest(name = "{0} {1} is {2} to {3}")
    @CsvSource({
        "2015-02-15T00:20:00+02:00, '', 2015-02-14T22:20:00Z, 2015-02-14T22:20:00Z",
        "2015-02-15T00:20:00Z, '', 2015-02-15T00:20:00Z, 2015-02-15T00:20:00Z",
        "2015-02-15 00:20, '', 2015-02-14T22:20:00Z, 2015-02-14T22:20:00Z",
        "2015-02-15 00:20:07.25, instant, 2015-02-14T22:20:07.250Z, 2015-02-14T22:20:07.250Z",
        "2015-02-15T00:20[Europe/Paris], '', 2015-02-14T23:20:00Z, 2015-02-14T23:20:00Z",
        "2015-02-15, '', 2015-02-14T22:00:00Z, 2015-02-15T21:59:59.999Z",
        "2015-02, '', 2015-01-31T22:00:00Z, 2015-02-28T21:59:59.999Z",
        "2015, '', 2014-12-31T22:00:00Z, 2015-12-31T21:59:59.999Z",
        "2015-02-15 00:20, minute, 2015-02-14T22:20:00Z, 2015-02-14T22:20:59.999Z",
        "2015-02-15 03:00, hour, 2015-02-15T01:00:00Z, 2015-02-15T01:59:59.999Z",
        "2015-02-15 12:00, part_of_day, 2015-02-15T10:00:00Z, 2015-02-15T15:59:59.999Z",
        "2015-02-15 12:34, day, 2015-02-14T22:00:00Z, 2015-02-15T21:59:59.999Z",
        "2015-02-15, month, 2015-01-31T22:00:00Z, 2015-02-28T21:59:59.999Z",
        // The clocks go forward on 29 March: a day of 23 hours.
        "2015-03-29T00:00:00+02:00, day, 2015-03-28T22:00:00Z, 2015-03-29T20:59:59.999Z",
        // Minsk is not Kyiv: a day at +03:00.
        "2015-02-12T00:00:00+03:00, day, 2015-02-11T21:00:00Z, 2015-02-12T20:59:59.999Z",
    })
    void aTimeIsTheIntervalThatItsPrecisionSays(String written, String precision, String from, String to) {
        Record.Observation o = (Record.Observation)
                good("id,source,occurred,precision,event\na1,M," + written + "," + precision + ",attack\n")
                        .getFirst();
        assertThat(o.occurred()).isEqualTo(new Time(at(from), at(to)));
        assertThat(o.recorded()).isEqualTo(at(to));
    }

    @Test
    void aRangeGoesFromTheFirstInstantOfTheOneToTheLastOfTheOther() {
        Record.Observation o = (Record.Observation)
                good("id,source,occurred,occurred_to,precision,event\na1,M,2015-02-15,2015-02-16,range,attack\n")
                        .getFirst();
        assertThat(o.occurred()).isEqualTo(new Time(at("2015-02-14T22:00:00Z"), at("2015-02-16T21:59:59.999Z")));
    }

    @Test
    void anAttributeNamedLikeAColumnIsWrittenWithItsPrefix() {
        Record.Observation o = (Record.Observation)
                good("id,source,occurred,event,by,attribute.to\na1,M,2015-02-15,access_denied,Russia,Mission\n")
                        .getFirst();
        assertThat(o.values()).containsEntry("to", new Value.Actor("Mission"));
    }

    @Test
    void aPlaceWithoutCoordinatesKeepsItsName() {
        Record.Observation o =
                (Record.Observation) good("id,source,occurred,event,place\na1,M,2015-02-15,attack,Muratove\n")
                        .getFirst();
        assertThat(o.values()).containsEntry("place", new Value.NamedPlace("Muratove"));
    }

    @Test
    void theRowsAddUp() {
        ReadReport report = Reading.csv(
                        "id,source,occurred,event\na1,M,2015-02-15,attack\na2,M,2015-02-30,attack\na3,M,2015-02-15\n")
                .report();
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.mapped() + report.refused()).isEqualTo(3);
        assertThat(report.refused()).isEqualTo(2);
        assertThat(report.records()).containsExactly(Map.entry("attack", 1L));
    }

    private static List<Record> good(String csv) {
        Loaded loaded = Reading.csv(csv);
        assertThat(loaded.report().problems()).isEmpty();
        return loaded.records();
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
