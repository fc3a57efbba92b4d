package holdfast.examine.play;

import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.compile.Program;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Roles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ways to bring something about: acts that make an occurrence of a pattern, or that make a condition hold. Proposals only: whether they do is for the monitor to
 * say, which is asked each time.
 */
public final class Ways {
    private static final int MOST = 24;
    /** More acts than that are not played: that they would break it is then not found, and said to be so. */
    private static final long MOST_ACTS = 200_000;

    private static final long MOST_APART = 100;
    /** So many ways are tried to undo what a condition wants not to be so. */
    private static final int MOST_UNDONE = 4;

    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;

    /**
     * An act at a distance from the instant at which the whole comes about.
     *
     * @param before in milliseconds; 0 for the last act
     */
    public record Step(Act act, long before) {}

    private final Agreement agreement;
    private final Map<String, EventType> events;
    private final Map<String, Definition> definitions;
    private final Map<String, EventType> all;
    /** What is declared under each event that was asked for; several may ask at once. */
    private final Map<String, Set<String>> under;

    private @Nullable Values values;
    private @Nullable Fitting fitting;
    /** By pattern, which stands in the text once, and what was asked of it. */
    private final Map<Pattern, Map<Asked, List<List<Step>>>> known = new IdentityHashMap<>();

    private final Map<String, Norm> norms = new HashMap<>();
    private final Map<String, Ways> without = new HashMap<>();
    private final Map<Set<String>, Ways> only = new HashMap<>();
    private @Nullable Ways helpful;
    private final Watching watching;
    private @Nullable Program program;

    /** The one monitor of all texts that differ in their clauses alone: it begins again with the clauses of the one that is played. */
    private static final class Watching {
        private @Nullable Program first;
        private @Nullable Monitor monitor;

        Program program(Agreement agreement) {
            Program known = first;
            if (known == null) {
                known = Program.of(agreement);
                first = known;
                return known;
            }
            return known.with(agreement.norms());
        }

        Monitor begin(Program program) {
            Monitor made = monitor;
            if (made == null) {
                made = new Monitor(program);
                monitor = made;
            } else {
                made.begin(program);
            }
            return made;
        }
    }

    public Ways(Agreement agreement) {
        this.agreement = agreement;
        this.watching = new Watching();
        this.events = new HashMap<>();
        this.definitions = new HashMap<>();
        agreement.events().forEach(e -> events.put(e.name(), e));
        agreement.definitions().forEach(d -> definitions.putIfAbsent(d.name(), d));
        this.all = agreement.eventTypes();
        this.under = new ConcurrentHashMap<>();
        agreement.norms().forEach(n -> norms.putIfAbsent(n.id(), n));
    }

    /** @param otherwise differs from it in its clauses alone */
    private Ways(Ways like, Agreement otherwise) {
        this.agreement = otherwise;
        this.watching = like.watching;
        this.events = like.events;
        this.definitions = like.definitions;
        this.all = like.all;
        this.under = like.under;
        agreement.norms().forEach(n -> norms.putIfAbsent(n.id(), n));
    }

    public Agreement agreement() {
        return agreement;
    }

    /** Read off the whole text, and so only where a value is wanted. */
    private Values values() {
        Values known = values;
        if (known == null) {
            known = new Values(agreement);
            values = known;
        }
        return known;
    }

    private Fitting fitting() {
        Fitting known = fitting;
        if (known == null) {
            known = new Fitting(agreement, values());
            fitting = known;
        }
        return known;
    }

    /**
     * A monitor of the text that was told nothing. It is the same each time, and for all texts that were made of one another: whoever asks for it next, of whichever of
     * them, ends the history before.
     */
    public Monitor monitor() {
        Program own = program;
        if (own == null) {
            own = watching.program(agreement);
            program = own;
        }
        return watching.begin(own);
    }

    /** Of the same text with these clauses only. */
    public Ways only(Set<String> clauses) {
        return only.computeIfAbsent(
                Set.copyOf(clauses), some -> with(Resolved.only(agreement, n -> some.contains(n.id()))));
    }

    private Ways with(Agreement otherwise) {
        return new Ways(this, otherwise);
    }

