package holdfast.report.replay;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Condition;
import holdfast.language.model.Layer;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import holdfast.report.explain.DissentWords;
import holdfast.report.explain.Receipt;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import holdfast.report.page.ShellWord;
import holdfast.report.page.TextStands;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
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

    private TextReport(Replay replay, Colours colours, boolean all) {
        this.replay = replay;
        this.page = new Page(replay.texts().names()::inText);
        this.colours = colours;
        this.all = all;
        this.norms = new Norms(replay.agreement());
        this.dates = new DateWords(replay.agreement().zone());
        this.words = VerdictWords.of(replay, norms);
        this.verdicts = RivalReadings.of(replay);
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
        String standing = TextStands.words(agreement).isEmpty() ? "" : ", " + TextStands.words(agreement);
        page.text(colours.heading(String.join("\n", Page.wrap(agreement.title() + version + standing, Page.WIDTH))));
        String known = replay.asOf() == replay.now() ? "" : ", asked for " + dates.moment(replay.now());
        page.wrapped("  ", "as of " + dates.moment(replay.asOf()) + known + " (" + dates.zone() + ")");
        IntakeWords.lines(replay).forEach(line -> page.wrapped("  ", line));
        page.wrapped("  ", IntakeWords.tally(replay, verdicts, words));
    }

    /** Breaches that go on, and duties that are still not done, by clause: who, whether confirmed, under which reading. */
    private void breachedNow() {
        Map<String, Map<String, List<String>>> open = new LinkedHashMap<>();
        Set<List<Object>> whateverIsMeant = new HashSet<>();
        List<RivalReadings.Said> breaches = verdicts.stream()
                .filter(s -> s.verdict().isBreach() && s.verdict().until().isEmpty())
                .toList();
        breaches.stream()
                .filter(s -> s.answers().reading().answers().isEmpty())
                .forEach(s -> whateverIsMeant.add(same(s.verdict())));
        for (RivalReadings.Said said : breaches) {
            Verdict v = said.verdict();
            boolean always = said.answers().reading().answers().isEmpty();
            if (always || !whateverIsMeant.contains(same(v))) {
                String how = v.standing().words();
                open.computeIfAbsent(v.clause(), c -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                (how.isEmpty() ? "" : ", " + how)
                                        + said.answers().after(),
                                k -> new ArrayList<>())
                        .add(v.bearer());
            }
        }
        if (replay.files().isEmpty()) {
            return;
        }
        section("Breached now");
        if (open.isEmpty()) {
            page.line("  nothing, as far as the records go");
        }
        int width = open.keySet().stream().mapToInt(String::length).max().orElse(0);
        open.forEach((clause, ways) -> {
            List<String> said = new ArrayList<>();
            ways.forEach((how, bearers) ->
                    said.add(Wording.list(named(bearers.stream().distinct().toList())) + how));
            page.wrapped("  " + pad(clause, width) + "  ", String.join("; ", said));
        });
        undecided();
    }

    /** Where the records do not decide, there may be a breach: nobody may take that for none. */
    private void undecided() {
        Map<String, Set<String>> open = new LinkedHashMap<>();
        verdicts.stream()
                .map(RivalReadings.Said::verdict)
                .filter(v -> v.status() == Status.UNDETERMINED && v.until().isEmpty())
                .forEach(v -> open.computeIfAbsent(v.clause(), c -> new LinkedHashSet<>())
                        .add(v.bearer()));
        if (!open.isEmpty()) {
            page.wrapped(
                    "  ",
                    "not decided by the records: "
                            + open.entrySet().stream()
                                    .map(e -> e.getKey() + " " + Wording.list(named(List.copyOf(e.getValue()))))
                                    .collect(Collectors.joining("; ")));
        }
    }

    private static List<Object> same(Verdict v) {
        return List.of(v.clause(), v.bearer(), v.standing());
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
        for (String line : Page.wrap(article.heading() + title, Page.WIDTH)) {
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

    /** Duties alike but for their bearers. */
    private record Owed(String clause, String duty, Time due, List<String> bearers, RivalReadings.Answers answers) {}

    /** Of one status, soonest first; without what can no longer be done, a missed turn of many. */
    private List<Owed> owed(Status status) {
        Map<List<Object>, List<Verdict>> alike = new LinkedHashMap<>();
        for (RivalReadings.Said said : verdicts) {
            Verdict v = said.verdict();
            if (v.status() == status && v.due().isPresent() && v.until().isEmpty()) {
                alike.computeIfAbsent(
                                List.of(v.clause(), duty(v), v.due().get(), said.answers()), k -> new ArrayList<>())
                        .add(v);
            }
        }
        return alike.entrySet().stream()
                .map(e -> new Owed(
                        e.getValue().getFirst().clause(),
                        duty(e.getValue().getFirst()),
                        e.getValue().getFirst().due().orElseThrow(),
                        e.getValue().stream().map(Verdict::bearer).distinct().toList(),
                        (RivalReadings.Answers) e.getKey().getLast()))
                .sorted(Comparator.comparing((Owed o) -> o.due().hi()).thenComparing(Owed::due))
                .toList();
    }

    private void dueNext() {
        List<Owed> pending = owed(Status.PENDING);
        Tally open = Tally.of(
                replay,
                verdicts.stream()
                        .filter(said -> said.verdict().status() == Status.PENDING
                                && said.verdict().due().isEmpty())
                        .toList());
        if (pending.isEmpty() && open.isNone()) {
            return;
        }
        section("Due next");
        list(pending, due -> "in " + dates.distance(due, replay.now()));
        if (!open.isNone()) {
            page.line("  " + open.words() + (open.most() == 1 ? " duty is" : " duties are")
                    + " pending without any deadline in the text");
        }
    }

    private void overdue() {
        List<Owed> late = owed(Status.BREACHED);
        if (!late.isEmpty()) {
            section("Overdue");
            list(late, due -> "for " + dates.distance(due, replay.now()));
        }
    }

    private void list(List<Owed> owed, Function<Time, String> distance) {
        List<Owed> shown = all || owed.size() <= SHOWN ? owed : owed.subList(0, SHOWN);
        int when =
                shown.stream().mapToInt(o -> dates.due(o.due()).length()).max().orElse(0);
        int far = shown.stream()
                .mapToInt(o -> distance.apply(o.due()).length())
                .max()
                .orElse(0);
        int clause = shown.stream().mapToInt(o -> o.clause().length()).max().orElse(0);
        for (Owed one : shown) {
            String lead = "  " + pad(dates.due(one.due()), when) + "  " + pad(distance.apply(one.due()), far) + "  "
                    + pad(one.clause(), clause) + "  ";
            page.wrapped(
                    lead,
                    Wording.list(named(one.bearers())) + " " + one.duty()
                            + one.answers().after());
        }
        if (shown.size() < owed.size()) {
            page.line("  and " + (owed.size() - shown.size()) + " more: --all shows them");
        }
    }

    private String duty(Verdict v) {
        return norms.of(v).map(replay.texts()::duty).orElse("");
    }

    private static String under(Reading reading) {
        return reading.equals(Reading.NONE) ? "" : ", " + Wording.reading(reading);
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
                            + ((RivalReadings.Answers) key.getLast()).after());
        });
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
