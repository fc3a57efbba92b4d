package holdfast.engine.monitor;

import holdfast.engine.Dissent;
import holdfast.engine.KnownFact;
import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import holdfast.engine.monitor.clause.Difference;
import holdfast.engine.monitor.compile.Program;
import holdfast.engine.monitor.compile.World;
import holdfast.engine.monitor.plain.FirstTier;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches an agreement: takes records in any order of arrival, late, corrected or withdrawn, and says at each moment what the text says about
 * them. Its state is a function of the set of records taken so far and of {@code now}, nothing else.
 */
public final class Monitor {
    private Program program;
    private final World[] worlds;

    /** Serves the text in place of the worlds; null: they do. */
    private final @Nullable FirstTier first;

    private boolean drains;

    /** What was said last before time went back: from then on all of it comes anew. */
    private final List<Verdict> toldBefore = new ArrayList<>();

    private long now = Long.MIN_VALUE;

    public Monitor(Agreement agreement) {
        this(Program.of(agreement));
    }

    /** One of many of the same agreement: the text is read once for all. */
    public Monitor(Program program) {
        this(program, null);
    }

    private Monitor(Program program, @Nullable FirstTier first) {
        this.program = program;
        this.first = first;
        this.worlds = first == null ? World.of(program).toArray(new World[0]) : new World[0];
    }

    /**
     * For many records of one history: where the text allows it, a first tier serves all keys of which every record is sure and precise, many times as fast and in a tenth of the
     * room. It says the same.
     */
    public static Monitor ofManyRecords(Program program) {
        return new Monitor(program, FirstTier.of(program).orElse(null));
    }

    /** As {@link #ofManyRecords(Program)}. */
    public static Monitor ofManyRecords(Agreement agreement) {
        return ofManyRecords(Program.of(agreement));
    }

    /** Whether the first tier serves the text. */
    public boolean hasFirstTier() {
        return first != null;
    }

    /**
     * Forgets every record and every moment, for another history of the same agreement: cheap where little has happened, and much cheaper than a new monitor. From then on it says
     * what a new one would say.
     */
    public void begin() {
        toldBefore.clear();
        beginWorlds();
    }

    private void beginWorlds() {
        now = Long.MIN_VALUE;
        if (first != null) {
            first.begin();
        }
        for (World world : worlds) {
            world.begin();
        }
    }

    /**
     * As {@link #begin()}, and from then on it says what a new monitor of {@code text} would say. Cheaper than that: what two texts have alike is put together once, and what only
     * the other one has sleeps.
     *
     * @param text one that differs from the text before in its clauses alone; others are refused with an {@link IllegalArgumentException}
     */
    public void begin(Program text) {
        if (first != null || !text.isOfOneTextWith(program)) {
            throw new IllegalArgumentException("this monitor watches another text");
        }
        program = text;
        toldBefore.clear();
        now = Long.MIN_VALUE;
        for (World world : worlds) {
            world.begin(text);
        }
    }

    /** Takes a record. A second record with an id already taken is refused with an {@link IllegalArgumentException}. */
    public void accept(Record record) {
        if (first != null) {
            first.accept(record);
        }
        for (World world : worlds) {
            world.accept(record);
        }
    }

