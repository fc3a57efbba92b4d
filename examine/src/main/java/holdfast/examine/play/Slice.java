package holdfast.examine.play;

import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.reading.BrokenBy;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Triggers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What can have to do with the breach of one clause: the clause, every clause whose act is a measure, and whatever these wait for, are guarded by, or are ruled
 * by, directly or not. Nothing else can change which measures follow.
 *
 * <p>It also tells which acts can bring an answer about, and which can keep it away: the first stand where a clause waits for something, the second where it waits
 * for something not to be, or to end. An act that stands in neither place changes nothing, and one that can only bring an answer about is of no use to whoever
 * wants to escape it.
 */
public final class Slice {
    /** Whether more of something brings an answer about, keeps it away, or may do either. */
    private enum Sign {
        FOR,
        /** More of it brings an answer about; less of it may too. */
        FOR_AND_ITS_END,
        AGAINST,
        EITHER;

        Sign turned() {
            return switch (this) {
                case FOR -> AGAINST;
                case AGAINST -> FOR;
                case FOR_AND_ITS_END, EITHER -> EITHER;
            };
        }
    }

    private final Ground ground;
    private final Agreement agreement;
    private final Ways ways;
    private final Set<String> clauses = new LinkedHashSet<>();
    private final Set<String> events = new LinkedHashSet<>();
    private final List<Pattern> helping = new ArrayList<>();
    private final List<Pattern> hindering = new ArrayList<>();
    private final Map<Pattern, Set<String>> doers = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Norm> open = new ArrayDeque<>();

    /** What is the same for all slices of one text: read once. Safe for use by several threads. */
    public static final class Ground {
        private final Agreement agreement;
        private final Ways ways;

        /** By how many duties to act, or permissions, each event is asked for: whoever helps does what it may. */
        private final Map<String, Integer> askedBy = new HashMap<>();

        /** By clause, its places in the text. */
        private final Map<String, BitSet> places = new HashMap<>();

        /** By declared event, the places of the clauses that demand it, allow it or forbid it. */
        private final Map<String, BitSet> bringing = new HashMap<>();

        /** The places of the clauses whose act is a measure, and of those that give a power. */
        private final BitSet measures = new BitSet();

        private final BitSet powers = new BitSet();

        private final Map<ClauseRef, List<Norm>> covered = new ConcurrentHashMap<>();

        /** The clauses that a reference covers, in the order of the text. */
        private List<Norm> covered(ClauseRef ref) {
            return covered.computeIfAbsent(
                    ref,
                    r -> agreement.norms().stream()
                            .filter(n -> r.covers(n.id()))
                            .toList());
        }

        /** @param agreement one in which nothing is open */
        public Ground(Agreement agreement) {
            this.agreement = agreement;
            this.ways = new Ways(agreement);
            for (int place = 0; place < agreement.norms().size(); place++) {
                read(agreement.norms().get(place), place);
            }
        }

        private void read(Norm norm, int place) {
            places.computeIfAbsent(norm.id(), n -> new BitSet()).set(place);
            Duties.act(norm).ifPresent(act -> {
                Set<String> declared = ways.declaredUnder(act.event());
                declared.forEach(event ->
                        bringing.computeIfAbsent(event, e -> new BitSet()).set(place));
                if (isAsked(norm)) {
                    declared.forEach(event -> askedBy.merge(event, 1, Integer::sum));
                }
                boolean measure = Stream.concat(declared.stream(), Stream.of(act.event()))
                        .map(ways.eventTypes()::get)
                        .anyMatch(e -> e != null && e.measure().isPresent());
                measures.set(place, measure);
            });
            powers.set(place, Duties.isPower(norm));
        }
    }

    private Slice(Ground ground) {
        this.ground = ground;
        this.agreement = ground.agreement;
        this.ways = ground.ways;
    }

    /** @param agreement one in which nothing is open */
    public static Slice of(Agreement agreement, String clause) {
        return of(new Ground(agreement), clause);
    }

