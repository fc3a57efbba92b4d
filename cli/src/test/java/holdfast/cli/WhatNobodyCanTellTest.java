package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the records could not have shown a breach, no report says that a clause was kept. */
class WhatNobodyCanTellTest {
    private static final String ACCORD = """
            # The pasture accord

            ## 1. Herds

            No side drives its herds over the brook while the accord holds, except at the mill.

            ```holdfast
            agreement "The pasture accord"
            time zone Europe/Kyiv
            party Hill, Vale
            event accord_begins
            event drive(by: party, ford: text)
            event count_herds(by: party)
            state accord begins with accord_begins
            1.1 while accord, each party P must not drive(by P, ford F) where F is not "mill"
            1.2 on accord_begins, each party P must count_herds(by P) within 3 days excluding the first day
            ```
            """;

    private static final String HEADER = "id,recorded,source,author,occurred,precision,event,basis,by,ford,corrects\n";
    private static final String BEGIN =
            "b,2031-03-01 08:00,post 1,warden,2031-03-01 08:00,minute,accord_begins,seen,,,\n";

    @TempDir
    Path folder;

    private Path accord;

    @BeforeEach
    void write() throws IOException {
        accord = Files.writeString(folder.resolve("accord.md"), ACCORD);
    }

    private String typed(String command, String rows, Object... more) throws IOException {
        Path records = Files.writeString(folder.resolve("rows.csv"), HEADER + BEGIN + rows);
        Object[] words = new Object[4 + more.length];
        words[0] = command;
        words[1] = accord;
        words[2] = "--records";
        words[3] = records;
        System.arraycopy(more, 0, words, 4, more.length);
        return Typed.run(words).said();
    }

    private static String drive(String id, String by, String ford) {
        return id + ",2031-03-02 09:00,post 1,warden,2031-03-02 08:30,minute,drive,seen," + by + "," + ford + ",\n";
    }

    @Test
    void aReportThatLeavesOutWhatTheClauseAsksIsNoSignThatItWasKept() throws IOException {
        String rows = drive("d1", "Hill", "");
        assertThat(typed("replay", rows, "--all"))
                .contains("1.1  1 record of drive without ford (d1)")
                .contains("not shown")
                .doesNotContain("kept so far");
        assertThat(typed("explain", rows, "--clause", "1.1"))
                .contains("1.1 Hill: not shown")
                .contains("The records do not show whether Hill kept clause 1.1: 1 record of drive without ford (d1)")
                .doesNotContain("has kept");
    }

    @Test
    void whatACorrectionAddsIsMissedNoLonger() throws IOException {
        String rows = drive("d1", "Hill", "")
                + "d2,2031-03-02 10:00,post 1,warden,2031-03-02 08:30,minute,drive,seen,Hill,mill,d1\n";
        assertThat(typed("replay", rows, "--all")).contains("kept so far").doesNotContain("Could not be judged");
    }

    @Test
    void whileNobodyIsNamedForABreachNobodyIsSaidToHaveKeptTheClause() throws IOException {
        assertThat(typed("replay", drive("d1", "", "willow"), "--all"))
                .contains("nobody named")
                .contains("nobody is named for a breach of it")
                .doesNotContain("kept so far");
        assertThat(typed("replay", drive("d1", "Hill", "willow"), "--all")).contains("kept so far");
    }

    @Test
    void aDutyThatNobodyReportedIsNotSaidToBeAlleged() throws IOException {
        assertThat(typed("replay", "", "--now", "2031-03-20"))
                .contains(": Hill and Vale, not on record\n       as done")
                .doesNotContain("1.2  Hill and Vale, alleged");
    }

    @Test
    void aCorrectionThatHasNoEffectIsSaidOnTheFirstScreen() throws IOException {
        String rows = drive("d1", "Hill", "willow")
                + "d2,2031-03-02 10:00,post 2,reeve,2031-03-02 08:30,minute,drive,seen,Vale,willow,d1\n";
        assertThat(typed("replay", rows))
                .contains("Set aside, and of no effect")
                .contains("d2 by reeve would correct d1, a record of warden");
    }

    @Test
    void actsThatWereMeasuredAgainstNothingAreNoSignOfPeace() throws IOException {
        Path records = Files.writeString(folder.resolve("late.csv"), HEADER + drive("d1", "Hill", "willow"));
        assertThat(Typed.run("replay", accord, "--records", records).said())
                .contains("nothing, as far as the records go; no record says that “accord” began");
    }

    @Test
    void actsBeforeTheTextIsInForceAreNoSignOfPeace() throws IOException {
        Files.writeString(
                accord,
                ACCORD.replace(
                        "1.1 while accord, each",
                        "event seal(by: party)\n"
                                + "in force while seal(by Hill) has happened and seal(by Vale) has happened\n1.1 each"));
        assertThat(typed("replay", drive("d1", "Hill", "willow")).replaceAll("\\s+", " "))
                .contains("nothing, as far as the records go; 1.1 has not been in force: All this is in force while")
                .contains("seal by Hill", "seal by Vale");
        String sealed = drive("s1", "Hill", "").replace("drive", "seal").replace("03-02 08:30", "03-01 09:00")
                + drive("s2", "Vale", "").replace("drive", "seal").replace("03-02 08:30", "03-01 09:00");
        assertThat(typed("replay", sealed + drive("d1", "Hill", "willow")))
                .doesNotContain("has not been in force")
                .contains("Hill, alleged");
    }

    @Test
    void aCorrectedRecordIsCitedByWhatCorrectsIt() throws IOException {
        String rows = drive("d1", "Hill", "willow")
                + "d2,2031-03-02 10:00,post 1,warden,2031-03-02 08:30,minute,drive,seen,Vale,willow,d1\n";
        assertThat(typed("explain", rows, "--clause", "1.1", "--bearer", "Vale"))
                .contains("d2, which corrects d1");
    }

    @Test
    void whatIsQuotedHasItsSource() throws IOException {
        assertThat(typed("explain", drive("d1", "Hill", "willow"), "--clause", "1.1"))
                .contains("Sources\n  post 1 (d1)");
    }
}
