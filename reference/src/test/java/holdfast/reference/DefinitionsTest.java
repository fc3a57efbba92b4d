package holdfast.reference;

import org.junit.jupiter.api.Test;

/** Sections 5 to 7: conditions, derived events and decisions, seen through a prohibition of what is derived. */
class DefinitionsTest {
    private static final String KEPT = "Russia is fulfilled []";

    private static Story forbidding(String definition) {
        return Story.under(definition + "\n2.1  Russia must not done(by Russia)");
    }

    private static String at(String since, String records) {
        return "Russia is breached, alleged, since " + since + ", until " + since + " [" + records + "]";
    }

    /** Of what is counted: the breach goes on as long as the window after the last act. */
    private static String counted(String since, String until, String records) {
        return "Russia is breached, alleged, since " + since + (until.isEmpty() ? "" : ", until " + until) + " ["
                + records + "]";
    }

    private static String unsureAt(String since, String until, String records) {
        return "Russia is undetermined, since " + since + ", until " + until + " [" + records + "]";
    }

    @Test
    void a_selection_takes_each_of_several_events_that_satisfies_its_condition() {
        forbidding("define done(by P) as attack(by P, killed K) where K at least 2")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia, killed 1")
                .happened("b", "2015-02-11 10:00", "attack", "by Russia, killed 2")
                .happened("c", "2015-02-12 10:00", "attack", "by Russia")
                .says("2015-02-13 00:00", "2.1", at("2015-02-11 10:00", "b"));
    }

    @Test
    void a_count_is_reached_within_its_window_and_not_a_millisecond_outside_it() {
        String spree = "define done(by P) as at least 2 attack(by P) within 24 hours";
        forbidding(spree)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("b", "2015-02-11 10:00", "attack", "by Russia")
                .says("2015-02-13 00:00", "2.1", counted("2015-02-11 10:00", "2015-02-12 10:00", "a, b"));
        forbidding(spree)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("b", "2015-02-11 10:00:00.001", "attack", "by Russia")
                .says("2015-02-13 00:00", "2.1", KEPT);
    }

    @Test
    void a_count_is_kept_for_each_actor() {
        forbidding("define done(by P) as at least 2 attack(by P) within 24 hours")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("b", "2015-02-10 11:00", "attack", "by Ukraine")
                .says("2015-02-13 00:00", "2.1", KEPT);
    }

    @Test
    void a_coarse_report_may_or_may_not_complete_a_count() {
        forbidding("define done(by P) as at least 2 attack(by P) within 24 hours")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("b", "2015-02-11", "attack", "by Russia")
                .says(
                        "2015-02-13 00:00",
                        "2.1",
                        unsureAt(
                                "2015-02-11 00:00 to 2015-02-11 23:59:59.999",
                                "2015-02-12 00:00 to 2015-02-12 23:59:59.999",
                                "a, b"));
    }

    @Test
    void different_targets_are_counted_once_each() {
        String targets = "define done(by P) as at least 2 different T in attack(by P, on T)";
        forbidding(targets)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia, on Ukraine")
                .happened("b", "2015-02-10 11:00", "attack", "by Russia, on Ukraine")
                .says("2015-02-13 00:00", "2.1", KEPT)
                .happened("c", "2015-02-10 12:00", "attack", "by Russia, on France")
                .says("2015-02-13 00:00", "2.1", counted("2015-02-10 12:00", "", "a, b, c"));
    }

    @Test
    void a_sum_is_reached_and_a_missing_number_counts_as_nothing() {
        forbidding("define done(by P) as sum of killed in attack(by P) at least 5")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia, killed 3")
                .happened("b", "2015-02-10 11:00", "attack", "by Russia")
                .says("2015-02-13 00:00", "2.1", KEPT)
                .happened("c", "2015-02-10 12:00", "attack", "by Russia, killed 2")
                .says("2015-02-13 00:00", "2.1", counted("2015-02-10 12:00", "", "a, b, c"));
    }

    @Test
    void what_follows_closely_is_merged_into_one_at_the_time_of_the_first() {
        forbidding("define done(by P) as attack(by P) merged within 1 hour")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("b", "2015-02-10 11:00", "attack", "by Russia")
                .happened("c", "2015-02-10 12:00:00.001", "attack", "by Russia")
                .says("2015-02-13 00:00", "2.1", at("2015-02-10 10:00", "a, b"), at("2015-02-10 12:00:00.001", "c"));
    }

