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
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.standing.VerdictWords;
import java.util.List;
import java.util.Optional;

/** Two drafts compared, as they are shown on a terminal. */
public final class RedlineText {
    private final TwoDrafts drafts;
    private final Redline redline;
    private final Colours colours;
    private final DateWords dates;
    private final RedlineWords words;
    private final Page page;

    private RedlineText(TwoDrafts drafts, Colours colours) {
        this.drafts = drafts;
        this.page = new Page(text ->
                drafts.laterTexts().names().inText(drafts.earlierTexts().names().inText(text)));
        this.redline = drafts.redline();
        this.colours = colours;
        this.dates = new DateWords(redline.after().zone());
        this.words = new RedlineWords(redline.after().zone());
    }

    public static String of(TwoDrafts drafts, Colours colours) {
        RedlineText text = new RedlineText(drafts, colours);
        text.head();
        text.clauses();
        text.declarations();
        text.guarantees();
        text.foot();
        return text.page.toString();
    }

    private void head() {
        page.wrapped("earlier  ", RedlineWords.title(redline.before(), drafts.earlier()));
        page.wrapped("later    ", RedlineWords.title(redline.after(), drafts.later()));
        page.gap().wrapped("", RedlineWords.summary(redline));
    }

    private void clauses() {
        String article = "";
        for (ClauseChange c : redline.clauses()) {
            if (c.unchanged() || RedlineWords.isOnlyTouched(redline, c)) {
                continue;
            }
            String heading = RedlineWords.article(redline, c).heading();
            if (!heading.equals(article)) {
                page.gap().wrapped("", heading.isEmpty() ? "" : colours.heading(heading));
                article = heading;
            }
            clause(c);
        }
    }

    private void clause(ClauseChange c) {
        page.gap();
        String lead = "  " + c.id() + "  ";
        page.wrapped("  " + colours.heading(c.id()) + "  ", lead.length(), RedlineWords.change(c));
        if (c.formal() == ClauseChange.Formal.SAME) {
            written(c.after(), drafts.laterTexts(), "    =  ", false, false);
        } else {
            boolean alike =
                    sentences(c.before(), drafts.earlierTexts()).equals(sentences(c.after(), drafts.laterTexts()));
            written(
                    c.before(),
                    drafts.earlierTexts(),
                    colours.removed("    -  "),
                    c.after().isEmpty(),
                    alike);
            written(
                    c.after(),
                    drafts.laterTexts(),
                    colours.added("    +  "),
                    c.before().isEmpty(),
                    alike);
        }
        touching(c.touching());
        String meaning = RedlineWords.meaning(c, redline.limits());
        if (!meaning.isEmpty()) {
            page.wrapped("    ", meaning);
        }
        RedlineWords.forBearers(c).forEach(s -> page.wrapped("    ", s));
        RedlineWords.forBeneficiaries(c).forEach(s -> page.wrapped("    ", s));
        if (c.meaning() instanceof Meaning.Differs d) {
            witness(c, d.witnesses().getFirst(), false);
            d.witnesses().stream().skip(1).forEach(w -> witness(c, w, true));
        }
    }

    /** @param asWritten also in the words of the language: the sentences alone do not show what differs */
    private void written(List<Norm> norms, ClauseTexts texts, String lead, boolean alone, boolean asWritten) {
        for (Norm norm : norms) {
            String reading =
                    norm.reading().equals(Reading.NONE) ? "" : texts.names().reading(norm.reading()) + ": ";
            String favour = alone || norm.inFavourOf().isEmpty()
                    ? ""
                    : " [in favour of " + Wording.list(norm.inFavourOf()) + "]";
            page.wrapped(lead, 7, reading + texts.clause(norm) + favour);
            if (asWritten) {
                page.wrapped("       ", "`" + texts.written(norm) + "`");
            }
        }
    }

    private static List<String> sentences(List<Norm> norms, ClauseTexts texts) {
        return norms.stream().map(texts::clause).toList();
    }

