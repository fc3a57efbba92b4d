package holdfast.report.examination;

import holdfast.examine.Examination;
import holdfast.examine.deeper.Growth;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Growing;
import java.util.ArrayList;
import java.util.List;

/** How far the bounds grew, in sentences. */
final class GrowthWords {
    private static final int MOST = 6;

    private GrowthWords() {}

    static String of(Growth growth) {
        Examination examination = growth.examination();
        return end(growth)
                + growth.lastChange().stream()
                        .map(GrowthWords::changed)
                        .findFirst()
                        .orElse(growth.steps().isEmpty() ? "" : " Nothing changed with that.")
                + (examination.leftOut().contains(Growing.DEFECTORS)
                                && !growth.free().contains(Growing.DEFECTORS)
                        ? " What follows if more guarantors defect, `--defectors K` says."
                        : "");
    }

    private static String end(Growth growth) {
        String reached = "The bounds grew to " + reached(growth);
        boolean stood = growth.steps().isEmpty();
        return switch (growth.end()) {
            case SETTLED -> reached + ": the answer no longer changes.";
            case NOTHING_LEFT_OUT ->
                (stood ? "" : reached + ". ") + "Larger bounds for " + titles(growth)
                        + " would try nothing more: these left nothing out.";
            case WORK_USED_UP ->
                stood
                        ? "The bounds did not grow: the work allowed is not enough for one step; `--deeper WORK` allows more."
                        : reached + "; there the work allowed was used up, and `--deeper WORK` allows more.";
            case NOTHING_GREW ->
                "The bounds did not grow: nothing that can grow was left free, or not everything was played to its end.";
        };
    }

    private static String titles(Growth growth) {
        return GuaranteeWords.list(growth.free().stream().map(Growing::title).toList());
    }

    private static String reached(Growth growth) {
        Bounds bounds = growth.examination().bounds();
        return GuaranteeWords.list(
                growth.free().stream().map(b -> b.title() + " " + b.in(bounds)).toList());
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
