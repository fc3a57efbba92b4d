package holdfast.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.ShippedAgreements;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.replay.Asked;
import holdfast.cli.replay.ReplayQuestion;
import holdfast.cli.replay.ReplayRun;
import holdfast.language.model.Agreement;
import holdfast.report.standing.Replay;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer on watch follows a file that others write. */
class FollowRunTest {
    private static final String TEXT = """
            # The two mills

            ## Article 1. The river

            ```holdfast
            agreement "The two mills"
            time zone UTC
            days count excluding the first day
            party Upper, Lower
            guarantor Ferry
            measures from weakest: rebuke
            event firing(by: party)
            event rebuke(by: party, about: breach) is rebuke
            1.1  each party P must not firing(by P)
            1.2  on a breach B of 1.1, Ferry must rebuke(about B) within 24 hours
            ```
            """;
    private static final String HEADER = "id,occurred,recorded,source,event,by,about\n";

    @TempDir
    Path folder;

    private Path agreement;
    private Path records;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Replay> first = new ArrayList<>();

    /** What happens while it waits, one after another; after the last it ends. */
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();

    @BeforeEach
    void write() throws IOException {
        agreement = Files.writeString(folder.resolve("mills.md"), TEXT);
        records = Files.writeString(folder.resolve("watch.csv"), HEADER);
    }

    private boolean follow(boolean json) {
        return follow(records, json, Optional.empty());
    }

    private boolean follow(Path file, boolean json, Optional<StandardInput> input) {
        AgreementFile document = AgreementFile.find(agreement.toString(), new ShippedAgreements(Optional.empty()));
        Agreement text = AgreementDocuments.readOrRefuse(document.document(), new PrintWriter(err));
        ReplayQuestion question = Asked.of(file).asOfTheClock();
        ReplayRun run = new ReplayRun(document, text, question, () -> now, new PrintWriter(err));
        ProgressLine progress = new ProgressLine(new PrintWriter(err), false, () -> 0);
        return new FollowRun(text, json, new PrintWriter(out), new PrintWriter(err), () -> now, this::pause)
                .run(run, input, first::add, progress);
    }

    private boolean pause(long millis) {
        if (meanwhile.isEmpty()) {
            return false;
        }
        meanwhile.remove().run();
        return true;
    }

