package holdfast.report.replay;

import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Layer;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import holdfast.report.explain.DissentWords;
import holdfast.report.explain.Receipt;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.page.ShellWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A replay as it is shown on a terminal: at most 100 columns, and complete without colour. */
public final class TextReport {
    private static final int SHOWN = 12;
    private static final int NAME_WIDTH = 18;
    private static final int STATUS_WIDTH = 21;

    private final Replay replay;
    private final Colours colours;
    private final boolean all;
    private final Page page;
    private final Norms norms;
    private final DateWords dates;
    private final VerdictWords words;
    private final List<RivalReadings.Said> verdicts;
    private final FirstScreen first;

    private TextReport(Replay replay, Colours colours, boolean all) {
        this.replay = replay;
        this.page = new Page(replay.texts().names()::inText);
        this.colours = colours;
        this.all = all;
        this.norms = new Norms(replay.agreement());
        this.dates = new DateWords(replay.agreement().zone());
        this.words = VerdictWords.of(replay, norms);
        this.verdicts = RivalReadings.of(replay);
        this.first = new FirstScreen(replay, verdicts);
    }

    /** @param all whether every verdict is shown on a line of its own */
    public static String of(Replay replay, Colours colours, boolean all) {
        TextReport report = new TextReport(replay, colours, all);
        report.header();
        report.breachedNow();
        report.overdue();
        report.dueNext();
        report.blocked();
        report.states();
        report.articles();
        report.setAside();
        report.changes();
        report.receipt();
        return report.page.toString();
    }

    private void header() {
        Agreement agreement = replay.agreement();
        String version = agreement.version().isEmpty() ? "" : ", " + agreement.version();
        String standing = agreement.standing().isEmpty() ? "" : ", as " + agreement.standing();
        page.text(colours.heading(String.join("\n", Page.wrap(agreement.title() + version + standing, Page.width()))));
        String known = replay.asOf() == replay.now() ? "" : ", asked for " + dates.moment(replay.now());
        page.wrapped("  ", "as of " + dates.moment(replay.asOf()) + known + " (" + dates.zone() + ")");
        IntakeWords.lines(replay).forEach(line -> page.wrapped("  ", line));
        page.wrapped("  ", IntakeWords.tally(replay, verdicts, words));
    }

    private void breachedNow() {
        if (!first.tellsOfBreaches()) {
            return;
        }
        List<FirstScreen.Line> breached = first.breachedNow();
        section("Breached now");
        if (breached.isEmpty()) {
            page.line("  nothing, as far as the records go");
        }
        int width = breached.stream().mapToInt(l -> l.clause().length()).max().orElse(0);
        breached.forEach(line -> page.wrapped("  " + pad(line.clause(), width) + "  ", line.words()));
        first.undecided().ifPresent(said -> page.wrapped("  ", said));
    }

    private void states() {
        List<StateWords.Line> lines = StateWords.of(replay);
        if (lines.isEmpty()) {
            return;
        }
        section("States of affairs");
        int width = lines.stream().mapToInt(l -> l.state().length()).max().orElse(0);
        for (StateWords.Line line : lines) {
            page.wrapped(
                    "  " + pad(replay.texts().names().inText(line.state()), width) + "  ",
                    line.times() + line.answers().after());
        }
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
            String under = answers.words();
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
        String bearer = Wording.list(named(row.bearers()));
        if (bearer.length() > NAME_WIDTH) {
            page.wrapped(indent, bearer);
            bearer = "";
        }
        String name = pad(bearer, NAME_WIDTH);
        String plain = words.kind(row.first());
        String status = pad(plain, STATUS_WIDTH);
        String lead =
                indent + name + " " + colours.status(row.status(), plain) + status.substring(plain.length()) + " ";
        String detail = words.detail(row, norm);
        page.wrapped(lead, indent.length() + name.length() + status.length() + 2, detail);
    }

