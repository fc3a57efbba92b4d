package holdfast.examine.found;

import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import java.util.List;

/** A story, replayed: whether it shows what it says. */
public final class StoryReplay {
    private StoryReplay() {}

    /** The claims that a replay over {@code agreement}, as it was written, does not bear out; empty: it shows what it says. */
    public static List<Story.Claim> unmet(Story story, Agreement agreement) {
        Monitor monitor = new Monitor(agreement);
        story.records().forEach(monitor::accept);
        monitor.advanceTo(story.at());
        List<Verdict> verdicts = monitor.verdicts();
        return story.claims().stream()
                .filter(c -> verdicts.stream().noneMatch(v -> isMadeBy(c, v, story)))
                .toList();
    }

    private static boolean isMadeBy(Story.Claim claim, Verdict v, Story story) {
        return v.clause().equals(claim.clause())
                && v.bearer().equals(claim.bearer())
                && v.status() == claim.status()
                && v.due().equals(claim.due())
                && v.reading().isPartOf(story.reading());
    }
}
