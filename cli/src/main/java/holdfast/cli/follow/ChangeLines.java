package holdfast.cli.follow;

import holdfast.report.replay.ChangeFeed;
import java.io.PrintWriter;
import java.util.List;

/** Changes, each on a line as it comes: for reading, or as JSON Lines. */
final class ChangeLines {
    private final boolean json;
    private final PrintWriter out;
    private boolean any;

    ChangeLines(boolean json, PrintWriter out) {
        this.json = json;
        this.out = out;
    }

    Steps.Told of(ChangeFeed feed) {
        return (now, gone, came) -> {
            List<String> lines = json ? feed.json(now, gone, came) : feed.text(now, gone, came);
            lines.forEach(out::println);
            any |= !lines.isEmpty();
            out.flush();
        };
    }

    /** How things stand before anything changes: in text a screen has told it. */
    void standing(List<String> lines) {
        if (json) {
            lines.forEach(out::println);
        }
        out.flush();
    }

    /** Nothing more will come. */
    void end() {
        if (!any && !json) {
            out.println("nothing changed");
        }
        out.flush();
    }
}
