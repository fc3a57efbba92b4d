package holdfast.report.redline;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.examine.redline.ClauseChange;
import holdfast.examine.redline.GuaranteeChange;
import holdfast.examine.redline.Meaning;
import holdfast.examine.redline.Redline;
import holdfast.examine.redline.Witness;
import holdfast.examine.redline.draft.DeclarationChange;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.report.examination.LikeActs;
import holdfast.report.explain.ClauseTexts;
import holdfast.report.page.FileName;
import holdfast.report.page.HouseStyle;
import holdfast.report.page.Markup;
import holdfast.report.page.Table;
import holdfast.report.standing.VerdictWords;
import java.util.List;
import java.util.Optional;

/** Two drafts compared, as one page that needs nothing else: what was struck out and what was put in, what it means, and a history that shows it. */
public final class RedlineHtml {
    private final TwoDrafts drafts;
    private final Redline redline;
    private final DateWords dates;
    private final RedlineWords words;
    private final Markup page;

    private RedlineHtml(TwoDrafts drafts) {
        this.drafts = drafts;
        this.page = new Markup(text ->
                drafts.laterTexts().names().inText(drafts.earlierTexts().names().inText(text)));
        this.redline = drafts.redline();
        this.dates = new DateWords(redline.after().zone());
        this.words = new RedlineWords(redline.after().zone());
    }

    public static String of(TwoDrafts drafts) {
        return new RedlineHtml(drafts).render();
    }

    private String render() {
        page.head(redline.after().title() + ", what was changed", HouseStyle.Sheet.PORTRAIT, STYLE);
        page.raw("<header>\n").element("h1", redline.after().title());
        page.element("p", "What was changed between two drafts", "class", "sub");
        page.element("p", "Earlier: " + RedlineWords.title(redline.before(), FileName.of(drafts.earlier())));
        page.element("p", "Later: " + RedlineWords.title(redline.after(), FileName.of(drafts.later())));
        page.raw("</header>\n");
        inShort();
        clauses();
        declarations();
        guarantees();
        if (!redline.isEmpty()) {
            page.element("p", RedlineWords.limits(redline.limits()), "class", "intake");
        }
        return page.end();
    }

    private void inShort() {
        page.open("section", "class", "answer", "aria-label", "The answer");
        page.element("p", RedlineWords.summary(redline));
        List<ClauseChange> changed =
                redline.clauses().stream().filter(c -> !c.unchanged()).toList();
        if (!changed.isEmpty()) {
            Table table = Table.open(page, "Changed clauses", "clause", "what was changed", "what it means");
            changed.forEach(c -> table.row()
                    .head(c.id(), "clause")
                    .cell(RedlineWords.change(c))
                    .cell(RedlineWords.meaning(c, redline.limits())));
            table.close();
        }
        page.close("section");
    }

    private void clauses() {
        String article = "";
        for (ClauseChange c : redline.clauses()) {
            if (c.unchanged() || RedlineWords.isOnlyTouched(redline, c)) {
                continue;
            }
            String heading = RedlineWords.article(redline, c).heading();
            if (!heading.equals(article)) {
                page.element("h2", heading);
                article = heading;
            }
            clause(c);
        }
    }

    private void clause(ClauseChange c) {
        page.open("section", "class", "clause-change", "aria-label", "Clause " + c.id());
        page.element("h3", c.id() + "  " + RedlineWords.change(c));
        if (c.formal() == ClauseChange.Formal.SAME) {
            c.after().forEach(n -> page.element("p", sentence(n, drafts.laterTexts(), false), "class", "sheet"));
        } else if (c.before().size() == 1 && c.after().size() == 1) {
            rewritten(c.before().getFirst(), c.after().getFirst());
        } else {
            c.before()
                    .forEach(n ->
                            gone(sentence(n, drafts.earlierTexts(), c.after().isEmpty())));
            c.after()
                    .forEach(n ->
                            come(sentence(n, drafts.laterTexts(), c.before().isEmpty())));
        }
        c.touching().stream().filter(d -> !redline.declarations().contains(d)).forEach(this::declared);
        c.touching().stream()
                .filter(redline.declarations()::contains)
                .forEach(d -> says("Uses " + d.what() + ", which was changed (see below)."));
        says(RedlineWords.meaning(c, redline.limits()));
        RedlineWords.forBearers(c).forEach(this::says);
        RedlineWords.forBeneficiaries(c).forEach(this::says);
        if (c.meaning() instanceof Meaning.Differs d) {
            witness(c, d.witnesses().getFirst(), false);
            d.witnesses().stream().skip(1).forEach(w -> witness(c, w, true));
        }
        page.close("section");
    }

    private void says(String sentence) {
        if (!sentence.isEmpty()) {
            page.element("p", sentence);
        }
    }

