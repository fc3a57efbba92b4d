package holdfast.engine.monitor.compile;

import holdfast.engine.Dissent;
import holdfast.engine.KnownFact;
import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import holdfast.engine.monitor.clause.Difference;
import holdfast.engine.monitor.clause.NormNode;
import holdfast.engine.monitor.definition.DecisionNode;
import holdfast.engine.monitor.fact.Authors;
import holdfast.engine.monitor.fact.Docket;
import holdfast.engine.monitor.fact.Findings;
import holdfast.engine.monitor.graph.Awake;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Part;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.Hanging;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An agreement put together: one docket, and the clauses under every combination of answers on which they hang. Where the answers decide whose word
 * counts, the facts themselves differ, and there is one world for each.
 */
public final class World {
    private static final int STRETCH = 128;

    private final Agreement agreement;
    private final Reading attributing;
    private final Findings findings;
    private final Docket docket;
    private final Graph graph;
    private final Shelf shelf;
    private final Norms norms;
    private final Map<Program, Excerpt> excerpts = new IdentityHashMap<>();
    private Excerpt told;

    /** What was said when changes were asked for last, where answers decide which verdicts there are. */
    private List<Verdict> said = List.of();

    /**
     * A text put together.
     *
     * @param clauses those that have verdicts
     * @param awake they and all that they read
     */
    private record Excerpt(Program program, List<NormNode> clauses, Awake awake) {}

    private World(Program program, Reading attributing) {
        this.agreement = program.agreement;
        this.attributing = attributing;
        Agreement attributed = program.under(extended(attributing)).agreement;
        this.findings = new Findings(new Authors(attributed));
        Symbols symbols = new Symbols();
        this.graph = new Graph(symbols, new CivilTime(agreement.zone()));
        this.shelf = new Shelf(graph);
        Map<String, Stream> declared = new HashMap<>();
        this.docket = new Docket(attributed, symbols, declared, findings);
        findings.resolveWith(docket::rootId);
        this.norms = norms(program, declared);
        graph.enter(symbols);
        graph.enter(findings);
        graph.enter(docket);
        this.told = excerpt(program);
        graph.begin(told.awake);
    }

    /** Forgets every record and every moment: as it was when it had just been put together, at the cost of what there was to forget. */
    public void begin() {
        said = List.of();
        graph.begin();
    }

    /** As {@link #begin()}, and from then on it tells of the clauses of this text and of no others. */
    public void begin(Program text) {
        said = List.of();
        Excerpt known = excerpts.get(text);
        if (known == null) {
            // Names that records brought are no names of the text.
            graph.begin();
            known = excerpt(text);
        }
        told = known;
        graph.begin(told.awake);
    }