    private void touching(List<DeclarationChange> changes) {
        for (DeclarationChange change : changes) {
            boolean toldBelow = redline.declarations().contains(change);
            page.wrapped(
                    "    uses ",
                    change.what().replaceFirst("^event ", "") + (toldBelow ? ", which was changed (see below)" : ""));
            if (!toldBelow) {
                declared(change, "    ");
            }
        }
    }

    private void declared(DeclarationChange change, String indent) {
        change.before()
                .ifPresent(b -> page.wrapped(colours.removed(indent + "  -  "), indent.length() + 5, "`" + b + "`"));
        change.after()
                .ifPresent(a -> page.wrapped(colours.added(indent + "  +  "), indent.length() + 5, "`" + a + "`"));
    }

    private void witness(ClauseChange c, Witness w, boolean other) {
        page.wrapped("    ", RedlineWords.witness(w, drafts, other) + ":");
        for (LikeActs act : LikeActs.of(w.earlier().moves(), words::record)) {
            page.wrapped("      " + dates.at(act.first().at()) + "  ", act.words(dates));
        }
        if (w.earlier().moves().isEmpty()) {
            page.line("      nothing happens");
        }
        page.line("      " + dates.moment(w.at()) + "  and then");
        verdicts("        earlier  ", w.before(), c.before(), w.at());
        verdicts("        later    ", w.after(), c.after(), w.at());
    }

    private void verdicts(String lead, List<Verdict> verdicts, List<Norm> norms, long now) {
        VerdictWords said = new VerdictWords(dates, now);
        String start = lead;
        if (verdicts.isEmpty()) {
            page.line(start + "no verdict: nothing is owed");
        }
        for (Verdict v : verdicts) {
            Optional<Norm> norm = norms.stream()
                    .filter(n -> n.reading().isPartOf(v.reading()))
                    .findFirst();
            String detail = norm.map(n -> said.single(v, n)).orElse("");
            String plain = v.bearer() + " " + VerdictWords.status(v) + (detail.isEmpty() ? "" : "  ");
            page.wrapped(
                    start + v.bearer() + " " + colours.status(v.status(), VerdictWords.status(v))
                            + (detail.isEmpty() ? "" : "  "),
                    lead.length() + plain.length(),
                    detail);
            start = " ".repeat(lead.length());
        }
    }

    private void declarations() {
        if (redline.declarations().isEmpty()) {
            return;
        }
        page.gap().line(colours.heading("Declarations and rules"));
        for (DeclarationChange change : redline.declarations()) {
            page.wrapped(
                    "  ",
                    change.what()
                            + RedlineWords.touched(redline, change)
                                    .map(t -> ": " + t)
                                    .orElse(""));
            declared(change, "  ");
        }
    }

    private void guarantees() {
        List<GuaranteeChange> changes = redline.guarantees().changes();
        if (redline.isEmpty()) {
            return;
        }
        page.gap().line(colours.heading("What must follow a violation"));
        if (changes.isEmpty()) {
            page.wrapped("  ", RedlineWords.noChange(redline.guarantees()));
        }
        if (!redline.guarantees().notCompared().isEmpty()) {
            page.wrapped("  ", RedlineWords.notCompared(redline.guarantees()));
        }
        for (GuaranteeChange g : changes) {
            page.wrapped("  ", RedlineWords.violation(g, drafts));
            page.wrapped(colours.removed("    -  "), 7, RedlineWords.guarantee(g.before()));
            page.wrapped(colours.added("    +  "), 7, RedlineWords.guarantee(g.after()));
        }
        if (!changes.isEmpty() && !redline.guarantees().whole()) {
            page.wrapped("  ", RedlineWords.NOT_WHOLE);
        }
    }

    private void foot() {
        if (redline.isEmpty()) {
            return;
        }
        page.gap().wrapped("", RedlineWords.limits(redline.limits()));
    }
}