    private List<String> named(List<String> bearers) {
        return bearers.stream().map(replay.texts().names()::inText).toList();
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private void dueNext() {
        List<FirstScreen.Owed> pending = first.dueNext();
        Optional<String> open = first.withoutDeadline();
        if (pending.isEmpty() && open.isEmpty()) {
            return;
        }
        section("Due next");
        list(pending);
        open.ifPresent(said -> page.line("  " + said));
    }

    private void overdue() {
        List<FirstScreen.Owed> late = first.overdue();
        if (!late.isEmpty()) {
            section("Overdue");
            list(late);
        }
    }

    private void list(List<FirstScreen.Owed> owed) {
        List<FirstScreen.Owed> shown = all || owed.size() <= SHOWN ? owed : owed.subList(0, SHOWN);
        int when = shown.stream().mapToInt(o -> o.due().length()).max().orElse(0);
        int far = shown.stream().mapToInt(o -> o.distance().length()).max().orElse(0);
        int clause = shown.stream().mapToInt(o -> o.clause().length()).max().orElse(0);
        for (FirstScreen.Owed one : shown) {
            String lead = "  " + pad(one.due(), when) + "  " + pad(one.distance(), far) + "  "
                    + pad(one.clause(), clause) + "  ";
            page.wrapped(lead, one.words());
        }
        if (shown.size() < owed.size()) {
            page.line("  and " + (owed.size() - shown.size()) + " more: --all shows them");
        }
    }

    private static String under(Reading reading) {
        return reading.equals(Reading.NONE) ? "" : ", " + Wording.reading(reading);
    }

    private void blocked() {
        List<FirstScreen.Line> blocked = first.blockedBy();
        if (!blocked.isEmpty()) {
            section("Blocked by");
            blocked.forEach(line -> page.wrapped("  " + pad(line.clause(), 5) + " ", line.words()));
        }
    }

    private void setAside() {
        if (!replay.dissent().isEmpty()) {
            section("Set aside, as said by those who may not change it");
            each(replay.dissent(), d -> page.wrapped("  ", DissentWords.of(d)));
        }
    }

    private void changes() {
        if (replay.earlier().isEmpty()) {
            return;
        }
        Replay.Earlier earlier = replay.earlier().get();
        Changes changes = Changes.between(earlier.verdicts(), replay.verdicts());
        VerdictWords then = new VerdictWords(dates, earlier.now());
        section("What changed since " + dates.moment(earlier.asOf()));
        if (changes.isEmpty()) {
            page.line("  nothing");
        }
        each(changes.added(), v -> page.wrapped("  new      ", said(v, words)));
        each(
                changes.changed(),
                c -> page.wrapped("  changed  ", said(c.after(), words) + "; was " + was(c.before(), then)));
        each(changes.gone(), v -> page.wrapped("  gone     ", said(v, then)));
    }

    private <T> void each(List<T> items, Consumer<T> show) {
        long limit = all ? items.size() : SHOWN;
        items.stream().limit(limit).forEach(show);
        if (items.size() > limit) {
            page.line("           and " + (items.size() - limit) + " more: --all shows them");
        }
    }

    private String said(Verdict v, VerdictWords at) {
        return v.clause() + " " + v.bearer() + ": " + was(v, at) + under(v.reading());
    }

    private String was(Verdict v, VerdictWords at) {
        String detail = norms.of(v).map(n -> at.single(v, n)).orElse("");
        return at.kind(v) + (detail.isEmpty() ? "" : ", " + detail);
    }

    private void receipt() {
        section("Receipt");
        Receipt receipt = replay.receipt();
        page.line("  text     sha256 " + receipt.text());
        receipt.records().forEach(r -> page.wrapped("  records  ", "sha256 " + r.sha256() + " " + r.file()));
        page.line("  known    " + dates.iso(receipt.asOf()));
        page.line("  asked    " + dates.iso(receipt.now()));
        page.line("  by       holdfast " + receipt.version());
        replay.verdicts().stream()
                .min(Comparator.comparingInt(v -> v.isBreach() ? 0 : 1))
                .ifPresent(v -> page.gap()
                        .asIs("Why, in words: holdfast explain " + ShellWord.of(replay.name()) + " --clause "
                                + ShellWord.of(v.clause())));
    }

    private void section(String title) {
        page.gap().line(colours.heading(title));
    }
}
