package holdfast.examine.play;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plays one history through the monitor. What is planned happens at its time. Whoever keeps its word does what it owes: as late as the text allows, and what has
 * no deadline only once nothing else can happen any more; or, in a helpful play, at once. Nobody does anything else.
 *
 * <p>Of the plays of one text, and of the texts made of it, only the last that was made can be played: they have one monitor, which begins again for each.
 *
 * <p>Time goes from instant to instant: to the next planned act, the next deadline, or the next instant at which the monitor may change its mind.
 */
public final class Play {
    private static final int MOST_STEPS = 3000;
    private static final int MOST_MOVES = 600;
    private static final long HOUR = 3_600_000;

    /** When those who keep their word do what they owe. */
    public enum Pace {
        AT_THE_LAST_MOMENT,
        AT_ONCE
    }

    private final Ways ways;
    private final Agreement agreement;
    private final Cast cast;
    private final Pace pace;
    private final long horizon;
    private final Set<String> permissions;

    /** Who was asked about, and whether it keeps its word: nothing else of the cast matters here. */
    private final Map<String, Boolean> asked = new HashMap<>();

    private final Monitor monitor;
    private final List<Move> moves = new ArrayList<>();
    private final Set<String> violation = new HashSet<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Map<Owed, Integer> attempts = new HashMap<>();
    private boolean openEnded;
    private int most;
    private int steps;
    private int votes;

    /**
     * @param ways of the agreement that is played
     * @param permissions the clauses that are permissions in the text, though the agreement that is played demands them
     * @param horizon the last moment, in milliseconds since 1970-01-01T00:00Z
     */
    public Play(Ways ways, Cast cast, Pace pace, Set<String> permissions, long horizon) {
        this.ways = ways;
        this.agreement = ways.agreement();
        this.cast = cast;
        this.pace = pace;
        this.permissions = permissions;
        this.horizon = horizon;
        this.monitor = ways.monitor();
    }

    /** Plays to the end; to be called once. */
    public Played through(List<Plan> plans) {
        List<Plan> inOrder = new ArrayList<>(plans);
        inOrder.sort(Comparator.comparingLong(Plan::at));
        long now = inOrder.isEmpty() ? 0 : inOrder.getFirst().at();
        int next = 0;
        boolean cut = false;
        // What is planned is played, however much it is: too long is only what comes of it.
        most = inOrder.size() + MOST_MOVES;
        int mostSteps = inOrder.size() + MOST_STEPS;
        while (true) {
            if (++steps > mostSteps || moves.size() > most) {
                cut = true;
                break;
            }
            monitor.advanceTo(now);
            while (next < inOrder.size() && inOrder.get(next).at() <= now) {
                perform(inOrder.get(next++), now);
            }
            long due = doWhatIsDue(now);
            long then = next < inOrder.size() ? inOrder.get(next).at() : Long.MAX_VALUE;
            long wake = monitor.nextWake();
            then = Math.min(then, Math.min(due, wake > Math.max(horizon, now) ? Long.MAX_VALUE : wake));
            if (then == Long.MAX_VALUE) {
                if (pace == Pace.AT_ONCE || !doWhatHasNoDeadline(now)) {
                    break;
                }
                then = now;
            }
            now = Math.max(then, now);
        }
        return new Played(moves, answers, monitor.verdicts(), now, steps, cut);
    }

    /** What is planned happens, and nothing else: for a cast in which nobody does what it owes, so that nobody needs to be asked what that is. To be called once. */
    public List<Move> alone(List<Plan> plans) {
        most = Integer.MAX_VALUE;
        plans.stream().sorted(Comparator.comparingLong(Plan::at)).forEach(plan -> perform(plan, plan.at()));
        return List.copyOf(moves);
    }

    /** Does what is due now, and gives the next instant at which something is. */
    private long doWhatIsDue(long now) {
        while (true) {
            boolean done = false;
            Waiting waiting = new Waiting(now);
            for (Verdict owed : monitor.owed(waiting)) {
                done |= attempt(owed, now);
            }
            if (!done) {
                return waiting.next;
            }
        }
    }