    @Test
    void a_sequence_needs_one_strictly_before_the_other() {
        String sequence = "define done(by P) as signed then attack(by P) within 24 hours";
        forbidding(sequence)
                .happened("s", "2015-02-10 10:00", "signed")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .says("2015-02-13 00:00", "2.1", KEPT);
        forbidding(sequence)
                .happened("s", "2015-02-10 10:00", "signed")
                .happened("a", "2015-02-11 10:00", "attack", "by Russia")
                .says("2015-02-13 00:00", "2.1", at("2015-02-11 10:00", "a, s"));
    }

    @Test
    void an_absence_is_known_only_once_the_deadline_is_over() {
        String silence = "define done(by P) as no warn within 24 hours of attack(by P)";
        forbidding(silence)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .says("2015-02-11 10:00", "2.1", KEPT)
                .says("2015-02-11 10:00:00.001", "2.1", at("2015-02-11 10:00", "a"));
        forbidding(silence)
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("w", "2015-02-11 10:00", "warn", "by Ukraine")
                .says("2015-02-13 00:00", "2.1", KEPT);
    }

    @Test
    void so_long_after_an_event_is_an_event() {
        forbidding("define done(by P) as 3 days after attack(by P)")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .says("2015-02-13 23:00", "2.1", KEPT)
                .says("2015-02-14 12:00", "2.1", at("2015-02-13 23:59:59.999", "a"));
    }

    @Test
    void all_of_several_events_is_complete_with_the_last_of_the_first() {
        forbidding("define done(by P) as all of warn(by P), attack(by P)")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .says("2015-02-10 12:00", "2.1", KEPT)
                .happened("s", "2015-02-11 10:00", "warn", "by Russia")
                .happened("b", "2015-02-12 10:00", "attack", "by Russia")
                .says("2015-02-13 00:00", "2.1", at("2015-02-11 10:00", "a, s"));
    }

    // conditions

    @Test
    void a_level_is_the_latest_reported_figure() {
        Story.under("event headcount(of: party, count: number)\n"
                        + "define strength(of P) as the latest count in headcount(of P)\nstate settlement begins with signed\n"
                        + "2.1  while settlement, Russia must keep strength(of Russia) at most 100")
                .happened("s", "2015-02-01 00:00", "signed")
                .happened("h", "2015-02-10 00:00", "headcount", "of Russia, count 90")
                .happened("i", "2015-02-11 00:00", "headcount", "of Russia, count 110")
                .says("2015-02-05 00:00", "2.1", "Russia is undetermined, since 2015-02-01 00:00 [s]")
                .says(
                        "2015-02-12 00:00",
                        "2.1",
                        "Russia is undetermined, since 2015-02-01 00:00 [s]",
                        "Russia is breached, alleged, since 2015-02-11 00:00 [i]");
    }

    @Test
    void quiet_for_a_span_holds_again_right_after_it() {
        Story.under("2.1  on signed, if no attack for 24 hours, Ukraine must warn within 1 hour")
                .happened("a", "2015-02-10 10:00", "attack", "by Russia")
                .happened("s", "2015-02-11 09:30", "signed")
                .says("2015-02-11 10:00", "2.1", "Ukraine is blocked, due 2015-02-11 10:30 [s]")
                .says("2015-02-11 10:00:00.001", "2.1", "Ukraine is pending, due 2015-02-11 10:30 [s]");
    }

    @Test
    void another_clause_that_is_fulfilled_or_breached_may_be_a_condition() {
        Story.under("3.1  Ukraine must warn by 2015-02-10\n"
                        + "3.2  on signed, if 3.1 is fulfilled, France must warn within 1 hour\n"
                        + "3.3  on signed, if 3.1 is breached, France must warn within 1 hour")
                .happened("s", "2015-02-12 10:00", "signed")
                .says("2015-02-12 10:30", "3.2", "France is blocked, due 2015-02-12 11:00 [s]")
                .says("2015-02-12 10:30", "3.3", "France is pending, due 2015-02-12 11:00 [s]");
    }

