package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void acts_are_keyed_by_whoever_did_them_where_a_record_says_who() {
        Plan.Match match = new Plan.Match(3, new TreeMap<>(), List.of(0, 2), List.of(), List.of(2));
        assertThat(match.by(new Plan.Holder.Nobody())).isEqualTo(match);
        assertThat(match.by(new Plan.Holder.One("Isle"))).isEqualTo(match);
        assertThat(match.by(new Plan.Holder.At(0)))
                .isEqualTo(new Plan.Match(3, new TreeMap<>(), List.of(0, 2), List.of(), List.of(0)));
        assertThat(match.by(new Plan.Holder.Among(1, List.of("Isle"))).key()).containsExactly(1);
    }

    private static boolean byKey(String clauses) {
        Plan plan = Planner.of(Ferries.agreement(FerryTexts.EVENTS + clauses)).orElseThrow();
        return Ferries.domain(plan.groups().getFirst()).byKey;
    }

    /** Where acts with no more than a gap between them are one breach, those of two keys may be one. */
    @Test
    void what_is_said_of_a_key_hangs_on_it_alone_unless_a_breach_lasts_and_does_not_name_the_key() {
        String rush = "define rush(pier P) as at least 2 sails(pier P) within 3 hours\n";
        String counted = rush + "1.1  nobody named must not rush(pier P)\n";
        // What is either of two has no window of its own.
        String each = rush + "define press(pier P) as rush(pier P) or rush(pier P)\n"
                + "1.1  nobody named must not press(pier P)\n";
        String lasts = "a breach of 1.1 ends after 1 hour without a further act\n";
        assertThat(byKey(each)).isTrue();
        assertThat(byKey(each + lasts)).isFalse();
        assertThat(byKey(counted)).isFalse();
        assertThat(byKey("1.1  anyone B must not sails(by B, pier 1)\n" + lasts))
                .isTrue();
        assertThat(byKey("state fog(P) begins with calls(pier P), ends with docks(pier P)\n"
                        + "1.1  while fog(P), nobody named must not sails(pier P)\n" + lasts))
                .isTrue();
        assertThat(byKey("1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours\n"))
                .isTrue();
    }

    @Test
    void who_bears_a_clause_stands_in_a_record_or_in_the_text() {
        assertThat(new Plan.Holder.At(4).position()).isEqualTo(4);
        assertThat(new Plan.Holder.Among(2, List.of()).position()).isEqualTo(2);
        assertThat(new Plan.Holder.Nobody().position()).isEqualTo(-1);
        assertThat(new Plan.Holder.One("Isle").position()).isEqualTo(-1);
    }
}
