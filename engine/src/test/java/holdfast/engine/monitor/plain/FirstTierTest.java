package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a judge notices by time alone, and what stays plain. */
class FirstTierTest {
    private static final long HOUR = 3_600_000;

    private static FirstTier tier(String clauses) {
        return FirstTier.of(Ferries.program(FerryTexts.EVENTS + clauses)).orElseThrow();
    }

    private static final String DOCK = "1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours\n";
    private static final String AND_CALL =
            DOCK + "1.2  on a breach X of 1.1, nobody named must calls(pier P) within 2 hours\n";
    private static final String AND_CALL_SINCE =
            DOCK + "1.2  on a breach X of 1.1, nobody named must calls(pier P) within 9 hours of sails(pier P)\n";

    private static Record.Observation happens(String id, String event, long occurred, Optional<String> corrects) {
        return new Record.Observation(
                id,
                occurred,
                "press",
                corrects,
                event,
                Time.at(occurred),
                Map.of("pier", Value.Number.of(1)),
                Basis.SEEN,
                Optional.empty());
    }

    private static Record happens(String id, String event, long occurred) {
        return happens(id, event, occurred, Optional.empty());
    }

    private static Record withdrawn(String id, String withdraws, long recorded) {
        return new Record.Withdrawal(id, recorded, "press", withdraws);
    }

    private static List<Status> of(FirstTier tier, String clause) {
        List<Status> found = new ArrayList<>();
        tier.collect(verdict -> {
            if (verdict.clause().equals(clause)) {
                found.add(verdict.status());
            }
        });
        return found;
    }

    /** The one duty of the clause is due at that instant: up to it nothing is broken, and a millisecond later it is. */
    private static void fallsDue(FirstTier tier, String clause, long due) {
        tier.advanceTo(due);
        assertThat(of(tier, clause)).containsExactly(Status.PENDING);
        tier.advanceTo(due + 1);
        assertThat(of(tier, clause)).containsExactly(Status.BREACHED);
    }

    @Test
    void a_duty_whose_act_was_withdrawn_falls_due_again() {
        FirstTier tier = tier(DOCK);
        tier.accept(happens("e1", "sails", 0));
        tier.accept(happens("e2", "docks", HOUR));
        tier.advanceTo(2 * HOUR);
        assertThat(tier.nextWake()).isGreaterThan(2 * HOUR);
        tier.accept(withdrawn("e3", "e2", 2 * HOUR));
        assertThat(of(tier, "1.1")).containsExactly(Status.PENDING);
        fallsDue(tier, "1.1", 3 * HOUR);
    }

    @Test
    void a_duty_that_is_told_late_falls_due_before_all_that_is_awaited() {
        FirstTier tier = tier(DOCK);
        tier.accept(happens("e1", "sails", 2 * HOUR));
        tier.accept(happens("e2", "docks", 2 * HOUR));
        tier.advanceTo(2 * HOUR);
        tier.accept(atPierTwo("e3", "sails", HOUR));
        tier.advanceTo(4 * HOUR);
        assertThat(of(tier, "1.1")).containsExactlyInAnyOrder(Status.FULFILLED, Status.PENDING);
        tier.advanceTo(4 * HOUR + 1);
        assertThat(of(tier, "1.1")).containsExactlyInAnyOrder(Status.FULFILLED, Status.BREACHED);
    }

    @Test
    void what_is_told_late_of_a_duty_is_said_at_once() {
        FirstTier tier = tier(DOCK);
        tier.accept(happens("e1", "sails", 2 * HOUR));
        tier.accept(happens("e2", "docks", 2 * HOUR));
        tier.accept(atPierTwo("e3", "docks", 2 * HOUR));
        tier.advanceTo(2 * HOUR);
        tier.accept(atPierTwo("e4", "sails", HOUR));
        assertThat(of(tier, "1.1")).containsExactlyInAnyOrder(Status.FULFILLED, Status.FULFILLED);
        tier.advanceTo(30 * HOUR);
        tier.accept(happens("e5", "sails", 29 * HOUR));
        tier.accept(atPierTwo("e6", "sails", 20 * HOUR));
        assertThat(of(tier, "1.1"))
                .containsExactlyInAnyOrder(Status.FULFILLED, Status.FULFILLED, Status.PENDING, Status.BREACHED);
    }

