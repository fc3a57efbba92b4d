package holdfast.reference;

import org.junit.jupiter.api.Test;

/** Section 2: what the records make of what happened. */
class FactsTest {
    private static final String PEACE = """
            2.1  each party P must not attack(by P)
            """;
    private static final String RUSSIA =
            "Russia is breached, alleged, since 2015-02-10 10:00, until 2015-02-10 10:00 [a]";
    private static final String NOBODY =
            "nobody named is breached, alleged, since 2015-02-10 10:00, until 2015-02-10 10:00 [a]";
    private static final String UKRAINE_KEPT = "Ukraine is fulfilled []";
    private static final String RUSSIA_KEPT = "Russia is fulfilled []";

    private static Story attack(String statements, String by) {
        return Story.under(statements + PEACE).happened("a", "2015-02-10 10:00", "attack", by);
    }

    @Test
    void a_record_counts_only_from_when_it_became_known() {
        Story.under(PEACE)
                .happenedKnown("a", "2015-02-10 10:00", "attack", "by Russia", "2015-02-12 09:00")
                .saysAsKnown("2015-02-12 08:59", "2015-02-13 00:00", "2.1", UKRAINE_KEPT, RUSSIA_KEPT)
                .saysAsKnown("2015-02-12 09:00", "2015-02-13 00:00", "2.1", UKRAINE_KEPT, RUSSIA);
    }

    @Test
    void what_lies_in_the_future_has_not_happened() {
        Story.under(PEACE)
                .happenedKnown("a", "2015-02-10 10:00", "attack", "by Russia", "2015-02-01 00:00")
                .says("2015-02-10 09:59", "2.1", UKRAINE_KEPT, RUSSIA_KEPT);
    }

    @Test
    void a_withdrawn_observation_is_no_fact() {
        attack("", "by Russia")
                .withdrawn("w", "a", "2015-02-11 00:00")
                .says("2015-02-10 23:00", "2.1", UKRAINE_KEPT, RUSSIA)
                .says("2015-02-11 00:00", "2.1", UKRAINE_KEPT, RUSSIA_KEPT);
    }

    @Test
    void a_withdrawal_that_is_itself_withdrawn_has_no_effect() {
        attack("", "by Russia")
                .withdrawn("w", "a", "2015-02-11 00:00")
                .withdrawn("x", "w", "2015-02-12 00:00")
                .says("2015-02-12 00:00", "2.1", UKRAINE_KEPT, RUSSIA);
    }

    @Test
    void a_withdrawal_recorded_before_its_record_has_no_effect() {
        attack("", "by Russia")
                .withdrawn("w", "a", "2015-02-09 00:00")
                .says("2015-02-12 00:00", "2.1", UKRAINE_KEPT, RUSSIA);
    }

    @Test
    void a_correction_replaces_the_record_whole() {
        attack("", "by Russia")
                .corrected("b", "a", "2015-02-11 11:00", "attack", "by Ukraine", "2015-02-12 00:00")
                .says(
                        "2015-02-13 00:00",
                        "2.1",
                        "Ukraine is breached, alleged, since 2015-02-11 11:00, until 2015-02-11 11:00 [a]",
                        RUSSIA_KEPT);
    }

    @Test
    void the_latest_of_several_corrections_counts_and_withdrawing_it_brings_back_the_one_before() {
        attack("", "by Ukraine")
                .corrected("b", "a", "2015-02-10 10:00", "attack", "by Russia", "2015-02-12 00:00")
                .corrected("c", "b", "2015-02-10 10:00", "attack", "", "2015-02-13 00:00")
                .withdrawn("w", "c", "2015-02-14 00:00")
                .says("2015-02-13 12:00", "2.1", UKRAINE_KEPT, RUSSIA_KEPT, NOBODY)
                .says("2015-02-15 00:00", "2.1", UKRAINE_KEPT, RUSSIA);
    }

