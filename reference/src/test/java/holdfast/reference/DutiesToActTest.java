package holdfast.reference;

import org.junit.jupiter.api.Test;

/** Section 9: each rule of the list of statuses, and the edges of windows. */
class DutiesToActTest {
    private static final String WARN = """
            4.1  on attack(by Russia), Ukraine must warn within 24 hours
            """;
    private static final String DUE = ", due 2015-02-11 10:00";

    private static Story attacked(String statements) {
        return Story.under(statements).happened("a", "2015-02-10 10:00", "attack", "by Russia");
    }

    private static Story warned(String when) {
        return attacked(WARN).happened("w", when, "warn", "by Ukraine");
    }

    @Test
    void without_a_trigger_there_is_no_instance() {
        Story.under(WARN).says("2015-02-10 10:00", "4.1", "Ukraine is not yet due []");
    }

    @Test
    void the_duty_is_pending_up_to_the_very_deadline_and_breached_a_millisecond_later() {
        attacked(WARN)
                .says("2015-02-10 10:00", "4.1", "Ukraine is pending" + DUE + " [a]")
                .says("2015-02-11 10:00", "4.1", "Ukraine is pending" + DUE + " [a]")
                .says(
                        "2015-02-11 10:00:00.001",
                        "4.1",
                        "Ukraine is breached, alleged, since 2015-02-11 10:00" + DUE + " [a]");
    }

    @Test
    void an_act_at_the_instant_of_the_deadline_is_in_time() {
        warned("2015-02-11 10:00")
                .says("2015-02-20 00:00", "4.1", "Ukraine is fulfilled, since 2015-02-11 10:00" + DUE + " [a, w]");
    }

    @Test
    void an_act_at_the_instant_of_the_trigger_is_in_time() {
        warned("2015-02-10 10:00")
                .says("2015-02-20 00:00", "4.1", "Ukraine is fulfilled, since 2015-02-10 10:00" + DUE + " [a, w]");
    }

    @Test
    void an_act_before_the_trigger_does_not_count() {
        warned("2015-02-10 09:59:59.999")
                .says("2015-02-20 00:00", "4.1", "Ukraine is breached, alleged, since 2015-02-11 10:00" + DUE + " [a]");
    }

    @Test
    void an_act_after_the_deadline_cures() {
        warned("2015-02-11 10:00:00.001")
                .says(
                        "2015-02-20 00:00",
                        "4.1",
                        "Ukraine is cured, alleged, since 2015-02-11 10:00:00.001" + DUE
                                + ", until 2015-02-11 10:00:00.001 [a, w]");
    }

    @Test
    void an_act_that_may_have_been_late_leaves_it_undetermined() {
        warned("2015-02-11").says("2015-02-20 00:00", "4.1", "Ukraine is undetermined" + DUE + " [a, w]");
    }

    @Test
    void an_act_by_somebody_else_does_not_count() {
        attacked(WARN)
                .happened("w", "2015-02-10 11:00", "warn", "by France")
                .says("2015-02-20 00:00", "4.1", "Ukraine is breached, alleged, since 2015-02-11 10:00" + DUE + " [a]");
    }

    @Test
    void a_trigger_at_an_uncertain_time_gives_an_uncertain_deadline() {
        Story.under(WARN)
                .happened("a", "2015-02-10", "attack", "by Russia")
                .says(
                        "2015-02-11 23:59:59.999",
                        "4.1",
                        "Ukraine is undetermined, due 2015-02-11 00:00 to 2015-02-11 23:59:59.999 [a]")
                .says(
                        "2015-02-12 00:00",
                        "4.1",
                        "Ukraine is breached, alleged, since 2015-02-11 00:00 to 2015-02-11 23:59:59.999, due 2015-02-11 00:00 to 2015-02-11 23:59:59.999 [a]");
    }

    @Test
    void a_disputed_trigger_leaves_the_duty_undetermined() {
        attacked(WARN)
                .found("f", "a", "disputed", "2015-02-10 11:00")
                .says("2015-02-10 12:00", "4.1", "Ukraine is undetermined" + DUE + " [a]")
                .says("2015-02-12 00:00", "4.1", "Ukraine is undetermined" + DUE + " [a]");
    }

    @Test
    void a_duty_that_ceased_to_be_in_force_before_it_was_due_has_lapsed() {
        attacked("state war begins with signed, ends with ended\n"
                        + "4.1  while war, on attack(by Russia), Ukraine must warn within 24 hours")
                .happened("s", "2015-02-01 00:00", "signed")
                .happened("e", "2015-02-11 10:00", "ended")
                .says("2015-02-20 00:00", "4.1", "Ukraine is lapsed" + DUE + " [a]");
    }