    /**
     * For many observations of one event and source: takes rows in place of records.
     *
     * @param event one that the text declares; another is refused with an {@link IllegalArgumentException}
     * @param beginning what their ids begin with; a number follows
     */
    public Rows rows(String event, String source, Optional<String> author, Basis basis, String beginning) {
        EventType type = program.agreement().events().stream()
                .filter(e -> e.name().equals(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event `" + event + "` is declared"));
        return first == null
                ? new RowsAsRecords(this, type, source, author, basis, beginning)
                : first.rows(event, source, author, basis, beginning);
    }

    /** Moves to {@code now}, milliseconds since 1970-01-01T00:00Z; it may also move back. Deadlines fire by time alone. */
    public void advanceTo(long now) {
        if (now < this.now && first == null) {
            startAgain(now);
        }
        this.now = now;
        if (first != null) {
            first.advanceTo(now);
        }
        for (World world : worlds) {
            world.advanceTo(now);
        }
    }

    private void startAgain(long now) {
        List<Record> taken = new ArrayList<>();
        worlds[0].forEachRecord(taken::add);
        if (drains && toldBefore.isEmpty()) {
            for (World world : worlds) {
                world.forEachTold(toldBefore::add);
            }
        }
        beginWorlds();
        for (World world : worlds) {
            world.advanceTo(now);
        }
        taken.forEach(this::accept);
    }

    /** The text that it watches. */
    Program text() {
        return program;
    }

    /** The moment last moved to. */
    long now() {
        return now;
    }

    /** Gives every record taken, in no particular order. */
    void forEachRecord(Consumer<Record> action) {
        if (first == null) {
            worlds[0].forEachRecord(action);
        } else {
            first.forEachRecord(action);
        }
    }

    /**
     * Gives the records with these ids, all observations of these events, and every record that speaks of another or of a clause: each once, in no particular order. Others may come
     * with them.
     */
    public void forEachRecordOf(Set<String> ids, Set<String> events, Consumer<Record> action) {
        if (first != null) {
            first.forEachRecordOf(ids, events, action);
            return;
        }
        worlds[0].forEachRecord(action);
    }

    /**
     * The earliest instant at which something may become due, or a breach appear or go, by time alone, without a further
     * record; milliseconds since 1970-01-01T00:00Z, {@link Long#MAX_VALUE} if nothing will. It may be too early, never
     * too late. What is said as of the moment is not counted: that a breach is over, and whether a prohibition applies.
     */
    public long nextWake() {
        long next = first == null ? Long.MAX_VALUE : first.nextWake();
        for (World world : worlds) {
            next = Math.min(next, world.nextWake());
        }
        return next;
    }

    /** The verdicts at the moment last moved to, on all records taken, in the order of the clauses, then bearer, since, due and key. */
    public List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        if (first != null) {
            first.collect(verdicts::add);
        }
        for (World world : worlds) {
            world.settle();
            world.collect(verdicts::add);
        }
        return inOrder(verdicts);
    }

    /** What of {@link #verdicts} came and went since this was asked last; the first time in a history, all of them came. Duties about which nothing changed cost nothing. */
    public Drained drain() {
        drains = true;
        List<Verdict> gone = new ArrayList<>();
        List<Verdict> came = new ArrayList<>();
        if (first != null) {
            first.drain(gone::add, came::add);
            return new Drained(inOrder(gone), inOrder(came));
        }
        for (World world : worlds) {
            world.settle();
            world.drain(gone::add, came::add);
        }
        if (toldBefore.isEmpty()) {
            return new Drained(inOrder(gone), inOrder(came));
        }
        List<Verdict> out = new ArrayList<>();
        List<Verdict> in = new ArrayList<>();
        Difference.between(toldBefore, came, out::add, in::add);
        toldBefore.clear();
        return new Drained(inOrder(out), inOrder(in));
    }

    /**
     * As {@link #nextWake}, and what is said as of the moment is counted: the earliest instant at which {@link #drain} may have something to tell by time alone. What it tells of
     * hangs on no other step before it.
     */
    public long nextNews() {
        long next = nextWake();
        if (first != null) {
            next = Math.min(next, first.nextNews());
        }
        for (World world : worlds) {
            next = Math.min(next, world.nextNews());
        }
        return next;
    }

    /** Whether {@link #drain} costs what came and went, and not what is said in all. */
    public boolean drainsByChange() {
        return program.agreement().questions().isEmpty();
    }

    /** Those of {@link #verdicts} that are breaches, without making the others: cheap where thousands of duties were done. */
    public List<Verdict> breaches() {
        List<Verdict> verdicts = new ArrayList<>();
        if (first != null) {
            first.collectBreaches(verdicts::add);
        }
        for (World world : worlds) {
            world.settle();
            world.collectBreaches(verdicts::add);
        }
        return inOrder(verdicts);
    }

    /**
     * What surely has to be done and has not been done yet (semantics, section 9: owed): the pending verdicts whose instances
     * leave nothing open, as far as they are wanted. Cheap where there are many others.
     */
    public List<Verdict> owed(Wanted wanted) {
        List<Verdict> verdicts = new ArrayList<>();
        if (first != null) {
            first.collectOwed(wanted, verdicts::add);
        }
        for (World world : worlds) {
            world.settle();
            world.collectOwed(wanted, verdicts::add);
        }
        return inOrder(verdicts);
    }

    /**
     * What happened by the moment last moved to, on all records taken, in order of time. Where the answers to the text's questions differ on whose attribution
     * counts, under the first of them.
     */
    public List<KnownFact> facts() {
        List<KnownFact> facts = new ArrayList<>();
        World docket = first == null ? worlds[0] : doubted(first);
        docket.settle();
        docket.forEachFact(facts::add);
        if (first != null) {
            first.forEachPlainFact(facts::add);
        }
        facts.sort(Comparator.comparing(KnownFact::time)
                .thenComparing(KnownFact::recorded)
                .thenComparing(f -> f.records().getFirst()));
        return facts;
    }

    /** What is on record about what is in doubt, without a clause: what happened, and who dissents, hangs on no clause. */
    private World doubted(FirstTier tier) {
        World docket = World.of(program.with(List.of())).getFirst();
        docket.advanceTo(now);
        tier.forEachOddRecord(docket::accept);
        return docket;
    }

    /** The records that have no effect because their authors may not change what they are about, in the order in which they were recorded. */
    public List<Dissent> dissent() {
        Map<String, Dissent> all = new HashMap<>();
        for (World world : first == null ? List.of(worlds) : List.of(doubted(first))) {
            world.settle();
            world.forEachDissent(d -> all.put(d.record().id(), d));
        }
        return all.values().stream()
                .sorted(Comparator.comparingLong((Dissent d) -> d.record().recorded())
                        .thenComparing(d -> d.record().id()))
                .toList();
    }

    /** The answers to questions on which a body that rules on them has ruled, by question, on all records taken. */
    public Map<String, String> ruled() {
        Map<String, String> ruled = new HashMap<>();
        for (World world : worlds) {
            ruled.putAll(world.rulings());
        }
        return ruled;
    }

    private List<Verdict> inOrder(List<Verdict> verdicts) {
        if (verdicts.size() < 2) {
            return verdicts;
        }
        Map<Reading, String> readings = new HashMap<>();
        Placed[] placed = new Placed[verdicts.size()];
        String clause = verdicts.getFirst().clause();
        int place = program.place(clause);
        for (int i = 0; i < placed.length; i++) {
            Verdict verdict = verdicts.get(i);
            if (!verdict.clause().equals(clause)) {
                clause = verdict.clause();
                place = program.place(clause);
            }
            placed[i] = new Placed(
                    verdict,
                    place,
                    verdict.reading().answers().isEmpty()
                            ? ""
                            : readings.computeIfAbsent(verdict.reading(), Reading::toString));
        }
        Arrays.sort(placed);
        List<Verdict> ordered = new ArrayList<>(placed.length);
        for (Placed one : placed) {
            ordered.add(one.verdict);
        }
        return ordered;
    }

    /** A verdict with what its place among the others hangs on. */
    private static final class Placed implements Comparable<Placed> {
        private final Verdict verdict;
        private final int clause;
        private final String reading;
        private final String bearer;
        private final long since;
        private final long due;
        private @Nullable String key;

        Placed(Verdict verdict, int clause, String reading) {
            this.verdict = verdict;
            this.clause = clause;
            this.reading = reading;
            this.bearer = verdict.bearer();
            this.since = verdict.since().isPresent() ? verdict.since().get().lo() : Long.MIN_VALUE;
            this.due = verdict.due().isPresent() ? verdict.due().get().hi() : Long.MIN_VALUE;
        }

        /** Needed only where all else is equal. */
        private String key() {
            String known = key;
            if (known == null) {
                known = verdict.key().toString();
                key = known;
            }
            return known;
        }

        @Override
        public int compareTo(Placed other) {
            int order = Integer.compare(clause, other.clause);
            order = order != 0 ? order : reading.compareTo(other.reading);
            order = order != 0 ? order : bearer.compareTo(other.bearer);
            order = order != 0 ? order : Long.compare(since, other.since);
            order = order != 0 ? order : Long.compare(due, other.due);
            order = order != 0 ? order : key().compareTo(other.key());
            return order != 0 ? order : byRecords(other);
        }

        /** Two instances of one key may be alike but for that on which they rest. */
        private int byRecords(Placed other) {
            List<String> mine = verdict.records();
            List<String> theirs = other.verdict.records();
            for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
                int order = mine.get(i).compareTo(theirs.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(mine.size(), theirs.size());
        }
    }
}