    private void writes(String more) {
        meanwhile.add(() -> {
            try {
                Files.writeString(records, more, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void waits(Duration time) {
        meanwhile.add(() -> now = now.plus(time));
    }

    @Test
    void whatIsAddedIsToldAndADeadlineFiresByTheClock() {
        writes("r1,2026-03-01T11:00Z,,Watch,firing,Upper,\n");
        waits(Duration.ofHours(23));
        waits(Duration.ofMinutes(1));
        assertThat(follow(false)).isTrue();
        assertThat(first)
                .singleElement()
                .satisfies(screen -> assertThat(screen.verdicts()).noneMatch(v -> v.isBreach()));
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                        1 Mar 2026 12:00
                          new breach: 1.1 Upper: breached, alleged, 1 Mar 2026 11:00
                          now owed: 1.2 Ferry: pending, due 2 Mar 2026 11:00, 23 hours left
                        2 Mar 2026 11:00
                          missed: 1.2 Ferry: breached, alleged, due 2 Mar 2026 11:00, less than a minute overdue; was
                            pending
                        """);
    }

    @Test
    void aVerdictKeepsItsIdWhateverBecomesOfIt() {
        writes("r1,2026-03-01T11:00Z,,Watch,firing,Upper,\n");
        writes("r2,2026-03-01T11:30Z,,Watch,rebuke,Ferry,r1\n");
        follow(true);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).allMatch(l -> l.startsWith("{\"at\": ") && l.endsWith("}"));
        assertThat(lines)
                .filteredOn(l -> l.contains("\"id\": \"1.2#2\""))
                .hasSize(2)
                .satisfiesExactly(
                        came -> assertThat(came).contains("\"change\": \"came\"", "\"status\": \"pending\""),
                        done -> assertThat(done)
                                .contains("\"change\": \"changed\"", "\"status\": \"fulfilled\"", "\"was\": {"));
    }

    @Test
    void aLineThatIsStillBeingWrittenWaitsForItsEnd() {
        writes("r1,2026-03-01T11:00Z,,Watch,firing,Upp");
        writes("er,\n");
        assertThat(follow(false)).isTrue();
        assertThat(out.toString()).contains("new breach: 1.1 Upper");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aBadRowIsToldWithItsLineAndKeepsNoOtherBack() {
        writes("r1,2026-03-01T11:00Z,,Watch,firing,Upper,\nr2,2026-03-01T11:00Z,,Watch,firng,Lower,\n"
                + "r1,2026-03-01T11:05Z,,Watch,firing,Lower,\nr4,2026-03-01T11:10Z,,Watch,firing,Lower,\n");
        assertThat(follow(false)).isFalse();
        assertThat(out.toString()).contains("1.1 Upper", "1.1 Lower");
        assertThat(err.toString())
                .contains("watch.csv, line 3", "did you mean `firing`?")
                .contains("watch.csv, line 4", "the id `r1` was given already");
    }

    @Test
    void whatBecomesKnownLaterWaitsUntilThen() {
        writes("r1,2026-03-01T11:00Z,2026-03-01T18:00Z,Watch,firing,Upper,\n");
        waits(Duration.ofHours(7));
        follow(false);
        assertThat(out.toString()).startsWith("1 Mar 2026 18:00\n  new breach: 1.1 Upper");
    }

    @Test
    void aFileThatIsWrittenAnewEndsIt() {
        writes("r1,2026-03-01T11:00Z,,Watch,firing,Upper,\n");
        meanwhile.add(() -> {
            try {
                Files.writeString(records, HEADER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThatThrownBy(() -> follow(false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is shorter than it was");
    }

    @Test
    void anotherProgramMayWriteThemAndItEndsWhenThatDoes() throws IOException {
        PipedOutputStream program = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(program, 1 << 16);
        program.write(
                (HEADER + "r1,2026-03-01T11:00Z,,Watch,firing,Upper,\nr2,2026-03-01T11:30Z,,Watch,rebuke,Ferry,r1")
                        .getBytes(StandardCharsets.UTF_8));
        program.close();
        StandardInput input = StandardInput.of(in);
        for (int i = 0; i < 1000; i++) {
            meanwhile.add(Thread::yield);
        }
        assertThat(follow(input.file(), true, Optional.of(input))).isTrue();
        assertThat(out.toString()).contains("\"status\": \"fulfilled\"", "\"records\": [\"r1\",\"r2\"]");
    }

    @Test
    void theSamePictureComesOfFollowingAsOfReadingAtTheEnd() {
        writes("r1,2026-03-01T11:00Z,,Watch,firing,Upper,\n");
        waits(Duration.ofHours(30));
        writes("r2,2026-03-02T12:00Z,,Watch,rebuke,Ferry,r1\nr3,2026-03-02T13:00Z,,Watch,firing,Lower,\n");
        follow(true);
        String followed = out.toString();
        first.clear();
        out.getBuffer().setLength(0);
        follow(true);
        List<String> standing = new ArrayList<>(followed.lines().toList());
        assertThat(out.toString().lines().filter(l -> l.contains("\"stands\"")).map(FollowRunTest::verdict))
                .containsExactlyInAnyOrderElementsOf(sum(standing));
    }

    private static List<String> sum(List<String> lines) {
        List<String> sum = new ArrayList<>();
        for (String line : lines) {
            if (line.contains("\"change\": \"went\"")) {
                sum.remove(verdict(line));
            } else {
                int was = line.indexOf(",\"was\": ");
                if (was >= 0) {
                    sum.remove(line.substring(was + 8, line.length() - 1));
                }
                sum.add(verdict(line));
            }
        }
        return sum;
    }

    private static String verdict(String line) {
        int from = line.indexOf("\"verdict\": ") + 11;
        int was = line.indexOf(",\"was\": ");
        return line.substring(from, was >= 0 ? was : line.length() - 1);
    }
}
