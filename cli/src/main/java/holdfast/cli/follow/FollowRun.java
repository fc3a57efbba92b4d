package holdfast.cli.follow;

import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.replay.KeptRecord;
import holdfast.cli.replay.RecordFiles;
import holdfast.cli.replay.ReplayRun;
import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Agreement;
import holdfast.report.replay.ChangeFeed;
import holdfast.report.standing.Replay;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Follows records that grow, and the clock: what comes, goes and changes is told as it happens, until nothing more can come or somebody ends it. */
public final class FollowRun {
    /** Files are looked at this often, in milliseconds; a deadline is waited for to the millisecond. */
    private static final long LOOK_EVERY = 500;

    private static final int DAYS_AHEAD = 7;

    /** No record tells more exactly when it became known, and no person wants to read it. */
    private static final long SECOND = 1000;

    /** Waits, at most so many milliseconds; false: it is to end. */
    public interface Pause {
        boolean upTo(long millis);
    }

    private final Agreement agreement;
    private final boolean json;
    private final PrintWriter out;
    private final PrintWriter err;
    private final InstantSource clock;
    private final Pause pause;
    private boolean anyBad;

    public FollowRun(
            Agreement agreement, boolean json, PrintWriter out, PrintWriter err, InstantSource clock, Pause pause) {
        this.agreement = agreement;
        this.json = json;
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * @param run reads what is there at the beginning
     * @param input what other programs write, where that is among the files
     * @param first is shown how things stand at the beginning
     * @return whether all rows that came became records
     * @throws Refusal if the records cannot be followed, or not any more
     */
    public boolean run(ReplayRun run, Optional<StandardInput> input, Consumer<Replay> first, ProgressLine progress) {
        List<Record> there = new ArrayList<>();
        Replay start = run.ofWholeLines().handingTo(there::add).run(Replay.CITATIONS, DAYS_AHEAD, progress);
        Set<String> ids = new HashSet<>();
        List<Growing> sources =
                run.files().stream().map(f -> growing(f, input, ids)).toList();
        if (sources.isEmpty()) {
            throw Refusal.usage(
                    "there are no records to follow",
                    "name the file that grows with `--records FILE`; `--records -` is what another program writes");
        }
        first.accept(start);
        follow(start, new HashSet<>(there), sources, run::chosen);
        return !anyBad;
    }

    private Growing growing(RecordFiles.Pair pair, Optional<StandardInput> input, Set<String> ids) {
        Optional<StandardInput> written = input.filter(i -> i.file().equals(pair.data()));
        boolean rows = pair.mapping().isEmpty() && !KeptRecord.isOne(pair.data()) && isOwnForm(pair);
        return rows
                ? new GrowingRows(
                        pair.data(),
                        written.isPresent()
                                ? StandardInput.NAME + ending(pair)
                                : pair.data().toString(),
                        agreement,
                        ids,
                        () -> written.map(StandardInput::isOver).orElse(false))
                : new GrowingWhole(pair, agreement, ids);
    }

    private static String ending(RecordFiles.Pair pair) {
        String name = pair.data().toString();
        return name.substring(name.lastIndexOf('.'));
    }

    private static boolean isOwnForm(RecordFiles.Pair pair) {
        String name = pair.data().toString();
        return name.endsWith(".csv") || name.endsWith(".jsonl");
    }

    private void follow(Replay start, Set<Record> there, List<Growing> sources, UnaryOperator<List<Verdict>> chosen) {
        ChangeFeed feed = new ChangeFeed(start);
        ChangeLines lines = new ChangeLines(json, out);
        Steps steps = new Steps(Monitor.ofManyRecords(agreement), chosen, lines.of(feed));
        List<Record> more = look(sources);
        // What the first picture shows is where following begins; what came since is told.
        steps.take(more.stream().filter(there::contains).toList());
        lines.standing(feed.beginsAt(start.now(), steps.beginAt(start.now())));
        steps.take(more.stream().filter(r -> !there.contains(r)).toList());
        boolean over = false;
        while (!over) {
            // Asked before looking: what was written before it was over is seen.
            boolean ends = sources.stream().allMatch(Growing::isOver);
            steps.take(look(sources));
            steps.advanceTo(clock.millis() / SECOND * SECOND);
            over = ends || !pause.upTo(Math.clamp(steps.next() - clock.millis(), 1, LOOK_EVERY));
        }
    }

    private List<Record> look(List<Growing> sources) {
        List<Record> records = new ArrayList<>();
        for (Growing source : sources) {
            Grown grown = source.more();
            records.addAll(grown.records());
            grown.problems().forEach(this::tell);
        }
        return records;
    }

    private void tell(Problem problem) {
        anyBad |= problem.isError();
        err.println("holdfast: " + ProblemLine.of(problem));
        err.flush();
    }
}
