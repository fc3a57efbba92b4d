package holdfast.report.redline;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.examine.redline.ClauseChange;
import holdfast.examine.redline.Effect;
import holdfast.examine.redline.GuaranteeChange;
import holdfast.examine.redline.Meaning;
import holdfast.examine.redline.Redline;
import holdfast.examine.redline.Witness;
import holdfast.examine.redline.draft.DeclarationChange;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.report.examination.LikeActs;
import holdfast.report.explain.ClauseTexts;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.replay.VerdictWords;
import java.util.ArrayList;
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
        page.wrapped("earlier  ", title(redline.before(), drafts.earlier()));
        page.wrapped("later    ", title(redline.after(), drafts.later()));
        page.gap().wrapped("", summary());
    }

    private static String title(Agreement agreement, String name) {
        return agreement.title() + (agreement.version().isEmpty() ? "" : ", " + agreement.version()) + " (" + name
                + ")";
    }

    private String summary() {
        if (redline.isEmpty()) {
            return "Nothing was changed that Holdfast looks at: the clauses, all that they use, and the text of their articles"
                    + " are the same.";
        }
        List<String> said = new ArrayList<>();
        say(said, "added", count(c -> c.formal() == ClauseChange.Formal.ADDED));
        say(said, "removed", count(c -> c.formal() == ClauseChange.Formal.REMOVED));
        say(said, "strengthened", count(c -> only(c, Effect.STRENGTHENED)));
        say(said, "weakened", count(c -> only(c, Effect.WEAKENED)));
        say(
                said,
                "changed otherwise",
                count(c -> c.meaning() instanceof Meaning.Differs
                        && !only(c, Effect.STRENGTHENED)
                        && !only(c, Effect.WEAKENED)));
        say(
                said,
                "changed without effect on the meaning, as far as was looked",
                count(c -> c.meaning() instanceof Meaning.NotFound));
        say(said, "permissions changed", count(c -> c.meaning() instanceof Meaning.OnlyPermits));
        say(said, "changed with the same meaning", count(c -> c.meaning() instanceof Meaning.Same && !c.unchanged()));
        say(said, "unchanged", count(ClauseChange::unchanged));
        return "Clauses: " + String.join(", ", said) + ".";
    }

    private long count(java.util.function.Predicate<ClauseChange> which) {
        return redline.clauses().stream().filter(which).count();
    }

    private static void say(List<String> said, String what, long n) {
        if (n > 0) {
            said.add(n + " " + what);
        }
    }

    private static boolean only(ClauseChange c, Effect effect) {
        return c.meaning() instanceof Meaning.Differs d
                && !d.effects().isEmpty()
                && d.effects().values().stream().allMatch(effect::equals);
    }

    private void clauses() {
        String article = "";
        for (ClauseChange c : redline.clauses()) {
            if (c.unchanged()) {
                continue;
            }
            String heading = heading(c);
            if (!heading.equals(article)) {
                page.gap().wrapped("", heading.isEmpty() ? "" : colours.heading(heading));
                article = heading;
            }
            clause(c);
        }
    }

    private String heading(ClauseChange c) {
        boolean removed = c.after().isEmpty();
        Agreement agreement = removed ? redline.before() : redline.after();
        Article article =
                agreement.article((removed ? c.before() : c.after()).getFirst().origin());
        return article.heading();
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
            String reading = norm.reading().equals(Reading.NONE) ? "" : Wording.reading(norm.reading()) + ": ";
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
            page.wrapped("    uses ", change.what());
            declared(change, "    ");
        }
    }

    private void declared(DeclarationChange change, String indent) {
        change.before()
                .ifPresent(b -> page.wrapped(colours.removed(indent + "  -  "), indent.length() + 5, "`" + b + "`"));
        change.after()
                .ifPresent(a -> page.wrapped(colours.added(indent + "  +  "), indent.length() + 5, "`" + a + "`"));
    }

    private void witness(ClauseChange c, Witness w, boolean other) {
        String what = other
                ? "And one that shows the other way"
                : w.inBreach()
                        ? "The shortest history found on which the drafts differ in who is in breach"
                        : "The shortest history found on which the verdicts differ (in none that was tried is somebody in breach in"
                                + " one draft only)";
        page.wrapped("    ", what + readings(w) + ":");
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

    private static String readings(Witness w) {
        Reading then = w.earlier().reading();
        Reading later = w.later().reading();
        if (then.equals(later)) {
            return then.equals(Reading.NONE) ? "" : ", " + Wording.reading(then);
        }
        return (then.equals(Reading.NONE) ? "" : ", " + Wording.reading(then) + " in the earlier")
                + (later.equals(Reading.NONE) ? "" : ", " + Wording.reading(later) + " in the later");
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
            page.wrapped("  ", change.what());
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
            page.wrapped(
                    "  ",
                    "No change in the guarantee table"
                            + (redline.guarantees().whole() ? "." : ", as far as it was played."));
        }
        if (!redline.guarantees().notCompared().isEmpty()) {
            page.wrapped(
                    "  ",
                    "Not compared, because in one draft no way to break it was found, or what follows was not played to its end: "
                            + String.join("; ", redline.guarantees().notCompared()) + ".");
        }
        for (GuaranteeChange g : changes) {
            String course = g.course().equals("once") ? "" : " (" + g.course() + ")";
            page.wrapped(
                    "  ",
                    g.prohibition() + " broken by " + g.violator() + course
                            + (g.defectors() == 0
                                    ? ""
                                    : ", and " + g.defectors() + (g.defectors() == 1 ? " guarantor" : " guarantors")
                                            + " away")
                            + RedlineWords.readings(g) + ": " + RedlineWords.kinds(g));
            page.wrapped(colours.removed("    -  "), 7, RedlineWords.guarantee(g.before()));
            page.wrapped(colours.added("    +  "), 7, RedlineWords.guarantee(g.after()));
        }
        if (!changes.isEmpty() && !redline.guarantees().whole()) {
            page.wrapped("  ", "The tables were not played to their end; there may be more.");
        }
    }

    private void foot() {
        if (redline.isEmpty()) {
            return;
        }
        page.gap()
                .wrapped(
                        "",
                        "Looked at with at most " + redline.limits().acts() + " acts after what sets the scene, "
                                + redline.limits().instants() + " instants and "
                                + redline.limits().histories()
                                + " histories for each clause and reading. What was not found within these bounds may still differ.");
    }
}
