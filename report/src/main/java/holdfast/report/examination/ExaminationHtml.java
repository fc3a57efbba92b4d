package holdfast.report.examination;

import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.examine.Examination;
import holdfast.examine.check.Check;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mend;
import holdfast.examine.mend.Tried;
import holdfast.examine.play.Move;
import holdfast.examine.redline.Without;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.report.page.TextStands;
import holdfast.report.standing.Silence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An examination as one page that needs nothing else: what is guaranteed, what answers what, and how it can fail, each with its story as a picture. */
public final class ExaminationHtml {
    /** So many findings are told at the head of the page. */
    private static final int SHOWN = 12;

    private static final String NOTHING = "Nothing was found within the bounds. That does not mean that it is safe.";

    private final Examined examined;
    private final Examination examination;
    private final Agreement agreement;
    private final DateWords dates;
    private final Markup page;

    private ExaminationHtml(Examined examined) {
        this.examined = examined;
        this.page = new Markup(examined.texts().names()::inText);
        this.examination = examined.examination();
        this.agreement = examined.agreement();
        this.dates = new DateWords(agreement.zone());
    }

    public static String of(Examined examined) {
        return new ExaminationHtml(examined).render();
    }

    private String render() {
        page.head(agreement.title() + ", examined", HouseStyle.Sheet.LANDSCAPE, STYLE);
        header();
        inShort();
        guarantees();
        List<String> silence = Silence.words(agreement, examination);
        if (!silence.isEmpty()) {
            page.element("h2", "When a body stays silent");
            silence.forEach(line -> page.element("p", line));
        }
        ClauseGraphPicture.Drawn drawn = ClauseGraphPicture.of(agreement, examined.texts());
        page.element("h2", "What answers what", "style", "-fs-page-break-min-height: " + drawn.millimetres() + "mm");
        page.open("figure", "class", "whole wide", "tabindex", "0", "role", "group", "aria-label", "What answers what")
                .raw(drawn.svg());
        page.element(
                "figcaption",
                "Every clause that forbids, and all that follows it or waits for another. Under different readings a clause may follow others: all are shown.");
        page.raw("</figure>\n");
        findings();
        rest();
        bounds();
        return page.end();
    }

    /** The findings in a line each: whoever reads no further has the answer. */
    private void inShort() {
        List<Finding> open = examination.findings().stream()
                .filter(f -> f.accepted().isEmpty())
                .toList();
        page.open("section", "class", "answer", "aria-label", "The answer");
        page.element("h2", "How it can fail, in short");
        if (open.isEmpty()) {
            page.element("p", NOTHING, "class", "none");
        } else {
            Table table = Table.open(page, "How it can fail, in short", "finding", "what it is", "how");
            open.stream()
                    .limit(SHOWN)
                    .forEach(f -> table.row()
                            .head(f.code().toString(), "clause")
                            .cell(
                                    () -> page.open("a", "href", "#" + anchor(f))
                                            .text(f.code().title())
                                            .raw("</a>"),
                                    isFiring(f) ? "firing" : "")
                            .cell(ExaminationText.sentence(f)));
            table.close();
        }
        if (open.size() > SHOWN) {
            page.element("p", "And " + (open.size() - SHOWN) + " more, below.");
        }
        page.close("section");
    }

    private static boolean isFiring(Finding f) {
        return f.weight() == Finding.Weight.FIRES;
    }

    /** Where a finding stands on the page. */
    private String anchor(Finding f) {
        return "finding-" + (examination.findings().indexOf(f) + 1);
    }

    private void header() {
        page.raw("<header>\n").element("h1", agreement.title());
        List<String> sub = new ArrayList<>();
        if (!agreement.version().isEmpty()) {
            sub.add(agreement.version());
        }
        if (!TextStands.words(agreement).isEmpty()) {
            sub.add(TextStands.words(agreement));
        }
        sub.add("examined before anything happens");
        page.element("p", String.join(", ", sub), "class", "sub");
        examination.partial().forEach(p -> page.element("p", "Not whole: " + p, "class", "partial"));
        Headline.of(examined).forEach(said -> page.element("p", said));
        page.raw("<ul class=\"figures\">\n");
        long fires = count(Finding.Weight.FIRES);
        long lesser = count(Finding.Weight.LESSER);
        long accepted = examination.findings().stream()
                .filter(f -> f.accepted().isPresent())
                .count();
        figure(fires, fires == 1 ? "finding fires" : "findings fire", "breached");
        figure(lesser, "lesser", "pending");
        if (accepted > 0) {
            figure(accepted, "accepted by the drafters", "undetermined");
        }
        page.raw("</ul>\n</header>\n");
    }

