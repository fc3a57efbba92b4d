package holdfast.engine.monitor.clause;

import holdfast.engine.Record;
import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import holdfast.engine.monitor.condition.Premise;
import holdfast.engine.monitor.fact.Findings;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Fact;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Node;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Source;
import holdfast.engine.monitor.graph.Support;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.pattern.Scope;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Basis;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One clause under one reading. */
public abstract class NormNode extends Node implements Source {

    /** Hears of breaches and fulfilments, to let other clauses follow from them. */
    interface Listener {
        default void breached(Breach breach) {}

        default void withdrawn(Breach breach) {}

        default void achieved(Outcome outcome) {}

        default void withdrawn(Outcome outcome) {}

        /** Whether it hears of duties done at all. */
        default boolean hearsOutcomes() {
            return true;
        }

        /** Something about the clause's instances changed. */
        default void changed() {}
    }

    /**
     * A duty done.
     *
     * @param cured done late
     * @param sure false: it may be
     */
    record Outcome(NormNode norm, long[] binding, boolean cured, Time at, boolean sure, Support support) {}

    /**
     * What is common to all clauses.
     *
     * @param variables the clause's variables in the order of their slots, with their types
     * @param exported the variables that every instance binds, and that clauses which follow from this one take over
     * @param bearerSlot the slot of the bearer's variable; -1 if there is none
     * @param whileTrue its own {@code while}; {@code inForce} is that and all else of section 8
     * @param evidence the kinds of basis that make an act sure; empty: all
     * @param silence what the finders' silence means; null: nothing
     * @param applies {@code inForce} but for a suspension, which passes
     * @param suspended null: nobody may suspend the clause
     */
    public record Common(
            String clause,
            Findings findings,
            Reading reading,
            Scope scope,
            Map<String, ValueType> types,
            Set<String> exported,
            int bearerSlot,
            Premise whileTrue,
            Premise inForce,
            Set<Basis> evidence,
            Set<String> finders,
            Rule.@Nullable Silence silence,
            Premise applies,
            @Nullable Premise suspended) {

        public Common withBearerSlot(int slot) {
            return new Common(
                    clause, findings, reading, scope, types, exported, slot, whileTrue, inForce, evidence, finders,
                    silence, applies, suspended);
        }
    }

    public final Common common;
    private final List<Listener> listeners = new ArrayList<>();
    private List<Verdict> told = List.of();
    private boolean outcomesHeard;

    /** So many listen for as long as they are awake; those after them do so for one history. */
    private int listenersForGood;

    private boolean outcomesHeardForGood;

    /** For whoever only looks. */
    private final Cell onlooker = new Cell(this) {
        @Override
        public void refresh(long from, long to) {}
    };

    NormNode(Graph graph, Common common) {
        super(graph);
        this.common = common;
        if (!common.finders().isEmpty()) {
            graph.link(common.findings(), () -> common.findings().onClause(common.clause(), this::findingsChanged));
        }
    }

    /** Whoever listened for one history does so no more. */
    @Override
    public void begin() {
        told = List.of();
        listeners.subList(listenersForGood, listeners.size()).clear();
        outcomesHeard = outcomesHeardForGood;
    }

    @Override
    public final void deafen() {
        listeners.clear();
        listenersForGood = 0;
        outcomesHeard = false;
        outcomesHeardForGood = false;
    }

    /** To be called while the listener's part is put together. */
    void listenForGood(Listener listener) {
        graph.link(this, () -> {
            listen(listener);
            listenersForGood = listeners.size();
            outcomesHeardForGood = outcomesHeard;
        });
    }

    /** For one history. */
    void listen(Listener listener) {
        listeners.add(listener);
        outcomesHeard |= listener.hearsOutcomes();
    }

    boolean isListenedTo() {
        return !listeners.isEmpty();
    }

    boolean outcomesHeard() {
        return outcomesHeard;
    }

    void announce(Consumer<Listener> news) {
        for (int i = 0; i < listeners.size(); i++) {
            news.accept(listeners.get(i));
        }
    }

    /** Announces the difference between a breach before and after. */
    void announce(@Nullable Breach before, @Nullable Breach after) {
        if (listeners.isEmpty() || Breach.same(before, after)) {
            return;
        }
        if (before != null) {
            announce(l -> l.withdrawn(before));
        }
        if (after != null) {
            announce(l -> l.breached(after));
        }
        announce(Listener::changed);
    }

