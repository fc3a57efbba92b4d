package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the records of an agreement leave open is matched: needs that nothing covers, offers of which nothing was promised. */
class MatchAgreementTest {
    private static final String DAM = """
            # Keeping the dam

            ```holdfast
            agreement "Keeping the dam" version "1"
            time zone Europe/Oslo
            days count excluding the first day
            party Harrow
            guarantor Norwick, Estmere
            event want(by: party, item: text, quantity: number, due: date, priority: number),
                  proposal(by: party, item: text, quantity: number, due: date, lead_time_days: number),
                  word(by: party, item: text, quantity: number, due: date),
                  arrival(by: party, item: text, quantity: number)
            readiness: want is needed, proposal is offered, word is pledged, arrival is received
            1.1  on word(by G, item I, quantity Q, due D), G must have arrival(by G, item I) totalling Q by D
            ```
            """;

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void agreement() throws IOException {
        Files.writeString(temp.resolve("dam.md"), DAM);
    }

    private int match(String... rows) throws IOException {
        Files.writeString(
                temp.resolve("given.csv"),
                "id,occurred,source,event,basis,by,item,quantity,due,priority,lead_time_days\n"
                        + String.join("\n", rows) + "\n");
        return run(
                "match",
                temp.resolve("dam.md").toString(),
                "--records",
                temp.resolve("given.csv").toString());
    }

    private int run(String... words) {
        return new Main(new ShippedAgreements(Optional.empty()), new Main.Looks(false, false))
                .execute(new PrintWriter(out), new PrintWriter(err, true), words);
    }

    @Test
    void whatIsThereOrPromisedIsNeededNoMore() throws IOException {
        match(
                "n1,2027-01-10 09:00,Harrow,want,seen,Harrow,pump,10,2027-04-01,1,",
                "w1,2027-01-20 09:00,Norwick,word,seen,Norwick,pump,4,2027-02-15,,",
                "a1,2027-02-10 09:00,Harrow,arrival,seen,Norwick,pump,3,,,",
                "o1,2027-02-11 09:00,Estmere,proposal,seen,Estmere,pump,6,2027-03-01,,20");
        assertThat(out.toString())
                .contains("1 of 1 need")
                .contains("n1, 6 pump by 2027-04-01, priority 1")
                .contains("6 from Estmere, in use 2027-03-21");
    }

    @Test
    void whatWasPromisedOfAnOfferIsOfferedNoMore() throws IOException {
        match(
                "n1,2027-01-10 09:00,Harrow,want,seen,Harrow,pump,10,2027-04-01,1,",
                "o1,2027-01-12 09:00,Norwick,proposal,seen,Norwick,pump,6,2027-03-01,,10",
                "w1,2027-01-20 09:00,Norwick,word,seen,Norwick,pump,4,2027-02-15,,");
        assertThat(out.toString())
                .contains("n1, 6 pump")
                .contains("all that can be in use by 2027-04-01, for whomever, is 2");
    }

    @Test
    void aPromiseFromBeforeTheOfferTakesNothingOfIt() throws IOException {
        match(
                "n1,2027-01-10 09:00,Harrow,want,seen,Harrow,pump,10,2027-04-01,1,",
                "w1,2027-01-20 09:00,Norwick,word,seen,Norwick,pump,4,2027-02-15,,",
                "o1,2027-01-22 09:00,Norwick,proposal,seen,Norwick,pump,6,2027-03-01,,10");
        assertThat(out.toString()).contains("1 of 1 need").contains("6 from Norwick");
    }

    @Test
    void aNeedWithoutADayIsSaidAndNotGuessed() throws IOException {
        match(
                "n1,2027-01-10 09:00,Harrow,want,seen,Harrow,pump,10,,1,",
                "n2,2027-01-10 09:00,Harrow,want,seen,Harrow,pump,1,2027-04-01,1,");
        assertThat(err.toString()).contains("need `n1` names no day by which it is needed, and is not matched");
    }

    @Test
    void whatCannotBeAQuestionIsNamedByItsRecord() throws IOException {
        assertThat(match("n1,2027-01-10 09:00,Harrow,want,seen,Harrow,pump,10,2027-04-01,12,"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("need `n1`, priority").doesNotContain("Exception");
    }

    @Test
    void tablesAndAnAgreementAreTwoQuestions() {
        assertThat(run("match", "dam.md", "--needs", "needs.csv", "--offers", "offers.csv"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("come from the records of an agreement, or from tables");
        assertThat(run("match")).isEqualTo(2);
        assertThat(err.toString()).contains("needs an agreement, or `--needs` and `--offers`");
    }
}