    private long count(Finding.Weight weight) {
        return examination.findings().stream()
                .filter(f -> f.weight() == weight && f.accepted().isEmpty())
                .count();
    }

    private void figure(long n, String what, String style) {
        page.open("li", "class", style).raw("<b>" + n + "</b> ").text(what).close("li");
    }

    private void guarantees() {
        page.element("h2", "What must follow a breach, in the worst case, if nobody helps beyond duty");
        List<String> unplayed = Unplayed.words(examined);
        unplayed.forEach(line -> page.element("p", line, "class", "partial"));
        if (examination.guarantees().isEmpty() && unplayed.isEmpty()) {
            page.element("p", "The text forbids nothing: there is nothing that it could guarantee.");
        }
        if (!examination.guarantees().isEmpty()) {
            guaranteeTable();
        }
        LeftUndone.words(agreement).forEach(line -> page.element("p", line));
        List<String> alone = HoldsAlone.words(examined);
        if (!alone.isEmpty()) {
            page.element("h2", HoldsAlone.heading(agreement));
            page.raw("<ul>\n");
            alone.forEach(line -> page.element("li", line));
            page.raw("</ul>\n");
        }
        examined.without().forEach(this::without);
    }

    private void without(Without without) {
        page.element("h2", WithoutWords.heading(without, examined.texts().names()));
        page.raw("<ul>\n");
        WithoutWords.lines(without, examined.texts().names()).forEach(line -> page.element("li", line));
        page.raw("</ul>\n");
    }

    /** What the table of guarantees says of each row. A column of which no row says anything is left out, unless it is always there. */
    private enum Column {
        BROKEN_BY("broken by", true),
        HOW("how", true),
        FOLLOWS("must follow", true),
        WHEN("by when", false),
        WHOM("by whom", false),
        WITHOUT("falls without", false),
        AT_MOST("at most, if all help", false);

        private final String heading;
        private final boolean always;

        Column(String heading, boolean always) {
            this.heading = heading;
            this.always = always;
        }
    }

    private void guaranteeTable() {
        Map<String, List<Guarantee>> byClause = new LinkedHashMap<>();
        examination
                .guarantees()
                .forEach(g -> byClause.computeIfAbsent(g.prohibition(), c -> new ArrayList<>())
                        .add(g));
        Map<String, List<Map<Column, String>>> rows = new LinkedHashMap<>();
        byClause.forEach((clause, of) -> rows.put(
                clause,
                GuaranteeWords.shared(of).stream()
                        .filter(s -> !GuaranteeWords.isStillTheSame(s.first(), of))
                        .map(this::cells)
                        .toList()));
        List<Column> columns = Arrays.stream(Column.values())
                .filter(c -> c.always
                        || rows.values().stream()
                                .flatMap(List::stream)
                                .anyMatch(cells -> !cells.getOrDefault(c, "").isEmpty()))
                .toList();
        Table table = Table.styled(
                page,
                "What must follow a breach",
                "guarantees",
                columns.stream().map(c -> c.heading).toArray(String[]::new));
        rows.forEach((clause, of) -> {
            table.group(clause + "  " + clauseText(clause));
            of.forEach(cells -> row(table, columns, cells));
        });
        table.close();
    }

    private String clauseText(String clause) {
        return agreement.norms().stream()
                .filter(n -> n.id().equals(clause))
                .findFirst()
                .map((Norm n) -> examined.texts().clause(n))
                .orElse("");
    }

    private static void row(Table table, List<Column> columns, Map<Column, String> cells) {
        table.row();
        for (Column column : columns) {
            String said = cells.getOrDefault(column, "");
            switch (column) {
                case BROKEN_BY -> table.head(said, "plain");
                case FOLLOWS -> table.cell(said, said.equals(GuaranteeWords.NOTHING) ? "nothing" : "measure");
                case WHEN -> table.cell(said, "when");
                case HOW, WHOM, WITHOUT, AT_MOST -> table.cell(said);
            }
        }
    }

