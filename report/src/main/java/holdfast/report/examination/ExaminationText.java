package holdfast.report.examination;

import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.examine.Examination;
import holdfast.examine.check.Check;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Otherwise;
import holdfast.examine.found.Stake;
import holdfast.examine.mend.Mend;
import holdfast.examine.mend.Tried;
import holdfast.examine.redline.Without;
import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.report.explain.Quotation;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.page.TextStands;
import holdfast.report.standing.Silence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An examination for a terminal: first what is guaranteed, then how it can fail, then what was taken for granted. */
public final class ExaminationText {
    static final String NOT_TRIED =
            "Where it is not said what to write instead, that was not tried: it costs too much for this text. Ask with --mends.";

    private static final int STORY_LINES = 9;
    private static final int QUOTED = 240;
    private static final int QUOTATIONS = 3;

    private final Examined examined;
    private final Examination examination;
    private final Agreement agreement;
    private final Colours colours;
    private final StoryWords stories;
    private final Page page;
    private final Map<List<String>, Code> mendsShown = new HashMap<>();

    private ExaminationText(Examined examined, Colours colours) {
        this.examined = examined;
        this.page = new Page(examined.texts().names()::inText);
        this.examination = examined.examination();
        this.agreement = examined.agreement();
        this.colours = colours;
        this.stories = new StoryWords(new DateWords(agreement.zone()));
    }

    public static String of(Examined examined, Colours colours) {
        return new ExaminationText(examined, colours).render();
    }

    private String render() {
        page.line(colours.heading(agreement.title()));
        List<String> sub = new ArrayList<>();
        if (!agreement.version().isEmpty()) {
            sub.add(agreement.version());
        }
        if (!TextStands.words(agreement).isEmpty()) {
            sub.add(TextStands.words(agreement));
        }
        if (!sub.isEmpty()) {
            page.line(String.join(", ", sub));
        }
        examination.partial().forEach(p -> page.wrapped("NOT WHOLE: ", p));
        page.gap();
        Headline.of(examined).forEach(said -> page.wrapped("", said));
        guarantees();
        alone();
        without();
        silence();
        findings();
        rest();
        bounds();
        return page.toString();
    }

    private void guarantees() {
        page.gap().line(colours.heading("What must follow a breach, in the worst case, if nobody helps beyond duty"));
        if (examination.guarantees().isEmpty()
                && examination.unbroken().isEmpty()
                && examination.cutOff().isEmpty()) {
            page.wrapped("  ", "The text forbids nothing: there is nothing that it could guarantee.");
        }
        Map<String, List<Guarantee>> byClause = new LinkedHashMap<>();
        examination
                .guarantees()
                .forEach(g -> byClause.computeIfAbsent(g.prohibition(), c -> new ArrayList<>())
                        .add(g));
        byClause.forEach((clause, rows) -> {
            page.gap();
            page.wrapped("  " + clause + "  ", clauseText(clause));
            GuaranteeWords.shared(rows).stream()
                    .filter(s -> !GuaranteeWords.isStillTheSame(s.first(), rows))
                    .forEach(this::row);
        });
        Stream.concat(Unplayed.words(examined).stream(), LeftUndone.words(agreement).stream())
                .forEach(line -> page.gap().wrapped("  ", line));
    }

    private void alone() {
        List<String> said = HoldsAlone.words(examined);
        if (!said.isEmpty()) {
            page.gap().line(colours.heading(HoldsAlone.heading(agreement)));
            said.forEach(line -> page.wrapped("  ", 4, line));
        }
    }

    private void without() {
        for (Without without : examined.without()) {
            page.gap()
                    .line(colours.heading(
                            WithoutWords.heading(without, examined.texts().names())));
            WithoutWords.lines(without, examined.texts().names()).forEach(line -> page.wrapped("  ", 4, line));
        }
    }

