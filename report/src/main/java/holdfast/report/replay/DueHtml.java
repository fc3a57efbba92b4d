package holdfast.report.replay;

import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Actor;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.report.standing.Coming;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import java.util.List;

/** What each actor owes and is owed, as a section of the page of a replay: the same lists as {@code holdfast due} has. */
public final class DueHtml {
    private final Replay replay;
    private final Markup page;
    private final DateWords dates;

    DueHtml(Replay replay, Markup page) {
        this.replay = replay;
        this.page = page;
        this.dates = new DateWords(replay.agreement().zone());
    }

    /** A page of its own. */
    public static String of(Replay asked, Due due) {
        Replay replay = asked.withoutFolders();
        Markup page = new Markup(replay.texts().names()::inText);
        String title = "What is due from " + due.who();
        page.head(replay.agreement().title() + ": " + title, HouseStyle.Sheet.PORTRAIT, "");
        ReplayFrame frame = new ReplayFrame(replay, page);
        frame.header();
        page.element("h2", title);
        DueHtml lists = new DueHtml(replay, page);
        if (!due.hasAny()) {
            page.element("p", "Nothing is owed, as far as these records go.");
        }
        lists.lists(due);
        lists.notBegun(due);
        frame.receipt();
        return page.end();
    }

    private void notBegun(Due due) {
        if (due.notBegun().isEmpty()) {
            return;
        }
        Table table = Table.open(
                page.element("h3", "Not begun on these records, and binding as soon as it does"),
                "Not begun",
                "clause",
                "what it says");
        for (String id : due.notBegun()) {
            replay.agreement().norms().stream()
                    .filter(n -> n.id().equals(id))
                    .findFirst()
                    .ifPresent(n ->
                            table.row().cell(id, "clause").cell(replay.texts().clause(n)));
        }
        table.close();
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
        page.raw("<details class=\"due\"><summary>").text(due.who()).raw("</summary>\n");
        lists(due);
        page.raw("</details>\n");
    }

    private void lists(Due due) {
        owed("Overdue", due.overdue(), due);
        owed("In breach, and it goes on", due.going(), due);
        owed("Owes", due.owes(), due);
        coming(due);
        owed("Asked as soon as its condition holds", due.blocked(), due);
        owed("Not decided by the records: it may owe it, or have broken it", due.undecided(), due);
        owed("Others owe it", due.toIt(), due);
        for (Due.IfNamed one : due.ifNamed()) {
            page.element("p", DueText.sentence(one, dates) + ".");
        }
    }

    private void owed(String title, List<Owed> lines, Due due) {
        if (lines.isEmpty()) {
            return;
        }
        Table table = open(title, due);
        for (Owed line : lines) {
            boolean own = line.bearers().equals(due.asking());
            row(
                    table,
                    line.due().map(dates::due).orElse("no day"),
                    line.due().map(d -> dates.toGo(d, replay.now())).orElse(""),
                    line.clause(),
                    (own ? "" : Wording.list(line.bearers()) + " ") + line.words(due.asking()));
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
                    (due.actor().isPresent() ? "" : Wording.list(one.owed().bearers()) + ": ")
                            + one.words(due.asking()));
        }
        table.close();
    }

    private Table open(String title, Due due) {
        page.element("h3", title);
        return Table.open(page, title + ": " + due.who(), "when", "how far", "clause", "what");
    }

    private static void row(Table table, String when, String far, String clause, String said) {
        table.row().cell(when, "when").cell(far, "when").cell(clause, "clause").cell(said);
    }
}