    @Test
    void a_duty_without_trigger_that_never_was_in_force_is_not_yet_due() {
        Story.under("state war begins with signed, ends with ended\n4.1  while war, Ukraine must warn by 2015-03-01")
                .says("2015-02-20 00:00", "4.1", "Ukraine is not yet due, due 2015-03-01 23:59:59.999 []")
                .says("2015-03-20 00:00", "4.1", "Ukraine is not yet due, due 2015-03-01 23:59:59.999 []");
    }

    @Test
    void a_false_guard_blocks() {
        attacked("4.1  on attack(by Russia), if signed has happened, Ukraine must warn within 24 hours")
                .says("2015-02-20 00:00", "4.1", "Ukraine is blocked" + DUE + " [a]");
    }

    @Test
    void a_guard_on_an_undefined_term_leaves_it_undetermined_until_the_body_rules() {
        attacked("undefined good_faith\nCommission rules on good_faith\n"
                        + "4.1  on attack(by Russia), if good_faith, Ukraine must warn within 24 hours")
                .ruled("f", "good_faith", "refuted", "2015-02-21 00:00")
                .says("2015-02-20 00:00", "4.1", "Ukraine is undetermined" + DUE + " [a]")
                .says("2015-02-22 00:00", "4.1", "Ukraine is blocked" + DUE + " [a]");
    }

    @Test
    void an_excuse_excuses_what_is_open_ends_a_breach_and_leaves_what_is_fulfilled() {
        String excusable = "event waiver(by: party)\n" + WARN + "5.1  France may excuse 4.1 with waiver(by France)\n";
        attacked(excusable)
                .happened("x", "2015-02-11 09:00", "waiver", "by France")
                .says("2015-02-20 00:00", "4.1", "Ukraine is excused" + DUE + " [a]");
        attacked(excusable)
                .happened("x", "2015-02-12 00:00", "waiver", "by France")
                .says("2015-02-11 12:00", "4.1", "Ukraine is breached, alleged, since 2015-02-11 10:00" + DUE + " [a]")
                .says(
                        "2015-02-20 00:00",
                        "4.1",
                        "Ukraine is cured, alleged, since 2015-02-12 00:00" + DUE + ", until 2015-02-12 00:00 [a, x]");
        attacked(excusable)
                .happened("x", "2015-02-10 11:00", "waiver", "by France")
                .happened("w", "2015-02-10 12:00", "warn", "by Ukraine")
                .says("2015-02-20 00:00", "4.1", "Ukraine is fulfilled, since 2015-02-10 12:00" + DUE + " [a, w]");
    }

    @Test
    void an_act_before_the_not_before_does_not_count() {
        String later = "4.1  Ukraine must warn not before 2015-02-10, by 2015-02-12";
        Story.under(later)
                .happened("w", "2015-02-09 23:59:59.999", "warn", "by Ukraine")
                .says("2015-02-09 12:00", "4.1", "Ukraine is not yet due, due 2015-02-12 23:59:59.999 []")
                .says("2015-02-10 00:00", "4.1", "Ukraine is pending, due 2015-02-12 23:59:59.999 []");
        Story.under(later)
                .happened("w", "2015-02-10 00:00", "warn", "by Ukraine")
                .says(
                        "2015-02-10 00:00",
                        "4.1",
                        "Ukraine is fulfilled, since 2015-02-10 00:00, due 2015-02-12 23:59:59.999 [w]");
    }

    @Test
    void before_a_day_ends_a_millisecond_before_it_begins() {
        Story.under("4.1  Ukraine must warn before 2015-02-12")
                .happened("w", "2015-02-12 00:00", "warn", "by Ukraine")
                .says(
                        "2015-02-20 00:00",
                        "4.1",
                        "Ukraine is cured, alleged, since 2015-02-12 00:00, due 2015-02-11 23:59:59.999, until 2015-02-12 00:00 [w]");
    }

    @Test
    void days_are_counted_without_the_first_and_end_at_midnight() {
        attacked("4.1  on attack(by Russia), Ukraine must warn within 2 days")
                .says("2015-02-11 00:00", "4.1", "Ukraine is pending, due 2015-02-12 23:59:59.999 [a]");
    }

    @Test
    void a_month_from_the_end_of_january_ends_with_february() {
        Story.under("4.1  on attack(by Russia), Ukraine must warn within 1 month")
                .happened("a", "2015-01-31 10:00", "attack", "by Russia")
                .says("2015-02-11 00:00", "4.1", "Ukraine is pending, due 2015-02-28 23:59:59.999 [a]");
    }