    /** How many may defect without making a difference; 0 where it makes one, or where nobody was tried. */
    private int spared(Guarantee row) {
        return (int) examination.guarantees().stream()
                .filter(o -> o.prohibition().equals(row.prohibition())
                        && !o.defectors().isEmpty()
                        && GuaranteeWords.isStillTheSame(o, List.of(row)))
                .map(o -> o.defectors().size())
                .distinct()
                .count();
    }

    private void row(GuaranteeWords.Shared shared) {
        Guarantee g = shared.first();
        String who = GuaranteeWords.list(shared.violators());
        StringBuilder lead = new StringBuilder(who);
        if (!g.course().words().equals("once")) {
            lead.append(", ").append(g.course().words());
        }
        if (!g.defectors().isEmpty()) {
            lead.append(", without ").append(Wording.list(g.defectors()));
        }
        StringBuilder said = new StringBuilder(GuaranteeWords.measure(g));
        if (g.measure().isPresent()) {
            said.append(g.within().isPresent() ? " within " : ", ").append(GuaranteeWords.within(g));
            said.append(", by ").append(GuaranteeWords.by(shared));
        } else if (!g.sure()) {
            said.append(" (whether it is a breach hangs on an undefined term)");
        }
        GuaranteeWords.setOff(g).ifPresent(s -> said.append("; ").append(s));
        GuaranteeWords.escaped(g).ifPresent(s -> said.append("; ").append(s));
        int spared = spared(g);
        boolean onlyAll = g.emptiedBy().size() == 1 && g.emptiedBy().getFirst().size() > 1;
        if (spared > 0 && !onlyAll) {
            said.append("; the same without any ").append(spared == 1 ? "one guarantor" : spared + " guarantors");
        }
        if (onlyAll) {
            int all = g.emptiedBy().getFirst().size();
            said.append(
                    all == 2
                            ? "; falls only if both of them stay away"
                            : "; falls only if all " + all + " of them stay away");
        } else if (!g.emptiedBy().isEmpty()) {
            said.append("; falls without ")
                    .append(String.join(
                            ", or without ",
                            g.emptiedBy().stream().map(GuaranteeWords::list).toList()));
        }
        boolean more = g.could().isPresent() && !g.could().equals(g.measure());
        if (more) {
            said.append("; at most, with everybody's help, ").append(g.could().get());
        }
        if (!g.reading().equals(Reading.NONE)) {
            said.append("; ").append(examined.texts().names().reading(g.reading()));
        }
        otherwise(examination, g).forEach(o -> said.append("; ").append(o));
        page.wrapped("       ", 12, lead + ": " + said);
    }

    /** What would answer it, although it need not; each in words. */
    static List<String> otherwise(Examination examination, Guarantee g) {
        if (!g.defectors().isEmpty()) {
            return List.of();
        }
        return examination.otherwise().stream()
                .filter(o -> o.prohibition().equals(g.prohibition())
                        && o.violator().equals(g.violator())
                        && o.reading().and(g.reading()).isPresent()
                        && g.course().kind() == Course.Kind.ONCE)
                .map(Otherwise::words)
                .distinct()
                .toList();
    }

    private String clauseText(String clause) {
        return agreement.norms().stream()
                .filter(n -> n.id().equals(clause))
                .findFirst()
                .map(examined.texts()::clause)
                .orElse("");
    }

    /** What it means for the answers that a body stays silent. */
    private void silence() {
        List<String> said = Silence.words(agreement, examination);
        if (said.isEmpty()) {
            return;
        }
        page.gap().line(colours.heading("When a body stays silent"));
        said.forEach(line -> page.wrapped("  ", line));
    }

    private void findings() {
        List<Finding> open = examination.findings().stream()
                .filter(f -> f.accepted().isEmpty())
                .toList();
        page.gap().line(colours.heading("How it can fail"));
        if (examination.findings().isEmpty()) {
            page.wrapped("  ", "Nothing was found within the bounds. That does not mean that it is safe.");
        }
        if (isUntried(examined)) {
            page.wrapped("  ", NOT_TRIED);
        }
        open.forEach(this::finding);
        examination.findings().stream().filter(f -> f.accepted().isPresent()).forEach(this::finding);
    }

