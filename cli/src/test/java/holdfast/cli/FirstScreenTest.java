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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer of each shipped agreement is on one screen, and what it prints to be typed next works as printed. */
class FirstScreenTest {
    private static final ShippedAgreements SHIPPED =
            new ShippedAgreements(Optional.ofNullable(ShippedReplay.AGREEMENTS.getParent()));

    private static final Pattern COMMAND = Pattern.compile("holdfast ((?:explain|replay|due|examine) .*)");

    /** A word as a shell reads it: bare, or in single quotes. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    static Stream<List<String>> commands() {
        return SHIPPED.names().stream()
                .flatMap(name -> Stream.of(
                        replay(name, "--if-nothing-more-comes", "2027-01-01"),
                        replay(name, "--since", "2015-02-16 12:00"),
                        replay(name, article(name).toArray(String[]::new))));
    }

    private static List<String> replay(String name, String... more) {
        List<String> words = new ArrayList<>(List.of("replay", name, "--now", "2026-05-05 06:00"));
        words.addAll(List.of(more));
        return words;
    }

    private static List<String> article(String name) {
        return SHIPPED.firstClause(name)
                .map(clause -> List.of("--clause", clause.substring(0, clause.lastIndexOf('.'))))
                .orElse(List.of());
    }

    private static Typed typed(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new Main(SHIPPED, new Main.Looks(false, false))
                .execute(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        return new Typed(status, out.toString(), err.toString());
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theAnswerIsOnOneScreen(List<String> command) {
        Typed said = typed(command);
        assertThat(said.status()).as(said.err()).isZero();
        List<String> lines = said.out().lines().toList();
        assertThat(lines.indexOf("By article")).isBetween(1, 41);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatPressesHasALineAtLeast(List<String> command) {
        List<String> lines = typed(command).out().lines().toList();
        for (String part : List.of("Breached now", "Overdue", "Due next")) {
            int at = lines.indexOf(part);
            if (at >= 0) {
                assertThat(lines.get(at + 1)).doesNotContain(" in all: --all");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsPrintedToBeTypedNextWorksAsPrinted(List<String> command) {
        String said = typed(command).out();
        List<String> printed = said.lines()
                .map(COMMAND::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
        assertThat(printed).isNotEmpty();
        for (String next : printed) {
            Typed then = typed(words(next));
            assertThat(then.status()).as(next + ": " + then.err()).isZero();
            if (next.startsWith("replay")) {
                assertThat(moments(then.out())).as(next).isEqualTo(moments(said));
            }
        }
    }

    /** Which text, records and moments it is about. */
    private static String moments(String out) {
        return out.substring(out.indexOf("\nReceipt\n"), out.indexOf("  by       "));
    }

    @Test
    void thatNothingIsBreachedForSureIsNoSignOfPeace(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("truce.md"), """
                # The truce

                ## Article 1. Quiet

                ```holdfast
                agreement "The truce"
                time zone UTC
                days count excluding the first day
                party Coast, Front
                body Table of Coast, Front, decides by consensus
                event rocket(by: party)
                1.1  each party P must not rocket(by P)
                Table confirms breaches of 1
                evidence for 1 is seen
                ```
                """);
        Path records = Files.writeString(folder.resolve("records.csv"), """
                id,recorded,source,occurred,event,by,basis
                a,2026-05-04 10:00,radio,2026-05-04 06:40,rocket,Front,claim
                b,2026-05-05 10:00,radio,2026-05-05 06:40,rocket,Front,claim
                """);
        assertThat(Typed.run("replay", text, "--records", records).out())
                .contains("nothing, as far as the records go", "May have been breached before, and is over")
                .containsPattern(
                        "5 May 2026 06:40 +1.1 .*Front, not decided by the records \\(only claimed by a side\\)");
    }
}