    private static Record atPierTwo(String id, String event, long occurred) {
        return new Record.Observation(
                id,
                occurred,
                "press",
                Optional.empty(),
                event,
                Time.at(occurred),
                Map.of("pier", Value.Number.of(2)),
                Basis.SEEN,
                Optional.empty());
    }

    /** It is known which of two corrections counts, whichever comes first. */
    @Test
    void a_correction_that_a_later_one_has_replaced_leaves_nothing_in_doubt() {
        FirstTier tier = tier(DOCK);
        tier.accept(happens("e1", "sails", 0));
        tier.accept(happens("e2", "docks", HOUR));
        tier.advanceTo(9 * HOUR);
        tier.accept(corrected("c9", "e2", 4 * HOUR, 9 * HOUR));
        assertThat(of(tier, "1.1")).containsExactly(Status.CURED);
        tier.accept(corrected("c7", "e2", 2 * HOUR, 7 * HOUR));
        tier.accept(corrected("c8", "e2", 3 * HOUR, 8 * HOUR));
        assertThat(of(tier, "1.1")).containsExactly(Status.CURED);
        List<Long> docked = new ArrayList<>();
        tier.forEachPlainFact(fact -> {
            if (fact.event().equals("docks")) {
                docked.add(fact.time().lo());
            }
        });
        assertThat(docked).containsExactly(4 * HOUR);
        List<String> ids = new ArrayList<>();
        tier.forEachRecord(record -> ids.add(record.id()));
        assertThat(ids).containsExactly("e1", "e2", "c7", "c8", "c9");
    }

    private static Record corrected(String id, String corrects, long occurred, long recorded) {
        return new Record.Observation(
                id,
                recorded,
                "press",
                Optional.of(corrects),
                "docks",
                Time.at(occurred),
                Map.of("pier", Value.Number.of(1)),
                Basis.SEEN,
                Optional.empty());
    }

    @Test
    void what_follows_falls_due_again_when_its_act_is_withdrawn() {
        FirstTier tier = tier(AND_CALL);
        tier.accept(happens("e1", "sails", 0));
        tier.accept(happens("e2", "calls", 4 * HOUR));
        tier.advanceTo(4 * HOUR);
        assertThat(of(tier, "1.2")).containsExactly(Status.FULFILLED);
        assertThat(tier.nextWake()).isGreaterThan(4 * HOUR);
        tier.accept(withdrawn("e3", "e2", 4 * HOUR));
        assertThat(of(tier, "1.2")).containsExactly(Status.PENDING);
        fallsDue(tier, "1.2", 5 * HOUR);
    }

    @Test
    void a_breach_that_comes_by_time_alone_has_what_follows_fall_due_in_turn() {
        FirstTier tier = tier(AND_CALL);
        tier.accept(happens("e1", "sails", 0));
        tier.advanceTo(0);
        assertThat(tier.nextWake()).isBetween(1L, 3 * HOUR + 1);
        tier.advanceTo(3 * HOUR + 1);
        assertThat(of(tier, "1.2")).containsExactly(Status.PENDING);
        fallsDue(tier, "1.2", 5 * HOUR);
    }

    /** The first sailing was another one: what was due sooner is due later, up to that very instant. */
    @Test
    void with_another_beginning_what_follows_is_due_another_time() {
        FirstTier tier = tier(AND_CALL_SINCE);
        tier.accept(happens("e1", "sails", 0));
        tier.accept(happens("e2", "sails", HOUR));
        tier.advanceTo(5 * HOUR);
        assertThat(of(tier, "1.2")).containsExactly(Status.PENDING, Status.PENDING);
        tier.accept(withdrawn("e3", "e1", 5 * HOUR));
        assertThat(of(tier, "1.2")).containsExactly(Status.PENDING);
        fallsDue(tier, "1.2", 10 * HOUR);
        tier.accept(happens("e4", "sails", HOUR / 2));
        assertThat(of(tier, "1.2")).containsExactly(Status.BREACHED, Status.BREACHED);
        List<Long> due = new ArrayList<>();
        tier.collect(v -> v.due().filter(d -> v.clause().equals("1.2")).ifPresent(d -> due.add(d.lo())));
        assertThat(due).containsExactly(9 * HOUR + HOUR / 2, 9 * HOUR + HOUR / 2);
    }

