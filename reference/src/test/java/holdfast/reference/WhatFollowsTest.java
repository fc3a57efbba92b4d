package holdfast.reference;

import holdfast.language.model.Basis;
import org.junit.jupiter.api.Test;

/** What a duty, a breach or a state sets in motion, and what becomes of that when the records change. */
class WhatFollowsTest {
    private static final String WEEKLY =
            "event report(by: party)\nstate settlement begins with signed, ends with ended\n"
                    + "2.1  while settlement, Russia must report every 1 week\n";

    // recurring duties

    @Test
    void a_missed_week_is_answered_until_the_late_report_shows_that_it_was_not_missed() {
        Story.under(WEEKLY + "2.2  on a breach B of 2.1, Ukraine must warn within 24 hours")
                .happened("s", "2015-02-02 09:00", "signed")
                .happenedKnown("r", "2015-02-08 09:00", "report", "by Russia", "2015-02-10 20:00")
                .says("2015-02-09 09:00", "2.2", "Ukraine is not yet due []")
                .says(
                        "2015-02-10 10:00",
                        "2.2",
                        "Ukraine is breached, alleged, since 2015-02-10 09:00, due 2015-02-10 09:00 []")
                .says("2015-02-11 10:00", "2.2", "Ukraine is not yet due []")
                .isTheSameForBothAt("2015-02-09 10:00", "2015-02-11 10:00", "2015-02-17 10:00", "2015-02-25 10:00");
    }

    @Test
    void weeks_of_a_settlement_whose_beginning_and_end_are_known_to_the_day() {
        Story.under(WEEKLY + "2.2  on a breach B of 2.1, Ukraine must warn within 24 hours")
                .happened("s", "2015-02-02", "signed")
                .happened("r", "2015-02-09", "report", "by Russia")
                .happened("q", "2015-02-12 10:00", "report", "by Russia")
                .happened("e", "2015-02-24", "ended")
                .isTheSameForBothAt(
                        "2015-02-02 12:00",
                        "2015-02-09 12:00",
                        "2015-02-10 12:00",
                        "2015-02-17 12:00",
                        "2015-02-24 12:00",
                        "2015-02-25 00:00",
                        "2015-03-10 00:00");
    }

    @Test
    void a_doubtful_beginning_leaves_open_which_weeks_there_are() {
        Story.under(WEEKLY + "evidence for 2 is seen\n2.2  on a breach B of 2.1, Ukraine must warn within 24 hours")
                .happenedAs("p", "2015-02-01 09:00", "signed", "", Basis.MEDIA)
                .happenedAs("s", "2015-02-04 09:00", "signed", "", Basis.SEEN)
                .happenedAs("r", "2015-02-09 09:00", "report", "by Russia", Basis.MEDIA)
                .isTheSameForBothAt("2015-02-03 00:00", "2015-02-08 10:00", "2015-02-11 10:00", "2015-02-19 00:00");
    }

    // what fulfilment sets in motion

    private static final String CHAIN = "4.1  on attack(by P, on Q, killed K), Q must warn within 24 hours\n"
            + "4.2  when 4.1 is fulfilled, P must warn within 48 hours\n"
            + "4.3  when 4.1 is cured, P must warn within 72 hours\n"
            + "4.4  while 4.1 is fulfilled, France must not attack\n";

    @Test
    void fulfilment_hands_on_who_did_what_to_whom() {
        Story.under(CHAIN)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia, on Ukraine, killed 2")
                .happened("w", "2015-02-10 12:00", "warn", "by Ukraine")
                .isTheSameForBothAt("2015-02-10 11:00", "2015-02-10 12:00", "2015-02-12 12:00", "2015-02-12 13:00");
    }

    @Test
    void a_deed_that_comes_late_cures_and_one_that_is_dated_back_fulfils() {
        Story.under(CHAIN)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia, on Ukraine, killed 2")
                .happened("w", "2015-02-12 12:00", "warn", "by Ukraine")
                .corrected("c", "w", "2015-02-11 09:00", "warn", "by Ukraine", "2015-02-14 00:00")
                .happened("f", "2015-02-13 10:00", "attack", "by France, on Ukraine, killed 0")
                .isTheSameForBothAt("2015-02-11 12:00", "2015-02-12 12:00", "2015-02-13 12:00", "2015-02-14 12:00");
    }

    @Test
    void a_deed_known_to_the_day_of_the_deadline_may_fulfil_or_cure() {
        Story.under(CHAIN)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia, on Ukraine, killed 2")
                .happened("w", "2015-02-11", "warn", "by Ukraine")
                .corrected("c", "w", "2015-02-11 10:00", "warn", "by Ukraine", "2015-02-13 00:00")
                .isTheSameForBothAt("2015-02-11 12:00", "2015-02-12 12:00", "2015-02-13 12:00");
    }

    // states

    private static final String STATES = "state war begins with signed, ends with ended\n"
            + "state armed is war and warn has happened\n"
            + "state calm is not war\n"
            + "state either is calm or armed\n"
            + "4.1  when armed begins, France must warn within 24 hours\n"
            + "4.2  when calm begins, France must warn within 24 hours\n"
            + "4.3  when either ends, France must warn within 24 hours\n"
            + "4.4  when armed ends, Ukraine must warn within 24 hours\n";

    @Test
    void a_state_made_of_others_begins_and_ends_with_them() {
        Story.under(STATES)
                .happened("s", "2015-02-10 10:00", "signed")
                .happened("w", "2015-02-11 10:00", "warn", "by Russia")
                .happened("e", "2015-02-13 10:00", "ended")
                .isTheSameForBothAt("2015-02-10 12:00", "2015-02-11 12:00", "2015-02-13 12:00", "2015-02-15 00:00");
    }

