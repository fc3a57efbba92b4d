package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.mapping.Mapping;
import holdfast.intake.rows.Input;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files of four sources, read through their mappings where they are present. */
class RealSourcesTest {

    @Test
    void minsk() throws IOException {
        Loaded loaded = load(
                SharedData.file("../domain/minsk2-2015.csv"), SharedData.mapping("minsk2-2015.md"), Agreements.small());
        ReadReport report = loaded.report();
        addsUp(report);
        assertThat(report.rows()).isEqualTo(116);
        assertThat(report.notUsed()).containsOnlyKeys("access_granted", "entry_into_force");
        assertThat(report.leftOut().get("words, not acts")).isEqualTo(5);
        assertThat(report.records()).containsEntry("attribution", 1L).containsEntry("signature", 3L);

        Record.Observation popasna = observation(loaded, "minsk2-2015:27");
        assertThat(popasna.occurred()).isEqualTo(Time.at(at("2015-02-14T22:20:00Z")));
        assertThat(popasna.basis()).isEqualTo(Basis.CLAIM);
        assertThat(popasna.values())
                .isEqualTo(Map.of(
                        "by", new Value.Actor("DPR"),
                        "place", new Value.Place(48.633, 38.378, "Popasna"),
                        "killed", Value.Number.of(2)));
        // Mortar rounds at the airport from 13:45 until 14:05.
        assertThat(observation(loaded, "minsk2-2015:71").occurred())
                .isEqualTo(new Time(at("2015-02-28T11:45:00Z"), at("2015-02-28T12:05:00Z")));
        // Both are said to have entered Debaltseve.
        assertThat(observation(loaded, "minsk2-2015:39a").values()).containsEntry("by", new Value.Actor("DPR"));
        assertThat(observation(loaded, "minsk2-2015:39b").values()).containsEntry("by", new Value.Actor("LPR"));
    }

    @Test
    void budapest() throws IOException {
        Loaded loaded = load(
                SharedData.file("../domain/budapest-1994-2022.csv"),
                SharedData.mapping("budapest-1994-2022.md"),
                Agreements.small());
        addsUp(loaded.report());
        assertThat(loaded.report().rows()).isEqualTo(43);
        assertThat(loaded.report().notUsed()).containsExactly(Map.entry("consultation_requested", 6L));
        assertThat(observation(loaded, "budapest-1994-2022:25").occurred())
                .isEqualTo(new Time(at("2014-03-06T09:00:00Z"), at("2014-03-06T15:30:00Z")));
    }

    @Test
    void dailyCountsOfTheMission() {
        Agreement agreement = Agreements.of(
                List.of("Ukraine", "Russia"),
                Agreements.event(
                        "ceasefire_violations", "by party", "region text", "number number", "explosions number"));
        Loaded loaded = load(
                SharedData.file("osce/osce-smm-daily-violations-2020-07-to-2021-06.csv"),
                SharedData.published("osce-daily-counts.md"),
                agreement);
        addsUp(loaded.report());
        assertThat(loaded.report().rows()).isEqualTo(114);
        Record.Observation first = (Record.Observation) loaded.records().getFirst();
        assertThat(first.id()).isEqualTo("smm-178/2020-2020-07-27-Donetska");
        assertThat(first.occurred()).isEqualTo(new Time(at("2020-07-26T21:01:00Z"), at("2020-07-27T16:30:00Z")));
        assertThat(first.recorded()).isEqualTo(at("2020-07-28T20:59:59.999Z"));
        assertThat(first.values())
                .containsEntry("number", Value.Number.of(111))
                .containsEntry("explosions", Value.Number.of(21));
        // A blank is "not stated", not zero.
        Record.Observation third = (Record.Observation) loaded.records().get(2);
        assertThat(third.values()).containsEntry("number", Value.Number.of(1)).doesNotContainKey("explosions");
    }

    @Test
    void fatalEventsOfUcdp() {
        Agreement agreement = Agreements.of(
                List.of("Ukraine"),
                Agreements.event("clash", "by party", "side_a text", "side_b text", "place place", "killed number"));
        for (Map.Entry<String, Integer> edition :
                Map.of("2018", 993, "2019", 1167).entrySet()) {
            Loaded loaded = load(
                    SharedData.file("ucdp/ucdp-ged-ukraine-edition-" + edition.getKey() + ".csv"),
                    SharedData.published("ucdp-ged.md"),
                    agreement);
            addsUp(loaded.report());
            assertThat(loaded.report().rows()).isEqualTo(edition.getValue() + 1);
            assertThat(loaded.report().leftOut())
                    .isEqualTo(Map.of("a row of tags", 1L, "between groups of which none is a party", 1L));
            assertThat(loaded.report().records()).isEqualTo(Map.of("clash", edition.getValue() - 1L));
            Record.Observation avdiivka = observation(loaded, "ucdp-239008a");
            assertThat(avdiivka.occurred())
                    .isEqualTo(new Time(at("2017-01-29T22:00:00Z"), at("2017-01-30T21:59:59.999Z")));
            assertThat(avdiivka.values())
                    .containsEntry("place", new Value.Place(48.145278, 37.745, "Avdiivka town"))
                    .containsEntry("killed", Value.Number.of(5));
        }
    }

    private static Loaded load(Path file, Mapping mapping, Agreement agreement) {
        Loaded loaded = Loaded.from(
                List.of(new RecordSource(Input.of(file), Optional.of(mapping))), agreement, ReadOptions.DEFAULT);
        assertThat(loaded.report().problems()).isEmpty();
        return loaded;
    }

    private static void addsUp(ReadReport report) {
        assertThat(report.mapped() + report.leftOutCount() + report.notUsedCount() + report.refused())
                .isEqualTo(report.rows());
    }

    private static Record.Observation observation(Loaded loaded, String id) {
        return (Record.Observation) loaded.records().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
