package holdfast.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.language.model.Basis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitedRecordsTest {
    private static final Record SEEN = observation("a", 10, Optional.empty(), 1);
    private static final Record CORRECTED = observation("b", 20, Optional.of("a"), 2);
    private static final Record AGAIN = observation("c", 30, Optional.of("b"), 3);

    private static Record observation(String id, long recorded, Optional<String> corrects, long at) {
        return new Record.Observation(
                id, recorded, "s", corrects, "attack", Time.at(at), Map.of(), Basis.SEEN, Optional.empty());
    }

    private static Optional<String> current(long asOf, Record... records) {
        return new CitedRecords(List.of(records), asOf).current("a").map(Record.Observation::id);
    }

    @Test
    void theLatestCorrectionKnownThenSpeaks() {
        assertThat(current(10, SEEN, CORRECTED, AGAIN)).contains("a");
        assertThat(current(20, AGAIN, SEEN, CORRECTED)).contains("b");
        assertThat(current(30, AGAIN, CORRECTED, SEEN)).contains("c");
        assertThat(current(9, SEEN)).isEmpty();
    }

    @Test
    void aWithdrawalBringsBackWhatWasCorrected() {
        Record gone = new Record.Withdrawal("w", 40, "s", "c");
        assertThat(current(40, SEEN, CORRECTED, AGAIN, gone)).contains("b");
        Record after = new Record.Withdrawal("w2", 50, "s", "w");
        assertThat(current(50, SEEN, CORRECTED, AGAIN, gone, after)).contains("c");
        assertThat(current(50, SEEN, CORRECTED, new Record.Withdrawal("w", 40, "s", "a")))
                .isEmpty();
    }

    @Test
    void attributionsReachAnObservationThroughItsCorrections() {
        Record attribution = new Record.Attribution("t", 40, "Commission", Optional.empty(), "b", "Russia", "", "");
        CitedRecords records = new CitedRecords(List.of(SEEN, CORRECTED, attribution), 40);
        assertThat(records.attributions("a")).extracting(Record.Attribution::to).containsExactly("Russia");
        assertThat(new CitedRecords(List.of(SEEN, CORRECTED, attribution), 39).attributions("a"))
                .isEmpty();
    }
}
