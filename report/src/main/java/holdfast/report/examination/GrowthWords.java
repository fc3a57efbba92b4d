package holdfast.report.examination;

import holdfast.examine.deeper.Growth;
import holdfast.examine.found.Bounds;
import java.util.ArrayList;
import java.util.List;

/** How far the bounds grew, in sentences. */
final class GrowthWords {
    private static final int MOST = 6;

    private GrowthWords() {}

    static String of(Examined examined) {
        return examined.growth()
                .map(GrowthWords::of)
                .orElse("Whether more changes with larger bounds, `--deeper` says: they grow until it no longer does.");
    }

    private static String of(Growth growth) {
        String reached = reached(growth.examination().bounds());
        String end = switch (growth.end()) {
            case SETTLED -> "The bounds grew to " + reached + ": the answer no longer changes.";
            case WORK_USED_UP ->
                growth.steps().isEmpty()
                        ? "The bounds did not grow: the work allowed is not enough for one step."
                        : "The bounds grew to " + reached + "; there the work allowed was used up.";
            case NOTHING_GREW ->
                "The bounds did not grow: nothing that can grow was left free, or not everything was played to its end.";
        };
        return end
                + growth.lastChange().stream()
                        .map(GrowthWords::changed)
                        .findFirst()
                        .orElse(growth.steps().isEmpty() ? "" : " Nothing changed with that.");
    }

    private static String reached(Bounds b) {
        return "defectors " + b.defectors() + ", evasions " + b.evasions() + ", requests " + b.requests() + " and help "
                + b.help();
    }

    private static String changed(Growth.Step step) {
        List<String> said = new ArrayList<>();
        add(said, "other rows: ", step.rows());
        add(said, "found: ", step.begun());
        add(said, "found no more: ", step.ended());
        return " What last changed it was " + step.bound().title() + " " + step.to() + ": " + String.join("; ", said)
                + ".";
    }

    private static void add(List<String> said, String what, List<String> some) {
        if (!some.isEmpty()) {
            int more = some.size() - MOST;
            said.add(what
                    + String.join("; ", some.subList(0, Math.min(MOST, some.size())))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