    /** Whether its breach is an act that was not done: then the records in its support are what set the duty off. */
    abstract boolean breaksByOmission();

    /** A body decided something about this clause. */
    abstract void findingsChanged();

    public abstract void collect(Consumer<Verdict> verdicts);

    /** What of {@link #collect} came and went since this was asked last in this history. */
    public void drain(Consumer<Verdict> gone, Consumer<Verdict> came) {
        List<Verdict> now = new ArrayList<>();
        collect(now::add);
        Difference.between(told, now, gone, came);
        told = now;
    }

    /** The earliest instant at which something else may be said by time alone, as far as nothing of it wakes anybody; {@link Long#MAX_VALUE} if there is none. */
    public long nextNews() {
        return Long.MAX_VALUE;
    }

    /** What was said when {@link #drain} was asked last. */
    public void forEachTold(Consumer<Verdict> action) {
        told.forEach(action);
    }

    /** The verdicts of {@link #collect} that are breaches. */
    public void collectBreaches(Consumer<Verdict> verdicts) {
        collect(verdict -> {
            if (verdict.isBreach()) {
                verdicts.accept(verdict);
            }
        });
    }

    /** The pending verdicts of {@link #collect} whose instances surely exist, are in force and are not blocked. */
    public void collectOwed(Wanted wanted, Consumer<Verdict> verdicts) {}

    abstract void forEachBreach(Consumer<Breach> action);

    /** Whether the facts under an act are of a kind that the clause takes as evidence. */
    final boolean evident(Occurrence act) {
        if (common.evidence().isEmpty()) {
            return true;
        }
        for (Fact fact : act.support()) {
            if (!common.evidence().contains(fact.basis)) {
                return false;
            }
        }
        return true;
    }

    /** Semantics, section 13: what findings and silence make of a breach with this status. */
    final Breach.Judgement judge(Status raw, long bearer, Support support, long startLo, long startHi) {
        Findings.Decision decision = common.findings()
                .on(
                        common.clause(),
                        new Findings.Case(bearerName(bearer), breaksByOmission(), support, startLo, startHi),
                        common.finders());
        Time perhaps = decision == null ? null : decision.open();
        if (decision != null && decision.doubtful()) {
            return undecided(Status.UNDETERMINED, perhaps, Breach.NONE);
        }
        if (decision != null && decision.finding() != null) {
            return decided(raw, decision, decision.finding());
        }
        Rule.Silence silence = common.silence();
        boolean hasStart = startLo != Long.MIN_VALUE;
        return silence == null || !hasStart
                ? undecided(raw, perhaps, Breach.NONE)
                : silent(raw, silence, perhaps, lasted(silence, support, startLo, startHi));
    }

    /** When the finders have been silent for so long. */
    private Time lasted(Rule.Silence silence, Support support, long startLo, long startHi) {
        Time report = support.ids().isEmpty() ? new Time(startLo, startHi) : Time.at(support.firstReport(startHi));
        return graph.civil.shift(report, silence.after());
    }

    /** @param perhaps when a finding may have confirmed it; null: none did */
    private Breach.Judgement silent(Status raw, Rule.Silence silence, @Nullable Time perhaps, Time lasted) {
        long now = graph.now();
        boolean over = now > lasted.hi();
        boolean perhapsOver = now > lasted.lo();
        long next = perhapsOver ? lasted.hi() : lasted.lo();
        long wake = over || next == Long.MAX_VALUE ? Breach.NONE : next + 1;
        Time confirmed = perhapsOver ? Findings.hull(perhaps, lasted) : perhaps;
        return switch (silence.meaning()) {
            case ALLEGED -> undecided(raw, perhaps, Breach.NONE);
            case CONFIRMED ->
                over && isOpen(raw) && confirmed != null ? confirmed(raw, confirmed) : undecided(raw, confirmed, wake);
            case REFUTED -> {
                if (!isOpen(raw)) {
                    yield undecided(raw, perhaps, Breach.NONE);
                }
                yield over && perhaps == null
                        ? aside(Status.REFUTED, false)
                        : undecided(perhapsOver ? Status.UNDETERMINED : raw, perhaps, wake);
            }
        };
    }

