package holdfast.reference;

import holdfast.language.model.Basis;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sections 10 to 13: prohibitions, duties to keep, recurring duties, and what follows from breaches. */
class OtherClausesTest {
    private static final String PEACE = "2.1  each party P must not attack(by P)\n";
    private static final String GAP = "a breach of 2 ends after 24 hours without a further act\n";

    // prohibitions

    @Test
    void acts_within_the_quiet_gap_are_one_breach() {
        Story.under(PEACE + GAP)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("b", "2015-02-11 10:00", "attack", "by Russia")
                .says(
                        "2015-02-12 10:00",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is breached, alleged, since 2015-02-10 10:00 [a, b]")
                .says(
                        "2015-02-12 10:00:00.001",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is breached, alleged, since 2015-02-10 10:00, until 2015-02-12 10:00 [a, b]");
    }

    @Test
    void an_act_a_millisecond_after_the_quiet_gap_is_another_breach() {
        Story.under(PEACE + GAP)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("b", "2015-02-11 10:00:00.001", "attack", "by Russia")
                .says(
                        "2015-02-11 12:00",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is breached, alleged, since 2015-02-10 10:00, until 2015-02-11 10:00 [a]",
                        "Russia is breached, alleged, since 2015-02-11 10:00:00.001 [b]");
    }

    @Test
    void a_late_report_in_between_joins_two_breaches() {
        Story.under(PEACE + GAP)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("c", "2015-02-12 08:00", "attack", "by Russia")
                .happenedKnown("b", "2015-02-11 09:00", "attack", "by Russia", "2015-02-20 00:00")
                .says(
                        "2015-02-20 00:00",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is breached, alleged, since 2015-02-10 10:00, until 2015-02-13 08:00 [a, b, c]");
    }

    @Test
    void an_unattributed_act_is_a_breach_by_nobody_named_once() {
        Story.under(PEACE)
                .happened("a", "2015-02-10 10:00", "attack", "")
                .says(
                        "2015-02-12 00:00",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is fulfilled []",
                        "nobody named is breached, alleged, since 2015-02-10 10:00, until 2015-02-10 10:00 [a]");
    }

    @Test
    void a_principal_answers_for_its_affiliate() {
        Story.under(PEACE + "Russia answers for Militia\n")
                .happened("a", "2015-02-10 10:00", "attack", "by Militia")
                .says(
                        "2015-02-12 00:00",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is breached, alleged, since 2015-02-10 10:00, until 2015-02-10 10:00 [a]");
    }

    @Test
    void a_prohibition_on_anyone_names_the_offender() {
        Story.under("2.1  anyone A must not attack(by A)")
                .says("2015-02-10 00:00", "2.1", "anyone is fulfilled []")
                .happened("a", "2015-02-10 10:00", "attack", "by Militia")
                .says(
                        "2015-02-12 00:00",
                        "2.1",
                        "Militia is breached, alleged, since 2015-02-10 10:00, until 2015-02-10 10:00 [a]");
    }

    @Test
    void an_act_outside_the_state_is_no_breach_and_one_at_an_uncertain_time_may_be() {
        String settled =
                "state settlement begins with signed, ends with ended\n2.1  while settlement, Russia must not attack\n";
        Story.under(settled)
                .happened("s", "2015-02-10 12:00", "signed")
                .happened("a", "2015-02-10 11:59", "attack", "by Russia")
                .says("2015-02-12 00:00", "2.1", "Russia is fulfilled []");
        Story.under(settled)
                .happened("s", "2015-02-10 12:00", "signed")
                .happened("a", "2015-02-10 12:00", "attack", "by Russia")
                .says(
                        "2015-02-12 00:00",
                        "2.1",
                        "Russia is breached, alleged, since 2015-02-10 12:00, until 2015-02-10 12:00 [a]");
        Story.under(settled)
                .happened("s", "2015-02-10 12:00", "signed")
                .happened("a", "2015-02-10", "attack", "by Russia")
                .says(
                        "2015-02-12 00:00",
                        "2.1",
                        "Russia is undetermined, since 2015-02-10 00:00 to 2015-02-10 23:59:59.999, until 2015-02-10 00:00 to 2015-02-10 23:59:59.999 [a]");
    }

    @Test
    void a_prohibition_is_not_yet_due_before_its_state_and_has_lapsed_after_it() {
        Story.under(
                        "state settlement begins with signed, ends with ended\n2.1  while settlement, Russia must not attack")
                .happened("s", "2015-02-10 00:00", "signed")
                .happened("e", "2015-02-12 00:00", "ended")
                .says("2015-02-09 00:00", "2.1", "Russia is not yet due []")
                .says("2015-02-10 00:00", "2.1", "Russia is fulfilled []")
                .says("2015-02-12 00:00", "2.1", "Russia is lapsed []");
    }

    @Test
    void a_suspended_clause_forbids_nothing_until_it_is_resumed() {
        Story.under(
                        "event pause(by: party), go_on(by: party)\n2.1  Russia must not attack\n"
                                + "9.1  each guarantor G may suspend 2 with pause(by G)\n9.2  each guarantor G may resume 2 with go_on(by G)\n")
                .happened("p", "2015-02-10 10:00", "pause", "by France")
                .happened("a", "2015-02-10 12:00", "attack", "by Russia")
                .happened("g", "2015-02-11 10:00", "go_on", "by France")
                .happened("b", "2015-02-11 12:00", "attack", "by Russia")
                .says("2015-02-10 13:00", "2.1", "Russia is lapsed []")
                .says(
                        "2015-02-12 00:00",
                        "2.1",
                        "Russia is breached, alleged, since 2015-02-11 12:00, until 2015-02-11 12:00 [b]");
    }

    // duties to keep, recurring duties

    @Test
    void a_state_that_must_be_kept_is_breached_while_it_is_not() {
        Story.under("event pull_out(by: party), return_to(by: party)\n"
                        + "state out(P) begins with pull_out(by P), ends with return_to(by P)\n"
                        + "state settlement begins with signed\n2.1  while settlement, Russia must keep out(Russia)")
                .happened("p", "2015-02-01 00:00", "pull_out", "by Russia")
                .happened("s", "2015-02-02 00:00", "signed")
                .happened("r", "2015-02-10 10:00", "return_to", "by Russia")
                .happened("q", "2015-02-12 10:00", "pull_out", "by Russia")
                .says("2015-02-01 12:00", "2.1", "Russia is not yet due []")
                .says("2015-02-10 09:00", "2.1", "Russia is fulfilled []")
                .says("2015-02-11 00:00", "2.1", "Russia is breached, alleged, since 2015-02-10 10:00 [r]")
                .says(
                        "2015-02-13 00:00",
                        "2.1",
                        "Russia is breached, alleged, since 2015-02-10 10:00, until 2015-02-12 10:00 [r]");
    }

    @Test
    void each_window_of_a_recurring_duty_stands_by_itself() {
        Story.under("event report(by: party)\nstate settlement begins with signed\n"
                        + "2.1  while settlement, Russia must report every 1 week")
                .happened("s", "2015-02-02 09:00", "signed")
                .happened("r", "2015-02-09 09:00", "report", "by Russia")
                .says(
                        "2015-02-09 09:00",
                        "2.1",
                        "Russia(window 1) is fulfilled, since 2015-02-09 09:00, due 2015-02-09 09:00 [r]")
                .says("2015-02-10 00:00", "2.1", "Russia(window 2) is pending, due 2015-02-16 09:00 []")
                .says(
                        "2015-02-17 00:00",
                        "2.1",
                        "Russia(window 2) is breached, alleged, since 2015-02-16 09:00, due 2015-02-16 09:00, until 2015-02-16 09:00 []",
                        "Russia(window 3) is pending, due 2015-02-23 09:00 []");
    }

    // what follows

    private static final String FOUND = PEACE + "Commission confirms breaches of 2";
    private static final String ALLEGED =
            "Russia is breached, alleged, since 2015-02-10 10:00, until 2015-02-10 10:00 [a]";
    private static final String CONFIRMED =
            "Russia is breached, confirmed, since 2015-02-10 10:00, until 2015-02-10 10:00 [a]";
    private static final String REFUTED = "Russia is refuted, since 2015-02-10 10:00, until 2015-02-10 10:00 [a]";
    private static final String UKRAINE = "Ukraine is fulfilled []";

    private static Story breached(String statements) {
        return Story.under(statements).happened("a", "2015-02-10 10:00", "attack", "by Russia");
    }

    @Test
    void a_finder_confirms_disputes_and_refutes() {
        breached(FOUND)
                .foundFor("f", "2.1", "confirmed", "2015-02-11 00:00")
                .foundFor("g", "2.1", "disputed", "2015-02-12 00:00")
                .foundFor("h", "2.1", "refuted", "2015-02-13 00:00")
                .says("2015-02-10 12:00", "2.1", UKRAINE, ALLEGED)
                .says("2015-02-11 12:00", "2.1", UKRAINE, CONFIRMED)
                .says(
                        "2015-02-12 12:00",
                        "2.1",
                        UKRAINE,
                        "Russia is disputed, since 2015-02-10 10:00, until 2015-02-10 10:00 [a]")
                .says("2015-02-13 12:00", "2.1", UKRAINE, REFUTED);
    }

    @Test
    void to_confirm_the_observation_is_to_confirm_the_breach() {
        breached(FOUND)
                .found("f", "a", "confirmed", "2015-02-11 00:00")
                .says("2015-02-12 00:00", "2.1", UKRAINE, CONFIRMED);
    }

    @Test
    void silence_confirms_or_dismisses_only_once_its_time_is_over() {
        breached(FOUND + ", and silence for 24 hours confirms them")
                .says("2015-02-11 10:00", "2.1", UKRAINE, ALLEGED)
                .says("2015-02-11 10:00:00.001", "2.1", UKRAINE, CONFIRMED);
        breached(FOUND + ", and silence for 24 hours dismisses them")
                .says("2015-02-11 10:00:00.001", "2.1", UKRAINE, REFUTED);
    }

    @Test
    void a_breach_triggers_a_duty_towards_it() {
        breached(PEACE + "4.1  on a breach B of 2 by Russia, Ukraine must warn(about B) within 24 hours")
                .happened("v", "2015-02-10 11:00", "warn", "by Ukraine, about b")
                .happened("w", "2015-02-10 12:00", "warn", "by Ukraine, about a")
                .says(
                        "2015-02-12 00:00",
                        "4.1",
                        "Ukraine is fulfilled, since 2015-02-10 12:00, due 2015-02-11 10:00 [a, w]");
    }

    @Test
    void a_confirmed_breach_triggers_at_the_finding() {
        breached(FOUND + "\n4.1  on a confirmed breach B of 2 by Russia, Ukraine must warn within 24 hours")
                .foundFor("f", "2.1", "confirmed", "2015-02-15 00:00")
                .says("2015-02-14 00:00", "4.1", "Ukraine is not yet due []")
                .says("2015-02-15 00:00", "4.1", "Ukraine is pending, due 2015-02-16 00:00 [a]");
    }

    @Test
    void what_is_refuted_triggers_nothing() {
        breached(FOUND + "\n4.1  on a breach B of 2 by Russia, Ukraine must warn within 24 hours")
                .foundFor("f", "2.1", "refuted", "2015-02-10 12:00")
                .says("2015-02-15 00:00", "4.1", "Ukraine is not yet due []");
    }

    @Test
    void a_breach_that_continues_is_answered_and_one_that_ended_is_not() {
        String ladder = PEACE + GAP
                + "4.1  on a breach B of 2 by Russia, Ukraine must warn within 1 hour\n"
                + "4.2  if B continues after 24 hours, France must warn within 48 hours\n";
        breached(ladder)
                .happened("b", "2015-02-10 20:00", "attack", "by Russia")
                .says("2015-02-11 09:59:59.999", "4.2", "France is not yet due []")
                .says("2015-02-11 10:00", "4.2", "France is pending, due 2015-02-13 10:00 [a, b]");
        breached(ladder).says("2015-02-12 00:00", "4.2", "France is not yet due []");
    }

    @Test
    void a_breach_that_grows_is_answered_at_the_time_it_has_grown() {
        breached(
                        PEACE + GAP + "define wider_attack(by P) as at least 2 attack(by P) within 24 hours\n"
                                + "4.1  on a breach B of 2 by Russia, Ukraine must warn within 1 hour\n"
                                + "4.2  if B grows into wider_attack(by Russia), France must warn within 72 hours of the start of B\n")
                .happened("b", "2015-02-10 20:00", "attack", "by Russia")
                .says("2015-02-10 19:00", "4.2", "France is not yet due []")
                .says("2015-02-10 20:00", "4.2", "France is pending, due 2015-02-13 10:00 [a, b]");
    }

    @Test
    void fulfilment_sets_the_next_duty_in_motion() {
        breached("4.1  on attack(by Russia), Ukraine must warn within 24 hours\n"
                        + "4.2  when 4.1 is fulfilled, France must warn within 1 hour")
                .happened("w", "2015-02-10 12:00", "warn", "by Ukraine")
                .says("2015-02-10 12:30", "4.2", "France is pending, due 2015-02-10 13:00 [a, w]");
    }

    @Test
    void a_state_that_begins_or_ends_sets_a_duty_in_motion() {
        Story.under("state settlement begins with signed, ends with ended\n"
                        + "4.1  when settlement begins, France must warn within 1 hour\n"
                        + "4.2  when settlement ends, France must warn within 1 hour")
                .happened("s", "2015-02-10 10:00", "signed")
                .happened("e", "2015-02-11 10:00", "ended")
                .says("2015-02-10 10:30", "4.1", "France is pending, due 2015-02-10 11:00 []")
                .says("2015-02-10 10:30", "4.2", "France is not yet due []")
                .says("2015-02-11 10:30", "4.2", "France is pending, due 2015-02-11 11:00 []");
    }

    @Test
    void verdicts_are_given_for_each_answer_to_the_questions_on_which_a_clause_hangs() {
        Story.under("question width answers total, each_side\nCommission rules on width\n"
                        + "read width as total, 4.1  Ukraine must warn by 2015-02-10\n"
                        + "read width as each_side, 4.1  Ukraine must warn by 2015-02-20\n"
                        + "4.2  France must warn by 2015-02-20")
                .ruled("f", "width", "each_side", "2015-02-16 00:00")
                .says(
                        "2015-02-15 00:00",
                        "4.1",
                        "under width=total Ukraine is breached, alleged, since 2015-02-10 23:59:59.999, due 2015-02-10 23:59:59.999 []",
                        "under width=each_side Ukraine is pending, due 2015-02-20 23:59:59.999 []")
                .says("2015-02-15 00:00", "4.2", "France is pending, due 2015-02-20 23:59:59.999 []")
                .says(
                        "2015-02-17 00:00",
                        "4.1",
                        "under width=each_side Ukraine is pending, due 2015-02-20 23:59:59.999 []");
    }

    @Test
    void a_doubtful_act_before_a_sure_one_is_part_of_its_breach_and_may_begin_it() {
        Story.under(PEACE + GAP + "evidence for 2 is seen\n")
                .happenedAs("a", "2015-02-10 10:00", "attack", "by Russia", Basis.MEDIA)
                .happenedAs("b", "2015-02-11 09:00", "attack", "by Russia", Basis.SEEN)
                .says(
                        "2015-02-10 12:00",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is undetermined, since 2015-02-10 10:00 [a]")
                .says(
                        "2015-02-11 12:00",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is breached, alleged, since 2015-02-10 10:00 to 2015-02-11 09:00 [a, b]");
    }

    @Test
    void the_nearest_end_of_either_kind_ends_a_state() {
        Story.under(
                        "state war begins with signed, ends with ended or warn\n2.1  while war, Russia must not attack(by Russia)")
                .happened("w", "2015-02-05 10:00", "warn")
                .happened("s", "2015-02-10 10:00", "signed")
                .happened("e", "2015-02-20 10:00", "ended")
                .happened("a", "2015-02-25 10:00", "attack", "by Russia")
                .says("2015-02-26 00:00", "2.1", "Russia is lapsed []");
    }

    @Test
    void a_state_may_begin_by_what_is_named_second() {
        Story.under("state war begins with signed or warn\n2.1  while war, Russia must not attack(by Russia)")
                .happened("w", "2015-02-05 10:00", "warn")
                .happened("a", "2015-02-07 10:00", "attack", "by Russia")
                .happened("s", "2015-02-10 10:00", "signed")
                .says(
                        "2015-02-26 00:00",
                        "2.1",
                        "Russia is breached, alleged, since 2015-02-07 10:00, until 2015-02-07 10:00 [a]");
    }

    @Test
    void a_state_that_comes_back_often_is_many_breaches() {
        Story story = Story.under("state war begins with signed, ends with ended\nstate order begins with warn\n"
                + "2.1  while war, Russia must keep order");
        for (int day = 10; day < 16; day++) {
            story.happened("s" + day, "2015-02-" + day + " 10:00", "signed")
                    .happened("e" + day, "2015-02-" + day + " 12:00", "ended");
        }
        story.says(
                "2015-02-26 00:00",
                "2.1",
                IntStream.range(10, 16)
                        .mapToObj(day ->
                                "Russia is breached, alleged, since 2015-02-%d 10:00, until 2015-02-%d 12:00 [s%d]"
                                        .formatted(day, day, day))
                        .toArray(String[]::new));
    }
}
