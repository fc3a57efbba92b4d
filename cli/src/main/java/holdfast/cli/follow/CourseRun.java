package holdfast.cli.follow;

import holdfast.cli.output.ProgressLine;
import holdfast.cli.replay.ReplayRun;
import holdfast.engine.Record;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import holdfast.report.replay.ChangeFeed;
import holdfast.report.standing.Replay;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The course of things: what came, went and changed, from the first record to the moment asked about, as it became known. No clock is read. */
public final class CourseRun {
    private final ReplayRun run;
    private final Agreement agreement;
    private final ChangeLines lines;

    public CourseRun(ReplayRun run, Agreement agreement, boolean json, PrintWriter out) {
        this.run = run;
        this.agreement = agreement;
        this.lines = new ChangeLines(json, out);
    }

    public void run(ProgressLine progress) {
        List<Record> records = new ArrayList<>();
        Replay end = run.handingTo(records::add).run(0, 0, progress);
        records.removeIf(r -> r.recorded() > end.asOf() || r.recorded() > end.now());
        ChangeFeed feed = new ChangeFeed(end);
        Steps steps = new Steps(Monitor.ofManyRecords(agreement), run::chosen, lines.of(feed));
        long first = records.stream().mapToLong(Record::recorded).min().orElse(end.now());
        steps.take(records);
        lines.standing(feed.beginsAt(first - 1, steps.beginAt(first - 1)));
        steps.advanceTo(end.now());
        lines.end();
    }
}