    @Test
    void a_state_whose_beginning_is_known_to_the_day_sets_in_motion_at_some_time_of_it() {
        Story.under(STATES)
                .happened("s", "2015-02-10", "signed")
                .happened("w", "2015-02-11", "warn", "by Russia")
                .happened("e", "2015-02-11", "ended")
                .happened("t", "2015-02-12 08:00", "signed")
                .isTheSameForBothAt(
                        "2015-02-10 12:00",
                        "2015-02-11 12:00",
                        "2015-02-12 00:00",
                        "2015-02-12 12:00",
                        "2015-02-20 00:00");
    }

    @Test
    void a_state_of_undefined_words_may_begin_at_any_time() {
        Story.under("undefined proper\nstate war begins with signed, ends with ended\n"
                        + "state order is war and proper\n"
                        + "4.1  when order begins, France must warn within 24 hours\n"
                        + "4.2  when order ends, France must warn within 24 hours\n"
                        + "4.3  while order, Russia must not attack")
                .happened("s", "2015-02-10 10:00", "signed")
                .happened("a", "2015-02-10 12:00", "attack", "by Russia")
                .happened("e", "2015-02-11 10:00", "ended")
                .isTheSameForBothAt("2015-02-10 09:00", "2015-02-10 11:00", "2015-02-11 09:00", "2015-02-12 12:00");
    }

    // levels and quiet

    private static final String STRENGTH = "event headcount(of: party, soldiers: number)\n"
            + "define strength(of P) as the latest soldiers in headcount(of P)\n"
            + "2.1  while strength(of Ukraine) more than 100, Russia must not attack(by Russia)\n"
            + "2.2  Ukraine must keep strength(of Ukraine) at most 200\n";

    @Test
    void of_several_counts_at_one_instant_the_last_by_name_counts() {
        Story.under(STRENGTH)
                .happened("b", "2015-02-10 10:00", "headcount", "of Ukraine, soldiers 50")
                .happened("a", "2015-02-10 10:00", "headcount", "of Ukraine, soldiers 250")
                .happened("x", "2015-02-10 12:00", "attack", "by Russia")
                .happened("c", "2015-02-11 10:00", "headcount", "of Ukraine, soldiers 150")
                .isTheSameForBothAt("2015-02-10 13:00", "2015-02-12 00:00");
    }

    @Test
    void before_the_first_count_and_while_counts_are_doubtful_nobody_knows_the_strength() {
        Story.under(STRENGTH + "evidence for 2 is seen\n")
                .happened("x", "2015-02-09 12:00", "attack", "by Russia")
                .happenedAs("a", "2015-02-10 10:00", "headcount", "of Ukraine, soldiers 150", Basis.MEDIA)
                .happened("y", "2015-02-10 12:00", "attack", "by Russia")
                .happened("b", "2015-02-11", "headcount", "of Ukraine, soldiers 250")
                .happened("z", "2015-02-11 12:00", "attack", "by Russia")
                .isTheSameForBothAt("2015-02-09 13:00", "2015-02-10 13:00", "2015-02-11 13:00", "2015-02-13 00:00");
    }

    @Test
    void quiet_lasts_to_the_very_instant_of_the_next_shot() {
        Story.under("event shot\n2.1  while no shot for 24 hours, Russia must not attack(by Russia)\n"
                        + "4.1  if no shot for 24 hours, Ukraine must warn by 2015-02-15")
                .happened("s", "2015-02-10 10:00", "shot")
                .happened("a", "2015-02-11 10:00", "attack", "by Russia")
                .happened("b", "2015-02-11 10:00:00.001", "attack", "by Russia")
                .happened("t", "2015-02-11 12:00", "shot")
                .isTheSameForBothAt(
                        "2015-02-11 09:59:59.999", "2015-02-11 10:00", "2015-02-11 11:00", "2015-02-12 12:00:00.001");
    }

    // values that are not said

    @Test
    void an_act_that_does_not_say_how_many_is_none_of_so_many() {
        Story.under("2.1  Russia must not attack(by Russia, killed K) where K at least 3\n"
                        + "2.2  Russia must not attack(by Russia, killed K) where K is 3\n"
                        + "2.3  Russia must not attack(by Russia, on Q) where Q is Ukraine\n")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .says("2015-02-11 00:00", "2.2", "Russia is fulfilled []")
                .happened("b", "2015-02-11 10:00", "attack", "by Russia, killed 3, on Ukraine")
                .happened("c", "2015-02-12 10:00", "attack", "by Russia, killed 2, on Russia")
                .isTheSameForBothAt("2015-02-11 12:00", "2015-02-13 00:00");
    }

    // breaches that grow

    @Test
    void a_breach_has_grown_with_the_first_of_the_wider_attacks_that_surely_ends_in_it() {
        Story.under("2.1  each party P must not attack(by P)\na breach of 2 ends after 48 hours without a further act\n"
                        + "evidence for 2 is seen\n"
                        + "define wider_attack(by P) as attack(by P, killed K) where K at least 3\n"
                        + "4.1  on a breach B of 2 by Russia, Ukraine must warn within 1 hour\n"
                        + "4.2  if B grows into wider_attack(by Russia), France must warn within 72 hours\n")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("c", "2015-02-12", "attack", "by Russia, killed 5")
                .happened("b", "2015-02-11 10:00", "attack", "by Russia, killed 4")
                .happenedAs("d", "2015-02-10 12:00", "attack", "by Russia, killed 9", Basis.MEDIA)
                .isTheSameForBothAt("2015-02-10 13:00", "2015-02-11 12:00", "2015-02-12 12:00", "2015-02-20 00:00");
    }
}
