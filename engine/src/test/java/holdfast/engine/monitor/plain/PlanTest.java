package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void acts_are_keyed_by_whoever_did_them_where_a_record_says_who() {
        Plan.Match match = new Plan.Match(3, new TreeMap<>(), List.of(0, 2), List.of(2));
        assertThat(match.by(new Plan.Holder.Nobody())).isEqualTo(match);
        assertThat(match.by(new Plan.Holder.One("Isle"))).isEqualTo(match);
        assertThat(match.by(new Plan.Holder.At(0)))
                .isEqualTo(new Plan.Match(3, new TreeMap<>(), List.of(0, 2), List.of(0)));
        assertThat(match.by(new Plan.Holder.Among(1, List.of("Isle"))).key()).containsExactly(1);
    }

    @Test
    void who_bears_a_clause_stands_in_a_record_or_in_the_text() {
        assertThat(new Plan.Holder.At(4).position()).isEqualTo(4);
        assertThat(new Plan.Holder.Among(2, List.of()).position()).isEqualTo(2);
        assertThat(new Plan.Holder.Nobody().position()).isEqualTo(-1);
        assertThat(new Plan.Holder.One("Isle").position()).isEqualTo(-1);
    }
}