    public static Slice of(Ground ground, String clause) {
        Agreement agreement = ground.agreement;
        Slice slice = new Slice(ground);
        BitSet first = (BitSet) ground.measures.clone();
        first.or(ground.places.getOrDefault(clause, new BitSet()));
        first.stream().mapToObj(agreement.norms()::get).forEach(slice::take);
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                slice.condition(guard.condition(), Sign.FOR);
            }
        }
        slice.close();
        return slice;
    }

    /** The clauses, in the order of the text. */
    public Set<String> clauses() {
        BitSet taken = new BitSet();
        clauses.forEach(c -> taken.or(ground.places.getOrDefault(c, new BitSet())));
        Set<String> ordered = new LinkedHashSet<>();
        taken.stream().mapToObj(agreement.norms()::get).map(Norm::id).forEach(ordered::add);
        return ordered;
    }

    /** Declared events on which something in the slice turns. */
    public Set<String> events() {
        return events;
    }

    /** Patterns of events that can bring an answer about; acts that are merely forbidden or demanded are not among them. */
    public List<Pattern> helping() {
        return helping;
    }

    /** Patterns of events that can keep an answer away. */
    public List<Pattern> hindering() {
        return hindering;
    }

    /** What it tells beside the clauses, without where that stands: two that say the same are played the same way. */
    public List<Object> said() {
        return List.of(List.copyOf(events), said(helping), said(hindering));
    }

    private List<Object> said(List<Pattern> patterns) {
        List<Object> said = new ArrayList<>();
        for (Pattern p : patterns) {
            said.add(List.of(p.event(), p.arguments(), doers.getOrDefault(p, Set.of())));
        }
        return said;
    }

    /** Whether it changes anything that {@code actor} makes an occurrence: what a clause demands of its bearers, or forbids them, others can neither do nor leave undone. */
    public boolean canBeDoneBy(Pattern pattern, String actor) {
        Set<String> some = doers.getOrDefault(pattern, Set.of());
        return some.isEmpty() || some.contains(actor);
    }

    private void take(Norm norm) {
        if (clauses.add(norm.id())) {
            open.add(norm);
        }
    }

    private void take(ClauseRef ref, Sign sign) {
        for (Norm norm : ground.covered(ref)) {
            take(norm);
            Duties.act(norm).ifPresent(act -> pattern(act, sign, bearers(norm)));
        }
    }

    /**
     * A forbidden act makes a breach, or a longer one. Of a duty to act the breach is an omission: doing it late, or at all, changes it.
     */
    private void takeBroken(ClauseRef ref) {
        for (Norm norm : ground.covered(ref)) {
            take(norm);
            switch (Duties.brokenBy(norm)) {
                case BrokenBy.Act broken -> pattern(broken.act(), Sign.FOR, bearers(norm));
                case BrokenBy.Omission(Pattern act) -> pattern(act, Sign.EITHER, bearers(norm));
                // What it says is read with the clause.
                case BrokenBy.Lapse ignored -> {}
                // What may be done is neither kept nor broken.
                case BrokenBy.Nothing ignored -> {}
            }
        }
    }

    /** Those whose acts a clause is about, and those for whom they answer; none: everybody's. */
    private Set<String> bearers(Norm norm) {
        Set<String> bearers = new HashSet<>();
        for (Optional<String> bearer : Roles.bearers(norm)) {
            if (bearer.isEmpty()) {
                return Set.of();
            }
            bearers.add(bearer.get());
        }
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.AnswersFor answers && bearers.contains(answers.principal())) {
                bearers.addAll(answers.affiliates());
            }
        }
        boolean his = Duties.act(norm).stream()
                .allMatch(act -> Roles.variable(norm)
                        .map(v ->
                                act.arguments().stream().anyMatch(a -> a.term().equals(new Term.Variable(v))))
                        .orElse(false));
        return his ? bearers : Set.of();
    }

    private void close() {
        int before;
        do {
            before = clauses.size() + seen.size();
            while (!open.isEmpty()) {
                read(open.remove());
            }
            BitSet bringing = new BitSet();
            events.forEach(event -> bringing.or(ground.bringing.getOrDefault(event, new BitSet())));
            BitSet some = (BitSet) ground.powers.clone();
            some.or(bringing);
            // In the order of the text: what one rules over may have been taken just before.
            some.stream()
                    .filter(place ->
                            bringing.get(place) || isRuling(agreement.norms().get(place)))
                    .forEach(place -> take(agreement.norms().get(place)));
        } while (clauses.size() + seen.size() > before || !open.isEmpty());
    }

    private boolean isRuling(Norm norm) {
        return Duties.power(norm).stream().flatMap(p -> p.over().ids().stream()).anyMatch(this::isTaken);
    }

    private boolean isTaken(String reference) {
        return clauses.stream().anyMatch(c -> c.equals(reference) || c.startsWith(reference + "."));
    }

    private void read(Norm norm) {
        Sign inForce = isDoneAnyway(norm) ? Sign.FOR_AND_ITS_END : Sign.FOR;
        condition(norm.whileTrue(), inForce);
        condition(norm.guard(), inForce);
        norm.trigger().ifPresent(this::trigger);
        // What must be kept is kept or broken by what it says; on what else hangs whether an act counts.
        Sign ofCondition = switch (Duties.brokenBy(norm)) {
            case BrokenBy.Lapse ignored -> Sign.EITHER;
            case BrokenBy.Act ignored -> Sign.FOR;
            case BrokenBy.Omission ignored -> Sign.FOR;
            case BrokenBy.Nothing ignored -> Sign.FOR;
        };
        Duties.condition(norm).ifPresent(c -> condition(c, ofCondition));
        // An earlier occurrence starts the clock earlier.
        Duties.anchor(norm).ifPresent(anchor -> pattern(anchor, Sign.EITHER));
        Duties.power(norm).ifPresent(p -> pattern(p.with(), ofPower(p.effect(), p.over())));
        // An act that is demanded or forbidden by a definition turns on what the definition says.
        Duties.act(norm).ifPresent(p -> definition(p.event(), Sign.FOR));
    }

    private Sign ofPower(Duty.Effect effect, ClauseRef over) {
        boolean doneAnyway = agreement.norms().stream().anyMatch(n -> over.covers(n.id()) && isDoneAnyway(n));
        return effect == Duty.Effect.RESUME ? Sign.FOR : doneAnyway ? Sign.EITHER : Sign.AGAINST;
    }

    /**
     * Whether something other than a breach sets off what another clause asks for too. While that clause holds, the act is done without the breach as well, and answers nothing; where
     * it does not, the same act answers.
     */
    private boolean isDoneAnyway(Norm norm) {
        return isAsked(norm)
                && !Triggers.followsABreach(norm)
                && doneUnder(norm).stream().anyMatch(event -> ground.askedBy.getOrDefault(event, 0) > 1);
    }

    private static boolean isAsked(Norm norm) {
        return Duties.demandsOnce(norm) || Duties.isPermission(norm);
    }

    private Set<String> doneUnder(Norm norm) {
        return Duties.act(norm).map(act -> ways.declaredUnder(act.event())).orElse(Set.of());
    }

    private void trigger(Trigger trigger) {
        switch (trigger) {
            case Trigger.OnEvent t -> {
                pattern(t.pattern(), Sign.FOR);
                condition(t.where(), Sign.FOR);
            }
            case Trigger.OnBreach t -> takeBroken(t.of());
            case Trigger.Continues t -> takeBroken(t.breach().of());
            case Trigger.GrowsInto t -> {
                takeBroken(t.breach().of());
                pattern(t.into(), Sign.FOR);
            }
            case Trigger.OnOutcome t -> take(t.clause(), Sign.EITHER);
            case Trigger.OnState t -> condition(t.condition(), Sign.EITHER);
        }
    }

    private void pattern(Pattern pattern, Sign sign) {
        pattern(pattern, sign, Set.of());
    }

    /** @param by whose acts alone it is about; empty: everybody's */
    private void pattern(Pattern pattern, Sign sign, Set<String> by) {
        doers.merge(pattern, by, (one, other) -> {
            Set<String> both = new HashSet<>(one);
            both.addAll(other);
            return one.isEmpty() || other.isEmpty() ? Set.of() : both;
        });
        boolean news = seen.add("pattern " + sign + pattern.event() + pattern.arguments());
        if (news && sign != Sign.AGAINST) {
            helping.add(pattern);
        }
        if (news && (sign == Sign.AGAINST || sign == Sign.EITHER)) {
            hindering.add(pattern);
        }
        events.addAll(ways.declaredUnder(pattern.event()));
        definition(pattern.event(), sign);
    }

    private void definition(String event, Sign sign) {
        if (!seen.add("definition " + sign + event)) {
            return;
        }
        for (Definition d : agreement.definitions()) {
            if (d.name().equals(event)) {
                Parts.where(d.derivation()).ifPresent(w -> condition(w, sign));
                if (d.derivation() instanceof Definition.Absence a) {
                    pattern(a.absent(), sign.turned());
                }
                Ways.patterns(d.derivation()).forEach(p -> definition(p.event(), sign));
            }
        }
    }

    private void condition(Condition condition, Sign sign) {
        switch (condition) {
            case Condition.All c -> c.conditions().forEach(one -> condition(one, sign));
            case Condition.Any c -> c.conditions().forEach(one -> condition(one, sign));
            case Condition.Not c -> condition(c.condition(), sign.turned());
            case Condition.InState c -> state(c.state(), sign);
            case Condition.HasHappened c -> pattern(c.pattern(), sign);
            case Condition.NoneFor c -> pattern(c.pattern(), sign.turned());
            case Condition.ClauseFulfilled c -> take(c.clause(), Sign.EITHER);
            case Condition.ClauseBreached c -> take(c.clause(), Sign.EITHER);
            case Condition.LevelIs c -> level(c.level().event());
            case Condition.Undefined ignored -> {}
            case Condition.Compare ignored -> {}
            case Condition.InZone ignored -> {}
            case Condition.Distance ignored -> {}
        }
    }

    /** A later report supersedes an earlier one, whichever way it goes. */
    private void level(String name) {
        for (Level level : agreement.levels()) {
            if (level.name().equals(name)) {
                pattern(level.pattern(), Sign.EITHER);
            }
        }
    }

    private void state(String name, Sign sign) {
        if (!seen.add("state " + sign + name)) {
            return;
        }
        for (State state : agreement.states()) {
            if (state.name().equals(name)) {
                switch (state) {
                    case State.Named s -> condition(s.condition(), sign);
                    case State.Period s -> {
                        if (s.start().orElse(null) instanceof State.Start.OfEvent(Pattern begin)) {
                            pattern(begin, Sign.EITHER);
                        }
                        s.notice().ifPresent(n -> pattern(n.by(), sign.turned()));
                    }
                    case State.Fluent s -> {
                        s.begins().forEach(p -> pattern(p, sign));
                        s.ends().forEach(p -> pattern(p, sign.turned()));
                    }
                }
            }
        }
    }
}