    /** Asks for what is to be done now, and notes when the next of the others is due. */
    private final class Waiting implements Wanted {
        private final long now;
        private long next = Long.MAX_VALUE;

        Waiting(long now) {
            this.now = now;
        }

        @Override
        public boolean wants(String clause, String bearer, @Nullable Time dueAt) {
            if (!isDoable(bearer)) {
                return false;
            }
            long due = dueAt == null ? Long.MAX_VALUE : dueAt.hi();
            if (pace == Pace.AT_ONCE || due <= now) {
                return true;
            }
            if (due <= horizon || !recurs(clause)) {
                next = Math.min(next, due);
            }
            return false;
        }
    }

    /** A duty without end is followed as far as the horizon; any other to its end. */
    private boolean recurs(String clause) {
        Norm norm = ways.norm(clause);
        return norm != null && Duties.recurs(norm);
    }

    private boolean doWhatHasNoDeadline(long now) {
        boolean done = false;
        for (Verdict owed : monitor.owed((clause, bearer, due) -> due == null && isDoable(bearer))) {
            openEnded = true;
            done |= attempt(owed, now);
        }
        return done;
    }

    private boolean isDoable(String bearer) {
        return !bearer.equals(Verdict.NOBODY_NAMED)
                && !bearer.startsWith("each ")
                && asked.computeIfAbsent(bearer, b -> cast.keepsItsWord(b, agreement));
    }

    /** The parts that mattered to what was played. */
    public Parts parts() {
        return new Parts(agreement, Map.copyOf(asked));
    }

    /**
     * Who was asked about in a play, and whether it kept its word: another cast that answers the same would have been played the same way.
     *
     * @param kept by actor
     */
    public record Parts(Agreement agreement, Map<String, Boolean> kept) {
        public boolean areTheSameIn(Cast other) {
            return kept.entrySet().stream().allMatch(e -> other.keepsItsWord(e.getKey(), agreement) == e.getValue());
        }
    }

    /** What is owed: the same duty is asked for again as long as it is. */
    private record Owed(
            String clause, String bearer, Map<String, Value> key, Optional<Time> due, List<String> records) {
        static Owed of(Verdict v) {
            return new Owed(v.clause(), v.bearer(), v.key(), v.due(), v.records());
        }
    }

    /** Tries the next way to do what a duty demands; false once all were tried in vain. */
    private boolean attempt(Verdict owed, long now) {
        Norm norm = ways.norm(owed.clause());
        if (norm == null || moves.size() > most) {
            return false;
        }
        int tried = attempts.merge(Owed.of(owed), 1, Integer::sum) - 1;
        Pattern act = act(norm);
        List<List<Ways.Step>> all = waysToDo(norm, act, owed);
        if (tried >= all.size()) {
            return false;
        }
        Move.Why why = permissions.contains(norm.id()) ? Move.Why.PERMISSION : Move.Why.DUTY;
        String duty = duty(owed);
        boolean onTheBreach = restsOnTheBreach(norm, owed);
        int times = times(norm);
        for (int time = 0; time < times; time++) {
            for (Ways.Step step : all.get(tried)) {
                record(totalled(norm, owed, step.act()), now, why, norm.id(), duty, onTheBreach);
            }
        }
        return true;
    }

    private List<List<Ways.Step>> waysToDo(Norm norm, Pattern act, Verdict owed) {
        List<String> breaches = breaches(norm, owed);
        Optional<String> bearer = Optional.of(owed.bearer());
        if (breaches.size() == 1) {
            List<List<Ways.Step>> all = ways.known(act, binding(norm, act, owed, breaches.getFirst()), bearer);
            return all.size() < 2 ? all : all.stream().distinct().toList();
        }
        return breaches.stream()
                .flatMap(b -> ways.known(act, binding(norm, act, owed, b), bearer).stream())
                .distinct()
                .toList();
    }

    /** The same in every history in which it is owed, whenever that is. */
    private static String duty(Verdict owed) {
        Map<String, Value> values = new LinkedHashMap<>(owed.key());
        values.remove("window");
        return owed.clause() + " " + owed.bearer() + " " + values;
    }

