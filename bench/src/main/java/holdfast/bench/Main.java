package holdfast.bench;

import java.util.Arrays;

/** What {@code bench/run} calls. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String what = arguments.length == 0 ? "" : arguments[0];
        Options options = new Options(arguments, Math.min(1, arguments.length));
        switch (what) {
            case "clauses" -> Clauses.run(options);
            case "compare" -> Comparison.run(options);
            case "flink" -> Comparison.besideFlink(options);
            case "correct" -> Corrections.run(options);
            case "cuts" -> Cuts.run(options);
            case "memory" -> Memory.run(options);
            case "process" -> WholeProcess.run(options);
            case "examine" -> Examining.run(options);
            case "match" -> Matchings.run(options);
            case "record" -> Recording.run(options);
            case "room" -> Listening.run(options);
            case "snapshot" -> Snapshots.run(options);
            case "territory" -> TerritoryLedger.run(options);
            case "pass" -> Passes.run(options);
            default -> throw new IllegalArgumentException("nothing to do for " + Arrays.toString(arguments));
        }
    }
}
