package holdfast.server.exercise;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.report.replay.FirstScreen;
import holdfast.report.standing.Changes;
import holdfast.report.standing.Replay;
import holdfast.report.standing.VerdictWords;
import holdfast.server.room.Moment;
import holdfast.server.room.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of an exercise, as a page: who sat for whom, what was done in which order and what that changed, and how it stands at the end. */
public final class ExerciseReport {
    /** So many records are told one by one; the file of records has all. */
    private static final int TOLD = 300;

    private final Exercise exercise;
    private final Room room;
    private final DateWords dates;
    private final Replay end;
    private final Markup page;

    private ExerciseReport(Exercise exercise) {
        this.exercise = exercise;
        this.room = exercise.room();
        this.dates = new DateWords(room.agreement().zone());
        long now = exercise.clock().millis();
        this.end = room.at(new Moment(room.record().signedSize(), now, now));
        this.page = new Markup(end.texts().names()::inText);
    }

    public static String of(Exercise exercise) {
        return new ExerciseReport(exercise).page();
    }

    private String page() {
        page.head(exercise.begin().title() + ": " + room.agreement().title(), HouseStyle.Sheet.PORTRAIT, "");
        page.raw("<header>\n")
                .element("h1", exercise.begin().title())
                .element(
                        "p", "An exercise on " + room.agreement().title() + ". Nothing of it happened.", "class", "sub")
                .raw("</header>\n");
        seats();
        standing();
        course();
        return page.end();
    }

    private void seats() {
        page.element("h2", "Who sat for whom");
        Table table = Table.open(page, "Seats", "who", "for");
        exercise.seats()
                .forEach((who, as) -> table.row().cell(who).cell(as.actor().orElse("nobody")));
        table.close();
    }

    private void standing() {
        page.element("h2", (exercise.isOver() ? "At the end, " : "So far, ") + dates.moment(end.now()));
        for (FirstScreen.Section section : FirstScreen.ofAll(end).sections()) {
            page.element("h3", section.title());
            page.raw("<ul>\n");
            section.lines().forEach(l -> page.element("li", String.join(" ", l.columns()) + " " + l.said()));
            page.raw("</ul>\n");
            if (!section.note().isEmpty()) {
                page.element("p", section.note());
            }
        }
    }

    /**
     * What was done.
     *
     * @param changes what was different right after it
     */
    private record Line(Instant at, int order, String who, String what, String changes) {}

    private void course() {
        page.element("h2", "What was done, and what it changed");
        List<Line> lines = new ArrayList<>();
        exercise.steps().forEach(s -> lines.add(new Line(s.at(), 0, s.who(), s.what(), "")));
        long size = room.record().signedSize();
        long from = Math.max(0, size - TOLD);
        room.record().store().read(from, size, entry -> {
            if (entry.content().statement() instanceof Statement.OfRecord record) {
                lines.add(line(entry, record));
            }
        });
        lines.sort(Comparator.comparing(Line::at).thenComparingInt(Line::order));
        if (from > 0) {
            page.element("p", "Of " + size + " entries the last " + TOLD + " are told.");
        }
        Table table = Table.open(page, "Course", "when", "who", "what", "what it changed");
        lines.forEach(l -> table.row()
                .cell(dates.moment(l.at().toEpochMilli()), "when")
                .cell(l.who())
                .cell(l.what())
                .cell(l.changes()));
        table.close();
    }

    private Line line(Entry entry, Statement.OfRecord record) {
        Entry.Content content = entry.content();
        long at = content.received().toEpochMilli();
        return new Line(
                content.received(),
                1 + (int) entry.number(),
                content.from(),
                said(record),
                changed(entry.number(), at));
    }

    private static String said(Statement.OfRecord record) {
        return Stream.of("kind", "event", "by", "on", "about", "to", "clause", "result", "withdraws", "corrects")
                .flatMap(name -> record.json().text(name).stream().map(value -> value(name, value)))
                .collect(Collectors.joining(" "));
    }

    private static String value(String name, String value) {
        return switch (name) {
            case "kind", "event", "result" -> value;
            default -> name + " " + value;
        };
    }

    /** Of verdicts that merely wait nothing is told. */
    private String changed(long entry, long at) {
        Changes changes = Changes.between(
                room.at(new Moment(entry, at, at)).verdicts(),
                room.at(new Moment(entry + 1, at, at)).verdicts());
        return Stream.of(
                        changes.added().stream().map(v -> words(v)),
                        changes.changed().stream()
                                .map(c -> words(c.after()) + " (was " + VerdictWords.status(c.before()) + ")"),
                        changes.gone().stream().map(v -> words(v) + " is no more"))
                .flatMap(s -> s)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String words(Verdict verdict) {
        return verdict.clause() + " " + verdict.bearer() + ": " + VerdictWords.status(verdict);
    }
}
