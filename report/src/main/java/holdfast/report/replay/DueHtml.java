package holdfast.report.replay;

import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Actor;
import holdfast.report.page.Markup;
import java.util.List;

/** What each actor owes and is owed, as a section of the page of a replay: the same lists as {@code holdfast due} has. */
final class DueHtml {
    private final Replay replay;
    private final Markup page;
    private final DateWords dates;

    DueHtml(Replay replay, Markup page) {
        this.replay = replay;
        this.page = page;
        this.dates = new DateWords(replay.agreement().zone());
    }

    void section() {
        List<String> actors =
                replay.agreement().actors().stream().map(Actor::name).toList();
        List<Due> all = Due.each(replay, actors).stream().filter(Due::hasAny).toList();
        if (all.isEmpty()) {
            return;
        }
        page.element("h2", "Who owes what");
        all.forEach(this::actor);
    }

    private void actor(Due due) {
        page.raw("<details class=\"due\"><summary>").text(due.actor()).raw("</summary>\n");
        owed("Overdue", due.overdue(), due);
        owed("In breach, and it goes on", due.going(), due);
        owed("Owes", due.owes(), due);
        coming(due);
        owed("Asked as soon as its condition holds", due.blocked(), due);
        owed("Others owe it", due.toIt(), due);
        page.raw("</details>\n");
    }

    private void owed(String title, List<Owed> lines, Due due) {
        if (lines.isEmpty()) {
            return;
        }
        open(title);
        for (Owed line : lines) {
            boolean own = line.bearers().equals(List.of(due.actor()));
            row(
                    line.due().map(dates::due).orElse("no day"),
                    line.due().map(d -> dates.toGo(d, replay.now())).orElse(""),
                    line.clause(),
                    (own ? "" : Wording.list(line.bearers()) + " ") + line.words(List.of(due.actor())));
        }
        page.raw("</tbody></table>\n");
    }

    private void coming(Due due) {
        if (due.comes().isEmpty()) {
            return;
        }
        open("If nothing more comes, until " + dates.moment(replay.ahead().until()));
        for (Coming one : due.comes()) {
            row(
                    dates.from(one.when()),
                    dates.toGo(one.when(), replay.now()),
                    one.owed().clause(),
                    one.words(List.of(due.actor())));
        }
        page.raw("</tbody></table>\n");
    }

    private void open(String title) {
        page.element("h3", title);
        page.raw("<table class=\"cards\"><tbody>\n");
    }

    private void row(String when, String far, String clause, String said) {
        page.raw("<tr><td class=\"when\">")
                .text(when)
                .raw("</td><td class=\"when\">")
                .text(far);
        page.raw("</td><td class=\"clause\">").text(clause).raw("</td><td>").text(said);
        page.raw("</td></tr>\n");
    }
}