    @Test
    void a_late_act_in_time_fulfils_what_a_later_one_only_made_good() {
        FirstTier tier = tier(AND_CALL);
        tier.accept(happens("e1", "sails", 0));
        tier.accept(happens("e2", "calls", 7 * HOUR));
        tier.advanceTo(8 * HOUR);
        assertThat(of(tier, "1.2")).containsExactly(Status.CURED);
        tier.accept(happens("e3", "calls", 4 * HOUR));
        assertThat(of(tier, "1.2")).containsExactly(Status.FULFILLED);
        tier.accept(withdrawn("e4", "e3", 8 * HOUR));
        assertThat(of(tier, "1.2")).containsExactly(Status.CURED);
        tier.accept(withdrawn("e5", "e2", 8 * HOUR));
        assertThat(of(tier, "1.2")).containsExactly(Status.BREACHED);
    }

    @Test
    void one_more_act_exactly_a_window_before_makes_it_so_many() {
        FirstTier tier = tier("""
                define rush(pier P) as at least 2 sails(pier P) within 3 hours
                1.1  nobody named must not rush(pier P)
                """);
        tier.advanceTo(9 * HOUR);
        tier.accept(happens("e1", "sails", 3 * HOUR));
        assertThat(of(tier, "1.1")).containsExactly(Status.FULFILLED);
        tier.accept(happens("e2", "sails", -1));
        assertThat(of(tier, "1.1")).containsExactly(Status.FULFILLED);
        tier.accept(happens("e3", "sails", 0));
        assertThat(of(tier, "1.1")).containsExactly(Status.BREACHED);
        tier.accept(withdrawn("e4", "e2", 9 * HOUR));
        assertThat(of(tier, "1.1")).containsExactly(Status.BREACHED);
        tier.accept(withdrawn("e5", "e3", 9 * HOUR));
        assertThat(of(tier, "1.1")).containsExactly(Status.FULFILLED);
    }

    private static Record docked(String id, String by, long occurred) {
        return docked(id, by, occurred, Optional.empty());
    }

    private static Record docked(String id, String by, long occurred, Optional<String> corrects) {
        return new Record.Observation(
                id,
                occurred,
                "press",
                corrects,
                "docks",
                Time.at(occurred),
                Map.of("by", new Value.Actor(by), "pier", Value.Number.of(1)),
                Basis.SEEN,
                Optional.empty());
    }

    /** However coarsely times are kept: what is told of so many acts is exact to the millisecond, before 1970 too. */
    @Test
    void so_many_acts_lie_within_a_window_to_the_millisecond() {
        for (long first : new long[] {0, 1_000_000_000_001L, -7 * HOUR}) {
            for (long more : new long[] {-5_000, -1, 0, 1, 2_000, 4_095, 4_096, 5_000}) {
                FirstTier tier = tier("""
                        define rush(pier P) as at least 3 sails(pier P) within 3 hours
                        1.1  nobody named must not rush(pier P)
                        """);
                long last = first + 3 * HOUR + more;
                tier.advanceTo(last);
                tier.accept(happens("e1", "sails", first));
                tier.accept(happens("e2", "sails", first + 1));
                tier.accept(happens("e3", "sails", last));
                assertThat(of(tier, "1.1"))
                        .as("%s ms more", more)
                        .containsExactly(more > 0 ? Status.FULFILLED : Status.BREACHED);
            }
        }
    }