    @Test
    void withdrawing_the_root_withdraws_its_corrections() {
        attack("", "by Ukraine")
                .corrected("b", "a", "2015-02-10 10:00", "attack", "by Russia", "2015-02-12 00:00")
                .withdrawn("w", "a", "2015-02-14 00:00")
                .says("2015-02-15 00:00", "2.1", UKRAINE_KEPT, RUSSIA_KEPT);
    }

    @Test
    void a_correction_of_nothing_has_no_effect() {
        Story.under(PEACE)
                .corrected("b", "unknown", "2015-02-10 10:00", "attack", "by Russia", "2015-02-12 00:00")
                .says("2015-02-15 00:00", "2.1", UKRAINE_KEPT, RUSSIA_KEPT);
    }

    @Test
    void an_attribution_fills_a_gap() {
        attack("", "")
                .attributed("t", "a", "Russia", "press", "2015-02-11 00:00")
                .says("2015-02-10 12:00", "2.1", UKRAINE_KEPT, RUSSIA_KEPT, NOBODY)
                .says("2015-02-12 00:00", "2.1", UKRAINE_KEPT, RUSSIA);
    }

    @Test
    void the_first_to_fill_a_gap_prevails() {
        attack("", "")
                .attributed("t", "a", "Russia", "press", "2015-02-11 00:00")
                .attributed("u", "a", "Ukraine", "press", "2015-02-12 00:00")
                .says("2015-02-13 00:00", "2.1", UKRAINE_KEPT, RUSSIA);
    }

    @Test
    void an_attribution_by_anybody_never_takes_a_name_away() {
        attack("", "by Russia")
                .attributed("t", "a", "Ukraine", "press", "2015-02-11 00:00")
                .says("2015-02-12 00:00", "2.1", UKRAINE_KEPT, RUSSIA);
    }

    @Test
    void the_attributor_settles_who_did_it_and_may_change_its_mind() {
        attack("Commission attributes\n", "by Ukraine")
                .attributed("t", "a", "Russia", "Commission", "2015-02-11 00:00")
                .attributed("u", "a", "unattributed", "Commission", "2015-02-12 00:00")
                .says("2015-02-11 12:00", "2.1", UKRAINE_KEPT, RUSSIA)
                .says("2015-02-13 00:00", "2.1", UKRAINE_KEPT, RUSSIA_KEPT, NOBODY);
    }

    @Test
    void a_refuted_observation_is_no_fact_and_a_disputed_one_is_unsure() {
        attack("", "by Russia")
                .found("f", "a", "disputed", "2015-02-11 00:00")
                .found("g", "a", "refuted", "2015-02-12 00:00")
                .says(
                        "2015-02-11 12:00",
                        "2.1",
                        UKRAINE_KEPT,
                        "Russia is undetermined, since 2015-02-10 10:00, until 2015-02-10 10:00 [a]")
                .says("2015-02-13 00:00", "2.1", UKRAINE_KEPT, RUSSIA_KEPT);
    }

    @Test
    void observations_of_one_incident_count_once_at_the_time_they_share() {
        Story.under(
                        "define spree(by P) as at least 2 attack(by P)\n2.1  Russia must not spree(by Russia)\n2.2  Russia must not attack")
                .happenedIn("i", "a", "2015-02-10 10:00 to 2015-02-10 12:00", "attack", "by Russia")
                .happenedIn("i", "b", "2015-02-10 11:00 to 2015-02-10 13:00", "attack", "")
                .says("2015-02-12 00:00", "2.1", "Russia is fulfilled []")
                .says(
                        "2015-02-12 00:00",
                        "2.2",
                        "Russia is breached, alleged, since 2015-02-10 11:00 to 2015-02-10 12:00, until 2015-02-10 11:00 to 2015-02-10 12:00 [a, b]");
    }

    @Test
    void an_unknown_event_is_no_fact() {
        Story.under(PEACE)
                .happened("a", "2015-02-10 10:00", "raid")
                .says("2015-02-12 00:00", "2.1", UKRAINE_KEPT, RUSSIA_KEPT);
    }
}