    /** Of the same text, where what somebody may do counts as owed. */
    public Ways helpful() {
        Ways made = helpful;
        if (made == null) {
            made = with(Resolved.permissionsDemanded(agreement));
            helpful = made;
        }
        return made;
    }

    /** Of the same text without this clause. */
    public Ways without(String clause) {
        return without.computeIfAbsent(clause, c -> with(Resolved.only(agreement, n -> !n.id().equals(c))));
    }

    /** Of clauses with one number the first. */
    @Nullable
    Norm norm(String clause) {
        return norms.get(clause);
    }

    /** A declared event; none for a defined one. */
    public Optional<EventType> declared(String event) {
        return definitions.containsKey(event) ? Optional.empty() : Optional.ofNullable(events.get(event));
    }

    /**
     * Ways to make an occurrence of {@code pattern}, at most {@value #MOST}, the plainest first.
     *
     * @param bound values of the pattern's variables, as far as they are given
     * @param doer who acts where the pattern leaves it open; empty: nobody is named
     */
    public List<List<Step>> of(Pattern pattern, Map<String, Value> bound, Optional<String> doer) {
        return of(pattern, bound, doer, Condition.ALWAYS);
    }

    /** As {@link #of(Pattern, Map, Optional)}; kept, as the same is owed in many histories. */
    List<List<Step>> known(Pattern pattern, Map<String, Value> bound, Optional<String> doer) {
        return known.computeIfAbsent(pattern, p -> new HashMap<>())
                .computeIfAbsent(new Asked(bound, doer), asked -> of(pattern, bound, doer));
    }

    private record Asked(Map<String, Value> bound, Optional<String> doer) {}

    /**
     * As {@link #of(Pattern, Map, Optional)}, with values for which a condition need not be false, where there are any.
     *
     * @param where on the variables of the pattern
     */
    public List<List<Step>> of(Pattern pattern, Map<String, Value> bound, Optional<String> doer, Condition where) {
        Definition definition = definitions.get(pattern.event());
        if (definition != null) {
            return derived(
                    definition,
                    inner(definition, pattern, bound),
                    doer,
                    Fitting.inside(where, definition, pattern, bound));
        }
        EventType type = events.get(pattern.event());
        if (type == null) {
            return List.of();
        }
        Map<String, Attribute> open = open(type, pattern, bound, doer, where);
        if (open.isEmpty()) {
            return plain(type, pattern, bound, doer);
        }
        List<List<Step>> ways = new ArrayList<>();
        for (Map<String, Value> choice : fitting().choices(open, where, bound)) {
            Map<String, Value> all = new HashMap<>(bound);
            all.putAll(choice);
            add(ways, plain(type, pattern, all, doer));
        }
        return ways.isEmpty() ? plain(type, pattern, bound, doer) : ways;
    }

    /** The variables of a pattern that have no value yet, and on which a condition turns. */
    private static Map<String, Attribute> open(
            EventType type, Pattern pattern, Map<String, Value> bound, Optional<String> doer, Condition where) {
        Set<String> asked = where.isAlways() ? Set.of() : Fitting.variables(where);
        Map<String, Attribute> open = new LinkedHashMap<>();
        for (Attribute attribute : type.attributes()) {
            boolean his = isDoer(type, attribute) && doer.isPresent();
            if (!his
                    && pattern.term(attribute.name()).orElse(null) instanceof Term.Variable(String name)
                    && asked.contains(name)
                    && !bound.containsKey(name)) {
                open.putIfAbsent(name, attribute);
            }
        }
        return open;
    }

    /** Who does it stands in {@code by}; where there is none, in the first attribute that names somebody. */
    private static boolean isDoer(EventType type, Attribute attribute) {
        return type.attribute("by")
                .filter(by -> by.type() == ValueType.PARTY)
                .or(type::actor)
                .filter(attribute::equals)
                .isPresent();
    }