    /** The worlds of an agreement: one, unless readings decide whose attribution counts. */
    public static List<World> of(Program program) {
        Agreement agreement = program.agreement;
        Set<String> deciding = new TreeSet<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.Attributes || rule instanceof Rule.Corrects) {
                deciding.addAll(rule.reading().answers().keySet());
            }
        }
        List<World> worlds = new ArrayList<>();
        for (Reading attributing : combinations(agreement, deciding)) {
            worlds.add(new World(program, attributing));
        }
        return worlds;
    }

    private Norms norms(Program program, Map<String, Stream> declared) {
        Late late = new Late();
        Patterns patterns =
                new Patterns(program, graph, shelf, (event, under) -> late.definitions().stream(event, under));
        Premises premises = new Premises(
                graph, findings, patterns, (ref, under) -> late.norms().covered(ref, under));
        late.definitions = new Definitions(graph, declared, patterns, premises);
        late.norms = new Norms(graph, findings, patterns, late.definitions, premises);
        boolean byReading =
                agreement.bodies().stream().anyMatch(b -> !b.reading().answers().isEmpty());
        Stream motions = declared.get("motion");
        Stream votes = declared.get("vote");
        Stream decisions = declared.get("decision");
        if (!byReading && motions != null && votes != null && decisions != null) {
            new DecisionNode(graph, agreement.bodies(), motions, votes, decisions);
        }
        return late.norms();
    }

    /** Puts together what no text before had like this one. */
    private Excerpt excerpt(Program text) {
        List<NormNode> clauses = new ArrayList<>();
        Map<Reading, OneReading> readings = new HashMap<>();
        Set<Made<?>> all = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Part> parts = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (Norm norm : text.agreement.norms()) {
            if (done.add(norm.id())) {
                for (Reading reading : combinations(agreement, text.hangs.getOrDefault(norm.id(), Set.of()))) {
                    if (agrees(reading, attributing)) {
                        OneReading under = readings.computeIfAbsent(
                                extended(reading), full -> new OneReading(text.under(full), shelf));
                        for (Norm one : under.text.clauses(norm.id())) {
                            Made<NormNode> made = norms.made(one, under);
                            if (made.thing != null) {
                                clauses.add(made.thing);
                                made.collect(all, parts);
                            }
                        }
                    }
                }
            }
        }
        graph.symbols.keep();
        Excerpt excerpt = new Excerpt(text, clauses, graph.awake(parts));
        excerpts.put(text, excerpt);
        return excerpt;
    }

    /** Definitions and clauses need one another while they are put together. */
    private static final class Late {
        @Nullable
        Definitions definitions;

        @Nullable
        Norms norms;

        Definitions definitions() {
            return java.util.Objects.requireNonNull(definitions);
        }

        Norms norms() {
            return java.util.Objects.requireNonNull(norms);
        }
    }

    private static boolean agrees(Reading reading, Reading attributing) {
        return attributing.answers().entrySet().stream()
                .allMatch(e -> e.getValue().equals(reading.answers().getOrDefault(e.getKey(), e.getValue())));
    }

    /** The first answer to every question that a reading leaves open. */
    private Reading extended(Reading reading) {
        if (agreement.questions().isEmpty()) {
            return Reading.NONE;
        }
        Map<String, String> answers = new HashMap<>();
        agreement.questions().forEach(q -> answers.put(q.name(), q.answers().getFirst()));
        answers.putAll(reading.answers());
        return new Reading(answers);
    }

    private static List<Reading> combinations(Agreement agreement, Set<String> questions) {
        List<Reading> all = List.of(Reading.NONE);
        if (questions.isEmpty()) {
            return all;
        }
        for (Question question : agreement.questions()) {
            if (!questions.contains(question.name())) {
                continue;
            }
            List<Reading> longer = new ArrayList<>();
            for (Reading reading : all) {
                for (String answer : question.answers()) {
                    Map<String, String> answers = new HashMap<>(reading.answers());
                    answers.put(question.name(), answer);
                    longer.add(new Reading(answers));
                }
            }
            all = longer;
        }
        return all;
    }

    /** Takes a record. A second record with an id already taken is refused with an {@link IllegalArgumentException}. */
    public void accept(Record record) {
        docket.accept(record);
    }

    /** All records taken, in no particular order. */
    public void forEachRecord(Consumer<Record> action) {
        docket.forEachRecord(action);
    }

    /** Gives every fact that has happened by the moment last moved to. */
    public void forEachFact(Consumer<KnownFact> action) {
        docket.forEachFact(action);
    }

    /** Gives every record that was set aside because its author may not change what it is about. */
    public void forEachDissent(Consumer<Dissent> action) {
        docket.forEachDissent(action);
    }

    /** Moves forward to {@code now}, by stretches with few facts in each: what is settled on the way need not be looked at again. */
    public void advanceTo(long now) {
        if (now == Long.MIN_VALUE) {
            // It stands there from the beginning.
            return;
        }
        long reach;
        do {
            reach = docket.reach(now, STRETCH);
            graph.advanceTo(reach);
            docket.advanceTo(reach);
            graph.settle();
        } while (reach < now);
    }

    /** No verdict changes by time alone before this instant; {@link Long#MAX_VALUE} if none ever will. */
    public long nextWake() {
        graph.settle();
        return Math.min(graph.timetable.next(), docket.nextFuture());
    }

    /** As {@link #nextWake}, of what is said as of the moment alone. */
    public long nextNews() {
        graph.settle();
        long next = Long.MAX_VALUE;
        for (NormNode clause : told.clauses) {
            next = Math.min(next, clause.nextNews());
        }
        return next;
    }

    /** Brings every verdict up to date with the records taken. */
    public void settle() {
        graph.settle();
    }

    /** When a clause is in force, as far as that hangs on nothing that its acts or triggers bind; to be asked of a text without questions. */
    public Truth inForce(String clause) {
        graph.settle();
        for (NormNode node : told.clauses) {
            if (node.common.clause().equals(clause)) {
                return node.inForce();
            }
        }
        throw new IllegalArgumentException("no clause " + clause);
    }

    /** Gives the verdicts, except those under an answer that a ruling has excluded. */
    public void collect(Consumer<Verdict> verdicts) {
        forEachClause(NormNode::collect, verdicts);
    }

    /** Gives the verdicts of {@link #collect} that are breaches, without making the others. */
    public void collectBreaches(Consumer<Verdict> verdicts) {
        forEachClause(NormNode::collectBreaches, verdicts);
    }

    /** Gives the verdicts of {@link #collect} on what surely has to be done and has not been done yet. */
    public void collectOwed(Wanted wanted, Consumer<Verdict> verdicts) {
        Hanging hanging = told.program.hanging;
        if (hanging == null || !hanging.differsByBearer()) {
            forEachClause((clause, to) -> clause.collectOwed(wanted, to), verdicts);
            return;
        }
        // What is passed on hangs on the bearer: it is asked for only where it is.
        forEachClause((clause, to) -> clause.collectOwed((id, bearer, due) -> true, to), verdict -> {
            if (wanted.wants(verdict.clause(), verdict.bearer(), verdict.due().orElse(null))) {
                verdicts.accept(verdict);
            }
        });
    }

    /** Gives what of {@link #collect} came and went since this was asked last in this history. */
    public void drain(Consumer<Verdict> gone, Consumer<Verdict> came) {
        if (told.program.hanging == null) {
            told.clauses.forEach(clause -> clause.drain(gone, came));
            return;
        }
        List<Verdict> now = new ArrayList<>();
        collect(now::add);
        Difference.between(said, now, gone, came);
        said = now;
    }

    /** What was said when {@link #drain} was asked last. */
    public void forEachTold(Consumer<Verdict> action) {
        told.clauses.forEach(clause -> clause.forEachTold(action));
        said.forEach(action);
    }

    private void forEachClause(BiConsumer<NormNode, Consumer<Verdict>> collect, Consumer<Verdict> verdicts) {
        Hanging hanging = told.program.hanging;
        if (hanging == null) {
            told.clauses.forEach(clause -> collect.accept(clause, verdicts));
            return;
        }
        Map<String, String> ruled = rulings();
        for (NormNode clause : told.clauses) {
            collect(clause, hanging, ruled, collect, verdicts);
        }
    }

    private void collect(
            NormNode clause,
            @Nullable Hanging hanging,
            Map<String, String> ruled,
            BiConsumer<NormNode, Consumer<Verdict>> collect,
            Consumer<Verdict> verdicts) {
        if (hanging != null && hanging.differsByBearer()) {
            collect.accept(clause, ofBearers(hanging, clause.common.reading(), ruled, verdicts));
        } else if (!isExcluded(clause.common.reading(), ruled)) {
            collect.accept(clause, verdicts);
        }
    }

    /** Passes on what is said of each bearer under the answers that concern it, once. */
    private Consumer<Verdict> ofBearers(
            Hanging hanging, Reading whole, Map<String, String> ruled, Consumer<Verdict> verdicts) {
        Map<String, Reading> concerning = new HashMap<>();
        return verdict -> {
            Reading own = concerning.computeIfAbsent(verdict.bearer(), b -> own(hanging, verdict));
            if (standsFor(own, whole) && !isExcluded(own, ruled)) {
                verdicts.accept(verdict.under(own));
            }
        };
    }

    /** The answers on which the clause's verdicts on this bearer hang. */
    private static Reading own(Hanging hanging, Verdict verdict) {
        Map<String, String> answers = new HashMap<>(verdict.reading().answers());
        answers.keySet().retainAll(hanging.of(verdict.clause(), verdict.bearer()));
        return new Reading(answers);
    }

    /** Of the combinations that differ only in answers that are of no concern to a bearer, the one with the first answers speaks of it. */
    private boolean standsFor(Reading own, Reading whole) {
        return agreement.questions().stream()
                .filter(q -> !own.answers().containsKey(q.name()))
                .allMatch(q -> q.answers()
                        .getFirst()
                        .equals(whole.answers()
                                .getOrDefault(q.name(), q.answers().getFirst())));
    }

    private static boolean isExcluded(Reading reading, Map<String, String> ruled) {
        return reading.answers().entrySet().stream()
                .anyMatch(e -> ruled.containsKey(e.getKey()) && !e.getValue().equals(ruled.get(e.getKey())));
    }

    /** The answers to questions on which a body has ruled. */
    public Map<String, String> rulings() {
        Map<String, String> ruled = new HashMap<>();
        for (Question question : agreement.questions()) {
            Set<String> bodies = new HashSet<>();
            for (Rule rule : agreement.rules()) {
                if (rule instanceof Rule.RulesOn on && on.name().equals(question.name())) {
                    bodies.add(on.body());
                }
            }
            Record.Finding ruling = findings.onTerm(question.name(), bodies);
            if (ruling != null && question.answers().contains(ruling.result())) {
                ruled.put(question.name(), ruling.result());
            }
        }
        return ruled;
    }
}
