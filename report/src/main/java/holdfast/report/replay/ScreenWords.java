package holdfast.report.replay;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.reading.BrokenBy;
import holdfast.language.reading.Duties;
import holdfast.report.explain.DissentWords;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.OpenPoint;
import holdfast.report.explain.SourceNames;
import holdfast.report.page.FileName;
import holdfast.report.page.TextStands;
import holdfast.report.standing.Ahead;
import holdfast.report.standing.Coming;
import holdfast.report.standing.IntakeWords;
import holdfast.report.standing.Norms;
import holdfast.report.standing.OnRecord;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import holdfast.report.standing.RivalReadings;
import holdfast.report.standing.Tally;
import holdfast.report.standing.VerdictWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Says what stands on the first screen of a replay. */
final class ScreenWords {
    /** What a body confirmed, then what is so however the text is read; otherwise in the order of the text. */
    private static final Comparator<RivalReadings.Said> GRAVEST_FIRST = Comparator.comparing(
                    (RivalReadings.Said s) -> s.verdict().standing() != Standing.CONFIRMED)
            .thenComparing(s -> !s.answers().reading().answers().isEmpty());

    /** So many clauses of which nothing is known have a line each. */
    private static final int FEW = 5;

    /** So much of a clause must be the same in all its wordings to be worth saying. */
    private static final int SHORTEST = 20;

    private static final String UNSHOWN = "no record could have shown a breach";

    private final Replay replay;
    private final Norms norms;
    private final DateWords dates;
    private final VerdictWords words;
    private final List<RivalReadings.Said> verdicts;
    private final OnRecord onRecord;
    private final SourceNames sources;
    private final Everyone everyone;

    /** The clauses of which it was said what they ask: once is enough. */
    private final Set<String> told = new HashSet<>();

    /** The clauses that wait for a state of affairs that never began, by the state. */
    private final Map<String, Set<String>> waiting;

    private final Set<String> leftUndone;

    ScreenWords(Replay replay) {
        this.replay = replay;
        this.norms = new Norms(replay.agreement());
        this.dates = new DateWords(replay.agreement().zone());
        this.words = VerdictWords.of(replay, norms);
        this.verdicts = RivalReadings.of(replay);
        this.onRecord = new OnRecord(replay);
        this.sources = new SourceNames(replay.cited(), Replay.CITATIONS);
        this.everyone = new Everyone(replay);
        this.waiting = waiting();
        this.leftUndone = leftUndone(replay.agreement());
    }

    FirstScreen screen(boolean fitted) {
        List<FirstScreen.Section> sections = new ArrayList<>();
        sections.add(breached());
        if (!replay.files().isEmpty()) {
            over(sections);
            setAside(sections);
            unjudged(sections);
        }
        owed(FirstScreen.Topic.OVERDUE, "Overdue", s -> Due.isOverdue(s.verdict()), sections);
        due(sections);
        coming(sections);
        unknown(sections);
        replay.earlier().ifPresent(earlier -> sections.add(changed(earlier)));
        FirstScreen whole = new FirstScreen(title(), asked(), sections);
        return fitted ? whole.fitted() : whole;
    }

    private String title() {
        Agreement agreement = replay.agreement();
        String version = agreement.version().isEmpty() ? "" : ", " + agreement.version();
        String stands = TextStands.words(agreement);
        return agreement.title() + version + (stands.isEmpty() ? "" : ", " + stands);
    }

