package holdfast.report.replay;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Reading;
import holdfast.report.explain.DissentWords;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.Receipt;
import holdfast.report.page.Markup;
import holdfast.report.page.TextStands;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    private final Markup page;
    private int rows;

    private HtmlReport(Replay replay) {
        this.replay = replay;
        this.page = new Markup(replay.texts().names()::inText);
        this.norms = new Norms(replay.agreement());
        this.dates = new DateWords(replay.agreement().zone());
        this.words = VerdictWords.of(replay, norms);
        this.verdicts = RivalReadings.of(replay);
        this.explainer =
                new Explainer(replay.agreement(), replay.texts(), replay.cited(), replay.receipt(), Replay.CITATIONS);
    }

    public static String of(Replay replay) {
        return new HtmlReport(replay).render();
    }

    private String render() {
        String title = replay.agreement().title();
        page.head(title + ", as of " + dates.moment(replay.asOf()), STYLE);
        header();
        page.raw("<figure>\n").raw(Timeline.svg(replay));
        page.element(
                "figcaption",
                "Articles and clauses down, time across, in the dates of " + dates.zone()
                        + ". Point at a mark to read it.");
        page.raw("</figure>\n");
        states();
        ahead();
        new DueHtml(replay, page).section();
        table();
        setAside();
        changes();
        receipt();
        return page.raw("</body>\n</html>\n").toString();
    }

    private void header() {
        Agreement agreement = replay.agreement();
        page.raw("<header>\n").element("h1", agreement.title());
        String version = agreement.version().isEmpty() ? "" : agreement.version();
        String standing = TextStands.words(agreement);
        String sub = version + (version.isEmpty() || standing.isEmpty() ? "" : ", ") + standing;
        if (!sub.isEmpty()) {
            page.element("p", sub, "class", "sub");
        }
        page.open("p")
                .raw("As known at <strong>")
                .text(dates.moment(replay.asOf()))
                .raw("</strong>");
        if (replay.asOf() != replay.now()) {
            page.raw(", asked for <strong>").text(dates.moment(replay.now())).raw("</strong>");
        }
        page.text(" (" + dates.zone() + ").").close("p");
        figures();
        IntakeWords.lines(replay).forEach(line -> page.element("p", line, "class", "intake"));
        page.raw("</header>\n");
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

    private static String style(Status status) {
        return status.words().replace(' ', '-');
    }

    private void states() {
        List<StateWords.Line> lines = StateWords.of(replay);
        if (lines.isEmpty()) {
            return;
        }
        page.element("h2", "States of affairs");
        page.raw("<table>\n<tbody>\n");
        for (StateWords.Line line : lines) {
            page.raw("<tr>");
            cell(line.state(), "clause");
            cell(line.times() + line.answers().after(), "");
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
    }

    private void ahead() {
        List<RivalReadings.Said> ahead = verdicts.stream()
                .filter(s -> s.verdict().status() == Status.PENDING
                        && s.verdict().due().isPresent())
                .sorted(Comparator.comparingLong(
                        s -> s.verdict().due().orElseThrow().hi()))
                .limit(20)
                .toList();
        if (ahead.isEmpty()) {
            return;
        }
        page.element("h2", "Due next");
        page.raw(
                "<table>\n<thead><tr><th>due</th><th>left</th><th>clause</th><th>who</th><th>what</th></tr></thead>\n<tbody>\n");
        for (RivalReadings.Said said : ahead) {
            Verdict v = said.verdict();
            page.raw("<tr>");
            cell(dates.due(v.due().orElseThrow()), "when");
            cell(dates.distance(v.due().orElseThrow(), replay.now()), "when");
            cell(v.clause(), "clause");
            cell(v.bearer(), "");
            cell(
                    norms.of(v).map(replay.texts()::duty).orElse("")
                            + said.answers().after(),
                    "");
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
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

    private static String under(Reading reading) {
        return reading.equals(Reading.NONE) ? "" : ", " + Wording.reading(reading);
    }

    private void table() {
        page.element("h2", "Verdicts");
        page.raw(
                "<table class=\"verdicts\">\n<thead><tr><th>clause</th><th>who</th><th>verdict</th><th>when</th><th>why</th></tr></thead>\n");
        Map<Integer, Map<String, List<RivalReadings.Said>>> articles = new TreeMap<>();
        for (RivalReadings.Said said : verdicts) {
            norms.of(said.verdict())
                    .ifPresent(n -> articles.computeIfAbsent(n.origin().article(), a -> new LinkedHashMap<>())
                            .computeIfAbsent(n.id(), c -> new ArrayList<>())
                            .add(said));
        }
        articles.forEach(this::article);
        page.raw("</table>\n");
        if (rows > ROWS) {
            page.element("p", (rows - ROWS) + " further rows are not shown; the JSON form has them.");
        }
    }

    private void article(int index, Map<String, List<RivalReadings.Said>> clauses) {
        Article article = replay.agreement().articles().get(index);
        page.raw("<tbody>\n<tr class=\"article\"><th colspan=\"5\">")
                .text(article.heading())
                .raw("</th></tr>\n");
        clauses.forEach(this::clause);
        page.raw("</tbody>\n");
    }

    private void clause(String clause, List<RivalReadings.Said> said) {
        VerdictGroups.rows(said, false).forEach((answers, ofAnswers) -> {
            page.raw("<tr class=\"text\"><td class=\"clause\">").text(clause).raw("</td><td colspan=\"4\">");
            page.text(norms.of(ofAnswers.getFirst().first())
                    .map(replay.texts()::clause)
                    .orElse(""));
            page.raw(answers.words().isEmpty() ? "" : " <em>" + Markup.escape(answers.words()) + "</em>")
                    .raw("</td></tr>\n");
            ofAnswers.forEach(this::row);
        });
    }

    private void row(VerdictGroups.Row row) {
        if (++rows > ROWS) {
            return;
        }
        Verdict v = row.first();
        page.raw("<tr><td></td>");
        cell(Wording.list(row.bearers()), "");
        page.open("td", "class", "status " + style(row.status()))
                .text(words.kind(v))
                .raw("</td>");
        cell(norms.of(v).map(n -> words.detail(row, n)).orElse(""), "");
        page.raw("<td><details><summary>why")
                .text(row.folded() ? " (the first)" : "")
                .raw("</summary>");
        page.element("p", explainer.explain(v).paragraph()).raw("</details></td></tr>\n");
    }

    private void cell(String text, String style) {
        if (style.isEmpty()) {
            page.open("td");
        } else {
            page.open("td", "class", style);
        }
        page.text(text).raw("</td>");
    }

    private void changes() {
        if (replay.earlier().isEmpty()) {
            return;
        }
        Replay.Earlier earlier = replay.earlier().get();
        Changes changes = Changes.between(earlier.verdicts(), replay.verdicts());
        VerdictWords then = new VerdictWords(dates, earlier.now());
        page.element("h2", "What changed since " + dates.moment(earlier.asOf()));
        if (changes.isEmpty()) {
            page.element("p", "Nothing.");
            return;
        }
        page.raw("<ul class=\"changes\">\n");
        changes.added().stream().limit(CHANGES).forEach(v -> change("new", said(v, words)));
        changes.changed().stream()
                .limit(CHANGES)
                .forEach(c -> change("changed", said(c.after(), words) + "; was " + brief(c.before(), then)));
        changes.gone().stream().limit(CHANGES).forEach(v -> change("gone", said(v, then)));
        page.raw("</ul>\n");
        int all = changes.added().size()
                + changes.changed().size()
                + changes.gone().size();
        page.element("p", "In all " + all + (all == 1 ? " change." : " changes."));
    }

    private void change(String kind, String said) {
        page.raw("<li><b>" + kind + "</b> ").text(said).close("li");
    }

    private String said(Verdict v, VerdictWords at) {
        return v.clause() + " " + v.bearer() + ": " + brief(v, at) + under(v.reading());
    }

    private String brief(Verdict v, VerdictWords at) {
        String detail = norms.of(v).map(n -> at.single(v, n)).orElse("");
        return at.kind(v) + (detail.isEmpty() ? "" : ", " + detail);
    }

    private void receipt() {
        Receipt receipt = replay.receipt();
        page.element("h2", "Receipt");
        page.raw("<dl class=\"receipt\">\n");
        entry("text", "sha256 " + receipt.text());
        receipt.records().forEach(r -> entry("records", "sha256 " + r.sha256() + " " + r.file()));
        entry("known as of", dates.iso(receipt.asOf()));
        entry("asked for", dates.iso(receipt.now()));
        entry("by", "holdfast " + receipt.version());
        page.raw("</dl>\n");
        page.element("p", "The same text, records, moments and version give the same page.", "class", "intake");
    }

    private void entry(String name, String value) {
        page.element("dt", name).element("dd", value);
    }

    /** Of every page that Holdfast writes. */
    public static final String STYLE = """

            :root { color: #111; background: #fff; }
            body { font: 14px/1.45 Helvetica, Arial, "Liberation Sans", sans-serif; max-width: 1140px; margin: 24px auto; padding: 0 16px; }
            h1 { font: bold 26px/1.2 Georgia, "Liberation Serif", serif; margin: 0 0 4px; }
            h2 { font: bold 18px/1.3 Georgia, "Liberation Serif", serif; margin: 30px 0 8px; }
            header { border-bottom: 2px solid #111; padding-bottom: 10px; margin-bottom: 16px; }
            .sub { color: #444; margin: 0 0 10px; } header p { margin: 2px 0; } .intake { color: #555; font-size: 12.5px; }
            .figures { list-style: none; display: flex; flex-wrap: wrap; gap: 8px 22px; padding: 0; margin: 12px 0; }
            .figures li { border-left: 4px solid #777; padding: 0 0 0 8px; } .figures b { font-size: 20px; }
            .figures .breached { border-color: #8c1d18; } .figures .fulfilled { border-color: #1b6e3c; }
            .figures .pending { border-color: #1f4e8c; } .figures .undetermined, .figures .disputed { border-left-style: dashed; border-color: #333; }
            figure { margin: 0; } figure svg { width: 100%; height: auto; display: block; } figcaption { color: #555; font-size: 12.5px; }
            table { border-collapse: collapse; width: 100%; } th { text-align: left; font-size: 12px; color: #444; }
            td, th { padding: 3px 10px 3px 0; vertical-align: top; border-bottom: 1px solid #ddd; }
            .verdicts tr.article th { font-size: 14px; color: #111; padding-top: 16px; border-bottom: 1px solid #111; }
            .verdicts tr.text td { color: #333; border-bottom: none; padding-top: 8px; } .clause { font-weight: bold; white-space: nowrap; width: 44px; }
            .when { white-space: nowrap; } .status { white-space: nowrap; } .status.breached { color: #8c1d18; font-weight: bold; }
            .status.fulfilled { color: #1b6e3c; } .status.undetermined, .status.disputed { font-style: italic; } .status.pending { color: #1f4e8c; }
            details { max-width: 420px; } summary { cursor: pointer; color: #1f4e8c; } details p { margin: 4px 0 8px; font-size: 13px; }
            .changes { padding-left: 18px; } .receipt { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; font-size: 12.5px; }
            .receipt dt { color: #555; } .receipt dd { margin: 0; font-family: "Liberation Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
            @media print {
              @page { size: A4 landscape; margin: 12mm; }
              body { max-width: none; margin: 0; padding: 0; font-size: 11px; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
              figure { break-inside: avoid; } tr, li { break-inside: avoid; } summary { list-style: none; } h2 { break-after: avoid; }
              .verdicts thead { display: table-header-group; }
            }
            """;
}
