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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What changed since somebody last looked: what stood then, as it was known then, beside what stands now. */
class WhatChangedTest {
    private static final ShippedAgreements SHIPPED =
            new ShippedAgreements(Optional.ofNullable(ShippedReplay.AGREEMENTS.getParent()));

    private static final String DAM = """
            # Sharing the water of the Hale
            ## Article 1. Water
            ```holdfast
            agreement "Sharing the water of the Hale"
            time zone Asia/Tashkent
            days count excluding the first day
            party Upstream, Downstream
            actor Fishers
            body WaterCouncil of Upstream, Downstream
            event drought, release(by: party), draw_down(by: party), tally(by: party)
            1.1 on drought, each party must release within 48 hours
            1.2 no party may draw_down
            1.3 on draw_down, each party must tally within 3 days
            WaterCouncil confirms breaches of 1.2
            ```
            """;

    private static final String LOG = """
            kind,id,source,recorded,occurred,event,basis,by,result,clause,about
            ,d1,Gauge,2031-07-01 08:00,2031-07-01 08:00,drought,seen,,,,
            ,w1,Gauge,2031-07-01 09:00,2031-06-30 09:00,draw_down,seen,Upstream,,,
            ,w2,Gauge,2031-07-03 09:00,2031-07-02 23:00,draw_down,seen,Downstream,,,
            finding,f1,WaterCouncil,2031-07-02 15:00,2031-07-01 11:00,,,,confirmed,1.2,w1
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    @Test
    void theHeaviestComesFirstAndADeadlineThatRanOutIsAChangeWithoutAnyRecord() throws IOException {
        assertThat(changed(LOG, "--since", "2031-07-02 12:00", "--now", "2031-07-03 12:00"))
                .containsExactly(
                        "confirmed   1.2 Upstream: breached, confirmed, 30 Jun 2031 09:00; was breached, alleged",
                        "new breach  1.2 Downstream: breached, alleged, 2 Jul 2031 23:00",
                        "missed      1.1 Downstream and Upstream: breached, alleged, due 3 Jul 2031 08:00, 4 hours overdue;"
                                + " was pending",
                        "now owed    1.3 Downstream and Upstream: pending, due 5 Jul 2031, 2 days left");
    }

    @Test
    void ofAMomentBeforeOneLookedOnlyWhatIsKnownCanBeOther() throws IOException {
        assertThat(changed(LOG, "--since", "2031-07-01 12:00", "--now", "2031-07-01 12:00"))
                .containsExactly(
                        "confirmed  1.2 Upstream: breached, confirmed, 30 Jun 2031 09:00; was breached, alleged");
        assertThat(changed(LOG, "--since", "2031-07-10", "--now", "2031-07-03 12:00"))
                .containsExactly("nothing");
    }

    @Test
    void severalThatComeToTheSameAreOneLineWithTheirNumber() throws IOException {
        String twoDraws = LOG + """
                ,w3,Gauge,2031-07-03 10:00,2031-07-02 22:00,draw_down,seen,Downstream,,,
                """;
        assertThat(changed(twoDraws, "--since", "2031-07-02 12:00", "--now", "2031-07-03 12:00"))
                .contains("now owed    1.3 Downstream and Upstream: pending, due 5 Jul 2031, 2 days left (twice)")
                .doesNotHaveDuplicates();
    }

    static List<String> shipped() {
        return SHIPPED.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void noLineStandsTwice(String name) {
        for (String since : List.of("2015-02-16 12:00", "2026-04-02")) {
            assertThat(section(typed("replay", name, "--all", "--now", "2026-05-05 06:00", "--since", since)))
                    .as(name + " since " + since)
                    .doesNotHaveDuplicates();
        }
    }

    private List<String> changed(String log, String... more) throws IOException {
        Path text = Files.writeString(temp.resolve("hale.md"), DAM);
        Path records = Files.writeString(temp.resolve("gauge.csv"), log);
        List<String> words =
                new ArrayList<>(List.of("replay", text.toString(), "--records", records.toString(), "--all"));
        words.addAll(List.of(more));
        return section(typed(words.toArray(String[]::new)));
    }

    private static String typed(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new Main(SHIPPED, new Main.Looks(false, false))
                .execute(new PrintWriter(out), new PrintWriter(err), words);
        assertThat(status).as(err.toString()).isZero();
        return out.toString();
    }

    /** The lines of the section, each on one line of its own. */
    private static List<String> section(String report) {
        List<String> lines = new ArrayList<>();
        boolean in = false;
        for (String line : report.lines().toList()) {
            if (line.startsWith("What changed since")) {
                in = true;
            } else if (in && line.isBlank()) {
                break;
            } else if (in && line.startsWith("    ")) {
                lines.add(lines.removeLast() + " " + line.strip());
            } else if (in) {
                lines.add(line.strip());
            }
        }
        return lines;
    }
}