    // decisions

    private static final String SUSPENSION = "2.1  Russia must not attack\n"
            + "9.1  Commission may suspend 2.1 with decision(of Commission, result \"adopted\")\n";

    private static Story moved(String statements) {
        return Story.under(statements).happened("m", "2015-02-10 10:00", "motion", "of Commission, id m1, on truce");
    }

    @Test
    void a_majority_adopts_with_the_vote_that_makes_it() {
        moved(SUSPENSION)
                .happened("u", "2015-02-10 11:00", "vote", "by Ukraine, id m1, choice yes")
                .says("2015-02-10 12:00", "2.1", KEPT)
                .happened("f", "2015-02-10 13:00", "vote", "by France, id m1, choice yes")
                .says("2015-02-10 13:00", "2.1", "Russia is lapsed []");
    }

    @Test
    void only_the_latest_vote_of_a_member_counts() {
        moved(SUSPENSION)
                .happened("u", "2015-02-10 11:00", "vote", "by Ukraine, id m1, choice yes")
                .happened("v", "2015-02-10 12:00", "vote", "by Ukraine, id m1, choice no")
                .happened("f", "2015-02-10 13:00", "vote", "by France, id m1, choice yes")
                .says("2015-02-10 14:00", "2.1", KEPT);
    }

    @Test
    void who_is_no_member_has_no_vote() {
        moved(SUSPENSION)
                .happened("u", "2015-02-10 11:00", "vote", "by Ukraine, id m1, choice yes")
                .happened("f", "2015-02-10 13:00", "vote", "by Militia, id m1, choice yes")
                .says("2015-02-10 14:00", "2.1", KEPT);
    }

    private static String council(String rest) {
        return "body Council of Ukraine, Russia, France, decides by consensus" + rest
                + "\n2.1  Russia must not attack\n"
                + "9.1  Council may suspend 2.1 with decision(of Council, result \"adopted\")\n";
    }

    private static Story movedInCouncil(String rest) {
        return Story.under(council(rest)).happened("m", "2015-02-10 10:00", "motion", "of Council, id m1, on truce");
    }

    @Test
    void silence_that_means_consent_adopts_once_the_time_limit_is_over() {
        movedInCouncil(", within 24 hours, silence means consent")
                .says("2015-02-11 10:00", "2.1", KEPT)
                .says("2015-02-11 10:00:00.001", "2.1", "Russia is lapsed []");
    }

    @Test
    void silence_that_means_refusal_refuses() {
        movedInCouncil(", within 24 hours, silence means refusal")
                .happened("u", "2015-02-10 11:00", "vote", "by Ukraine, id m1, choice yes")
                .says("2015-02-12 00:00", "2.1", KEPT);
    }

    @Test
    void a_veto_refuses() {
        Story.under(
                        "body Council of Ukraine, Russia, France, decides by 2 of 3, Russia may veto\n2.1  Russia must not attack\n"
                                + "9.1  Council may suspend 2.1 with decision(of Council, result \"adopted\")\n")
                .happened("m", "2015-02-10 10:00", "motion", "of Council, id m1, on truce")
                .happened("u", "2015-02-10 11:00", "vote", "by Ukraine, id m1, choice yes")
                .happened("f", "2015-02-10 12:00", "vote", "by France, id m1, choice yes")
                .says("2015-02-10 13:00", "2.1", KEPT)
                .happened("r", "2015-02-10 14:00", "vote", "by Russia, id m1, choice no")
                .says("2015-02-10 15:00", "2.1", KEPT);
    }

    @Test
    void a_holder_of_a_veto_who_consents_lets_it_pass() {
        Story.under(
                        "body Council of Ukraine, Russia, France, decides by 2 of 3, Russia may veto\n2.1  Russia must not attack\n"
                                + "9.1  Council may suspend 2.1 with decision(of Council, result \"adopted\")\n")
                .happened("m", "2015-02-10 10:00", "motion", "of Council, id m1, on truce")
                .happened("u", "2015-02-10 11:00", "vote", "by Ukraine, id m1, choice yes")
                .happened("r", "2015-02-10 14:00", "vote", "by Russia, id m1, choice yes")
                .says("2015-02-10 15:00", "2.1", "Russia is lapsed []");
    }
}
