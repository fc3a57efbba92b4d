package holdfast.report.replay;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Article;
import holdfast.language.model.Condition;
import holdfast.language.model.Layer;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import holdfast.report.explain.DissentWords;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.OpenPoint;
import holdfast.report.explain.Receipt;
import holdfast.report.explain.SourceNames;
import holdfast.report.explain.Sources;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.standing.BehindHorizon;
import holdfast.report.standing.IntakeWords;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import holdfast.report.standing.RivalReadings;
import holdfast.report.standing.StateWords;
import holdfast.report.standing.VerdictGroups;
import holdfast.report.standing.VerdictWords;
import holdfast.report.standing.WordsUsed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A replay as it is shown on a terminal: at most 100 columns, and complete without colour. */
public final class TextReport {
    private static final int SHOWN = 12;

    /** So wide the headings of articles may be where one has a line. */
    private static final int ARTICLE = 44;

    /** So many reasons why something is open are told in a row. */
    private static final int POINTS = 3;

    private static final int NAME_WIDTH = 18;
    private static final int STATUS_WIDTH = 21;

    private final Replay replay;
    private final Colours colours;
    private final boolean all;
    private final Page page;
    private final Norms norms;
    private final DateWords dates;
    private final VerdictWords words;
    private final SourceNames sources;
    private final Explainer explainer;
    private final List<RivalReadings.Said> verdicts;

    private TextReport(Replay replay, Colours colours, boolean all) {
        this.replay = replay;
        this.page = new Page(replay.texts().names()::inText);
        this.colours = colours;
        this.all = all;
        this.norms = new Norms(replay.agreement());
        this.dates = new DateWords(replay.agreement().zone());
        this.words = VerdictWords.of(replay, norms);
        this.sources = new SourceNames(replay.cited(), Replay.CITATIONS);
        this.explainer = Explaining.of(replay, words, Replay.CITATIONS, UnaryOperator.identity());
        this.verdicts = RivalReadings.of(replay);
    }

    /** @param all whether every verdict is shown on a line of its own */
    public static String of(Replay replay, Colours colours, boolean all) {
        TextReport report = new TextReport(replay, colours, all);
        report.answer();
        report.rest();
        return report.page.toString();
    }

    /** The first screen. */
    private void answer() {
        FirstScreen screen = all ? FirstScreen.ofAll(replay) : FirstScreen.of(replay);
        page.text(colours.heading(String.join("\n", Page.wrap(screen.title(), Page.width()))));
        screen.asked().forEach(line -> page.wrapped("  ", line));
        for (FirstScreen.Section section : screen.sections()) {
            section(section.title());
            for (FirstScreen.Line line : section.lines()) {
                StringBuilder lead = new StringBuilder("  ");
                for (int i = 0; i < line.columns().size(); i++) {
                    int width = section.width(i);
                    lead.append(width == 0 ? "" : pad(line.columns().get(i), width) + "  ");
                }
                page.wrapped(lead.toString(), line.said());
            }
            if (section.more() > 0) {
                page.line("  " + section.moreWords());
            }
            if (!section.note().isEmpty()) {
                page.wrapped("  ", section.note());
            }
        }
    }

    /** What the answer rests on: by article, in a line each unless somebody asks for more. */
    private void rest() {
        section("By article");
        page.wrapped("  ", IntakeWords.tally(replay, verdicts, words));
        boolean narrowed =
                !replay.asked().clauses().isEmpty() || replay.asked().options().contains("--bearer");
        if (all || narrowed) {
            articles();
            blocked();
        } else {
            folded();
        }
        meanings();
        states();
        setAside();
        replay.behind().ifPresent(this::behind);
        records();
        if (all || narrowed) {
            sources();
        }
        receipt();
    }

    private void meanings() {
        List<WordsUsed.Meaning> used = WordsUsed.in(verdicts, words);
        if (used.isEmpty()) {
            return;
        }
        section("The words");
        int width = used.stream().mapToInt(m -> m.word().length()).max().orElse(0);
        used.forEach(m -> page.wrapped("  " + pad(m.word(), width) + "  ", m.meaning()));
    }