    @Test
    void what_is_attributed_to_another_counts_with_what_that_one_did() {
        FirstTier tier = tier("""
                define row(by B) as at least 2 docks(by B) within 3 hours
                1.1  each party B must not row(by B)
                """);
        tier.advanceTo(9 * HOUR);
        tier.accept(docked("e1", "Mainland", 0));
        tier.accept(docked("e2", "Isle", HOUR));
        tier.accept(docked("e3", "Shoal", HOUR));
        for (String attributed : List.of("Isle", "Mainland")) {
            tier.accept(new Record.Attribution(
                    "a " + attributed, 2 * HOUR, "Commission", Optional.empty(), "e2", attributed, "", ""));
        }
        assertThat(broken(tier)).containsExactly("Mainland [e1, e2]");
    }

    private static List<String> broken(FirstTier tier) {
        List<String> broken = new ArrayList<>();
        tier.collectBreaches(v -> broken.add(v.bearer() + " " + v.records()));
        return broken;
    }

    @Test
    void what_is_attributed_is_the_act_whichever_of_its_records_is_named() {
        FirstTier tier = tier("""
                define row(by B) as at least 2 docks(by B) within 3 hours
                1.1  each party B must not row(by B)
                """);
        tier.advanceTo(9 * HOUR);
        tier.accept(docked("e1", "Mainland", 0));
        tier.accept(docked("e2", "Isle", HOUR));
        tier.accept(docked("e3", "Isle", 2 * HOUR, Optional.of("e2")));
        tier.accept(new Record.Withdrawal("a1", 3 * HOUR, "somebody else", "e2"));
        tier.accept(new Record.Attribution("a2", 4 * HOUR, "Commission", Optional.empty(), "e3", "Mainland", "", ""));
        assertThat(broken(tier)).containsExactly("Mainland [e1, e2]");
    }

    /** Where its correction is taken back, a record says again what it said at first. */
    @Test
    void what_a_record_said_before_it_was_corrected_it_may_come_to_say_again() {
        FirstTier tier = tier("1.1  on sails(by B), B must docks(by B) within 3 hours\n");
        tier.advanceTo(9 * HOUR);
        tier.accept(new Record.Observation(
                "e1",
                0,
                "press",
                Optional.empty(),
                "sails",
                Time.at(0),
                Map.of("by", new Value.Actor("Isle")),
                Basis.SEEN,
                Optional.empty()));
        tier.accept(docked("e2", "Isle", HOUR));
        tier.accept(docked("e3", "Shoal", 0));
        tier.accept(docked("e4", "Mainland", HOUR, Optional.of("e2")));
        assertThat(broken(tier)).containsExactly("Isle [e1]");
        tier.accept(withdrawn("e5", "e4", 2 * HOUR));
        assertThat(broken(tier)).isEmpty();
    }

    @Test
    void what_turns_out_to_be_something_else_is_heard_of_by_whom_that_concerns() {
        FirstTier tier = tier("""
                1.1  on sails(pier P), if calls has happened, nobody named must sails(pier P) within 1 hour
                1.2  nobody named must not docks(pier 1)
                """);
        tier.advanceTo(0);
        tier.accept(happens("e1", "docks", 0));
        tier.accept(happens("e2", "sails", 0, Optional.of("e1")));
        tier.accept(happens("e3", "calls", 0));
        assertThat(of(tier, "1.2")).containsExactly(Status.FULFILLED);
        assertThat(of(tier, "1.1")).isNotEmpty().doesNotContain(Status.NOT_YET_DUE);
    }

    private static List<String> inDoubt(FirstTier tier) {
        List<String> ids = new ArrayList<>();
        tier.forEachOddRecord(record -> ids.add(record.id()));
        return ids;
    }

    /** Otherwise a key would be handed over that need not be: nothing else would be said, but more slowly. */
    @Test
    void who_corrects_or_withdraws_a_record_of_his_own_leaves_nothing_in_doubt() {
        FirstTier tier = tier(AND_CALL);
        tier.advanceTo(9 * HOUR);
        tier.accept(happens("e1", "sails", 0));
        tier.accept(happens("e2", "sails", HOUR, Optional.of("e1")));
        // In one instant, what has the later id is the later.
        tier.accept(happens("e3", "sails", HOUR, Optional.of("e1")));
        tier.accept(happens("e4", "docks", 2 * HOUR));
        tier.accept(withdrawn("e5", "e4", 2 * HOUR));
        tier.accept(withdrawn("e6", "e1", 3 * HOUR));
        assertThat(inDoubt(tier)).isEmpty();
        tier.accept(withdrawn("e60", "e6", 3 * HOUR));
        assertThat(inDoubt(tier)).contains("e60");
    }