    /** The same acts with something said of every attribute that the text leaves out; none where nothing is left out. */
    Optional<List<Step>> inFull(List<Step> way) {
        List<Step> full = new ArrayList<>();
        for (Step step : way) {
            Act act = step.act();
            EventType type = events.get(act.event());
            for (Attribute attribute : type == null ? List.<Attribute>of() : type.attributes()) {
                List<Value> some = values().of(attribute);
                if (!act.values().containsKey(attribute.name()) && !some.isEmpty()) {
                    act = act.with(attribute.name(), some.getFirst());
                }
            }
            full.add(new Step(act, step.before()));
        }
        return full.equals(way) ? Optional.empty() : Optional.of(full);
    }

    private List<List<Step>> plain(EventType type, Pattern pattern, Map<String, Value> bound, Optional<String> doer) {
        List<Map<String, Value>> choices = List.of(new TreeMap<>());
        for (Attribute attribute : type.attributes()) {
            Optional<Term> term = pattern.term(attribute.name());
            boolean actor = isDoer(type, attribute);
            List<Value> candidates = term.map(t -> candidates(t, attribute, actor ? doer : Optional.empty(), bound))
                    .orElseGet(() -> actor && doer.isPresent() ? List.of(new Value.Actor(doer.get())) : List.of());
            if (candidates.isEmpty()) {
                continue;
            }
            List<Map<String, Value>> longer = new ArrayList<>();
            for (Value value : candidates) {
                for (Map<String, Value> choice : choices) {
                    if (longer.size() < MOST) {
                        Map<String, Value> more = new TreeMap<>(choice);
                        more.put(attribute.name(), value);
                        longer.add(more);
                    }
                }
            }
            choices = longer;
        }
        List<List<Step>> ways = new ArrayList<>();
        choices.forEach(c -> ways.add(List.of(new Step(Act.of(type.name(), c), 0))));
        return ways;
    }

    private List<Value> candidates(Term term, Attribute attribute, Optional<String> doer, Map<String, Value> bound) {
        return switch (term) {
            case Term.Constant(Value.Actor(String name)) ->
                agreement
                        .members(name)
                        .map(all -> all.stream()
                                .sorted((a, b) ->
                                        Boolean.compare(!doer.equals(Optional.of(a)), !doer.equals(Optional.of(b))))
                                .<Value>map(Value.Actor::new)
                                .limit(4)
                                .toList())
                        .orElse(List.of(new Value.Actor(name)));
            case Term.Constant(Value value) -> List.of(value);
            case Term.Variable(String variable) -> {
                Value value = bound.get(variable);
                if (value != null) {
                    yield List.of(value);
                }
                yield attribute.type() == ValueType.PARTY && doer.isPresent()
                        ? List.of(new Value.Actor(doer.get()))
                        : values().of(attribute);
            }
        };
    }

