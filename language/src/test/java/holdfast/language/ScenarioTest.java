package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Basis;
import holdfast.language.model.Reading;
import holdfast.language.model.Scenario;
import holdfast.language.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scenario of the language's page, line by line. */
class ScenarioTest {
    private static final String AGREEMENT = """
            ```holdfast
            time zone Europe/Kyiv
            days count excluding the first day
            party Ukraine, Russia
            actor Belarus
            body Commission of Ukraine, Russia, decides by consensus
            event attack(by: party, on: party, place: place, killed: number), warn(by: party, about: breach)
            undefined special_status
            question counting answers included, excluded
            2.1 each party P must not attack
            read counting as included, 4.1 on attack(by Russia), Ukraine must warn within 1 day including the first day
            read counting as excluded, 4.1 on attack(by Russia), Ukraine must warn within 1 day
            4.3 Ukraine must not warn where special_status
            ```
            """;

    private static Scenario scenario(String lines) {
        String document = AGREEMENT + "```scenario \"An attack\"\n" + lines + "\n```\n";
        Outcome outcome =
                AgreementReader.read("t.md", document.getBytes(StandardCharsets.UTF_8), n -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(Problem::isError).isEmpty();
        return outcome.agreement().orElseThrow().scenarios().getFirst();
    }

    private static Instant kyiv(String local) {
        return Instant.parse(local + "+02:00");
    }

    @Test
    void holdsWhatWasWritten() {
        Scenario scenario = scenario("""
                a1: 2026-03-01 10:00  attack(by Russia, on Ukraine, killed 2)     known 2026-03-01 12:00
                    2026-03-01 20:00 to 2026-03-01 22:00  attack(by unattributed), seen, incident "night"
                    2026-03-02        attack(by Russia)                            -- a day
                a1 attributed to Belarus by Commission, known 2026-03-03 10:00
                a1 is confirmed by Commission at 2026-03-03 09:00, known 2026-03-03 10:00
                a1 is refuted by Commission for 2.1 of Russia at 2026-03-03 09:00
                a1 becomes 2026-03-01 11:00 attack(by Russia, on Ukraine, killed 3), known 2026-03-04 10:00
                a1 is withdrawn, known 2026-03-05 10:00
                special_status is confirmed by Commission at 2026-03-03 09:00
                at 2026-03-03 00:00
                  2.1 Russia is breached, confirmed, since 2026-03-01 10:00
                  no verdict for 4.3
                at 2026-03-04 as known at 2026-03-03 00:00
                  4.1 under counting as included: Ukraine is not yet due, due 2026-03-02""");

        assertThat(scenario.name()).isEqualTo("An attack");
        assertThat(scenario.entries())
                .extracting(Scenario.Entry::id)
                .containsExactly("a1", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8");
        assertThat(scenario.entries().get(0).recorded()).isEqualTo(kyiv("2026-03-01T12:00:00"));
        Scenario.Observed night = (Scenario.Observed) scenario.entries().get(1);
        assertThat(night.from()).isEqualTo(kyiv("2026-03-01T20:00:00"));
        assertThat(night.to()).isEqualTo(kyiv("2026-03-01T22:00:00")).isEqualTo(night.recorded());
        assertThat(night.basis()).contains(Basis.SEEN);
        assertThat(night.incident()).contains("night");
        Scenario.Observed day = (Scenario.Observed) scenario.entries().get(2);
        assertThat(day.from()).isEqualTo(kyiv("2026-03-02T00:00:00"));
        assertThat(day.to()).isEqualTo(kyiv("2026-03-02T23:59:59.999"));
        Scenario.Found refuted = (Scenario.Found) scenario.entries().get(5);
        assertThat(refuted.clause()).contains("2.1");
        assertThat(refuted.bearer()).contains("Russia");
        assertThat(refuted.about()).contains("a1");
        assertThat(((Scenario.Observed) scenario.entries().get(6)).corrects()).contains("a1");
        assertThat(((Scenario.Found) scenario.entries().get(8)).term()).contains("special_status");
    }

    @Test
    void expectsAtThePrecisionWritten() {
        Scenario scenario = scenario("""
                at 2026-03-04 as known at 2026-03-03 00:00
                  4.1 under counting as included: Ukraine is not yet due, due 2026-03-02
                  2.1 nobody named is breached, alleged, since 2026-03-01 10:00
                  no verdict for 4.3""");
        Scenario.Moment moment = scenario.moments().getFirst();
        assertThat(moment.now()).isEqualTo(kyiv("2026-03-04T23:59:59.999"));
        assertThat(moment.asOf()).isEqualTo(kyiv("2026-03-03T00:00:00"));
        List<Scenario.Expectation> expected = moment.expectations();
        assertThat(expected.get(0).reading()).isEqualTo(new Reading(Map.of("counting", "included")));
        assertThat(expected.get(0).due())
                .contains(new Scenario.When(kyiv("2026-03-02T00:00:00"), kyiv("2026-03-02T23:59:59.999")));
        assertThat(expected.get(1).bearer()).contains("nobody named");
        assertThat(expected.get(1).since())
                .contains(new Scenario.When(kyiv("2026-03-01T10:00:00"), kyiv("2026-03-01T10:00:59.999")));
        assertThat(expected.get(2).status()).isEqualTo("none");
    }

    @Test
    void hasPlacesAndReferences() {
        Scenario scenario = scenario("""
                a1: 2026-03-01 10:00  attack(by Russia, place 48.34 -38.4 "Town")
                    2026-03-01 11:00  attack(by Russia, place "Somewhere")
                    2026-03-01 12:00  warn(by Ukraine, about a1)""");
        assertThat(value(scenario, 0, "place")).isEqualTo(new Value.Place(48.34, -38.4, "Town"));
        assertThat(value(scenario, 1, "place")).isEqualTo(new Value.NamedPlace("Somewhere"));
        assertThat(value(scenario, 2, "about")).isEqualTo(new Value.Reference("a1"));
    }

    private static Value value(Scenario scenario, int entry, String attribute) {
        Scenario.Observed observed = (Scenario.Observed) scenario.entries().get(entry);
        return ((holdfast.language.model.Term.Constant)
                        observed.event().term(attribute).orElseThrow())
                .value();
    }
}