    private boolean restsOnTheBreach(Norm norm, Verdict owed) {
        return norm.trigger().isPresent() && owed.records().stream().anyMatch(violation::contains);
    }

    private static Pattern act(Norm norm) {
        return Duties.act(norm)
                .orElseThrow(() -> new IllegalStateException("a condition is kept, not done: " + norm.id()));
    }

    private static int times(Norm norm) {
        return Duties.amount(norm).orElse(Duty.ONCE) instanceof Duty.Amount.Times(int n) ? n : 1;
    }

    private static Act totalled(Norm norm, Verdict owed, Act act) {
        if (Duties.amount(norm).orElse(Duty.ONCE) instanceof Duty.Amount.Totalling(String attribute, Term total)) {
            Value value = switch (total) {
                case Term.Constant(Value constant) -> constant;
                case Term.Variable(String variable) -> owed.key().get(variable);
            };
            return value == null ? act : act.with(attribute, value);
        }
        return act;
    }

    private Map<String, Value> binding(Norm norm, Pattern act, Verdict owed, String breach) {
        Map<String, Value> bound = new LinkedHashMap<>(owed.key());
        Roles.variable(norm).ifPresent(v -> bound.put(v, new Value.Actor(owed.bearer())));
        breachVariable(norm).ifPresent(v -> bound.put(v, new Value.Reference(breach)));
        for (Pattern.Argument argument : act.arguments()) {
            boolean party = eventType(act.event())
                    .flatMap(e -> e.attribute(argument.attribute()))
                    .filter(a -> a.type() == holdfast.language.model.ValueType.PARTY)
                    .isPresent();
            if (party && argument.term() instanceof Term.Variable(String free) && !bound.containsKey(free)) {
                bound.put(free, new Value.Actor(owed.bearer()));
            }
        }
        return bound;
    }

    private Optional<EventType> eventType(String event) {
        return Optional.ofNullable(ways.eventTypes().get(event));
    }

    private static Optional<String> breachVariable(Norm norm) {
        return norm.trigger().flatMap(t -> switch (t) {
            case Trigger.OnBreach b -> Optional.of(b.variable());
            case Trigger.Continues c -> Optional.of(c.breach().variable());
            case Trigger.GrowsInto g -> Optional.of(g.breach().variable());
            case Trigger.OnEvent ignored -> Optional.empty();
            case Trigger.OnOutcome ignored -> Optional.empty();
            case Trigger.OnState ignored -> Optional.empty();
        });
    }

    /** What an answer may be about: the acts that breached, on which the duty rests, one for each breach that it may be owed for; or the clause. */
    private List<String> breaches(Norm norm, Verdict owed) {
        // In the order in which they were done; records are sorted by id.
        List<String> acts = new ArrayList<>();
        for (String id : owed.records()) {
            if (violation.contains(id)) {
                acts.add(id);
            }
        }
        if (acts.isEmpty()) {
            return List.of(clause(norm, owed));
        }
        acts.sort(Comparator.comparingInt(Play::number));
        if (acts.size() > 1 && norm.trigger().orElse(null) instanceof Trigger.GrowsInto grows) {
            List<String> grown = grown(
                    grows.breach().of(),
                    owed,
                    moves.get(number(acts.getLast()) - 1).at());
            return grown.isEmpty() ? List.of(acts.getFirst()) : grown;
        }
        return List.of(acts.getFirst());
    }

