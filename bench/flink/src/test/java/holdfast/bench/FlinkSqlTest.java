package holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlinkSqlTest {
    @Test
    void flink_sql_counts_as_the_code_by_hand() throws Exception {
        Events events = Events.of(20_000, 10, 42);
        Tape.load(events);
        FlinkSql.watch();
        assertThat(Tape.counts()).isEqualTo(HandWritten.over(events).watch());
    }
}
