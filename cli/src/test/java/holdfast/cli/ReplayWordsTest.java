package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay says where readings are rivals, where several share a line, and where nothing is on record. */
class ReplayWordsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private static final String HEAD = """
            # The pass of Tarn
            ## Article 1. Peace
            ```holdfast
            agreement "The pass of Tarn"
            time zone Asia/Tbilisi
            days count excluding the first day
            party Orland, Vesk
            actor Militia
            """;

    /** The first article clause by clause. */
    private List<String> replay(String statements, String records) throws IOException {
        return replay(statements, records, "--clause", "1");
    }

    private List<String> replay(String statements, String records, String... more) throws IOException {
        Path text = Files.writeString(temp.resolve("tarn.md"), HEAD + statements + "```\n");
        Path rows = Files.writeString(temp.resolve("rows.csv"), records);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main main = new Main(new ShippedAgreements(Optional.empty()), new Main.Looks(false, false));
        List<String> words = new ArrayList<>(List.of("replay", text.toString(), "--records", rows.toString()));
        words.addAll(List.of(more));
        int status = main.execute(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        assertThat(status).as(err.toString()).isZero();
        return out.toString().lines().map(String::strip).toList();
    }

    private static final String SHOTS = """
            id,source,occurred,event,basis,by
            s1,M,2026-01-01 10:00,shoot,seen,Orland
            s2,M,2026-01-02 10:00,shoot,seen,Vesk
            s3,M,2026-01-03 10:00,shoot,seen,Militia
            """;

    /** What is alleged is as good as who alleges it: whoever reads the first screen need not ask another command for that. */
    @Test
    void whereAVerdictRestsOnRecordsTheirSourceIsNamed() throws IOException {
        String records = """
                id,source,occurred,event,basis,by
                s1,https://www.mission.example/reports/12,2026-01-01 10:00,shoot,seen,Orland
                s2,Tarn Radio,2026-01-01 11:00,shoot,seen,Orland
                """;
        String text = """
                event shoot(by: party)
                1.1 Orland must not shoot
                a breach of 1.1 ends after 30 days without a further act
                """;
        assertThat(replay(text, records, "--now", "2026-01-02"))
                .contains("1.1  Orland must not shoot: alleged; sources: mission.example and Tarn Radio");
        List<String> all = replay(text, records, "--now", "2026-01-02", "--all");
        assertThat(String.join(" ", all))
                .contains("sources: mission.example (s1) and Tarn Radio (s2)")
                .contains("Sources https://www.mission.example/reports/12 (s1)");
    }

    /** However much else there is, whoever asks what is breached now sees the gravest of it. */
    @Test
    void whatIsBreachedNowKeepsItsPlaceAmongMuchElse() throws IOException {
        StringBuilder text = new StringBuilder(
                "event shoot(by: party, at: text), tell(by: party, at: text), rest\nbody Council of Orland, Vesk\nCouncil confirms breaches of 1.7\n");
        StringBuilder records = new StringBuilder("kind,id,source,occurred,event,basis,by,at,result,about\n");
        for (int i = 1; i <= 30; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "1.%d Orland must not shoot(at \"p%d\")\na breach of 1.%d ends after 90 days without a further act\n",
                    i,
                    i,
                    i));
            text.append(String.format(
                    Locale.ROOT,
                    "1.%d Vesk must tell(at \"the post on the far bank of the river, number %d\") within 2 days of rest\n",
                    100 + i,
                    i));
            text.append(String.format(
                    Locale.ROOT,
                    "1.%d Vesk must tell(at \"the house at the upper end of the valley, number %d\") within 60 days of rest\n",
                    200 + i,
                    i));
            records.append(
                    String.format(Locale.ROOT, "observation,s%d,M,2026-01-01 10:00,shoot,seen,Orland,p%d,,\n", i, i));
        }
        records.append(
                "observation,r,M,2026-01-01 10:00,rest,seen,,,,\nfinding,f,Council,2026-01-01 12:00,,,,,confirmed,s7\n");
        List<String> said = replay(text.toString(), records.toString(), "--now", "2026-01-20", "--since", "2026-01-02");
        List<String> now = said.subList(said.indexOf("Breached now") + 1, said.indexOf("Overdue"));
        assertThat(now)
                .hasSizeGreaterThanOrEqualTo(8)
                .first()
                .asString()
                .matches("1\\.7 +Orland must not shoot at “p7”: confirmed.*");
        assertThat(now).anyMatch(line -> line.matches("and \\d+ more: --all shows them"));
        assertThat(said).contains("Overdue", "Due next");
    }

    @Test
    void aClauseThatIsNotThereUnderAnAnswerIsNotBrokenHoweverItIsRead() throws IOException {
        assertThat(replay("""
                        event shoot(by: party)
                        question reach "does it reach the upper valley" answers lower, whole
                        read reach as whole, 1.1 Orland must not shoot
                        1.2 Vesk must not shoot
                        """, SHOTS))
                .contains("verdicts: 1 to 2 breached, depending on how the text is read")
                .contains("if reach is read as “whole”:")
                .noneMatch(line -> line.contains("however"));
    }

    @Test
    void forWhomOneAnswersIsSaidOfThatOneOnly() throws IOException {
        List<String> said = replay("""
                event shoot(by: party)
                question backing "does Vesk answer for the militia" answers backed, alone
                read backing as backed, Vesk answers for Militia
                1.1 each party P must not shoot(by P)
                """, SHOTS);
        assertThat(said)
                .contains("verdicts: 2 to 3 breached, depending on how the text is read")
                .contains("however backing is read:", "if backing is read as “backed”:");
        assertThat(said.indexOf("Orland             breached, alleged     1 Jan 2026 10:00; source: M (s1)"))
                .as("before any reading is named")
                .isBetween(0, said.indexOf("however backing is read:"));
    }

    @Test
    void rivalCountsAreNeverAddedUp() throws IOException {
        assertThat(replay("""
                        event shoot(by: party), shoot_with_guns(by: party)
                        question unit "what is one violation" answers shot, day
                        define day_of_shots(by P) as shoot(by P) merged within 24 hours
                        read unit as shot, 1.1 each party P must not shoot(by P)
                        read unit as day, 1.1 each party P must not day_of_shots(by P)
                        """, SHOTS + "s4,M,2026-01-01 12:00,shoot,seen,Orland\n"))
                .contains("verdicts: 2 to 3 breached, depending on how the text is read");
    }

    @Test
    void aLineThatStandsForSeveralSaysWhatBelongsToWhom() throws IOException {
        assertThat(String.join(
                        " ",
                        replay(
                                """
                        event shoot(by: party), protest(by: party, about: breach)
                        1.1 each party P must not shoot(by P)
                        1.2 on a breach B of 1.1 by X, Vesk must protest(about B) with no deadline
                        """,
                                SHOTS.replace("Militia", "unattributed")
                                        + "s4,M,2026-01-04 10:00,shoot,seen,Orland\n")))
                .contains(
                        "4 times: no deadline; 2 for a breach by Orland, 1 for a breach by Vesk, 1 for a breach by nobody"
                                + " named; source: M");
    }

    @Test
    void ofWhatNobodyReportedNothingIsKnown() throws IOException {
        assertThat(replay("""
                        event shoot(by: party), lay_mines(by: party), truce_begins, close_road(by: party)
                        define dig_in(by P) as lay_mines(by P) or close_road(by P)
                        state truce begins with truce_begins
                        1.1 each party P must not shoot(by P)
                        1.2 each party P must not lay_mines(by P)
                        1.3 each party P must not dig_in(by P)
                        1.4 while truce, each party P must not shoot(by P)
                        """, SHOTS.replace("Vesk", "Orland").replace("Militia", "Orland")))
                .contains("verdicts: 3 breached, 1 fulfilled, 4 nothing on record, 2 not yet due")
                .contains("Vesk               fulfilled             kept so far")
                .contains("Orland and Vesk    nothing on record")
                .contains("Orland and Vesk    not yet due           truce never began");
    }

    /** Whoever reads the first screen aloud has no text at hand: the clause is said, once, and all who are bound by it have one word. */
    @Test
    void aClauseIsSaidWhereItIsFirstToldOfAndEverybodyHasOneWord() throws IOException {
        String text = """
                guarantor Alk, Brin, Corv, Dunn
                event raid(by: party), answer(by: party)
                1.1 Orland must not raid
                1.2 on a breach of 1.1, each guarantor must answer within 2 days including the first day
                a breach of 1.1 ends after 2 days without a further act
                """;
        String records = """
                id,source,occurred,event,basis,by
                a1,M,2026-05-04 10:00,raid,seen,Orland
                """;
        List<String> said = replay(text, records, "--now", "2026-05-12");
        assertThat(said.subList(0, said.indexOf("By article")))
                .contains(
                        "1.2  Each guarantor must carry out an answer within 2 days: all 4 of them, not on record as done")
                .anyMatch(line -> line.contains("1.2  each guarantor must carry out an answer within 2 days"))
                .anyMatch(line -> line.contains("Orland must not raid: Orland, alleged"))
                .noneMatch(line -> line.contains("Alk, Brin"));
    }

    @Test
    void whereAllReadingsOfAClauseGoTheFirstScreenGoes() throws IOException {
        String text = """
                event raid(by: party), leave(by: party), truce, signing
                question start "from when it counts" answers first_day, later
                read start as first_day, 1.1 Orland must leave within 5 days including the first day of truce
                read start as later, 1.1 Orland must leave within 5 days including the first day of signing
                """;
        assertThat(replay(
                        text,
                        "id,source,occurred,event,basis,by\nt,M,2026-05-01 10:00,truce,seen,\ns,M,2026-05-02 10:00,signing,seen,\n",
                        "--now",
                        "2026-06-01"))
                .contains("1.1  Orland must leave within 5 days …: not on record as done, however start is read");
    }

    /** Known to the day, under a quiet gap of two days: they may be one breach, or two. */
    private static final String RAIDS = """
            id,source,occurred,event,basis,by
            a1,M,2026-05-04,raid,seen,Orland
            a2,M,2026-05-06,raid,seen,Orland
            """;

    private static final String NO_RAIDS = """
            event raid(by: party)
            1.1 each party P must not raid(by P)
            a breach of 1.1 ends after 2 days without a further act
            """;

    @Test
    void whatMayBeOneBreachIsCountedOnce() throws IOException {
        assertThat(replay(NO_RAIDS, RAIDS))
                .contains("verdicts: at least 1 breached, 1 fulfilled; breaches that may be one are counted once")
                .anyMatch(line -> line.startsWith("Orland") && line.contains("4 May 2026"))
                .anyMatch(line -> line.contains("perhaps one"));
    }

    @Test
    void eachBearersBreachesAreCountedApart() throws IOException {
        assertThat(replay(NO_RAIDS, RAIDS + "b1,M,2026-05-05,raid,seen,Vesk\n"))
                .contains("verdicts: at least 2 breached; breaches that may be one are counted once");
    }

    @Test
    void whatIsSurelyTwoIsCountedTwice() throws IOException {
        assertThat(replay(NO_RAIDS, RAIDS.replace("05-06", "05-08"))).contains("verdicts: 2 breached, 1 fulfilled");
    }

    @Test
    void whatIsSurelyOneIsCountedOnceAndForAll() throws IOException {
        assertThat(replay(NO_RAIDS, RAIDS.replace("05-06", "05-04"))).contains("verdicts: 1 breached, 1 fulfilled");
    }

    @Test
    void twoOfOneDayUnderAGapOfHoursMayBeOne() throws IOException {
        assertThat(replay(NO_RAIDS.replace("2 days", "3 hours"), RAIDS.replace("05-06", "05-04")))
                .contains("verdicts: at least 1 breached, 1 fulfilled; breaches that may be one are counted once");
    }

    @Test
    void manyThatMayBeOneShareALineWithTheLeastNumber() throws IOException {
        assertThat(replay(NO_RAIDS, RAIDS + """
                        a3,M,2026-05-08,raid,seen,Orland
                        a4,M,2026-05-20,raid,seen,Orland
                        a5,M,2026-05-22 09:00,raid,seen,Orland
                        """))
                .contains("verdicts: at least 2 breached, 1 fulfilled; breaches that may be one are counted once")
                .anyMatch(line -> line.contains("at least 2 times: first 4 May 2026"));
    }

    @Test
    void readingsThatDifferAndBreachesThatMayBeOneAreBothSaid() throws IOException {
        assertThat(replay(NO_RAIDS.replace("1.1 each", """
                        question night "are raids by night meant" answers yes, no
                        read night as yes, 1.2 each party P must not raid(by P)
                        a breach of 1.2 ends after 2 days without a further act
                        1.1 each"""), RAIDS))
                .anyMatch(line -> line.contains("at least 1 to 2 breached"));
    }

    @Test
    void statesOfAffairsAreShownWithTheirBeginningAndEnd() throws IOException {
        assertThat(replay("""
                        event open_gate, shut_gate, hoist_flag, shoot(by: party)
                        state gate_open begins with open_gate, ends with shut_gate
                        state flag_up begins with hoist_flag
                        state quiet is not gate_open and not flag_up
                        1.1 while gate_open, each party P must not shoot(by P)
                        """, """
                        id,source,occurred,event,basis,by
                        g1,M,2026-01-01 10:00,open_gate,seen,
                        g2,M,2026-01-03 12:00,shut_gate,seen,
                        g3,M,2026-01-05 09:30,open_gate,seen,
                        """, new String[0]))
                .contains(
                        "gate open  1 Jan 2026 10:00, until 3 Jan 2026 12:00; since 5 Jan 2026 09:30",
                        "flag up    never began",
                        "quiet      always, until 1 Jan 2026 10:00; 3 Jan 2026 12:00, until 5 Jan 2026 09:30");
    }

    @Test
    void recordsOfAnEventThatCountsOnceAreNotDroppedSilently() throws IOException {
        assertThat(replay("""
                        event ratify(by: party), once, sealed, once
                        1.1 on sealed, Orland must ratify within 3 days
                        """, """
                        id,source,occurred,event,basis,by
                        e1,M,2026-01-01 10:00,sealed,seen,
                        e2,M,2026-01-02 10:00,sealed,seen,
                        r1,M,2026-01-03 10:00,ratify,seen,Orland
                        r2,M,2026-01-03 11:00,ratify,seen,Vesk
                        r3,M,2026-01-05 11:00,ratify,seen,Orland
                        r4,M,2026-01-06 11:00,ratify,seen,Orland
                        """))
                .contains("not the first, and only the first counts: 3 records (ratify 2; sealed 1)");
    }
}
