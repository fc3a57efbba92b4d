package holdfast.examine.table;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.examine.found.Bounds;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where anybody may ask, the story of what could follow lets the protected ask: no stranger needs to. */
class WhoAsksTest {
    private static final String TEXT = """
            ## Article 1. Valley

            ```holdfast
            agreement "Valley"
            time zone Europe/Athens
            days count excluding the first day
            party Ridge, Valley
            guarantor Guard, Keeper
            measures from weakest: embargo
            event raid(by: party), plea(by: party), alarm(by: party)
            event seal(by: party) is embargo
            define call(by P) as plea(by P) or alarm(by P)
            1.1  Ridge must not raid(by Ridge)
            1.1 in favour of Valley
            ```

            ## Article 2. Answer

            ```holdfast
            %s
            ```
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.1  on plea(by P), Guard may seal(by Guard)",
                "2.1  on call(by P), each guarantor G may seal(by G)",
                "2.1  on call(by P), Keeper must alarm(by Keeper) within 2 days\n2.2  when 2.1 is fulfilled, Guard may seal(by Guard)",
                "2.1  if raid(by Ridge) has happened and plea(by P) has happened, Guard may seal(by Guard)",
            })
    void theProtectedAsk(String answer) {
        Outcome outcome = AgreementReader.read(
                "agreement.md", TEXT.formatted(answer).getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        GuaranteeTable table = GuaranteeTable.of(outcome.agreement().orElseThrow(), Bounds.USUAL);
        GuaranteeTable.Prospect could = table.prospects().getFirst();
        assertThat(could.could()).contains("embargo");
        List<Record.Observation> asked = could.story().records().stream()
                .filter(Record.Observation.class::isInstance)
                .map(Record.Observation.class::cast)
                .filter(o -> o.event().equals("plea"))
                .toList();
        assertThat(asked)
                .as(could.story().moves().toString())
                .allMatch(o -> new Value.Actor("Valley").equals(o.values().get("by")));
    }
}