    private static boolean isOpen(Status raw) {
        return raw == Status.BREACHED || raw == Status.CURED;
    }

    private static Breach.Judgement decided(Status raw, Findings.Decision decision, Record.Finding finding) {
        boolean settles = isOpen(raw) || decision.namesClause();
        return switch (finding.result()) {
            case Record.Finding.CONFIRMED ->
                settles
                        ? confirmed(isOpen(raw) ? raw : Status.BREACHED, decision.openWith(finding.occurred()))
                        : undecided(raw, decision.open(), Breach.NONE);
            case Record.Finding.DISPUTED -> aside(Status.DISPUTED, true);
            case Record.Finding.REFUTED -> aside(Status.REFUTED, false);
            default -> undecided(raw, decision.open(), Breach.NONE);
        };
    }

    private static Breach.Judgement confirmed(Status status, Time at) {
        return new Breach.Judgement(status, Standing.CONFIRMED, true, true, at.lo(), at.hi(), Breach.NONE);
    }

    private static Breach.Judgement aside(Status status, boolean stands) {
        return new Breach.Judgement(status, Standing.NONE, stands, false, Breach.NONE, Breach.NONE, Breach.NONE);
    }

    /** @param perhaps when it may have been confirmed; null: it was not */
    private static Breach.Judgement undecided(Status raw, @Nullable Time perhaps, long wake) {
        return new Breach.Judgement(
                raw,
                isOpen(raw) ? Standing.ALLEGED : Standing.NONE,
                true,
                isOpen(raw),
                perhaps == null ? Breach.NONE : perhaps.lo(),
                perhaps == null ? Breach.NONE : perhaps.hi(),
                wake);
    }

    final String bearerName(long bearer) {
        return bearer == Bearers.NOBODY ? Verdict.NOBODY_NAMED : graph.symbols.name(bearer);
    }

    /** The values of the bound variables, without the bearer's and without breaches. */
    final SortedMap<String, Value> key(long[] binding) {
        SortedMap<String, Value> key = new TreeMap<>();
        List<String> variables = common.scope().variables();
        for (int slot = 0; slot < variables.size(); slot++) {
            ValueType type = common.types().get(variables.get(slot));
            boolean bound =
                    slot < binding.length && binding[slot] != Symbols.UNBOUND && binding[slot] != Symbols.MISSING;
            if (type != null && bound && slot != common.bearerSlot()) {
                key.put(variables.get(slot), graph.symbols.decode(binding[slot], type));
            }
        }
        return key;
    }

    final Verdict verdict(
            String bearer,
            SortedMap<String, Value> key,
            Status status,
            Standing standing,
            @Nullable Time since,
            @Nullable Time due,
            @Nullable Time until,
            Support records) {
        return new Verdict(
                common.clause(),
                common.reading(),
                bearer,
                key,
                status,
                standing,
                Optional.ofNullable(since),
                Optional.ofNullable(due),
                Optional.ofNullable(until),
                records.ids());
    }

    /** When the clause is in force, whatever is done: what it binds is left open. */
    public final Truth inForce() {
        return common.inForce().over(common.scope().emptyBinding(), Long.MIN_VALUE, Long.MAX_VALUE, onlooker);
    }

    /** How a bearer of a lasting duty stands that has not broken it: kept so far, not yet in force, no longer in force. */
    final Status unbroken(long[] binding, Cell reader) {
        long now = graph.now();
        int held = common.inForce().at(binding, now, reader);
        if (held == Truth.TRUE) {
            return Status.FULFILLED;
        }
        return unbroken(common.inForce().over(binding, Long.MIN_VALUE, now, reader), now);
    }

    /** The same, of a clause that was in force as it says. */
    public static Status unbroken(Truth inForce, long now) {
        int held = inForce.at(now);
        if (held == Truth.TRUE) {
            return Status.FULFILLED;
        }
        if (!inForce.possible().meets(Long.MIN_VALUE, now)) {
            return Status.NOT_YET_DUE;
        }
        boolean ever = inForce.sure().meets(Long.MIN_VALUE, now);
        return ever && held == Truth.FALSE ? Status.LAPSED : Status.UNDETERMINED;
    }
}
