package holdfast.engine.monitor;

import holdfast.engine.Monitor;
import holdfast.engine.Record;
import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
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
abstract class NormNode extends Node {

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
    record Common(
            String clause,
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

        Common withBearerSlot(int slot) {
            return new Common(
                    clause, reading, scope, types, exported, slot, whileTrue, inForce, evidence, finders, silence,
                    applies, suspended);
        }
    }

    final Common common;
    private final List<Listener> listeners = new ArrayList<>();
    private boolean outcomesHeard;

    NormNode(Graph graph, Common common) {
        super(graph);
        this.common = common;
        if (!common.finders().isEmpty()) {
            graph.findings.onClause(common.clause(), this::findingsChanged);
        }
    }

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

    /** A body decided something about this clause. */
    abstract void findingsChanged();

    abstract void collect(Consumer<Verdict> verdicts);

    /** The verdicts of {@link #collect} that are breaches. */
    void collectBreaches(Consumer<Verdict> verdicts) {
        collect(verdict -> {
            if (verdict.isBreach()) {
                verdicts.accept(verdict);
            }
        });
    }

    /** The pending verdicts of {@link #collect} whose instances surely exist, are in force and are not blocked. */
    void collectOwed(Monitor.Wanted wanted, Consumer<Verdict> verdicts) {}

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
        Findings.Decision decision = graph.findings.on(
                common.clause(), new Findings.Case(bearerName(bearer), support, startLo, startHi), common.finders());
        if (decision != null && decision.doubtful()) {
            return new Breach.Judgement(
                    Status.UNDETERMINED, Standing.NONE, true, false, Breach.NONE, Breach.NONE, Breach.NONE);
        }
        if (decision != null) {
            return decided(raw, decision);
        }
        boolean hasStart = startLo != Long.MIN_VALUE;
        boolean open = raw == Status.BREACHED || raw == Status.CURED;
        Rule.Silence silence = common.silence();
        if (!open || silence == null || !hasStart) {
            return new Breach.Judgement(
                    raw, open ? Standing.ALLEGED : Standing.NONE, true, open, Breach.NONE, Breach.NONE, Breach.NONE);
        }
        return silent(raw, silence, graph.civil.shift(support.firstReport(startHi), silence.after(), 1));
    }

    private static Breach.Judgement decided(Status raw, Findings.Decision decision) {
        boolean open = raw == Status.BREACHED || raw == Status.CURED;
        Time at = decision.finding().occurred();
        return switch (decision.finding().result()) {
            case Record.Finding.CONFIRMED -> {
                boolean settles = open || decision.namesClause();
                Status status = open ? raw : settles ? Status.BREACHED : raw;
                yield settles
                        ? new Breach.Judgement(status, Standing.CONFIRMED, true, true, at.lo(), at.hi(), Breach.NONE)
                        : new Breach.Judgement(raw, Standing.NONE, true, false, Breach.NONE, Breach.NONE, Breach.NONE);
            }
            case Record.Finding.DISPUTED ->
                new Breach.Judgement(
                        Status.DISPUTED, Standing.NONE, true, false, Breach.NONE, Breach.NONE, Breach.NONE);
            case Record.Finding.REFUTED ->
                new Breach.Judgement(
                        Status.REFUTED, Standing.NONE, false, false, Breach.NONE, Breach.NONE, Breach.NONE);
            default ->
                new Breach.Judgement(
                        raw,
                        open ? Standing.ALLEGED : Standing.NONE,
                        true,
                        open,
                        Breach.NONE,
                        Breach.NONE,
                        Breach.NONE);
        };
    }

    private Breach.Judgement silent(Status raw, Rule.Silence silence, long until) {
        if (graph.now() <= until) {
            return new Breach.Judgement(raw, Standing.ALLEGED, true, true, Breach.NONE, Breach.NONE, until + 1);
        }
        return switch (silence.meaning()) {
            case ALLEGED ->
                new Breach.Judgement(raw, Standing.ALLEGED, true, true, Breach.NONE, Breach.NONE, Breach.NONE);
            case CONFIRMED -> new Breach.Judgement(raw, Standing.CONFIRMED, true, true, until, until, Breach.NONE);
            case REFUTED ->
                new Breach.Judgement(
                        Status.REFUTED, Standing.NONE, false, false, Breach.NONE, Breach.NONE, Breach.NONE);
        };
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
                List.copyOf(records.ids()));
    }

    /** How a bearer of a lasting duty stands that has not broken it: kept so far, not yet in force, no longer in force. */
    final Status unbroken(long[] binding, Cell reader) {
        long now = graph.now();
        int held = common.inForce().at(binding, now, reader);
        if (held == Truth.TRUE) {
            return Status.FULFILLED;
        }
        Truth before = common.inForce().over(binding, Long.MIN_VALUE, now, reader);
        if (!before.possible().meets(Long.MIN_VALUE, now)) {
            return Status.NOT_YET_DUE;
        }
        boolean ever = before.sure().meets(Long.MIN_VALUE, now);
        return ever && held == Truth.FALSE ? Status.LAPSED : Status.UNDETERMINED;
    }
}