    private List<String> asked() {
        String of = replay.asOf() == replay.now() ? "" : ", asked for " + dates.moment(replay.now());
        List<String> asked = new ArrayList<>();
        asked.add("as of " + dates.moment(replay.asOf()) + of + " (" + dates.zone() + ")");
        if (replay.files().isEmpty()) {
            asked.add("no records: what the text alone says");
        } else {
            List<String> files = replay.files().stream()
                    .map(f -> String.valueOf(Path.of(f.file()).getFileName()))
                    .distinct()
                    .toList();
            Replay.Intake intake = replay.intake();
            String known = intake.known() == intake.records() ? "" : intake.known() + " known by then of ";
            asked.add(known + IntakeWords.count(intake.records(), "record") + " from "
                    + IntakeWords.count(replay.intake().rows(), "row") + " of " + Wording.list(files));
        }
        List<String> left = replay.intake().ownLeft();
        if (!left.isEmpty()) {
            asked.add("without the agreement's own records, "
                    + Wording.list(left.stream().map(FileName::of).toList())
                    + ": give them with --records too, if they are to count");
        }
        return asked;
    }

    /** Breaches that go on, and duties that are still not done, by clause: who, whether confirmed, under which reading; the gravest first. */
    private FirstScreen.Section breached() {
        Map<String, Map<String, Map<String, Set<String>>>> open = new LinkedHashMap<>();
        Map<List<Object>, Set<String>> keys = keysOfOpen();
        summary(Status.BREACHED).stream().sorted(GRAVEST_FIRST).forEach(said -> {
            Verdict v = said.verdict();
            String how = standing(v) + said.answers().after(replay.texts().names());
            open.computeIfAbsent(v.clause(), c -> new LinkedHashMap<>())
                    .computeIfAbsent(how, h -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            about(keys.getOrDefault(List.of(v.clause(), v.bearer()), Set.of())),
                            k -> new LinkedHashSet<>())
                    .add(v.bearer());
        });
        Map<String, List<Verdict>> acts = openActs();
        List<FirstScreen.Line> lines = new ArrayList<>();
        open.forEach((clause, ways) -> {
            String first = first(clause);
            List<String> said = new ArrayList<>();
            ways.forEach((how, alike) -> said.add(
                    first.isEmpty() || !everyone.isSaid(clause, alike, first)
                            ? together(clause, alike) + how
                            : how.replaceFirst("^, ", "")));
            lines.add(line(
                    first + String.join("; ", said) + semicolon(sources.of(acts.getOrDefault(clause, List.of()))),
                    clause));
        });
        if (lines.isEmpty()) {
            List<String> never = List.copyOf(waiting.keySet());
            lines.add(line(
                    (replay.files().isEmpty()
                                    ? "nothing that the text alone can tell"
                                    : "nothing, as far as the records go")
                            + (never.isEmpty() ? "" : "; no record says that " + begins(never) + " began")
                            + semicolon(asleep()),
                    ""));
        }
        return new FirstScreen.Section(FirstScreen.Topic.BREACHED, "Breached now", lines, 0, undecided());
    }

    /** What is forbidden and has not been in force, so that nothing could break it, and what the text says of when it is. */
    private String asleep() {
        Map<String, Boolean> asleep = new LinkedHashMap<>();
        replay.verdicts().stream()
                .filter(v -> norms.of(v).filter(Duties::isProhibition).isPresent())
                .forEach(v -> asleep.merge(v.clause(), v.status() == Status.NOT_YET_DUE, Boolean::logicalAnd));
        waiting.values().forEach(asleep.keySet()::removeAll);
        List<String> clauses = asleep.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        if (clauses.isEmpty()) {
            return "";
        }
        List<String> whole = replay.agreement().rules().stream()
                .filter(r -> r instanceof Rule.InForceWhile)
                .map(r -> replay.texts().sentences().rule(r).replaceFirst("\\.$", ""))
                .toList();
        return Wording.list(clauses) + (clauses.size() == 1 ? " has" : " have") + " not been in force"
                + (whole.isEmpty() ? "" : ": " + String.join("; ", whole));
    }

    /** Those for whom it is the same share what is said of it: {@code Canada and France (for North)}. */
    private String together(String clause, Map<String, Set<String>> bearers) {
        List<String> said = new ArrayList<>();
        bearers.forEach((about, names) -> said.add(
                everyone.allOfThem(clause, List.copyOf(names)).orElseGet(() -> named(List.copyOf(names))) + about));
        return bearers.size() == 1 ? said.getFirst() : Wording.list(said);
    }