    private Map<Column, String> cells(GuaranteeWords.Shared shared) {
        Guarantee g = shared.first();
        List<String> how = new ArrayList<>();
        how.add(g.course().words());
        if (!g.defectors().isEmpty()) {
            how.add("without " + Wording.list(g.defectors()));
        }
        if (!g.reading().equals(Reading.NONE)) {
            how.add(examined.texts().names().reading(g.reading()));
        }
        if (!g.sure()) {
            how.add("whether it is a breach hangs on an undefined term");
        }
        GuaranteeWords.setOff(g).ifPresent(how::add);
        GuaranteeWords.escaped(g).filter(s -> g.evadedBefore()).ifPresent(how::add);
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.BROKEN_BY, GuaranteeWords.list(shared.violators()));
        cells.put(Column.HOW, String.join("; ", how));
        cells.put(Column.FOLLOWS, GuaranteeWords.measure(g));
        cells.put(Column.WHEN, g.measure().isEmpty() ? "" : GuaranteeWords.within(g));
        cells.put(Column.WHOM, GuaranteeWords.by(shared));
        cells.put(
                Column.WITHOUT, g.emptiedBy().stream().map(GuaranteeWords::list).collect(Collectors.joining("; or ")));
        cells.put(
                Column.AT_MOST,
                Stream.concat(
                                g.could().filter(c -> !g.measure().equals(g.could())).stream(),
                                ExaminationText.otherwise(examination, g).stream())
                        .collect(Collectors.joining("; ")));
        return cells;
    }

    private void findings() {
        page.element("h2", "How it can fail", "class", "failing");
        if (examination.findings().isEmpty()) {
            page.element("p", NOTHING);
        }
        if (ExaminationText.isUntried(examined)) {
            page.element("p", ExaminationText.NOT_TRIED);
        }
        examination.findings().stream().filter(f -> f.accepted().isEmpty()).forEach(this::finding);
        examination.findings().stream().filter(f -> f.accepted().isPresent()).forEach(this::finding);
    }

    private void finding(Finding f) {
        String weight = f.weight() == Finding.Weight.FIRES ? "fires" : "lesser";
        page.open(
                "section",
                "id",
                anchor(f),
                "class",
                "finding " + weight + (f.accepted().isPresent() ? " accepted" : ""));
        page.open("h3")
                .text(f.code() + " " + f.code().title() + " ")
                .element("span", weight, "class", "badge")
                .close("h3");
        f.accepted().ifPresent(reason -> page.element("p", "Accepted by the drafters: " + reason, "class", "accepted"));
        page.element("p", ExaminationText.sentence(f));
        ExaminationText.quotations(agreement, f).forEach(q -> page.element("blockquote", q.withHeading()));
        f.stake().ifPresent(s -> page.element("p", "At stake: " + ExaminationText.stake(s), "class", "stake"));
        f.story().ifPresent(story -> {
            page.raw("<figure class=\"story\">\n").element("figcaption", story.title());
            page.raw("<table class=\"bands\" role=\"presentation\">\n<tbody>\n");
            StoryPicture.bands(story, dates, examined.texts().names())
                    .forEach(band -> page.raw("<tr><td>").raw(band).raw("</td></tr>\n"));
            page.raw("</tbody>\n</table>\n</figure>\n");
        });
        page.open("p", "class", "mend")
                .raw("<b>What would mend it</b> ")
                .text(f.code().mend())
                .close("p");
        examined.mend(f).ifPresent(this::mend);
        page.close("section");
    }

    private void mend(Tried tried) {
        switch (tried) {
            case Tried.Found found -> found.mends().forEach(this::mend);
            case Tried.BeyondText(String because) ->
                page.element("p", "No text of one clause mends this: " + because + ".", "class", "mend");
            case Tried.NoneFound ignored ->
                page.element(
                        "p", "No text that was tried ends it without making something else worse.", "class", "mend");
            // Said once, above all of them.
            case Tried.NotTried ignored -> {}
        }
    }

    private void mend(Mend mend) {
        page.open("div", "class", "mend").element("b", "Write instead");
        page.element("pre", String.join("\n", MendWords.statements(mend)));
        MendWords.sentences(agreement, mend.examination().agreement()).forEach(s -> page.element("p", s));
        page.element(
                "p",
                mend.effect() == Mend.Effect.ENDS ? "Then it is gone." : "Then it no longer fires, and is lesser.");
        MendWords.table(mend, examined.texts().names()).forEach(t -> page.element("p", "Then " + t + "."));
        if (!mend.proposal().toSettle().isEmpty()) {
            page.element("p", "For you to settle: " + MendWords.toSettle(mend) + ".");
        }
        page.close("div");
    }

    private void rest() {
        List<String> silent = new ArrayList<>();
        List<String> not = new ArrayList<>();
        examination.results().forEach((Code code, Check.Result result) -> {
            switch (result) {
                case Check.Result.NotApplicable(String because) -> not.add(code + ": " + because);
                case Check.Result.NotLookedFor(String because) -> not.add(code + ": " + because);
                case Check.Result.Found(List<Finding> found) -> {
                    if (found.isEmpty()) {
                        silent.add(code + " " + code.title());
                    }
                }
            }
        });
        if (!silent.isEmpty()) {
            page.element("h2", "Looked for and not found within these bounds");
            page.element("p", String.join("; ", silent) + ".");
        }
        if (!not.isEmpty()) {
            page.element("h2", "Not applicable");
            page.raw("<ul class=\"changes\">\n");
            not.forEach(line -> page.element("li", line));
            page.raw("</ul>\n");
        }
    }

    private void bounds() {
        page.element("h2", "Bounds and assumptions");
        page.element("p", ExaminationText.boundWords(examination.bounds()) + " " + ExaminationText.played(examination));
        page.element("p", GrowthWords.of(examined.growth()));
        page.element("p", ExaminationText.ASSUMPTIONS);
        if (!examination.assumptions().isEmpty()) {
            page.element("h2", "What the text does not say and was assumed");
            examination.assumptions().forEach(a -> page.element("p", ExaminationText.sentenceOf(a)));
        }
        page.open("p", "class", "key").raw("Acts in the stories: ");
        for (Move.Why why : Move.Why.values()) {
            page.open("span", "style", "color:" + StoryPicture.colour(why))
                    .raw("●")
                    .close("span");
            page.text(" " + StoryWords.kind(why) + "  ");
        }
        page.close("p");
        page.raw("<dl class=\"receipt\">\n");
        page.element("dt", "text").element("dd", "sha256 " + agreement.sha256());
        page.element("dt", "by").element("dd", "holdfast " + examined.version());
        page.raw("</dl>\n");
    }

    private static final String STYLE = """
            @media print { h2.failing { -fs-page-break-min-height: 60mm; } .finding { -fs-page-break-min-height: 36mm; } .finding * { -fs-page-break-min-height: 0; } .finding .story { -fs-page-break-min-height: 26mm; } }
            @media (max-width: 640px) { .story { overflow-x: auto; } .story svg { min-width: 620px; } }
            .story .bands { max-width: 760px; }
            .guarantees td.nothing { color: #8c1d18; font-weight: bold; } .guarantees td.measure, .firing { font-weight: bold; } th.plain { font-weight: normal; } .guarantees tr.group th { font-size: 13px; }
            .finding { border-left: 5px solid #8c1d18; padding: 2px 0 2px 14px; margin: 18px 0; } .finding.lesser { border-color: #c98a00; } .finding.accepted { border-color: #999; }
            .finding h3 { margin-top: 0; } .badge { font: 11px 'Liberation Sans', Arial, sans-serif; border: 1px solid #999; border-radius: 8px; padding: 1px 7px; margin-left: 6px; color: #444; }
            blockquote { margin: 4px 0 4px 10px; color: #444; font-size: 13px; } .mend { background: #f4f6f9; padding: 6px 10px; } .mend pre { white-space: pre-wrap; } p.accepted { color: #555; font-style: italic; }
            th.plain { width: 15%; } .key { font-size: 12.5px; color: #444; }
            """;
}
