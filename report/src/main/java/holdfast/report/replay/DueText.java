package holdfast.report.replay;

import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.standing.Ahead;
import holdfast.report.standing.Coming;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an actor owes and is owed, as it is shown on a terminal. */
public final class DueText {
    private final Replay replay;
    private final Due due;
    private final Colours colours;
    private final DateWords dates;
    private final Page page;

    private DueText(Replay replay, Due due, Colours colours) {
        this.replay = replay;
        this.due = due;
        this.colours = colours;
        this.dates = new DateWords(replay.agreement().zone());
        this.page = new Page(replay.texts().names()::inText);
    }

    public static String of(Replay replay, Due due, Colours colours) {
        return new DueText(replay, due, colours).render();
    }

    private String render() {
        String actor = due.who();
        page.wrapped(
                "",
                colours.heading("What is due from " + actor
                        + due.actor().map(a -> ", and to " + a).orElse("")));
        page.wrapped("  ", replay.agreement().title());
        String known = replay.asOf() == replay.now() ? "" : ", as known at " + dates.moment(replay.asOf());
        page.wrapped("  ", "at " + dates.moment(replay.now()) + known + " (" + dates.zone() + ")");
        if (replay.files().isEmpty()) {
            page.line("  no records: what the text alone says");
        }
        boolean all = due.actor().isEmpty();
        owed("Overdue from " + actor, due.overdue(), all);
        owed(all ? "In breach, and it goes on" : actor + " is in breach, and it goes on", due.going(), all);
        owed(all ? "Owed" : actor + " owes", due.owes(), all);
        comes();
        ifNamed();
        owed("Asked of " + actor + " as soon as its condition holds", due.blocked(), all);
        owed(
                "Not decided by the records: " + (all ? "they" : actor) + " may owe it, or have broken it",
                due.undecided(),
                all);
        owed("Others owe " + actor, due.toIt(), true);
        owed("Others owe, and the text does not say to whom", due.toNobody(), true);
        Optional<String> first = first();
        if (first.isEmpty()) {
            page.gap()
                    .wrapped(
                            "",
                            "Nothing is owed by " + actor
                                    + due.actor()
                                            .map(a -> ", and nothing to it")
                                            .orElse("") + ", as far as these records go.");
        }
        notBegun();
        first.ifPresent(clause -> page.gap().asIs("Why, in words: " + replay.command("explain", "--clause", clause)));
        return page.toString();
    }

    /** Each with its sentence: what it waits for is what has to be watched. */
    private void notBegun() {
        if (due.notBegun().isEmpty()) {
            return;
        }
        page.gap()
                .line(colours.heading("Not begun on these records, and binding " + due.who() + " once "
                        + (due.notBegun().size() == 1 ? "it does" : "they do")));
        int clause = width(due.notBegun());
        for (String id : due.notBegun()) {
            page.wrapped("  " + column(id, clause), Due.sentence(replay, id));
        }
    }

    private void ifNamed() {
        if (due.ifNamed().isEmpty()) {
            return;
        }
        page.gap().line(colours.heading("May begin as soon as somebody is named"));
        for (Due.IfNamed one : due.ifNamed()) {
            page.wrapped("  ", sentence(one, dates));
        }
    }

    static String sentence(Due.IfNamed one, DateWords dates) {
        return one.breached() + " was broken, or may have been"
                + one.since().map(s -> " (" + dates.since(s) + ")").orElse("")
                + ", and nobody is named for it. If somebody is, "
                + Wording.list(one.answers())
                + (one.answers().size() == 1 ? " may begin, and its" : " may begin, and their")
                + " clock may count from the act";
    }

    /** The clause of the first line that is shown, of which there is a verdict to explain. */
    private Optional<String> first() {
        return Stream.of(
                        due.overdue(),
                        due.going(),
                        due.owes(),
                        due.blocked(),
                        due.undecided(),
                        due.toIt(),
                        due.toNobody())
                .flatMap(List::stream)
                .map(Owed::clause)
                .findFirst();
    }

    private void owed(String title, List<Owed> lines, boolean who) {
        if (lines.isEmpty()) {
            return;
        }
        page.gap().line(colours.heading(title));
        int when = width(lines.stream().map(this::when).toList());
        int far = width(lines.stream().map(this::distance).toList());
        int clause = width(lines.stream().map(Owed::clause).toList());
        for (Owed line : lines) {
            page.wrapped(
                    "  " + column(when(line), when) + column(distance(line), far) + column(line.clause(), clause),
                    (who ? named(line.bearers()) + " " : "") + line.words(due.asking()));
        }
    }

    private String named(List<String> bearers) {
        return Wording.list(bearers);
    }

    private String when(Owed line) {
        return line.due().map(dates::due).orElse("no day");
    }

    private String distance(Owed line) {
        return line.due().map(d -> dates.toGo(d, replay.now())).orElse("");
    }

    private void comes() {
        if (due.comes().isEmpty()) {
            return;
        }
        page.gap()
                .line(colours.heading("If nothing more comes, until "
                        + dates.moment(replay.ahead().until())));
        int when = width(due.comes().stream().map(c -> dates.from(c.when())).toList());
        int far = width(due.comes().stream().map(this::distance).toList());
        int clause = width(due.comes().stream().map(c -> c.owed().clause()).toList());
        for (Coming one : due.comes()) {
            String by = one.kind() == Ahead.Kind.DUTY
                    ? one.owed().due().map(d -> ", due " + dates.due(d)).orElse("")
                    : "";
            page.wrapped(
                    "  " + column(dates.from(one.when()), when) + column(distance(one), far)
                            + column(one.owed().clause(), clause),
                    (due.actor().isPresent() ? "" : named(one.owed().bearers()) + ": ") + one.words(List.of()) + by);
        }
        if (!replay.ahead().whole()) {
            page.line("  so much comes that it was not looked further ahead");
        }
    }

    private String distance(Coming one) {
        return dates.toGo(one.when(), replay.now());
    }

    private static int width(List<String> column) {
        return column.stream().mapToInt(String::length).max().orElse(0);
    }

    /** With the gap behind it; a column in which nothing stands has none. */
    private static String column(String text, int width) {
        return width == 0 ? "" : text + " ".repeat(Math.max(0, width - text.length()) + 2);
    }
}
