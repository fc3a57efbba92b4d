package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.format.Formatter;
import org.junit.jupiter.api.Test;

class FormatterTest {
    private static final String UNTIDY = """
            # Title

            Prose   stays *as it is*.

            ```holdfast


            party   Ukraine,Russia -- the two
              -- what happens
            event shelling( by:party,on : party, town: text, place: place ), small_arms_fire(by: party, town: text), explosion


            2.1 while calm,each party P must not
              shelling( by P )
            2.10   on a breach B of 2.1 by Russia, Ukraine must warn(about B) within 24 hours of the start of B where war
            Commission confirms breaches of 2
            read counting as included, 2.2 while not ( calm or(war and peace) ), Ukraine must not shelling(on Russia)
            ```

            ```scenario "Night"
            a1: 2026-03-01 10:00 shelling(by Russia)   known 2026-03-01 12:00
            2026-03-02 shelling( by unattributed )
            at 2026-03-03
            2.1 Russia is breached
            ```
            """;

    private static final String TIDY = """
            # Title

            Prose   stays *as it is*.

            ```holdfast
            party Ukraine, Russia  -- the two
            -- what happens
            event shelling(by: party, on: party, town: text, place: place),
                  small_arms_fire(by: party, town: text),
                  explosion

            2.1   while calm, each party P must not shelling(by P)
            2.10  on a breach B of 2.1 by Russia, Ukraine must warn(about B) within 24 hours of the start of B
                      where war
                  Commission confirms breaches of 2
            read counting as included,
            2.2   while not (calm or (war and peace)), Ukraine must not shelling(on Russia)
            ```

            ```scenario "Night"
            a1: 2026-03-01 10:00  shelling(by Russia) known 2026-03-01 12:00
                2026-03-02        shelling(by unattributed)
            at 2026-03-03
              2.1 Russia is breached
            ```
            """;

    @Test
    void laysOutTheBlocksAndNothingElse() {
        assertThat(Formatter.lay(UNTIDY).text()).isEqualTo(TIDY);
        assertThat(Formatter.lay(TIDY).text()).isEqualTo(TIDY);
    }

    @Test
    void whatIsForTheExaminerStandsBelowTheClauses() {
        String reason = "because \"nobody knows yet what will be settled in the talks about the region\"";
        assertThat(Formatter.lay("```holdfast\n2.1 Ukraine must not attack\n"
                                + "accept   F16,F17 and   F20 for 2.1 and 2.2 because\n\"it is meant\"\n"
                                + "read counting as included, accept F01 for 2.1 " + reason + "\n"
                                + "forces   of Russia , DPR\n and ArmedUnit are in the area\n```\n")
                        .text())
                .isEqualTo("```holdfast\n2.1  Ukraine must not attack\n"
                        + "     accept F16, F17 and F20 for 2.1 and 2.2 because \"it is meant\"\n"
                        + "     read counting as included,\n"
                        + "     accept F01\n         for 2.1 " + reason + "\n"
                        + "     forces of Russia, DPR and ArmedUnit are in the area\n```\n");
    }

    @Test
    void keepsLineEndingsAndTheByteOrderMark() {
        String windows = "\uFEFF" + TIDY.replace("\n", "\r\n");
        assertThat(Formatter.lay(windows.replace("P must", "P  must")).text()).isEqualTo(windows);
    }

    @Test
    void leavesABlockThatCannotBeRead() {
        String broken = "```holdfast\nparty   Ukraine,\n```\n\n```holdfast\nparty   Ukraine\n```\n";
        assertThat(Formatter.lay(broken).text())
                .isEqualTo("```holdfast\nparty   Ukraine,\n```\n\n```holdfast\nparty Ukraine\n```\n");
    }
}