    /** Where the sentences do not show what differs, the words of the language do. */
    private void rewritten(Norm before, Norm after) {
        String was = sentence(before, drafts.earlierTexts(), false);
        String is = sentence(after, drafts.laterTexts(), false);
        if (was.equals(is)) {
            page.element("p", is, "class", "sheet");
            runs(drafts.earlierTexts().written(before), drafts.laterTexts().written(after), "code");
        } else {
            runs(was, is, "span");
        }
    }

    private void runs(String was, String is, String element) {
        page.open("p", "class", "sheet").open(element);
        String between = "";
        for (ChangedWords.Run run : ChangedWords.of(was, is)) {
            page.raw(between);
            switch (run.fate()) {
                case STAYED -> page.text(run.words());
                case WENT -> page.open("del").text(run.words()).raw("</del>");
                case CAME -> page.open("ins").text(run.words()).raw("</ins>");
            }
            between = " ";
        }
        page.raw("</" + element + "></p>\n");
    }

    private void gone(String sentence) {
        page.open("p", "class", "sheet").open("del").text(sentence).raw("</del></p>\n");
    }

    private void come(String sentence) {
        page.open("p", "class", "sheet").open("ins").text(sentence).raw("</ins></p>\n");
    }

    private static String sentence(Norm norm, ClauseTexts texts, boolean alone) {
        String reading =
                norm.reading().equals(Reading.NONE) ? "" : texts.names().reading(norm.reading()) + ": ";
        String favour =
                alone || norm.inFavourOf().isEmpty() ? "" : " [in favour of " + Wording.list(norm.inFavourOf()) + "]";
        return reading + texts.clause(norm) + favour;
    }

    private void declared(DeclarationChange change) {
        page.element("p", "Uses " + change.what() + ":");
        written(change);
    }

    private void written(DeclarationChange change) {
        if (change.before().isPresent() && change.after().isPresent()) {
            runs(change.before().get(), change.after().get(), "code");
        } else {
            change.before().ifPresent(this::gone);
            change.after().ifPresent(this::come);
        }
    }

    private void witness(ClauseChange c, Witness w, boolean other) {
        page.element("p", RedlineWords.witness(w, drafts, other) + ":");
        Table table = Table.open(page, "A history that shows the difference", "when", "what happens");
        for (LikeActs act : LikeActs.of(w.earlier().moves(), words::record)) {
            table.row().head(dates.at(act.first().at()), "when").cell(act.words(dates));
        }
        if (w.earlier().moves().isEmpty()) {
            table.row().head("", "when").cell("nothing happens");
        }
        String then = dates.moment(w.at());
        table.row()
                .head(then, "when")
                .cell("and then, in the earlier draft: " + verdicts(w.before(), c.before(), w.at()));
        table.row().head("", "when").cell("in the later draft: " + verdicts(w.after(), c.after(), w.at()));
        table.close();
    }

    private String verdicts(List<Verdict> verdicts, List<Norm> norms, long now) {
        if (verdicts.isEmpty()) {
            return "no verdict, nothing is owed";
        }
        VerdictWords said = new VerdictWords(dates, now);
        List<String> each = verdicts.stream()
                .map(v -> {
                    Optional<Norm> norm = norms.stream()
                            .filter(n -> n.reading().isPartOf(v.reading()))
                            .findFirst();
                    String detail = norm.map(n -> said.single(v, n)).orElse("");
                    return v.bearer() + " " + VerdictWords.status(v) + (detail.isEmpty() ? "" : ", " + detail);
                })
                .toList();
        return String.join("; ", each);
    }

    private void declarations() {
        if (redline.declarations().isEmpty()) {
            return;
        }
        page.element("h2", "Declarations and rules");
        for (DeclarationChange change : redline.declarations()) {
            page.element(
                    "p",
                    change.what()
                            + RedlineWords.touched(redline, change)
                                    .map(t -> ": " + t)
                                    .orElse(""));
            written(change);
        }
    }

    private void guarantees() {
        if (redline.isEmpty()) {
            return;
        }
        page.element("h2", "What must follow a violation");
        List<GuaranteeChange> changes = redline.guarantees().changes();
        if (changes.isEmpty()) {
            page.element("p", RedlineWords.noChange(redline.guarantees()));
        }
        if (!redline.guarantees().notCompared().isEmpty()) {
            page.element("p", RedlineWords.notCompared(redline.guarantees()));
        }
        for (GuaranteeChange g : changes) {
            page.element("p", RedlineWords.violation(g, drafts));
            runs(RedlineWords.guarantee(g.before()), RedlineWords.guarantee(g.after()), "span");
        }
        if (!changes.isEmpty() && !redline.guarantees().whole()) {
            page.element("p", RedlineWords.NOT_WHOLE);
        }
    }

    private static final String STYLE = """
            del { color: #8c1d18; text-decoration: line-through; } ins { color: #1b6e3c; text-decoration: underline; font-weight: bold; }
            .sheet { background: #f4f6f9; padding: 6px 10px; margin: 6px 0; }
            """;
}