    /** The values of a definition's variables, as a pattern gives them. */
    private static Map<String, Value> inner(Definition definition, Pattern pattern, Map<String, Value> bound) {
        Map<String, Value> inner = new HashMap<>();
        List<Attribute> attributes = definition.type().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            String variable = definition.variables().get(i);
            pattern.term(attributes.get(i).name()).ifPresent(term -> {
                switch (term) {
                    case Term.Constant(Value value) -> inner.put(variable, value);
                    case Term.Variable(String outer) -> {
                        Value value = bound.get(outer);
                        if (value != null) {
                            inner.put(variable, value);
                        }
                    }
                }
            });
        }
        return inner;
    }

    /** @param asked what else is asked of the values of the definition's variables */
    private List<List<Step>> derived(
            Definition definition, Map<String, Value> bound, Optional<String> doer, Condition asked) {
        return switch (definition.derivation()) {
            case Definition.Select d ->
                together(
                        conditions(d.where(), bound),
                        union(d.patterns(), p -> ofBound(p, bound, doer, both(d.where(), asked))));
            case Definition.Count d ->
                d.atLeast() > MOST_ACTS
                        ? List.of()
                        : repeated(
                                ofBound(d.pattern(), bound, doer, both(d.where(), asked)),
                                d.atLeast(),
                                d.within(),
                                apart(d.pattern()));
            case Definition.Different d -> different(d, bound, asked);
            case Definition.Sum d -> summed(d, bound, doer, both(d.where(), asked));
            case Definition.Merged d -> ofBound(d.pattern(), bound, doer, both(d.where(), asked));
            case Definition.Then d ->
                together(
                        shifted(ofBound(d.first(), bound, doer, asked), MINUTE),
                        ofBound(d.second(), bound, doer, asked));
            case Definition.Absence d -> ofBound(d.of(), bound, doer, asked);
            case Definition.After d -> ofBound(d.pattern(), bound, doer, asked);
            case Definition.AllOf d -> {
                List<List<Step>> all = List.of(List.of());
                for (Pattern p : d.patterns()) {
                    all = together(all, ofBound(p, bound, doer, asked));
                }
                yield all;
            }
        };
    }

    private static Condition both(Condition one, Condition other) {
        return one.isAlways() ? other : other.isAlways() ? one : new Condition.All(List.of(one, other));
    }

    /** One act of the whole sum; where the text lets no act be so large, as many of the largest as it takes. */
    private List<List<Step>> summed(
            Definition.Sum d, Map<String, Value> bound, Optional<String> doer, Condition where) {
        List<List<Step>> ways = new ArrayList<>();
        Map<String, Value> whole = new HashMap<>(bound);
        Optional<Term> term = d.pattern().term(d.attribute());
        boolean free = !(term.orElse(null) instanceof Term.Constant);
        if (free) {
            if (term.orElse(null) instanceof Term.Variable(String name)) {
                whole.put(name, new Value.Number(d.atLeast()));
            }
            if (fitting().truth(where, whole).orElse(true)) {
                add(
                        ways,
                        changed(
                                ofBound(d.pattern(), whole, doer, where),
                                d.attribute(),
                                new Value.Number(d.atLeast())));
            }
        }
        for (List<Step> way : ofBound(d.pattern(), bound, doer, where)) {
            BigDecimal once = way.stream()
                    .map(s -> s.act().values().get(d.attribute()))
                    .map(v -> v instanceof Value.Number(BigDecimal n) ? n : BigDecimal.ZERO)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (once.signum() > 0) {
                BigDecimal times = d.atLeast().divide(once, 0, RoundingMode.CEILING);
                if (times.compareTo(BigDecimal.valueOf(MOST_ACTS)) <= 0) {
                    add(ways, repeated(List.of(way), Math.max(1, times.longValue()), d.within(), apart(d.pattern())));
                }
            }
        }
        return ways.stream()
                .sorted(java.util.Comparator.comparingInt(List::size))
                .toList();
    }

    /** A constant that names a group stands for its members: inside a definition it is given as a value. */
    private List<List<Step>> ofBound(Pattern pattern, Map<String, Value> bound, Optional<String> doer) {
        return ofBound(pattern, bound, doer, Condition.ALWAYS);
    }

    private List<List<Step>> ofBound(
            Pattern pattern, Map<String, Value> bound, Optional<String> doer, Condition where) {
        for (Map.Entry<String, Value> one : bound.entrySet()) {
            if (one.getValue() instanceof Value.Actor(String name)
                    && agreement.members(name).isPresent()) {
                List<List<Step>> ways = new ArrayList<>();
                for (String member : agreement.members(name).get()) {
                    Map<String, Value> narrowed = new HashMap<>(bound);
                    narrowed.put(one.getKey(), new Value.Actor(member));
                    add(ways, ofBound(pattern, narrowed, doer, where));
                }
                return ways;
            }
        }
        return of(pattern, bound, doer, where);
    }

    private static void add(List<List<Step>> ways, List<List<Step>> more) {
        more.stream().limit(Math.max(0, MOST - ways.size())).forEach(ways::add);
    }

    private static <T> List<List<Step>> union(List<T> all, Function<T, List<List<Step>>> ways) {
        List<List<Step>> union = new ArrayList<>();
        // The plainest way of each first, so that no kind of act crowds out the others.
        List<List<List<Step>>> each = all.stream().map(ways).toList();
        for (int i = 0; union.size() < MOST; i++) {
            int before = union.size();
            for (List<List<Step>> one : each) {
                if (i < one.size() && union.size() < MOST) {
                    union.add(one.get(i));
                }
            }
            if (union.size() == before) {
                break;
            }
        }
        return union;
    }

    /** Each of the one with each of the other. */
    private static List<List<Step>> together(List<List<Step>> first, List<List<Step>> second) {
        List<List<Step>> both = new ArrayList<>();
        for (List<Step> b : second) {
            for (List<Step> a : first) {
                if (both.size() < MOST) {
                    List<Step> joined = new ArrayList<>(a);
                    joined.addAll(b);
                    both.add(joined);
                }
            }
        }
        return both;
    }

    private static List<List<Step>> shifted(List<List<Step>> ways, long by) {
        return ways.stream()
                .map(way -> way.stream()
                        .map(s -> new Step(s.act(), s.before() + by))
                        .toList())
                .toList();
    }

    /** How far apart two occurrences have to be that are not to be merged into one, in milliseconds; 0 where they need not. */
    private long apart(Pattern pattern) {
        Definition definition = definitions.get(pattern.event());
        if (definition == null) {
            return 0;
        }
        long own = definition.derivation() instanceof Definition.Merged merged ? longest(merged.gap()) + MINUTE : 0;
        return patterns(definition.derivation()).stream().mapToLong(this::apart).reduce(own, Math::max);
    }

    /** The most that a span can last, in milliseconds: days are counted on the calendar, and clocks are changed. */
    private static long longest(Span span) {
        return switch (span.unit()) {
            case SECOND, MINUTE, HOUR -> span.count() * span.unit().millis();
            case DAY -> (span.count() + 1) * DAY;
            case WEEK -> (span.count() * 7 + 1) * DAY;
            case MONTH -> (span.count() * 31 + 1) * DAY;
            case YEAR -> (span.count() * 366 + 1) * DAY;
        };
    }

    private static List<List<Step>> repeated(List<List<Step>> ways, long times, Optional<Span> within, long apart) {
        long room = within.filter(Span::exact)
                .map(s -> s.count() * s.unit().millis())
                .orElse(Long.MAX_VALUE);
        // Very many happen at one instant: one after another they would be played one after another.
        long usual = times > MOST_APART ? 0 : Math.max(1, Math.min(MINUTE, room / Math.max(1, times + 1)));
        long pace = Math.max(usual, apart);
        List<List<Step>> all = new ArrayList<>();
        for (List<Step> way : ways) {
            List<Step> often = new ArrayList<>();
            for (long i = times - 1; i >= 0; i--) {
                for (Step step : way) {
                    often.add(new Step(step.act(), step.before() + i * pace));
                }
            }
            all.add(often);
        }
        return all;
    }

    private List<List<Step>> different(Definition.Different d, Map<String, Value> bound, Condition asked) {
        Optional<ValueType> type = typeOfWhatDiffers(d);
        if (type.isEmpty() || d.atLeast() > MOST_ACTS) {
            return List.of();
        }
        Condition where = both(d.where(), asked);
        List<Act> acts = new ArrayList<>();
        List<Long> before = new ArrayList<>();
        long pace = d.atLeast() > MOST_APART ? 0 : 1000;
        // Some of the values may not be among those that the condition lets count.
        for (Value value : values().many(type.get(), d.atLeast() * 20)) {
            Map<String, Value> one = new HashMap<>(bound);
            one.put(d.variable(), value);
            if (!fitting().truth(where, one).orElse(true)) {
                continue;
            }
            List<List<Step>> ways = of(d.pattern(), one, Optional.empty(), where);
            if (ways.isEmpty()) {
                return List.of();
            }
            long shift = (d.atLeast() - 1 - before.size()) * pace;
            for (Step step : ways.getFirst()) {
                acts.add(step.act());
            }
            before.add(shift);
            if (before.size() == d.atLeast()) {
                break;
            }
        }
        return before.size() < d.atLeast() ? List.of() : List.of(spread(acts, before));
    }

    private Optional<ValueType> typeOfWhatDiffers(Definition.Different d) {
        return Optional.ofNullable(all.get(d.pattern().event()))
                .flatMap(e -> d.pattern().arguments().stream()
                        .filter(a -> a.term().equals(new Term.Variable(d.variable())))
                        .findFirst()
                        .flatMap(a -> e.attribute(a.attribute()))
                        .map(Attribute::type));
    }

    /** As many acts at each of the times. */
    private static List<Step> spread(List<Act> acts, List<Long> before) {
        List<Step> steps = new ArrayList<>();
        int each = acts.size() / before.size();
        for (int i = 0; i < acts.size(); i++) {
            steps.add(new Step(acts.get(i), before.get(Math.min(before.size() - 1, i / Math.max(1, each)))));
        }
        return steps;
    }

    /** Declared and defined events by name. */
    public Map<String, EventType> eventTypes() {
        return all;
    }

    private static List<List<Step>> changed(List<List<Step>> ways, String attribute, Value value) {
        return ways.stream()
                .map(way -> way.stream()
                        .map(s -> new Step(s.act().with(attribute, value), s.before()))
                        .toList())
                .toList();
    }

    // Conditions.

    /**
     * Ways to make a condition hold, the plainest first; the empty way where nothing needs to be done or nothing can be.
     *
     * @param bound values of the variables, as far as they are given
     */
    public List<List<Step>> conditions(Condition condition, Map<String, Value> bound) {
        return switch (condition) {
            case Condition.All c -> {
                List<List<Step>> all = List.of(List.of());
                for (Condition one : c.conditions()) {
                    all = together(all, conditions(one, bound));
                }
                yield all;
            }
            case Condition.Any c ->
                c.conditions().isEmpty() ? List.of(List.of()) : union(c.conditions(), one -> conditions(one, bound));
            case Condition.InState c -> state(c, bound);
            case Condition.HasHappened c -> atLeastNothing(shifted(of(c.pattern(), bound, Optional.empty()), MINUTE));
            case Condition.LevelIs c -> level(c, bound);
            case Condition.ClauseFulfilled c -> fulfilled(c);
            case Condition.ClauseBreached c -> breached(c.clause(), c.by());
            case Condition.Not c -> {
                // Mostly it is so already.
                List<List<Step>> all = new ArrayList<>(List.of(List.of()));
                against(c.condition(), bound).stream()
                        .filter(way -> !way.isEmpty())
                        .limit(MOST_UNDONE)
                        .forEach(all::add);
                yield all;
            }
            case Condition.NoneFor ignored -> List.of(List.of());
            case Condition.Undefined ignored -> List.of(List.of());
            case Condition.Compare ignored -> List.of(List.of());
            case Condition.InZone ignored -> List.of(List.of());
            case Condition.Distance ignored -> List.of(List.of());
        };
    }

    /** Ways to make a condition fail, as far as acts can. */
    public List<List<Step>> against(Condition condition, Map<String, Value> bound) {
        return switch (condition) {
            case Condition.All c -> union(c.conditions(), one -> against(one, bound));
            case Condition.Any c -> {
                List<List<Step>> all = List.of(List.of());
                for (Condition one : c.conditions()) {
                    all = together(all, against(one, bound));
                }
                yield all;
            }
            case Condition.Not c -> conditions(c.condition(), bound);
            case Condition.LevelIs c ->
                level(new Condition.LevelIs(c.level(), opposite(c.comparison()), c.number()), bound);
            case Condition.NoneFor c -> atLeastNothing(of(c.pattern(), bound, Optional.empty()));
            case Condition.InState c -> ending(c, bound);
            case Condition.HasHappened ignored -> List.of(List.of());
            case Condition.ClauseFulfilled c -> {
                // Mostly it is not fulfilled yet.
                List<List<Step>> all = new ArrayList<>(List.of(List.of()));
                breached(c.clause(), Optional.empty()).stream()
                        .filter(way -> !way.isEmpty())
                        .limit(MOST_UNDONE)
                        .forEach(all::add);
                yield all;
            }
            case Condition.ClauseBreached ignored -> List.of(List.of());
            case Condition.Undefined ignored -> List.of(List.of());
            case Condition.Compare ignored -> List.of(List.of());
            case Condition.InZone ignored -> List.of(List.of());
            case Condition.Distance ignored -> List.of(List.of());
        };
    }

    /** Ways to break a clause, or to set a duty in motion that is then left undone; nothing at all where time does that. */
    private List<List<Step>> breached(ClauseRef clause, Optional<String> by) {
        List<Norm> broken =
                agreement.norms().stream().filter(n -> clause.covers(n.id())).toList();
        return atLeastNothing(union(broken, norm -> breaking(norm, by)));
    }

    private List<List<Step>> breaking(Norm norm, Optional<String> by) {
        List<Optional<String>> bearers = Roles.bearers(norm);
        List<Optional<String>> some = bearers.isEmpty()
                ? Roles.withRole(agreement, Actor.Role.PARTY).stream()
                        .map(Optional::of)
                        .toList()
                : bearers;
        List<Optional<String>> these =
                some.stream().filter(b -> by.isEmpty() || b.equals(by)).toList();
        return union(these, bearer -> {
            Map<String, Value> bound = new HashMap<>();
            Roles.variable(norm).ifPresent(v -> bearer.ifPresent(b -> bound.put(v, new Value.Actor(b))));
            return together(shifted(conditions(norm.whileTrue(), bound), MINUTE), breaking(norm, bound, bearer));
        });
    }

    /** Ways to break a clause that is in force, or to set in motion a duty that is then left undone. */
    List<List<Step>> breaking(Norm norm, Map<String, Value> bound, Optional<String> doer) {
        return switch (norm.duty()) {
            case Duty.Refrain d -> of(d.act(), bound, doer, d.where());
            case Duty.Keep d -> against(d.condition(), bound);
            case Duty.Achieve ignored -> setOff(norm, bound);
            case Duty.Recur ignored -> List.of(List.of());
            case Duty.May ignored -> List.of();
            case Duty.Power ignored -> List.of();
        };
    }

    /** What a duty begins with. */
    private List<List<Step>> setOff(Norm norm, Map<String, Value> bound) {
        return switch (norm.trigger().orElse(null)) {
            case null ->
                Duties.anchor(norm)
                        .map(from -> of(from, bound, Optional.empty()))
                        .orElse(List.of(List.of()));
            case Trigger.OnEvent t -> of(t.pattern(), bound, Optional.empty(), t.where());
            case Trigger.OnBreach t -> breached(t.of(), Optional.empty());
            case Trigger.Continues t -> breached(t.breach().of(), Optional.empty());
            case Trigger.GrowsInto t ->
                together(
                        shifted(breached(t.breach().of(), Optional.empty()), MINUTE),
                        of(t.into(), bound, Optional.empty()));
            case Trigger.OnOutcome t -> fulfilled(new Condition.ClauseFulfilled(t.clause(), t.origin()));
            case Trigger.OnState t ->
                t.begins()
                        ? conditions(t.condition(), bound)
                        : together(shifted(conditions(t.condition(), bound), MINUTE), against(t.condition(), bound));
        };
    }

    private static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case IS -> Comparison.IS_NOT;
            case IS_NOT -> Comparison.IS;
            case AT_LEAST -> Comparison.LESS_THAN;
            case AT_MOST -> Comparison.MORE_THAN;
            case MORE_THAN -> Comparison.AT_MOST;
            case LESS_THAN -> Comparison.AT_LEAST;
        };
    }

    private List<List<Step>> ending(Condition.InState c, Map<String, Value> bound) {
        for (State state : agreement.states()) {
            if (state.name().equals(c.state())) {
                Map<String, Value> inner = inside(state, c, bound);
                return switch (state) {
                    case State.Named s -> against(s.condition(), inner);
                    case State.Fluent s -> atLeastNothing(union(s.ends(), p -> ofBound(p, inner, Optional.empty())));
                    case State.Period s ->
                        s.notice().isEmpty()
                                ? List.of(List.of())
                                : atLeastNothing(ofBound(s.notice().get().by(), inner, Optional.empty()));
                };
            }
        }
        return List.of(List.of());
    }

    /** The values of a state's parameters. */
    private static Map<String, Value> inside(State state, Condition.InState c, Map<String, Value> bound) {
        Map<String, Value> inner = new HashMap<>();
        for (int i = 0; i < state.parameters().size() && i < c.arguments().size(); i++) {
            String parameter = state.parameters().get(i);
            switch (c.arguments().get(i)) {
                case Term.Constant(Value value) -> inner.put(parameter, value);
                case Term.Variable(String outer) -> {
                    Value value = bound.get(outer);
                    if (value != null) {
                        inner.put(parameter, value);
                    }
                }
            }
        }
        return inner;
    }

    private static List<List<Step>> atLeastNothing(List<List<Step>> ways) {
        return ways.isEmpty() ? List.of(List.of()) : ways;
    }

    private List<List<Step>> state(Condition.InState c, Map<String, Value> bound) {
        for (State state : agreement.states()) {
            if (state.name().equals(c.state())) {
                Map<String, Value> inner = inside(state, c, bound);
                return switch (state) {
                    case State.Named s -> conditions(s.condition(), inner);
                    case State.Period s ->
                        s.start().orElse(null) instanceof State.Start.OfEvent(Pattern begin)
                                ? atLeastNothing(shifted(ofBound(begin, inner, Optional.empty()), MINUTE))
                                : List.of(List.of());
                    case State.Fluent s ->
                        atLeastNothing(shifted(union(s.begins(), p -> ofBound(p, inner, Optional.empty())), MINUTE));
                };
            }
        }
        return List.of(List.of());
    }

    private List<List<Step>> level(Condition.LevelIs c, Map<String, Value> bound) {
        for (Level level : agreement.levels()) {
            if (level.name().equals(c.level().event())) {
                Map<String, Value> inner = new HashMap<>();
                for (int i = 0; i < level.attributes().size(); i++) {
                    String variable = level.variables().get(i);
                    c.level().term(level.attributes().get(i)).ifPresent(t -> {
                        switch (t) {
                            case Term.Constant(Value value) -> inner.put(variable, value);
                            case Term.Variable(String outer) -> {
                                Value value = bound.get(outer);
                                if (value != null) {
                                    inner.put(variable, value);
                                }
                            }
                        }
                    });
                }
                BigDecimal figure = satisfying(c.comparison(), c.number());
                return atLeastNothing(shifted(
                        changed(of(level.pattern(), inner, Optional.empty()), level.figure(), new Value.Number(figure)),
                        MINUTE));
            }
        }
        return List.of(List.of());
    }

    static BigDecimal satisfying(Comparison comparison, BigDecimal number) {
        return switch (comparison) {
            case IS, AT_LEAST, AT_MOST -> number;
            case IS_NOT, MORE_THAN -> number.add(BigDecimal.ONE);
            case LESS_THAN -> number.subtract(BigDecimal.ONE);
        };
    }

    private List<List<Step>> fulfilled(Condition.ClauseFulfilled c) {
        List<List<Step>> all = List.of(List.of());
        for (Norm norm : agreement.norms()) {
            if (c.clause().covers(norm.id())
                    && Duties.demandsOnce(norm)
                    && norm.trigger().isEmpty()) {
                for (Optional<String> bearer : Roles.bearers(norm)) {
                    Map<String, Value> bound = new LinkedHashMap<>();
                    Roles.variable(norm).ifPresent(v -> bearer.ifPresent(b -> bound.put(v, new Value.Actor(b))));
                    List<List<Step>> ways = shifted(of(Duties.act(norm).orElseThrow(), bound, bearer), MINUTE);
                    all = together(all, ways.isEmpty() ? List.of(List.of()) : ways);
                }
            }
        }
        return all;
    }

    /** The declared events under an event: itself, or those that its definition is made of. */
    public Set<String> declaredUnder(String event) {
        return under.computeIfAbsent(event, e -> {
            Set<String> found = new LinkedHashSet<>();
            collectDeclared(e, found, new LinkedHashSet<>());
            return Collections.unmodifiableSet(found);
        });
    }

    private void collectDeclared(String event, Set<String> into, Set<String> seen) {
        if (!seen.add(event)) {
            return;
        }
        Definition definition = definitions.get(event);
        if (definition == null) {
            into.add(event);
        } else {
            patterns(definition.derivation()).forEach(p -> collectDeclared(p.event(), into, seen));
        }
    }

    /** The patterns that a derivation is made of, positive ones only: what must not happen makes nothing. */
    public static List<Pattern> patterns(Definition.Derivation derivation) {
        return derivation instanceof Definition.Absence absence ? List.of(absence.of()) : Parts.madeOf(derivation);
    }
}