    /** An article in a line: its worst verdict, and of which clauses. */
    private void folded() {
        page.gap();
        List<ArticleLine> lines = ArticleLine.of(replay, verdicts, words);
        int width = Math.min(
                ARTICLE,
                lines.stream().mapToInt(l -> l.heading().length()).max().orElse(0));
        for (ArticleLine line : lines) {
            String heading = line.heading();
            String name = heading.length() <= width
                    ? heading
                    : heading.substring(0, width - 1).stripTrailing() + "…";
            page.wrapped("  " + pad(name, width) + "  ", line.said());
        }
        lines.stream()
                .findFirst()
                .ifPresent(first -> page.gap()
                        .asIs("  an article clause by clause: " + replay.command("replay", "--clause", first.clauses()))
                        .asIs("  everything: " + replay.command("replay", "--all")));
    }

    private void records() {
        section("Records");
        IntakeWords.lines(replay).forEach(line -> page.wrapped("  ", line));
    }

    /** What is final and went, and what was told too late to be taken. */
    private void behind(BehindHorizon behind) {
        section("Behind the horizon");
        BehindHorizonWords words = new BehindHorizonWords(replay, behind);
        words.lines().forEach(line -> page.wrapped("  ", line));
        words.commands().forEach(line -> page.asIs("  " + line));
    }

    /** Where what the verdicts rest on can be read. */
    private void sources() {
        List<Sources.Source> cited = Sources.of(replay.verdicts(), replay.cited(), Replay.CITATIONS);
        if (!cited.isEmpty()) {
            section("Sources");
            each(cited, s -> page.wrapped("  ", s.source() + " (" + String.join(", ", s.records()) + ")"));
        }
    }

    private void states() {
        List<StateWords.Line> lines = StateWords.of(replay);
        if (lines.isEmpty()) {
            return;
        }
        section("States of affairs");
        int width = lines.stream().mapToInt(l -> state(l).length()).max().orElse(0);
        for (StateWords.Line line : lines) {
            page.wrapped(
                    "  " + pad(state(line), width) + "  ",
                    line.times() + line.answers().after(replay.texts().names()));
        }
    }

    private String state(StateWords.Line line) {
        return replay.texts().names().inText(line.state());
    }

    private void articles() {
        Map<String, List<RivalReadings.Said>> byClause = verdicts.stream()
                .collect(Collectors.groupingBy(s -> s.verdict().clause(), LinkedHashMap::new, Collectors.toList()));
        Map<Integer, Map<String, List<Norm>>> clauses = new TreeMap<>();
        for (Norm norm : replay.agreement().norms()) {
            clauses.computeIfAbsent(norm.origin().article(), a -> new LinkedHashMap<>())
                    .computeIfAbsent(norm.id(), i -> new ArrayList<>())
                    .add(norm);
        }
        clauses.forEach((article, norms) -> {
            if (norms.keySet().stream().anyMatch(byClause::containsKey)) {
                article(replay.agreement().articles().get(article), norms);
                int width =
                        norms.keySet().stream().mapToInt(String::length).max().orElse(0);
                norms.forEach((id, variants) -> clause(id, width, variants, byClause.getOrDefault(id, List.of())));
            }
        });
    }

    private void article(Article article, Map<String, List<Norm>> norms) {
        page.gap();
        int layer = norms.values().iterator().next().getFirst().layer();
        String title = replay.agreement().layers().stream()
                .filter(l -> l.number() == layer)
                .map(Layer::title)
                .findFirst()
                .map(t -> "  (layer " + layer + ": " + t + ")")
                .orElse("");
        for (String line : Page.wrap(article.heading() + title, Page.width())) {
            page.line(colours.heading(line));
        }
    }

    private void clause(String id, int width, List<Norm> variants, List<RivalReadings.Said> said) {
        String lead = "  " + id + " ".repeat(width - id.length() + 2);
        boolean binds = variants.stream().allMatch(Duties::obliges);
        if (said.isEmpty() && binds) {
            return;
        }
        boolean one = variants.size() == 1;
        page.wrapped(lead, one ? replay.texts().clause(variants.getFirst()) : "read in " + variants.size() + " ways");
        String indent = " ".repeat(lead.length());
        VerdictGroups.rows(said, all).forEach((answers, rows) -> {
            String under = answers.words(replay.texts().names());
            Norm norm = norm(variants, answers.reading());
            if (!under.isEmpty()) {
                page.wrapped(
                        indent, under + ":" + (one ? "" : " " + replay.texts().clause(norm)));
            }
            rows.forEach(row -> row(under.isEmpty() ? indent : indent + "  ", row, norm));
        });
    }