    /** The breaches of each clause that go on and were done by an act. What was left undone nobody told of. */
    private Map<String, List<Verdict>> openActs() {
        return replay.verdicts().stream()
                .filter(v -> isOpen(v, Status.BREACHED) && !isLeftUndone(v))
                .collect(Collectors.groupingBy(Verdict::clause));
    }

    private static String semicolon(String said) {
        return said.isEmpty() ? "" : "; " + said;
    }

    private String begins(List<String> states) {
        return Wording.list(states.stream()
                .map(state -> "“" + replay.texts().names().name(state) + "”")
                .toList());
    }

    /** A duty is breached where no record says that it was done: nobody need have alleged it. */
    private String standing(Verdict v) {
        return switch (v.standing()) {
            case NONE -> "";
            case ALLEGED -> isLeftUndone(v) ? ", not on record as done" : ", alleged";
            case CONFIRMED -> ", confirmed";
        };
    }

    private boolean isLeftUndone(Verdict v) {
        return leftUndone.contains(v.clause());
    }

    /** The clauses that are broken, in every wording that they have, by what is not done. */
    private static Set<String> leftUndone(Agreement agreement) {
        Map<String, Boolean> found = new HashMap<>();
        agreement
                .norms()
                .forEach(
                        n -> found.merge(n.id(), Duties.brokenBy(n) instanceof BrokenBy.Omission, Boolean::logicalAnd));
        return found.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What somebody said and may not: who wrote it believes that it counts. */
    private void setAside(List<FirstScreen.Section> sections) {
        List<FirstScreen.Line> lines =
                replay.dissent().stream().map(d -> line(DissentWords.of(d))).toList();
        if (!lines.isEmpty()) {
            sections.add(
                    new FirstScreen.Section(
                            FirstScreen.Topic.SET_ASIDE,
                            "Set aside, and of no effect",
                            lines,
                            0,
                            "a record counts as changed only by its own author: the same `author`, or the same `source`, in both"));
        }
    }

    private boolean isAsked(String clause) {
        List<String> clauses = replay.asked().clauses();
        return clauses.isEmpty() || new ClauseRef(clauses).covers(clause);
    }

    private void unjudged(List<FirstScreen.Section> sections) {
        List<FirstScreen.Line> lines = replay.intake().unjudged().stream()
                .filter(u -> u.clauses().stream().anyMatch(this::isAsked))
                .map(u -> line(
                        IntakeWords.count(u.count(), "record") + " of " + u.event() + " without "
                                + Wording.list(u.attributes()) + " (" + String.join(", ", u.first())
                                + (u.count() > u.first().size() ? " and others)" : ")")
                                + semicolon(sources.ofRecords(u.first())),
                        String.join(", ", u.clauses())))
                .toList();
        if (!lines.isEmpty()) {
            sections.add(new FirstScreen.Section(
                    FirstScreen.Topic.UNJUDGED, "Could not be judged, for want of what the clause asks", lines, 0, ""));
        }
    }

    /** Most acts are over with themselves: who asks what was breached wants these too. */
    private void over(List<FirstScreen.Section> sections) {
        List<FirstScreen.Line> lines = BreachesOver.of(replay, verdicts).stream()
                .map(b -> line(
                        first(b.last().verdict().clause())
                                + named(b.last().verdict().bearer())
                                + b.how(isLeftUndone(b.last().verdict()))
                                + b.last().answers().after(replay.texts().names())
                                + b.count()
                                + semicolon(sources.of(List.of(b.last().verdict()))),
                        b.since().map(dates::from).orElse("at some time"),
                        b.last().verdict().clause()))
                .toList();
        List<FirstScreen.Line> all = new ArrayList<>(lines);
        all.addAll(perhapsOver());
        if (!all.isEmpty()) {
            String title = lines.isEmpty() ? "May have been breached before, and is over" : "Breached before, and over";
            sections.add(new FirstScreen.Section(FirstScreen.Topic.OVER, title, all, 0, ""));
        }
    }

    /** An act that may be a breach is over with itself, too: that the records do not decide is no sign of peace. */
    private List<FirstScreen.Line> perhapsOver() {
        Explainer explainer = Explaining.of(replay, words, Replay.CITATIONS, UnaryOperator.identity());
        return PerhapsOver.of(replay, verdicts, explainer).stream()
                .map(p -> line(
                        named(p.last().bearer()) + ", not decided by the records"
                                + (p.why().isEmpty() ? "" : " (" + String.join("; ", p.why()) + ")")
                                + p.count()
                                + semicolon(sources.of(List.of(p.last()))),
                        p.since().map(dates::from).orElse("at some time"),
                        p.last().clause()))
                .toList();
    }

    /** To what each of several breaches of one bearer belongs: a line that stands for several lists them. */
    private Map<List<Object>, Set<String>> keysOfOpen() {
        Map<List<Object>, Set<String>> keys = new LinkedHashMap<>();
        for (RivalReadings.Said said : verdicts) {
            Verdict v = said.verdict();
            if (isOpen(v, Status.BREACHED)) {
                String key = norms.of(v).map(n -> words.key(v, n)).orElse("");
                keys.computeIfAbsent(List.of(v.clause(), v.bearer()), k -> new LinkedHashSet<>())
                        .add(key);
            }
        }
        return keys;
    }

    private static String about(Set<String> keys) {
        List<String> said = keys.stream().filter(k -> !k.isEmpty()).toList();
        return said.isEmpty() ? "" : " (" + Wording.list(said) + ")";
    }

    private static boolean isOpen(Verdict v, Status status) {
        return v.status() == status && v.until().isEmpty();
    }

    /** Who is in a status, and nothing else of it, each once for all readings under which it is so; what is so under all of them is not said of some. */
    private List<RivalReadings.Said> summary(Status status) {
        Set<Verdict> bare = new LinkedHashSet<>();
        replay.verdicts().stream()
                .filter(v -> isOpen(v, status))
                .map(ScreenWords::bare)
                .forEach(bare::add);
        List<RivalReadings.Said> said = RivalReadings.ofAnyWording(replay, List.copyOf(bare));
        Set<List<Object>> always = new HashSet<>();
        said.stream().filter(s -> s.answers().reading().answers().isEmpty()).forEach(s -> always.add(who(s.verdict())));
        return said.stream()
                .filter(s -> s.answers().reading().answers().isEmpty() || !always.contains(who(s.verdict())))
                .toList();
    }

    private static List<Object> who(Verdict v) {
        return List.of(v.clause(), v.bearer(), v.standing());
    }

    private static Verdict bare(Verdict v) {
        return new Verdict(
                v.clause(),
                v.reading(),
                v.bearer(),
                new TreeMap<>(),
                v.status(),
                v.standing(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Where the records do not decide, there may be a breach: nobody may take that for none. In a few words, why. */
    private String undecided() {
        Map<String, Set<String>> open = new LinkedHashMap<>();
        summary(Status.UNDETERMINED)
                .forEach(s -> open.computeIfAbsent(s.verdict().clause(), c -> new LinkedHashSet<>())
                        .add(s.verdict().bearer()));
        Explainer explainer = Explaining.of(replay, words, Replay.CITATIONS, UnaryOperator.identity());
        Map<String, List<String>> clauses = new LinkedHashMap<>();
        open.forEach((clause, bearers) -> {
            List<String> why = replay.verdicts().stream()
                    .filter(v -> v.clause().equals(clause) && isOpen(v, Status.UNDETERMINED))
                    .flatMap(v -> explainer.open(v).stream())
                    .map(OpenPoint::brief)
                    .distinct()
                    .toList();
            clauses.computeIfAbsent(
                            everyone.allOfThem(clause, List.copyOf(bearers))
                                            .orElseGet(() -> named(List.copyOf(bearers)))
                                    + (why.isEmpty() ? "" : " (" + String.join("; ", why) + ")"),
                            s -> new ArrayList<>())
                    .add(clause);
        });
        List<String> said = new ArrayList<>();
        clauses.forEach((who, of) ->
                said.add((of.size() == 1 ? of.getFirst() + " " + first(of.getFirst()) : Wording.list(of) + " ") + who));
        return said.isEmpty() ? "" : "not decided by the records: " + String.join("; ", said);
    }

    private void owed(
            FirstScreen.Topic topic,
            String title,
            Predicate<RivalReadings.Said> wanted,
            List<FirstScreen.Section> sections) {
        List<FirstScreen.Line> lines = lines(wanted);
        if (!lines.isEmpty()) {
            sections.add(new FirstScreen.Section(topic, title, lines, 0, ""));
        }
    }

    private List<FirstScreen.Line> lines(Predicate<RivalReadings.Said> wanted) {
        return Owed.lines(replay, verdicts.stream().filter(wanted).toList()).stream()
                .map(o -> line(
                        who(o) + " " + o.words(List.of()),
                        o.due().map(dates::due).orElse(""),
                        o.due().map(d -> dates.toGo(d, replay.now())).orElse(""),
                        o.clause()))
                .toList();
    }

    private void due(List<FirstScreen.Section> sections) {
        List<FirstScreen.Line> lines = lines(
                s -> s.verdict().status() == Status.PENDING && s.verdict().due().isPresent());
        Tally open = Tally.of(
                replay,
                verdicts.stream()
                        .filter(said -> said.verdict().status() == Status.PENDING
                                && said.verdict().due().isEmpty())
                        .toList());
        String note = open.isNone()
                ? ""
                : open.words() + (open.most() == 1 ? " duty is" : " duties are")
                        + " pending without any deadline in the text";
        if (!lines.isEmpty() || !note.isEmpty()) {
            sections.add(new FirstScreen.Section(FirstScreen.Topic.DUE, "Due next", lines, 0, note));
        }
    }

    private void coming(List<FirstScreen.Section> sections) {
        List<Coming> coming = Coming.of(replay);
        Ahead ahead = replay.ahead();
        String cut = ahead.whole() ? "" : "so much comes that it was not looked further ahead";
        if (coming.isEmpty() && !ahead.chosen()) {
            return;
        }
        List<FirstScreen.Line> lines = new ArrayList<>();
        coming.forEach(c -> lines.add(line(sentence(c), dates.from(c.when()), dates.toGo(c.when(), replay.now()))));
        if (lines.isEmpty()) {
            lines.add(line("nothing changes by itself", "", ""));
        }
        sections.add(new FirstScreen.Section(
                FirstScreen.Topic.COMING,
                (replay.now() < replay.asOf() ? "What came, by later records, until " : "If nothing more comes, until ")
                        + dates.moment(ahead.until()),
                lines,
                0,
                cut));
    }

    /** {@code Norway will be in breach of 5.1}. */
    private String sentence(Coming coming) {
        Owed owed = coming.owed();
        String who = who(owed);
        String clause = owed.clause();
        boolean many = owed.bearers().size() > 1
                && everyone.each(clause, owed.bearers()).isEmpty();
        String said = switch (coming.kind()) {
            case DUTY ->
                clause + " begins: " + who + " " + owed.words(List.of())
                        + owed.due().map(d -> ", due " + dates.due(d)).orElse("");
            case BREACH -> who + " will be in breach of " + clause + keys(owed) + owed.reading();
            case UNDECIDED ->
                "whether " + who + (many ? " keep " : " keeps ") + clause
                        + " is not decided by the records from then on" + owed.reading();
            case CONFIRMED -> "the breach of " + clause + " by " + who + " counts as confirmed" + owed.reading();
            case DISMISSED -> "the breach of " + clause + " by " + who + " counts as dismissed" + owed.reading();
            case NO_LONGER_OWED -> who + (many ? " no longer owe " : " no longer owes ") + clause + owed.reading();
            case OVER -> "the breach of " + clause + " by " + who + " is over" + owed.reading();
            case OTHER -> clause + " changes for " + who + owed.reading();
        };
        return said + coming.again();
    }

    private String who(Owed owed) {
        return everyone.each(owed.clause(), owed.bearers()).orElseGet(() -> named(owed.bearers()));
    }

    private static String keys(Owed owed) {
        return about(new LinkedHashSet<>(owed.about()));
    }

    private Map<String, Set<String>> waiting() {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Verdict v : replay.verdicts()) {
            norms.of(v).flatMap((Norm n) -> onRecord.silence(v, n)).ifPresent(s -> {
                if (s instanceof OnRecord.Silence.NeverBegan(String state)) {
                    found.computeIfAbsent(state, k -> new LinkedHashSet<>()).add(v.clause());
                }
            });
        }
        return found;
    }

    private void unknown(List<FirstScreen.Section> sections) {
        Map<String, Boolean> silent = new LinkedHashMap<>();
        for (Verdict v : replay.verdicts()) {
            Optional<OnRecord.Silence> silence = norms.of(v).flatMap((Norm n) -> onRecord.silence(v, n));
            silent.merge(
                    v.clause(),
                    silence.filter(s -> s instanceof OnRecord.Silence.Nothing).isPresent(),
                    Boolean::logicalAnd);
        }
        List<FirstScreen.Line> lines = new ArrayList<>();
        List<String> nothing = silent.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        if (nothing.size() <= FEW) {
            nothing.forEach(c -> lines.add(line("of " + c + " " + first(c) + UNSHOWN)));
        } else {
            lines.add(line("of " + Wording.list(nothing) + ": " + UNSHOWN));
        }
        waiting.forEach((state, clauses) -> lines.add(line("of " + Wording.list(List.copyOf(clauses)) + ": “"
                + replay.texts().names().name(state) + "” never began")));
        if (!lines.isEmpty()) {
            sections.add(new FirstScreen.Section(FirstScreen.Topic.UNKNOWN, "Nothing is known", lines, 0, ""));
        }
    }

    private FirstScreen.Section changed(Replay.Earlier earlier) {
        ChangeWords said = new ChangeWords(replay, earlier, norms);
        List<FirstScreen.Line> lines = new ArrayList<>();
        said.lines().forEach(l -> lines.add(line(named(l.said()), l.kind().words())));
        if (lines.isEmpty()) {
            lines.add(line("nothing", ""));
        }
        return new FirstScreen.Section(
                FirstScreen.Topic.CHANGED, "What changed since " + dates.moment(earlier.asOf()), lines, 0, "");
    }

    /** {@code Nobody may commit an attack on Ukraine: }, where it is first told of; afterwards nothing. */
    private String first(String clause) {
        return told.add(clause)
                ? replay.agreement().norms().stream()
                        .filter(n -> n.id().equals(clause))
                        .map(replay.texts()::brief)
                        .reduce(ScreenWords::shared)
                        .map(brief -> brief + ": ")
                        .orElse("")
                : "";
    }

    /** Of a clause that is worded in several ways, as far as all of them go. */
    private static String shared(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int space = one.lastIndexOf(' ', same);
        return space < SHORTEST
                ? one
                : one.substring(0, space).replaceFirst("( (of|the|a|an|by|in|from|to|and|or|where)|[, …])+$", "")
                        + " …";
    }

    private FirstScreen.Line line(String said, String... columns) {
        return new FirstScreen.Line(List.of(columns), named(said));
    }

    private String named(List<String> names) {
        return Wording.list(names.stream().map(this::named).toList());
    }

    private String named(String text) {
        return replay.texts().names().inText(text);
    }
}
