package holdfast.report.replay;

import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Actor;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.report.standing.Coming;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
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
        owed("Not decided by the records: it may owe it, or have broken it", due.undecided(), due);
        owed("Others owe it", due.toIt(), due);
        page.raw("</details>\n");
    }

    private void owed(String title, List<Owed> lines, Due due) {
        if (lines.isEmpty()) {
            return;
        }
        Table table = open(title, due);
        for (Owed line : lines) {
            boolean own = line.bearers().equals(List.of(due.actor()));
            row(
                    table,
                    line.due().map(dates::due).orElse("no day"),
                    line.due().map(d -> dates.toGo(d, replay.now())).orElse(""),
                    line.clause(),
                    (own ? "" : Wording.list(line.bearers()) + " ") + line.words(List.of(due.actor())));
        }
        table.close();
    }

    private void coming(Due due) {
        if (due.comes().isEmpty()) {
            return;
        }
        Table table = open(
                "If nothing more comes, until " + dates.moment(replay.ahead().until()), due);
        for (Coming one : due.comes()) {
            row(
                    table,
                    dates.from(one.when()),
                    dates.toGo(one.when(), replay.now()),
                    one.owed().clause(),
                    one.words(List.of(due.actor())));
        }
        table.close();
    }

    private Table open(String title, Due due) {
        page.element("h3", title);
        return Table.open(page, title + ": " + due.actor(), "when", "how far", "clause", "what");
    }

    private static void row(Table table, String when, String far, String clause, String said) {
        table.row().cell(when, "when").cell(far, "when").cell(clause, "clause").cell(said);
    }
}
