package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.report.ReplaySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody owes, to whom and by when, on a grain lane of which one side closed its part on 3 May at ten. */
class DueTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private static final String TEXT = """
            # The grain lane
            ## Article 1. Lane
            ```holdfast
            agreement "The grain lane"
            time zone Europe/Istanbul
            days count excluding the first day
            party Harbourland, Millstate
            guarantor Oldport "Republic of Oldport"
            body Inspectorate of Harbourland, Millstate, decides by consensus
            event opening, close_lane(by: party), reopen(by: party, to: party), protest(by: party, about: breach),
                  pay(by: party, to: party), audit(by: party)
            state passage begins with opening
            1.1  while passage, each party P must not close_lane(by P)
            1.2  on close_lane(by P), P must reopen(by P, to Millstate) within 36 hours
            Inspectorate confirms breaches of 1.1, and silence for 48 hours confirms them
            a breach of 1.1 ends after 24 hours without a further act
            ```
            ## Article 2. Answer
            ```holdfast
            2.1  on a confirmed breach B of 1.1 by Harbourland, Oldport must protest(about B) within 24 hours
            2.1 in favour of Millstate
            ```
            ## Article 3. Money
            ```holdfast
            3.1  while passage, Oldport must audit every 7 days
            3.2  Millstate must pay(by Millstate, to Harbourland) within 10 days of opening
            ```
            """;

    private static final String RECORDS = """
            id,source,occurred,event,basis,by
            o1,M,2026-05-01 08:00,opening,seen,
            c1,M,2026-05-03 10:00,close_lane,seen,Harbourland
            """;

    @BeforeEach
    void written() throws IOException {
        Files.writeString(temp.resolve("lane.md"), TEXT);
        Files.writeString(temp.resolve("rows.csv"), RECORDS);
    }

    private Typed due(String actor, String... more) {
        List<Object> words = new ArrayList<>(
                List.of("due", temp.resolve("lane.md"), "--records", temp.resolve("rows.csv"), "--for", actor));
        words.addAll(List.of(more));
        return Typed.run(words.toArray());
    }

    private List<String> lines(String actor, String... more) {
        Typed said = due(actor, more);
        assertThat(said.status()).as(said.err()).isZero();
        return said.out()
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }

    @Test
    void aSilenceThatSetsOffAClockIsSaidBeforeItEnds() {
        assertThat(lines("Oldport", "--now", "2026-05-05 06:00"))
                .contains("5 May 2026 10:00 in 4 hours 2.1 begins: must protest within 24 hours; owed to Millstate,")
                .contains("due 6 May 2026 10:00")
                .contains("6 May 2026 10:00 in 1 day 4 hours 2.1 in breach unless it is done: must protest within 24");
    }

    @Test
    void whatIsOverdueStandsFirst() {
        assertThat(lines("Harbourland", "--now", "2026-05-05 06:00"))
                .containsSubsequence(
                        "Overdue from Harbourland",
                        "4 May 2026 22:00 for 8 hours 1.2 must reopen to Millstate within 36 hours; owed to Millstate",
                        "Others owe Harbourland");
    }

    @Test
    void whatOthersOweIsSaidToWhomItIsOwed() {
        assertThat(lines("Millstate", "--now", "2026-05-05 06:00"))
                .containsSubsequence(
                        "Others owe Millstate",
                        "4 May 2026 22:00 for 8 hours 1.2 Harbourland must reopen to Millstate within 36 hours");
    }

    @Test
    void aDutyOfWhichTheTextDoesNotSayToWhomIsNotSaidToBeOwedToAnybody() {
        assertThat(lines("Harbourland", "--now", "2026-05-05 06:00"))
                .containsSubsequence(
                        "Others owe, and the text does not say to whom",
                        "8 May 2026 08:00 in 3 days 2 hours 3.1 Oldport must audit every 7 days");
    }

    @Test
    void whoAsksForNobodyInParticularGetsOneListByTime() {
        Typed said = Typed.run(
                "due", temp.resolve("lane.md"), "--records", temp.resolve("rows.csv"), "--now", "2026-05-05 06:00");
        assertThat(said.out().replaceAll(" +", " "))
                .containsSubsequence(
                        "What is due from everybody",
                        "Overdue from everybody",
                        "1.2 Harbourland must reopen to Millstate",
                        "Owed",
                        "3.1 Oldport must audit",
                        "3.2 Millstate must pay",
                        "If nothing more comes",
                        "2.1 Oldport: begins: must protest");
    }

    @Test
    void anActForWhichNobodyIsNamedIsSaidToWhoeverMayHaveToAnswerIt() throws IOException {
        Files.writeString(temp.resolve("rows.csv"), RECORDS.replace("close_lane,seen,Harbourland", "close_lane,seen,"));
        assertThat(due("Oldport", "--now", "2026-05-05 06:00").out().replaceAll("\\s+", " "))
                .contains("1.1 was broken, or may have been (3 May 2026 10:00), and nobody is named for it."
                        + " If somebody is, 2.1 may begin")
                .contains("2.1 Once a breach of 1.1 by Harbourland is confirmed");
    }

    @Test
    void whatIsDueCanBeHandedOnAsAPage() throws IOException {
        Path page = temp.resolve("due.html");
        assertThat(due("Oldport", "--now", "2026-05-05 06:00", "--html", page.toString())
                        .status())
                .isZero();
        assertThat(Files.readString(page)).contains("What is due from Oldport", "must protest within 24 hours");
    }

    @Test
    void anActorIsFoundByTheNameThatPeopleWrite() {
        assertThat(due("Republic of Oldport", "--now", "2026-05-05 06:00").out())
                .isEqualTo(due("Oldport", "--now", "2026-05-05 06:00").out());
    }

    @Test
    void whoIsNotInTheTextIsAskedBack() {
        Typed said = due("Oldpart");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("nobody in this agreement is called `Oldpart`", "did you mean `Oldport`?");
    }

    @Test
    void aDayBeforeTheMomentAskedAboutIsNotAhead() {
        Typed said = due("Oldport", "--now", "2026-05-05", "--if-nothing-more-comes", "2026-05-04");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("lies before the moment asked about");
    }

    @Test
    void onItsLastDayADutyIsDueToday() {
        assertThat(lines("Millstate", "--now", "2026-05-11"))
                .contains(
                        "11 May 2026 today 3.2 must pay to Harbourland within 10 days (not counting the first day) of");
    }

    @Test
    void theCommandThatIsPrintedAsksTheSameRecordsAndMoment() {
        String printed = due("Oldport", "--now", "2026-05-05 06:00")
                .out()
                .lines()
                .toList()
                .getLast();
        assertThat(printed).contains("holdfast explain ", "--clause 3.1", "--records ", "--now '2026-05-05 06:00'");
    }

    @Test
    void theSameIsSaidAsJson() throws IOException {
        Typed said = due("Oldport", "--now", "2026-05-05 06:00", "--json");
        assertThat(ReplaySchema.errors("due.schema.json", said.out())).isEmpty();
        assertThat(said.out()).contains("\"what\": \"duty\"", "\"when\": \"2026-05-05T10:00:00.001+03:00\"");
        assertThat(ReplaySchema.errors("due.schema.json", "{}")).isNotEmpty();
    }

    @Test
    void aCalendarHasTheSameList() throws IOException {
        Path file = temp.resolve("oldport.ics");
        Typed said = due("Oldport", "--now", "2026-05-05 06:00", "--ics", file.toString());
        assertThat(said.out()).isEqualTo("written: " + file + "\n");
        String calendar = Files.readString(file);
        assertThat(calendar.split("\r\n", -1)).allMatch(line -> line.getBytes(UTF_8).length <= 75);
        assertThat(unfolded(calendar))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .contains("DTSTART:20260505T070000Z")
                .contains(
                        "SUMMARY:If nothing more comes: 2.1 Oldport\\, begins: must protest within 24 hours\\; owed to Millstate\\, due 6 May 2026 10:00")
                .endsWith("END:VCALENDAR");
        assertThat(due("Oldport", "--now", "2026-05-05 06:00", "--ics", file.toString())
                        .status())
                .as("a calendar that Holdfast wrote is written again")
                .isZero();
        assertThat(Files.readString(file)).isEqualTo(calendar);
    }

    @Test
    void aDeadlineOfDaysIsADayInTheCalendar() throws IOException {
        Path file = temp.resolve("millstate.ics");
        due("Millstate", "--now", "2026-05-05 06:00", "--ics", file.toString());
        assertThat(unfolded(Files.readString(file)))
                .containsSubsequence("DTSTART;VALUE=DATE:20260511", "DTEND;VALUE=DATE:20260512");
    }

    private static List<String> unfolded(String calendar) {
        return calendar.replace("\r\n ", "").lines().toList();
    }

    @Test
    void thePageHasTheSameListForEach() throws IOException {
        Path page = temp.resolve("lane.html");
        Typed said = Typed.run(
                "replay",
                temp.resolve("lane.md"),
                "--records",
                temp.resolve("rows.csv"),
                "--now",
                "2026-05-05 06:00",
                "--html",
                page);
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(Files.readString(page))
                .contains("Who owes what", "<summary>Oldport</summary>", "begins: must protest within 24 hours");
    }

    @Test
    void theMomentThatAWordWasTakenForIsPrintedFirst() {
        assertThat(due("Oldport", "--now", "today").out()).startsWith("`--now today` is taken for ");
        assertThat(due("Oldport", "--now", "today", "--json").out())
                .as("JSON stays JSON")
                .startsWith("{");
    }
}
