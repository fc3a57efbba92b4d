package holdfast.report.replay;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.report.explain.DissentWords;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.Explanation;
import holdfast.report.explain.Sources;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.report.standing.IntakeWords;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import holdfast.report.standing.RivalReadings;
import holdfast.report.standing.StateWords;
import holdfast.report.standing.Tally;
import holdfast.report.standing.VerdictGroups;
import holdfast.report.standing.VerdictWords;
import holdfast.report.standing.WordsUsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A replay as one page that needs nothing else: no script, no font, no picture from elsewhere. It is made to be printed and put in a
 * report.
 */
public final class HtmlReport {
    /** A longer table helps nobody; JSON has all of it. */
    private static final int ROWS = 500;

    private static final int CHANGES = 60;

    private final Replay replay;
    private final Norms norms;
    private final DateWords dates;
    private final VerdictWords words;
    private final List<RivalReadings.Said> verdicts;
    private final Explainer explainer;

    /** The articles that have been quoted. */
    private final Set<String> quoted = new HashSet<>();

    private final Markup page;
    private final ReplayFrame frame;
    private int rows;

    private HtmlReport(Replay replay) {
        this.replay = replay;
        this.page = new Markup(replay.texts().names()::inText);
        this.frame = new ReplayFrame(replay, page);
        this.norms = new Norms(replay.agreement());
        this.dates = new DateWords(replay.agreement().zone());
        this.words = VerdictWords.of(replay, norms);
        this.verdicts = RivalReadings.of(replay);
        this.explainer = Explaining.of(replay, words, Replay.CITATIONS, UnaryOperator.identity());
    }

    public static String of(Replay replay) {
        return new HtmlReport(replay.withoutFolders()).render();
    }

    private String render() {
        String title = replay.agreement().title();
        page.head(title + ", as of " + dates.moment(replay.asOf()), HouseStyle.Sheet.LANDSCAPE, STYLE);
        frame.header();
        answer();
        read();
        timeline();
        states();
        new DueHtml(replay, page).section();
        table();
        setAside();
        changes();
        frame.receipt();
        return page.end();
    }

    /** What a reader asks first, as on a terminal. */
    private void answer() {
        page.open("section", "class", "answer", "aria-label", "The answer");
        for (FirstScreen.Section section : FirstScreen.of(replay).sections()) {
            page.element("h2", section.title());
            lines(section);
            if (section.more() > 0) {
                String more =
                        section.lines().isEmpty() ? section.more() + " in all" : "And " + section.more() + " more";
                page.element("p", more + ", in the tables below.");
            }
            if (!section.note().isEmpty()) {
                page.element("p", capital(section.note()) + ".");
            }
        }
        page.close("section");
    }

