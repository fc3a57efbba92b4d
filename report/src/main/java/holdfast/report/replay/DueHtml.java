package holdfast.report.replay;

import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Actor;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each actor owes and is owed, as a section of the page of a replay: the same lists as {@code holdfast due} has. */
public final class DueHtml {
    private final Replay replay;
    private final Markup page;
    private final DateWords dates;
    private final Everyone everyone;

    DueHtml(Replay replay, Markup page) {
        this.replay = replay;
        this.page = page;
        this.dates = new DateWords(replay.agreement().zone());
        this.everyone = new Everyone(replay);
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
        lists.show(lists.listsOf(due), due.who());
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
        Map<Lists, List<String>> alike = new LinkedHashMap<>();
        all.forEach(due ->
                alike.computeIfAbsent(listsOf(due), l -> new ArrayList<>()).add(due.who()));
        alike.forEach((lists, who) -> {
            String names = Wording.list(who);
            page.raw("<details class=\"due\"><summary>").text(names).raw("</summary>\n");
            show(lists, names);
            page.raw("</details>\n");
        });
    }

    /** What is shown of an actor: actors of whom the same is shown share it. */
    private record Lists(List<Rows> parts, List<String> sentences) {}

    /** @param rows when, how far, of which clause, and what */
    private record Rows(String title, List<List<String>> rows) {}

    private Lists listsOf(Due due) {
        List<Rows> parts = Stream.of(
                        owed("Overdue", due.overdue(), due),
                        owed("In breach, and it goes on", due.going(), due),
                        owed("Owes", due.owes(), due),
                        coming(due),
                        owed("Asked as soon as its condition holds", due.blocked(), due),
                        owed("Not decided by the records: it may owe it, or have broken it", due.undecided(), due),
                        owed("Others owe it", due.toIt(), due))
                .filter(part -> !part.rows().isEmpty())
                .toList();
        return new Lists(
                parts,
                due.ifNamed().stream()
                        .map(one -> DueText.sentence(one, dates) + ".")
                        .toList());
    }

    private void show(Lists lists, String who) {
        for (Rows part : lists.parts()) {
            page.element("h3", part.title());
            Table table = Table.open(page, part.title() + ": " + who, "when", "how\u00a0far", "clause", "what");
            part.rows()
                    .forEach(row -> table.row()
                            .cell(row.get(0), "when")
                            .cell(row.get(1), "when")
                            .cell(row.get(2), "clause")
                            .cell(row.get(3), "said"));
            table.close();
        }
        lists.sentences().forEach(sentence -> page.element("p", sentence));
    }

    private Rows owed(String title, List<Owed> lines, Due due) {
        return new Rows(
                title,
                lines.stream()
                        .map(line -> List.of(
                                line.due().map(dates::due).orElse("no day"),
                                line.due().map(d -> dates.toGo(d, replay.now())).orElse(""),
                                line.clause(),
                                (line.bearers().equals(due.asking()) ? "" : who(line) + " ")
                                        + line.words(due.asking())))
                        .toList());
    }

    private String who(Owed owed) {
        return everyone.each(owed.clause(), owed.bearers()).orElseGet(() -> Wording.list(owed.bearers()));
    }

    private Rows coming(Due due) {
        return new Rows(
                "If nothing more comes, until " + dates.moment(replay.ahead().until()),
                due.comes().stream()
                        .map(one -> List.of(
                                dates.from(one.when()),
                                dates.toGo(one.when(), replay.now()),
                                one.owed().clause(),
                                (due.actor().isPresent() ? "" : who(one.owed()) + ": ") + one.words(due.asking())))
                        .toList());
    }
}