    /** Whether there is a finding for which no text was tried. */
    static boolean isUntried(Examined examined) {
        return examined.examination().findings().stream()
                .anyMatch(f -> examined.mend(f)
                        .filter(t -> t instanceof Tried.NotTried)
                        .isPresent());
    }

    private void finding(Finding f) {
        page.gap();
        String weight = f.weight() == Finding.Weight.FIRES ? "fires" : "lesser";
        page.line("  " + colours.heading(f.code() + " " + f.code().title()) + "  [" + weight
                + (f.accepted().isPresent() ? ", accepted" : "") + "]");
        f.accepted().ifPresent(reason -> page.wrapped("    accepted: ", reason));
        page.wrapped("    ", sentence(f));
        quotations(agreement, f).forEach(q -> page.wrapped("    ", q.withHeading()));
        f.stake().ifPresent(s -> page.wrapped("    at stake: ", stake(s)));
        f.story().ifPresent(story -> {
            page.wrapped("    story: ", story.title());
            for (StoryWords.Line line : stories.lines(story, STORY_LINES)) {
                page.wrapped(
                        "      " + String.format(Locale.ROOT, "%-18s ", line.when()),
                        line.what() + (line.why().isEmpty() ? "" : "  – " + line.why()));
            }
        });
        page.wrapped("    mend: ", f.code().mend());
        examined.mend(f).ifPresent(this::mend);
    }

    private void mend(Tried tried) {
        switch (tried) {
            case Tried.Found found -> {
                mend("    write instead:", found.first());
                found.mends().stream().skip(1).forEach(m -> mend("    or:", m));
            }
            case Tried.NoneFound(int count) ->
                page.wrapped(
                        "    ",
                        count == 0
                                ? "The examiner has no text to propose for it."
                                : "No text of one clause that was tried ends it without making something else worse ("
                                        + count + " tried).");
            case Tried.BeyondText(String because) ->
                page.wrapped("    ", "No text of one clause mends this: " + because + ".");
            // Said once, above all of them.
            case Tried.NotTried ignored -> {}
        }
    }

    private void mend(String lead, Mend mend) {
        List<String> statements = MendWords.statements(mend);
        Code before = mendsShown.putIfAbsent(statements, mend.finding().code());
        if (before != null) {
            page.line(lead + " as under " + before
                    + (mend.effect() == Mend.Effect.ENDS ? "" : ", and then it no longer fires, and is lesser"));
            return;
        }
        page.asIs(lead);
        for (String statement : statements) {
            String indent = "        ";
            for (String line : Page.wrap(statement, Page.WIDTH - 12)) {
                page.asIs(indent + line);
                indent = "            ";
            }
        }
        List<String> then = new ArrayList<>();
        then.add(mend.effect() == Mend.Effect.ENDS ? "it is gone" : "it no longer fires, and is lesser");
        MendWords.alsoEnded(mend).ifPresent(then::add);
        MendWords.alsoBegun(mend).ifPresent(then::add);
        page.wrapped("      then ", String.join("; ", then) + ".");
        MendWords.table(mend, examined.texts().names()).stream()
                .limit(3)
                .forEach(t -> page.wrapped("      then ", t + "."));
        if (!mend.proposal().toSettle().isEmpty()) {
            Page.wrap("for you to settle: " + MendWords.toSettle(mend) + ".", Page.WIDTH - 6)
                    .forEach(line -> page.asIs("      " + line));
        }
    }

    /** The sentence, after the clauses it is about where it does not name them itself. */
    public static String sentence(Finding f) {
        boolean named = f.clauses().isEmpty()
                || f.clauses().stream().limit(2).allMatch(c -> f.sentence().contains(c));
        String said = named ? f.sentence() : clauses(f.clauses()) + ": " + f.sentence();
        return Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
    }