    private void lines(FirstScreen.Section section) {
        if (section.lines().stream().allMatch(l -> String.join("", l.columns()).isEmpty())) {
            section.lines().forEach(l -> page.element("p", capital(l.said()) + "."));
            return;
        }
        int columns = section.lines().getFirst().columns().size();
        String[] unnamed = new String[columns + 1];
        Arrays.fill(unnamed, "");
        Table table = Table.open(page, section.title(), unnamed);
        for (FirstScreen.Line line : section.lines()) {
            table.row().head(line.columns().getFirst(), "when");
            line.columns().stream().skip(1).forEach(c -> table.cell(c, "when"));
            table.cell(line.said(), "said");
        }
        table.close();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void read() {
        page.element("h2", "What was counted");
        figures();
        IntakeWords.lines(replay).forEach(line -> page.element("p", capital(line) + ".", "class", "intake"));
    }

    private void timeline() {
        Timeline.Bands bands = Timeline.of(replay);
        if (bands.bands().isEmpty()) {
            return;
        }
        page.element("h2", "Over time");
        page.open("figure", "class", "wide", "tabindex", "0", "role", "group", "aria-label", "Timeline of verdicts");
        page.raw("<table class=\"bands\" role=\"presentation\">\n<thead><tr><th>")
                .raw(bands.axis())
                .raw("</th></tr></thead>\n<tbody>\n");
        bands.bands().forEach(band -> page.raw("<tr><td>").raw(band).raw("</td></tr>\n"));
        page.raw("<tr><td>").raw(bands.legend()).raw("</td></tr>\n</tbody>\n</table>\n");
        page.element(
                "figcaption",
                "Articles and clauses down, time across, in the dates of " + dates.zone()
                        + ". The table below has the same in words.");
        page.raw("</figure>\n");
    }

    /** How many verdicts of each status, greatest concern first; rival readings are not added up. */
    private void figures() {
        Map<Status, Tally> counts = Tally.of(
                replay,
                verdicts.stream()
                        .filter(s -> words.kindOfStatus(s.verdict())
                                .equals(s.verdict().status().words()))
                        .toList(),
                Verdict::status);
        page.raw("<ul class=\"figures\">\n");
        for (Status status : List.of(
                Status.BREACHED,
                Status.CURED,
                Status.DISPUTED,
                Status.UNDETERMINED,
                Status.PENDING,
                Status.BLOCKED,
                Status.FULFILLED)) {
            Tally count = counts.get(status);
            if (count != null) {
                page.open("li", "class", style(status))
                        .raw("<b>" + count.words() + "</b> ")
                        .text(status.words())
                        .close("li");
            }
        }
        page.raw("</ul>\n");
        if (counts.values().stream().anyMatch(Tally::varies)) {
            page.element(
                    "p",
                    "From the least to the most that any one reading of the text comes to: readings that exclude each other are"
                            + " not added up.",
                    "class",
                    "intake");
        }
        if (!counts.values().stream().allMatch(Tally::whole)) {
            page.element(
                    "p",
                    "At least so many: " + IntakeWords.COUNTED_ONCE
                            + ", because it is not known exactly when their acts happened.",
                    "class",
                    "intake");
        }
    }

    /** The heads of a long table do not stand alone at the foot of a sheet. */
    private static final String STYLE =
            "@media print { table.verdicts { -fs-page-break-min-height: 52mm; } table.verdicts * { -fs-page-break-min-height: 0; }"
                    + " table.verdicts tbody { -fs-page-break-min-height: 24mm; } }";

    private static String style(Status status) {
        return status.words().replace(' ', '-');
    }

    private void states() {
        List<StateWords.Line> lines = StateWords.of(replay);
        if (lines.isEmpty()) {
            return;
        }
        page.element("h2", "States of affairs");
        Table table = Table.open(page, "States of affairs", "state", "when");
        for (StateWords.Line line : lines) {
            table.row()
                    .head(line.state(), "")
                    .cell(line.times() + line.answers().after(replay.texts().names()));
        }
        table.close();
    }

    private void setAside() {
        if (replay.dissent().isEmpty()) {
            return;
        }
        page.element("h2", "Set aside, as said by those who may not change it");
        page.raw("<ul>\n");
        replay.dissent().forEach(d -> page.element("li", DissentWords.of(d)));
        page.raw("</ul>\n");
    }

    private void meanings() {
        page.raw("<dl class=\"meanings\">\n");
        for (WordsUsed.Meaning used : WordsUsed.in(verdicts, words)) {
            page.element("dt", used.word()).element("dd", used.meaning());
        }
        page.raw("</dl>\n");
    }

    private void table() {
        page.element("h2", "Verdicts");
        meanings();
        Table table = Table.styled(page, "Verdicts", "verdicts", "clause", "who", "verdict", "when", "");
        Map<Integer, Map<String, List<RivalReadings.Said>>> articles = new TreeMap<>();
        for (RivalReadings.Said said : verdicts) {
            norms.of(said.verdict())
                    .ifPresent(n -> articles.computeIfAbsent(n.origin().article(), a -> new LinkedHashMap<>())
                            .computeIfAbsent(n.id(), c -> new ArrayList<>())
                            .add(said));
        }
        articles.forEach((index, clauses) -> {
            table.group(replay.agreement().articles().get(index).heading());
            clauses.forEach((clause, said) -> clause(table, clause, said));
        });
        table.close();
        if (rows > ROWS) {
            page.element("p", (rows - ROWS) + " further rows are not shown; the JSON form has them.");
        }
    }

    private void clause(Table table, String clause, List<RivalReadings.Said> said) {
        VerdictGroups.rows(said, false).forEach((answers, ofAnswers) -> {
            String text = norms.of(ofAnswers.getFirst().first())
                    .map(replay.texts()::clause)
                    .orElse("");
            table.row("text").head(clause, "clause").rest(() -> {
                page.text(text);
                String under = answers.words(replay.texts().names());
                if (!under.isEmpty()) {
                    page.raw(" <em>").text(under).raw("</em>");
                }
            });
            ofAnswers.forEach(row -> verdict(table, row));
        });
    }

    private void verdict(Table table, VerdictGroups.Row row) {
        if (++rows > ROWS) {
            return;
        }
        Verdict v = row.first();
        table.row()
                .cell("")
                .cell(Wording.list(row.who()))
                .cell(words.kind(v), "status " + (words.doubt(v).isPresent() ? "doubt" : style(row.status())))
                .cell(norms.of(v).map(n -> words.detail(row, n)).orElse(""))
                .cell(
                        () -> {
                            page.raw("<details class=\"note\"><summary>why")
                                    .text(row.folded() ? " (the first)" : "")
                                    .raw("</summary>");
                            why(v, explainer.explain(v));
                            page.raw("</details>");
                        },
                        "");
    }

    /** The clause stands above, and an article is quoted once. The records stand by themselves: in a Word document they are the footnote. */
    private void why(Verdict v, Explanation explanation) {
        List<String> records = explanation.onRecord();
        List<String> reasons = new ArrayList<>(explanation.reasons());
        explanation.article().filter(quoted::add).ifPresent(words -> reasons.add(Math.min(1, reasons.size()), words));
        page.element("p", String.join(" ", reasons));
        if (!records.isEmpty()) {
            page.element("p", String.join(" ", records), "class", "records");
        }
        SourceLinks.list(page, Sources.of(List.of(v), replay.cited(), Replay.CITATIONS));
    }

    private void changes() {
        if (replay.earlier().isEmpty()) {
            return;
        }
        Replay.Earlier earlier = replay.earlier().get();
        page.element("h2", "What changed since " + dates.moment(earlier.asOf()));
        List<ChangeWords.Line> changes = new ChangeWords(replay, earlier, norms).lines();
        if (changes.isEmpty()) {
            page.element("p", "Nothing.");
            return;
        }
        page.raw("<ul class=\"changes\">\n");
        changes.stream()
                .collect(Collectors.groupingBy(ChangeWords.Line::kind, LinkedHashMap::new, Collectors.toList()))
                .forEach((kind, lines) -> lines.stream().limit(CHANGES).forEach(l -> change(kind.words(), l.said())));
        page.raw("</ul>\n");
        page.element("p", "In all " + changes.size() + (changes.size() == 1 ? " change." : " changes."));
    }

    private void change(String kind, String said) {
        page.raw("<li><b>" + kind + "</b> ").text(said).close("li");
    }
}