    /** What a duty rests on that is owed because a breach grew are also the acts into which it grew. It is about a breach that was not over then: by the first act of it. */
    private List<String> grown(ClauseRef of, Verdict owed, long then) {
        return monitor.breaches().stream()
                .filter(b -> of.covers(b.clause()))
                .filter(b -> b.until().isEmpty() || b.until().get().hi() >= then)
                .map(b -> b.records().stream()
                        .filter(violation::contains)
                        .sorted(Comparator.comparingInt(Play::number))
                        .toList())
                .filter(acts -> !acts.isEmpty() && owed.records().containsAll(acts))
                .map(List::getFirst)
                .distinct()
                .sorted(Comparator.comparingInt(Play::number))
                .toList();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private String clause(Norm norm, Verdict owed) {
        Optional<ClauseRef> of = norm.trigger().flatMap(t -> switch (t) {
            case Trigger.OnBreach b -> Optional.of(b.of());
            case Trigger.Continues c -> Optional.of(c.breach().of());
            case Trigger.GrowsInto g -> Optional.of(g.breach().of());
            case Trigger.OnEvent ignored -> Optional.empty();
            case Trigger.OnOutcome ignored -> Optional.empty();
            case Trigger.OnState ignored -> Optional.empty();
        });
        return of.flatMap(ref -> agreement.norms().stream()
                        .map(Norm::id)
                        .filter(ref::covers)
                        .findFirst())
                .orElse(owed.records().isEmpty() ? "none" : owed.records().getFirst());
    }

    // Records.

    private void perform(Plan plan, long now) {
        switch (plan) {
            case Plan.Passed ignored -> {}
            case Plan.Done p -> record(p.act(), now, p.why(), "");
            case Plan.Found p -> add(found(p, now), p.why(), "");
            case Plan.Voted p -> vote(p, now);
        }
    }

    private Record.Finding found(Plan.Found plan, long now) {
        return new Record.Finding(
                nextId(),
                now,
                plan.body(),
                Optional.empty(),
                Time.at(now),
                Optional.empty(),
                plan.clause(),
                Optional.empty(),
                plan.term(),
                plan.result());
    }

    private void vote(Plan.Voted plan, long now) {
        Value motion = new Value.Text("motion" + ++votes);
        Act put =
                Act.of("motion", Map.of("of", Plan.actor(plan.body()), "id", motion, "on", new Value.Text(plan.on())));
        record(put, now, plan.why(), "");
        // Whoever says no comes first: nobody has to look for it among many a yes.
        plan.votes().entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(vote -> {
            Value choice = new Value.Text(vote.getValue() ? "yes" : "no");
            Act cast = Act.of("vote", Map.of("by", Plan.actor(vote.getKey()), "id", motion, "choice", choice));
            record(cast, now, plan.why(), "");
        });
    }

    private String nextId() {
        return "s" + (moves.size() + 1);
    }

    private void record(Act act, long now, Move.Why why, String clause) {
        record(act, now, why, clause, "", false);
    }

    private void record(Act act, long now, Move.Why why, String clause, String duty, boolean onTheBreach) {
        String id = nextId();
        add(act.seen(id, now), why, clause);
        answer(act, clause, now, id, why, duty, onTheBreach);
    }

    private void add(Record record, Move.Why why, String clause) {
        monitor.accept(record);
        moves.add(new Move(record, why, clause));
        if (why == Move.Why.VIOLATION) {
            violation.add(record.id());
        }
    }

    private void answer(Act act, String clause, long now, String id, Move.Why why, String duty, boolean onTheBreach) {
        if (why == Move.Why.VIOLATION || why == Move.Why.SCENE) {
            return;
        }
        Norm norm = ways.norm(clause);
        Optional<String> measure =
                norm == null ? Optional.empty() : eventType(act(norm).event()).flatMap(EventType::measure);
        if (measure.isEmpty()) {
            measure = eventType(act.event()).flatMap(EventType::measure);
        }
        measure.ifPresent(m -> {
            Optional<String> by = eventType(act.event())
                    .flatMap(EventType::actor)
                    .map(a -> act.values().get(a.name()))
                    .filter(Value.Actor.class::isInstance)
                    .map(v -> ((Value.Actor) v).name());
            if (by.isEmpty() || !cast.breakers().contains(by.get())) {
                answers.add(new Answer(
                        m, agreement.measures().indexOf(m), clause, by, now, !openEnded, id, duty, onTheBreach));
            }
        });
    }

    /** The finders of a clause under an agreement in which nothing is open. */
    public static Set<String> finders(Agreement agreement, String clause) {
        Set<String> finders = new HashSet<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.Confirms c && c.of().covers(clause)) {
                c.body().ifPresent(finders::add);
            }
        }
        return finders;
    }
}
