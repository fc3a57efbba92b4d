package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An explanation names what the verdict rests on: the words that were signed, what ended a breach, what moved a deadline. */
class ExplainWordsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private static final String HEAD = """
            # The ford of Hale
            ```holdfast
            agreement "The ford of Hale"
            time zone Europe/Oslo
            days count excluding the first day
            party Hale, Vik
            event truce, leave_bank(by: party), clear_path(by: party), fire(by: party), post_manned, post_left
            ```
            """;

    private String explain(String articles, String records, String clause) throws IOException {
        Path text = Files.writeString(temp.resolve("hale.md"), HEAD + articles);
        Path rows = Files.writeString(temp.resolve("rows.csv"), "id,source,occurred,event,basis,by\n" + records);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new Main(new ShippedAgreements(Optional.empty()), new Main.Looks(false, false))
                .execute(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "explain",
                        text.toString(),
                        "--records",
                        rows.toString(),
                        "--clause",
                        clause);
        assertThat(status).as(err.toString()).isZero();
        return out.toString().replaceAll("\\s+", " ");
    }

    private static final String TWO_PHASES = """
            ## Article 1. Two phases

            First, both sides leave the bank.

            The bank is the strip between the water and the road.

            ```holdfast
            1.1 each party P must leave_bank(by P) within 10 days of truce
            ```

            Then the path is cleared:

            - of mines,
            - of wire.

            ```holdfast
            1.2 each party P must clear_path(by P) within 20 days of truce
            ```

            ```holdfast
            1.3 Hale must not fire
            ```
            """;

    @Test
    void quotesTheProseAboveTheBlock() throws IOException {
        String truce = "t,M,2026-03-01 10:00,truce,seen,\n";
        assertThat(explain(TWO_PHASES, truce, "1.1"))
                .contains(
                        "says: “First, both sides leave the bank. The bank is the strip between the water and the road.”");
        assertThat(explain(TWO_PHASES, truce, "1.2"))
                .contains("says: “Then the path is cleared: of mines, of wire.”")
                .doesNotContain("leave the bank.");
        assertThat(explain(TWO_PHASES, truce, "1.3"))
                .as("a block with no prose of its own")
                .contains("says: “Then the path is cleared: of mines, of wire.”");
    }

    /** Whoever asks why reads what is the same under all readings once, and of each reading what it has of its own. */
    @Test
    void whatRivalReadingsShareIsToldOnce() throws IOException {
        String said = explain("""
                ## Article 1. The path

                Hale clears the path within ten days.

                ```holdfast
                question start "ten days from when" answers truce_day, post_day
                read start as truce_day, 1.1 Hale must clear_path within 10 days of truce
                read start as post_day, 1.1 Hale must clear_path within 10 days of post_manned
                ```
                """, """
                t,M,2026-03-01 10:00,truce,seen,
                p,M,2026-03-05 10:00,post_manned,seen,
                n,M,2026-04-01 10:00,fire,seen,Vik
                """, "1.1");
        assertThat(said).containsOnlyOnce("Hale clears the path within ten days.");
        assertThat(said).containsOnlyOnce("1.1 Hale: breached, alleged");
        assertThat(said)
                .contains("If start is read as “truce day”: Hale has breached clause 1.1")
                .contains("If start is read as “post day”: Hale has breached clause 1.1");
    }

    /** What two answers agree in is told under both, and named as read in either way. */
    @Test
    void readingsThatTellTheSameAreNamedTogether() throws IOException {
        String said = explain("""
                ## Article 1. The path

                ```holdfast
                question start "ten days from when" answers truce_day, day_named, post_day
                read start as truce_day, 1.1 Hale must clear_path within 10 days of truce
                read start as day_named, 1.1 Hale must clear_path within 10 days of truce
                read start as post_day, 1.1 Hale must clear_path within 20 days of truce
                ```
                """, """
                t,M,2026-03-01 10:00,truce,seen,
                n,M,2026-04-01 10:00,fire,seen,Vik
                """, "1.1");
        assertThat(said).contains("If start is read as “day named”, or if start is read as “truce day”: Hale has");
    }

    @Test
    void ofMuchProseQuotesWhatStandsNearest() throws IOException {
        String far = "The delegations met for many days and recalled what had gone before. ".repeat(10);
        String said = explain(
                "## Article 1. Fire\n\n" + far
                        + "\n\nHale does not fire across the ford.\n\n```holdfast\n1.1 Hale must not fire\n```\n",
                "f,M,2026-03-01 10:00,fire,seen,Hale\n",
                "1.1");
        assertThat(said).contains("says: “… Hale does not fire across the ford.”");
    }

    @Test
    void saysWhatEndedABreachAndHowLongItLasted() throws IOException {
        String articles = """
                ## Article 1. Fire
                ```holdfast
                state manned begins with post_manned, ends with post_left
                1.1 Hale must not fire
                a breach of 1.1 ends after 36 hours without a further act
                1.2 Vik must not fire
                1.3 Hale must keep not manned
                ```
                """;
        String records = """
                f1,M,2026-03-01 10:00,fire,seen,Hale
                f2,M,2026-03-02 10:00,fire,seen,Hale
                f3,M,2026-03-01 10:00,fire,seen,Vik
                p1,M,2026-03-01 10:00,post_manned,seen,
                p2,M,2026-03-04 12:00,post_left,seen,
                f4,M,2026-03-20 10:00,fire,seen,Vik
                """;
        assertThat(explain(articles, records, "1.1"))
                .contains("that breach ended on 3 Mar 2026 22:00, when 36 hours passed without a further act; it had"
                        + " lasted 2 days 12 hours");
        assertThat(explain(articles, records, "1.2")).contains("that breach ended with the act");
        assertThat(explain(articles, records, "1.3"))
                .contains("that breach ended on 4 Mar 2026 12:00, when it was so again that “manned” does not hold")
                .contains("it had lasted 3 days 2 hours");
    }

    @Test
    void namesTheExtensionThatPutADeadlineOff() throws IOException {
        String articles = """
                ## Article 1. The bank
                ```holdfast
                event agree_later(by: party, to: date)
                define both_agree(to D) as all of agree_later(by Hale, to D), agree_later(by Vik, to D)
                1.1 Hale must leave_bank by 2026-03-10
                1.2 Vik may extend 1.1 with both_agree
                1.3 Vik must clear_path within 10 days of truce
                ```
                """;
        String records = """
                t,M,2026-03-01 10:00,truce,seen,,
                a1,M,2026-03-08 10:00,agree_later,seen,Hale,2026-03-20
                a2,M,2026-03-09 10:00,agree_later,seen,Vik,2026-03-20
                l,M,2026-03-18 10:00,leave_bank,seen,Hale,
                """;
        Path text = Files.writeString(temp.resolve("hale.md"), HEAD + articles);
        Path rows = Files.writeString(
                temp.resolve("rows.csv"), "id,source,occurred,event,basis,by,attribute.to\n" + records);
        StringWriter out = new StringWriter();
        new Main(new ShippedAgreements(Optional.empty()), new Main.Looks(false, false))
                .execute(
                        new PrintWriter(out),
                        new PrintWriter(new StringWriter()),
                        "explain",
                        text.toString(),
                        "--records",
                        rows.toString(),
                        "--clause",
                        "1");
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "The deadline, by 10 March 2026, was put off to 20 Mar 2026 by agree later (by Hale, to 20 Mar 2026)"
                                + " on 8 Mar 2026 10:00 (a1, seen); agree later (by Vik, to 20 Mar 2026) on 9 Mar 2026 10:00 (a2,"
                                + " seen)")
                .contains(
                        "The 10 days, the first day not counted, run from a truce, 1 Mar 2026, and end on 11 Mar 2026");
    }

    private static final String EXCUSABLE = """
            ## Article 2. The ferry
            ```holdfast
            event storm, repair_ferry(by: party), let_off(by: party)
            2.1 on storm, Vik must repair_ferry within 24 hours
            2.2 Hale may excuse 2.1 with let_off(by Hale)
            ```
            """;

    @Test
    void whatAWaiverMadeGoodWasNotDone() throws IOException {
        String storm = "s,M,2026-03-01 10:00,storm,seen,\n";
        assertThat(explain(EXCUSABLE, storm + "w,M,2026-03-03 10:00,let_off,seen,Hale\n", "2.1"))
                .contains("Vik did not do the act", "excused afterwards by a waiver on 3 Mar 2026")
                .doesNotContain("was done");
    }

    @Test
    void whatWasDoneLateWasDone() throws IOException {
        String storm = "s,M,2026-03-01 10:00,storm,seen,\n";
        assertThat(explain(EXCUSABLE, storm + "w,M,2026-03-03 10:00,repair_ferry,seen,Vik\n", "2.1"))
                .contains("Vik did the act", "but late", "was done on 3 Mar 2026")
                .doesNotContain("waiver on");
    }
}