    @Test
    void of_what_was_recorded_in_one_instant_an_earlier_id_does_not_correct_a_later_one() {
        FirstTier tier = tier(AND_CALL);
        tier.advanceTo(9 * HOUR);
        tier.accept(happens("e5", "sails", 0));
        tier.accept(withdrawn("e4", "e5", 0));
        assertThat(inDoubt(tier)).containsExactlyInAnyOrder("e4", "e5");
    }

    @Test
    void one_record_in_doubt_leaves_those_of_other_keys_plain() {
        FirstTier tier = tier(DOCK);
        tier.advanceTo(9 * HOUR);
        tier.accept(happens("e1", "sails", 0));
        tier.accept(new Record.Observation(
                "e2",
                0,
                "press",
                Optional.empty(),
                "sails",
                Time.at(0),
                Map.of("pier", Value.Number.of(2)),
                Basis.SEEN,
                Optional.empty()));
        tier.accept(new Record.Withdrawal("e3", HOUR, "somebody else", "e1"));
        assertThat(inDoubt(tier)).containsExactlyInAnyOrder("e1", "e3");
        tier.accept(withdrawn("e4", "e2", HOUR));
        assertThat(inDoubt(tier)).containsExactlyInAnyOrder("e1", "e3");
    }

    /** Who speaks of a row before it comes is heard when it comes. */
    @Test
    void a_row_may_have_been_spoken_of_before_it_comes() {
        FirstTier tier = tier("1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours\n");
        tier.advanceTo(9 * HOUR);
        tier.accept(new Record.Attribution("a1", 1, "Commission", Optional.empty(), "e7", "Mainland", "", ""));
        Rows rows = tier.rows("sails", "press", Optional.empty(), Basis.SEEN, "e");
        rows.take(7, 0, 0, new int[] {rows.code(0, new Value.Actor("Isle")), Rows.code(1), Rows.NOT_GIVEN});
        List<String> bearers = new ArrayList<>();
        tier.collect(v -> bearers.add(v.bearer()));
        assertThat(bearers).containsExactly("Mainland");
    }

    @Test
    void nobody_is_named_where_a_row_does_not_say_who_it_was() {
        FirstTier tier = tier("1.1  anyone B must not sails(by B)\n");
        tier.advanceTo(9 * HOUR);
        Rows rows = tier.rows("sails", "press", Optional.empty(), Basis.SEEN, "e");
        rows.take(7, 0, 0, new int[] {Rows.NOT_GIVEN, Rows.code(1), Rows.NOT_GIVEN});
        rows.take(8, 0, 0, new int[] {rows.code(0, Value.UNATTRIBUTED), Rows.code(1), Rows.NOT_GIVEN});
        List<String> bearers = new ArrayList<>();
        tier.collect(v -> bearers.add(v.bearer()));
        assertThat(bearers).containsExactly(Verdict.NOBODY_NAMED, Verdict.NOBODY_NAMED);
    }

    @Test
    void what_is_to_come_is_not_said_until_it_comes_nor_once_time_goes_back() {
        FirstTier tier = tier("1.1  nobody named must not sails(pier 1)\n");
        tier.accept(happens("e1", "sails", 5 * HOUR));
        tier.advanceTo(5 * HOUR - 1);
        assertThat(of(tier, "1.1")).containsExactly(Status.FULFILLED);
        assertThat(tier.nextWake()).isLessThanOrEqualTo(5 * HOUR);
        tier.advanceTo(5 * HOUR);
        assertThat(of(tier, "1.1")).containsExactly(Status.BREACHED);
        tier.advanceTo(4 * HOUR);
        assertThat(of(tier, "1.1")).containsExactly(Status.FULFILLED);
        assertThat(tier.nextWake()).isBetween(4 * HOUR + 1, 5 * HOUR);
        tier.advanceTo(6 * HOUR);
        assertThat(of(tier, "1.1")).containsExactly(Status.BREACHED);
    }
}