    private static Norm norm(List<Norm> variants, Reading reading) {
        return variants.stream()
                .filter(n -> n.reading().isPartOf(reading))
                .findFirst()
                .orElse(variants.getFirst());
    }

    private void row(String indent, VerdictGroups.Row row, Norm norm) {
        String bearer = Wording.list(named(row.who()));
        if (bearer.length() > NAME_WIDTH) {
            page.wrapped(indent, bearer);
            bearer = "";
        }
        String name = pad(bearer, NAME_WIDTH);
        String plain = words.kind(row.first());
        String status = pad(plain, STATUS_WIDTH);
        String lead =
                indent + name + " " + colours.status(row.status(), plain) + status.substring(plain.length()) + " ";
        String rests = sources.withRecords(row.verdicts());
        String detail = words.detail(row, norm);
        page.wrapped(
                lead, indent.length() + name.length() + status.length() + 2, joined(List.of(detail, open(row), rests)));
    }

    /** Of what the records do not decide, why. */
    private String open(VerdictGroups.Row row) {
        List<String> points = row.verdicts().stream()
                .flatMap(v -> explainer.open(v).stream())
                .map(OpenPoint::said)
                .distinct()
                .toList();
        return points.isEmpty() ? "" : "open: " + String.join("; ", points.subList(0, Math.min(POINTS, points.size())));
    }

    private static String joined(List<String> said) {
        return said.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
    }

    private List<String> named(List<String> bearers) {
        return bearers.stream().map(replay.texts().names()::inText).toList();
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private static String bearers(List<Verdict> verdicts) {
        return Wording.list(verdicts.stream().map(Verdict::bearer).distinct().toList());
    }

    private void blocked() {
        Map<List<Object>, List<Verdict>> blocked = new LinkedHashMap<>();
        for (RivalReadings.Said said : verdicts) {
            Verdict v = said.verdict();
            if (v.status() == Status.BLOCKED) {
                blocked.computeIfAbsent(List.of(v.clause(), v.due(), said.answers()), k -> new ArrayList<>())
                        .add(v);
            }
        }
        if (blocked.isEmpty()) {
            return;
        }
        section("Blocked by");
        blocked.forEach((key, alike) -> {
            Verdict v = alike.getFirst();
            Condition guard = norms.of(v).map(Norm::guard).orElse(Condition.ALWAYS);
            String due = v.due().map(d -> ", due " + dates.due(d)).orElse("");
            page.wrapped(
                    "  " + pad(v.clause(), 5) + " ",
                    bearers(alike) + due + ": it is not so that "
                            + replay.texts().sentences().condition(guard)
                            + ((RivalReadings.Answers) key.getLast())
                                    .after(replay.texts().names()));
        });
    }

    private void setAside() {
        if (!replay.dissent().isEmpty()) {
            section("Set aside, as said by those who may not change it");
            each(replay.dissent(), d -> page.wrapped("  ", DissentWords.of(d)));
        }
    }

    private <T> void each(List<T> items, Consumer<T> show) {
        long limit = all ? items.size() : SHOWN;
        items.stream().limit(limit).forEach(show);
        if (items.size() > limit) {
            page.line("           and " + (items.size() - limit) + " more: --all shows them");
        }
    }

    private void receipt() {
        section("Receipt");
        Receipt receipt = replay.receipt();
        page.line("  text     sha256 " + receipt.text());
        receipt.records().forEach(r -> page.wrapped("  records  ", "sha256 " + r.sha256() + " " + r.file()));
        receipt.kept().forEach(k -> page.wrapped("  log      ", k.words()));
        page.line("  known    " + dates.iso(receipt.asOf()));
        page.line("  asked    " + dates.iso(receipt.now()));
        page.line("  by       holdfast " + receipt.version());
        replay.verdicts().stream()
                .min(Comparator.comparingInt(v -> v.isBreach() ? 0 : 1))
                .ifPresent(v -> page.gap().asIs("Why, in words: " + replay.command("explain", "--clause", v.clause())));
    }

    private void section(String title) {
        page.gap().line(colours.heading(title));
    }
}