    @Test
    void twenty_four_hours_are_exact_when_the_clocks_go_forward() {
        Story.under(WARN)
                .happened("a", "2015-03-28 12:00", "attack", "by Russia")
                .says("2015-03-29 00:00", "4.1", "Ukraine is pending, due 2015-03-29 13:00 [a]");
    }

    @Test
    void several_acts_are_needed_and_the_last_of_them_fulfils() {
        attacked("4.1  on attack(by Russia), Ukraine must warn at least 2 times within 24 hours")
                .happened("v", "2015-02-10 11:00", "warn", "by Ukraine")
                .happened("w", "2015-02-10 12:00", "warn", "by Ukraine")
                .happened("x", "2015-02-10 13:00", "warn", "by Ukraine")
                .says("2015-02-10 11:30", "4.1", "Ukraine is pending" + DUE + " [a]")
                .says("2015-02-20 00:00", "4.1", "Ukraine is fulfilled, since 2015-02-10 12:00" + DUE + " [a, v, w]");
    }

    @Test
    void a_pledge_is_met_when_deliveries_reach_its_quantity() {
        Story.under("event pledge(by: party, quantity: number, due: date), delivery(by: party, quantity: number)\n"
                        + "3.1  on pledge(by G, quantity Q, due D), G must have delivery(by G) totalling Q by D")
                .happened("p", "2015-02-10 10:00", "pledge", "by France, quantity 10, due 2015-02-15")
                .happened("d", "2015-02-11 10:00", "delivery", "by France, quantity 4")
                .happened("e", "2015-02-12 10:00", "delivery", "by Russia, quantity 6")
                .happened("f", "2015-02-13 10:00", "delivery", "by France, quantity 6")
                .says(
                        "2015-02-12 12:00",
                        "3.1",
                        "France(D 2015-02-15, Q 10) is pending, due 2015-02-15 23:59:59.999 [p]")
                .says(
                        "2015-02-14 00:00",
                        "3.1",
                        "France(D 2015-02-15, Q 10) is fulfilled, since 2015-02-13 10:00, due 2015-02-15 23:59:59.999 [d, f, p]");
    }

    @Test
    void a_bearer_that_only_the_trigger_names_is_each() {
        Story.under("3.1  on attack(on V), V must warn within 24 hours")
                .says("2015-02-10 00:00", "3.1", "each V is not yet due []");
    }

    @Test
    void without_its_anchor_a_duty_is_not_yet_due_and_acts_do_not_count() {
        attacked("4.1  on attack(by Russia), Ukraine must warn within 24 hours of signed")
                .happened("w", "2015-02-10 11:00", "warn", "by Ukraine")
                .happened("s", "2015-02-15 00:00", "signed")
                .says("2015-02-14 00:00", "4.1", "Ukraine is not yet due [a]")
                .says("2015-02-15 12:00", "4.1", "Ukraine is pending, due 2015-02-16 00:00 [a, s]");
    }

    @Test
    void a_clock_may_run_from_the_report() {
        Story.under("4.1  on attack(by Russia), Ukraine must warn within 24 hours of the report")
                .happenedKnown("a", "2015-02-10 10:00", "attack", "by Russia", "2015-02-12 08:00")
                .says("2015-02-12 09:00", "4.1", "Ukraine is pending, due 2015-02-13 08:00 [a]");
    }

    @Test
    void an_extension_in_time_moves_the_deadline_and_a_late_one_does_not() {
        String extensible = "event prolong(by: party, until: date)\n" + WARN
                + "5.1  France may extend 4.1 with prolong(by France)\n";
        attacked(extensible)
                .happened("x", "2015-02-11 10:00", "prolong", "by France, until 2015-02-14")
                .says("2015-02-12 00:00", "4.1", "Ukraine is pending, due 2015-02-14 23:59:59.999 [a]");
        attacked(extensible)
                .happened("x", "2015-02-11 10:01", "prolong", "by France, until 2015-02-14")
                .says("2015-02-12 00:00", "4.1", "Ukraine is breached, alleged, since 2015-02-11 10:00" + DUE + " [a]");
    }

    @Test
    void only_some_kinds_of_evidence_make_an_act_sure() {
        attacked(WARN + "evidence for 4.1 is seen, instrument\n")
                .happenedAs("w", "2015-02-10 12:00", "warn", "by Ukraine", holdfast.language.model.Basis.CLAIM)
                .says("2015-02-20 00:00", "4.1", "Ukraine is undetermined" + DUE + " [a, w]");
    }
}