    static String stake(Stake stake) {
        return (stake.main() ? "" : "minor: ") + stake.because();
    }

    public static String clauses(List<String> clauses) {
        return Wording.list(clauses, 11);
    }

    /** What the clauses of a finding put into formal words; of many, the first. */
    static List<Quotation> quotations(Agreement agreement, Finding f) {
        return Quotation.of(agreement, f.clauses(), QUOTED).stream()
                .limit(QUOTATIONS)
                .toList();
    }

    /** The articles of clauses, each once, in the order of the text. */
    static List<Article> articles(Agreement agreement, List<String> clauses) {
        Set<Article> found = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            if (clauses.contains(norm.id())) {
                found.add(agreement.article(norm.origin()));
            }
        }
        return List.copyOf(found);
    }

    private void rest() {
        List<String> silent = new ArrayList<>();
        Map<Code, String> not = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        examination.results().forEach((code, result) -> {
            switch (result) {
                case Check.Result.NotApplicable(String because) -> not.put(code, because);
                case Check.Result.NotLookedFor ignored -> open.add(code + " " + code.title());
                case Check.Result.Found(List<Finding> found) -> {
                    if (found.isEmpty()) {
                        silent.add(code + " " + code.title());
                    }
                }
            }
        });
        page.gap();
        if (!silent.isEmpty()) {
            page.line(colours.heading("Looked for and not found within these bounds"));
            page.wrapped("  ", String.join("; ", silent) + ".");
            page.gap();
        }
        if (!open.isEmpty()) {
            page.line(colours.heading("Not looked for: it follows from what was not played to its end"));
            page.wrapped("  ", String.join("; ", open) + ".");
            page.gap();
        }
        if (!not.isEmpty()) {
            page.line(colours.heading("Not applicable"));
            not.forEach((code, because) -> page.wrapped("  " + code + "  ", because));
            page.gap();
        }
    }

    private void bounds() {
        Bounds b = examination.bounds();
        page.line(colours.heading("Bounds and assumptions"));
        page.wrapped("  ", boundWords(b) + " " + played(examination));
        page.wrapped("  ", GrowthWords.of(examined.growth()));
        page.wrapped("  ", ASSUMPTIONS);
        if (!examination.assumptions().isEmpty()) {
            page.gap().line(colours.heading("What the text does not say and was assumed"));
            examination.assumptions().forEach(a -> page.wrapped("  ", 4, sentenceOf(a)));
        }
    }

    static String sentenceOf(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    public static final String ASSUMPTIONS =
            "Whoever keeps its word does what it must at the last moment that the text allows, and nothing that it need not; the protected side asks for whatever it may"
                    + " ask for, at once; bodies may stay silent and do not find against the facts. It is asked who can, never who would. docs/examine.md has the"
                    + " definitions; what is not found is not thereby safe.";

    static String played(Examination examination) {
        return "Played: " + examination.histories() + " histories, " + examination.moments() + " moments.";
    }

    public static String boundWords(Bounds b) {
        return "Up to " + b.defectors() + " defecting guarantor" + (b.defectors() == 1 ? "" : "s")
                + "; of acts that may cut both ways up to "
                + b.evasions() + " to escape, " + b.requests() + " to ask and " + b.help() + " to help; up to "
                + b.readings()
                + " readings of a clause; what recurs is followed for "
                + b.horizon().toDays() + " days; at most " + b.work() + " units of work.";
    }

    static Optional<GuaranteeTable.Prospect> prospect(Examination examination, Guarantee g) {
        return examination.prospects().stream()
                .filter(p -> p.prohibition().equals(g.prohibition())
                        && p.violator().equals(g.violator())
                        && p.course().equals(g.course()))
                .findFirst();
    }
}
