package holdfast.reference;

import org.junit.jupiter.api.Test;

/** Section 2: what counts is when records were recorded; in which order they arrive does not matter, also for whoever watches. A story tries every order. */
class OrderOfArrivalTest {
    private static final String DUTY = """
            1.1  on attack(by Q), Ukraine must warn within 30 minutes
            Commission confirms breaches of 1.1
            """;
    private static final String PEACE = """
            2.1  each party P must not attack(by P)
            Commission confirms breaches of 2.1
            """;

    @Test
    void a_finding_on_an_act_is_about_a_correction_whose_record_comes_last() {
        Story.under(PEACE)
                .happened("o", "2015-02-10 10:00", "attack", "by Russia")
                .corrected("c", "o", "2015-02-10 10:05", "attack", "by Russia", "2015-02-10 11:00")
                .found("f", "c", "confirmed", "2015-02-10 12:00")
                .says(
                        "2015-02-11 00:00",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is breached, confirmed, since 2015-02-10 10:05, until 2015-02-10 10:05 [o]");
    }

    @Test
    void a_finding_that_names_the_clause_is_about_a_correction_whose_record_comes_last() {
        Story.under(PEACE)
                .happened("o", "2015-02-10 10:00", "attack", "by Russia")
                .corrected("c", "o", "2015-02-10 10:05", "attack", "by Russia", "2015-02-10 11:00")
                .foundFor("f", "2.1", "c", "disputed", "2015-02-10 12:00")
                .says(
                        "2015-02-11 00:00",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is disputed, since 2015-02-10 10:05, until 2015-02-10 10:05 [o]");
    }

    @Test
    void an_attribution_is_about_a_correction_of_a_correction() {
        Story.under(PEACE)
                .happened("o", "2015-02-10 10:00", "attack", "by unattributed")
                .corrected("c", "o", "2015-02-10 10:05", "attack", "by unattributed", "2015-02-10 11:00")
                .corrected("d", "c", "2015-02-10 10:06", "attack", "by unattributed", "2015-02-10 12:00")
                .attributed("x", "d", "Russia", "mission", "2015-02-10 13:00")
                .says(
                        "2015-02-11 00:00",
                        "2.1",
                        "Ukraine is fulfilled []",
                        "Russia is breached, alleged, since 2015-02-10 10:06, until 2015-02-10 10:06 [o]");
    }

    @Test
    void a_withdrawal_of_a_finding_comes_before_what_the_finding_is_about() {
        Story.under(DUTY)
                .happened("o", "2015-02-10 10:00", "attack", "by Russia")
                .corrected("c", "o", "2015-02-10 10:05", "attack", "by Russia", "2015-02-10 11:00")
                .foundFor("f", "1.1", "c", "refuted", "2015-02-10 12:00")
                .withdrawn("w", "f", "2015-02-10 13:00")
                .says(
                        "2015-02-11 00:00",
                        "1.1",
                        "Ukraine(Q Russia) is breached, alleged, since 2015-02-10 10:35, due 2015-02-10 10:35 [o]");
    }
}
