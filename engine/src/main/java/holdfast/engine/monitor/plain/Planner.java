package holdfast.engine.monitor.plain;

import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Duties;
import holdfast.language.reading.QuietGaps;
import holdfast.language.reading.Reach;
import holdfast.language.reading.Variables;
import holdfast.language.reading.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds out which clauses of a text the first tier can judge, and how. */
final class Planner {
    /** What is kept of a key grows with the clauses over keys of its kind: where there are more, the second tier, which keeps only what concerns a key, takes less. */
    private static final int MOST_OF_A_KIND = 16;

    private static final String DECISION = "decision";
    private static final Set<String> DERIVED = Set.of("motion", "vote", DECISION);

    private final Agreement agreement;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Plan.Clause> made = new LinkedHashMap<>();

    /** The clauses that are left to the second tier. */
    private final Set<String> rest = new LinkedHashSet<>();

    private Planner(Agreement agreement) {
        this.agreement = agreement;
        for (EventType event : agreement.events()) {
            places.putIfAbsent(event.name(), places.size());
        }
    }

    /** A clause or a pattern that only the second tier can judge. */
    private static final class Beyond extends Exception {
        private static final long serialVersionUID = 1L;

        Beyond() {
            super("only the second tier can judge it", null, false, false);
        }
    }

    /** Empty where the first tier has nothing to judge, or nothing would be gained by it. */
    static Optional<Plan> of(Agreement agreement) {
        return agreement.questions().isEmpty() ? new Planner(agreement).plan() : Optional.empty();
    }

    private Optional<Plan> plan() {
        for (Norm norm : agreement.norms()) {
            try {
                require(!made.containsKey(norm.id()) && isLeftAlone(norm));
                made.put(norm.id(), clause(norm));
            } catch (Beyond beyond) {
                made.remove(norm.id());
                rest.add(norm.id());
            }
        }
        leaveOut();
        List<Plan.Group> groups = groups();
        for (Plan.Group group : groups) {
            if (group.clauses().size() > MOST_OF_A_KIND) {
                group.clauses().forEach(c -> rest.add(c.norm().id()));
            }
        }
        leaveOut();
        List<Norm> others = agreement.norms().stream()
                .filter(n -> rest.contains(n.id()) && !Duties.isPermission(n))
                .toList();
        Set<String> heard = heard(others);
        List<Plan.Condition> conditions =
                made.values().stream().flatMap(c -> c.condition().stream()).toList();
        Set<String> known = new HashSet<>(heard);
        conditions.forEach(c -> known.addAll(c.heard()));
        boolean gains = known.isEmpty() || made.values().stream().anyMatch(c -> isNews(c, known));
        return made.isEmpty() || !gains
                ? Optional.empty()
                : Optional.of(new Plan(groups(), others, heard, conditions, confirmed()));
    }

    /** Whether the first tier alone hears of what the clause is about. */
    private boolean isNews(Plan.Clause clause, Set<String> heard) {
        return !heard.contains(agreement.events().get(clause.act().event()).name());
    }

    /** Whether no power, finding or rule bears upon the clause. */
    private boolean isLeftAlone(Norm norm) {
        boolean powerless = agreement.norms().stream()
                .allMatch(n ->
                        Duties.power(n).filter(p -> p.over().covers(norm.id())).isEmpty());
        return powerless && agreement.rules().stream().noneMatch(rule -> bearsUpon(rule, norm));
    }

    private static boolean bearsUpon(Rule rule, Norm norm) {
        return switch (rule) {
            case Rule.Confirms r -> r.of().covers(norm.id()) && silenceSpeaks(r);
            case Rule.Evidence r -> r.of().covers(norm.id());
            case Rule.AnswersFor _ -> Duties.forbidsAct(norm);
            case Rule.InForceWhile _,
                    Rule.Attributes _,
                    Rule.Corrects _,
                    Rule.RulesOn _,
                    Rule.QuietGap _,
                    Rule.Accepts _,
                    Rule.ForcesInArea _,
                    Rule.Readiness _ -> false;
        };
    }

    /** Whether it changes a breach that nobody has decided on it. */
    private static boolean silenceSpeaks(Rule.Confirms rule) {
        return rule.body().isPresent()
                && rule.silence()
                        .filter(s -> s.meaning() != Rule.Silence.Meaning.ALLEGED)
                        .isPresent();
    }

    private Set<String> confirmed() {
        Set<String> confirmed = new HashSet<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.Confirms r && r.body().isPresent()) {
                made.keySet().stream().filter(r.of()::covers).forEach(confirmed::add);
            }
        }
        return confirmed;
    }

    /** What others than this tier judge, and all clauses that hang together with that, is left to the second. */
    private void leaveOut() {
        Walk walk = new Walk(agreement);
        boolean more = true;
        while (more) {
            more = false;
            for (Norm norm : agreement.norms()) {
                if (rest.contains(norm.id())) {
                    for (Norm named : named(norm, walk)) {
                        more |= rest.add(named.id());
                    }
                }
            }
            made.keySet().removeAll(rest);
            for (Plan.Clause clause : List.copyOf(made.values())) {
                if (clause instanceof Plan.Sequel s && !made.containsKey(s.of())) {
                    more |= rest.add(s.norm().id());
                }
            }
            made.keySet().removeAll(rest);
        }
    }

    /** The clauses on whose outcome another hangs. */
    private Set<Norm> named(Norm norm, Walk walk) {
        Set<Norm> named = new LinkedHashSet<>(walk.from(norm).clauses());
        ClauseRef ref = switch (norm.trigger().orElse(null)) {
            case Trigger.OnBreach t -> t.of();
            case Trigger.Continues t -> t.breach().of();
            case Trigger.GrowsInto t -> t.breach().of();
            case Trigger.OnOutcome t -> t.clause();
            case Trigger.OnState _ -> null;
            case Trigger.OnEvent _ -> null;
            case null -> null;
        };
        if (ref != null) {
            agreement.norms().stream().filter(n -> ref.covers(n.id())).forEach(named::add);
        }
        return named;
    }

    /** The declared events that clauses hear of. */
    private Set<String> heard(List<Norm> clauses) {
        Walk walk = new Walk(agreement);
        List<Reach> reached = new ArrayList<>();
        clauses.forEach(clause -> reached.add(walk.from(clause)));
        if (!clauses.isEmpty()) {
            inForceWhile().forEach(condition -> reached.add(walk.from(condition)));
        }
        return heardIn(reached);
    }

    private static Set<String> heardIn(List<Reach> reached) {
        Set<String> heard = new HashSet<>();
        for (Reach reach : reached) {
            reach.patterns().forEach(pattern -> heard.add(pattern.event()));
        }
        if (heard.contains(DECISION)) {
            heard.addAll(DERIVED);
        }
        return heard;
    }

    /** The conditions while which alone the text is in force. */
    private List<Condition> inForceWhile() {
        return agreement.rules().stream()
                .filter(rule -> rule instanceof Rule.InForceWhile)
                .map(rule -> ((Rule.InForceWhile) rule).condition())
                .toList();
    }

    /** Clauses with a record in common whose keys stand alike, and those that follow from one another, are one group. */
    private List<Plan.Group> groups() {
        List<List<Plan.Clause>> groups = new ArrayList<>();
        for (Plan.Clause clause : made.values()) {
            List<Plan.Clause> joined = null;
            for (List<Plan.Clause> group : groups) {
                boolean belongs =
                        clause instanceof Plan.Sequel s ? group.contains(made.get(s.of())) : shares(group, clause);
                joined = belongs ? group : joined;
            }
            if (joined == null) {
                joined = new ArrayList<>();
                groups.add(joined);
            }
            joined.add(clause);
        }
        return groups.stream()
                .map(g -> new Plan.Group(g.getFirst().act().key().size(), List.copyOf(g)))
                .toList();
    }

    private static boolean shares(List<Plan.Clause> group, Plan.Clause clause) {
        return group.stream().anyMatch(c -> c.act().equals(clause.act()));
    }

    private Plan.Clause clause(Norm norm) throws Beyond {
        return switch (norm.duty()) {
            case Duty.Achieve duty -> duty(norm, duty);
            case Duty.Refrain ban -> ban(norm, ban);
            case Duty.Keep _, Duty.Recur _, Duty.May _, Duty.Power _ -> throw new Beyond();
        };
    }

    private static void require(boolean met) throws Beyond {
        if (!met) {
            throw new Beyond();
        }
    }

    // Duties to act.

    private Plan.Clause duty(Norm norm, Duty.Achieve duty) throws Beyond {
        require(norm.whileTrue().isAlways()
                && inForceWhile().isEmpty()
                && norm.guard().isAlways());
        require(duty.amount() instanceof Duty.Amount.Times(int n)
                && n <= 1
                && duty.notBefore().isEmpty());
        require(duty.due().isEmpty() || duty.due().get() instanceof Bound.Within);
        return switch (norm.trigger().orElseThrow(Beyond::new)) {
            case Trigger.OnEvent on -> deadline(norm, duty, on);
            case Trigger.OnBreach on -> sequel(norm, duty, on);
            case Trigger.Continues _, Trigger.GrowsInto _, Trigger.OnOutcome _, Trigger.OnState _ -> throw new Beyond();
        };
    }

    private Plan.Clause deadline(Norm norm, Duty.Achieve duty, Trigger.OnEvent on) throws Beyond {
        Optional<Plan.Window> within = Optional.empty();
        if (duty.due().orElse(null) instanceof Bound.Within w) {
            require(w.anchor() instanceof Anchor.OfTrigger);
            within = Optional.of(new Plan.Window(w.span(), w.includingFirstDay()));
        }
        Map<String, Integer> bound = variables(on.pattern());
        Pattern act = actOf(norm.bearer(), duty.act());
        List<String> key = key(act, bound);
        Map<String, Integer> shown = new TreeMap<>(bound);
        bearerVariable(norm.bearer()).ifPresent(shown::remove);
        return new Plan.Deadline(
                norm,
                match(on.pattern(), on.where(), key),
                match(act, duty.where(), key),
                within,
                holder(norm.bearer(), bound),
                shown);
    }

    private Plan.Clause sequel(Norm norm, Duty.Achieve duty, Trigger.OnBreach on) throws Beyond {
        require(!on.confirmed() && on.by().isEmpty());
        require(agreement.norms().stream().filter(n -> on.of().covers(n.id())).count() == 1);
        Plan.Deadline first = null;
        for (Plan.Clause clause : made.values()) {
            if (on.of().covers(clause.norm().id()) && clause instanceof Plan.Deadline deadline) {
                first = deadline;
            }
        }
        require(first != null && !duty.act().variables().contains(on.variable()));
        Plan.Deadline deadline = Objects.requireNonNull(first);
        Set<String> mentioned = Variables.of(norm);
        Map<String, Integer> bound = new TreeMap<>();
        Trigger.OnEvent sets = (Trigger.OnEvent) deadline.norm().trigger().orElseThrow();
        Pattern triggering = sets.pattern();
        variables(triggering).forEach((name, position) -> {
            if (mentioned.contains(name)) {
                bound.put(name, position);
            }
        });
        Pattern act = actOf(norm.bearer(), duty.act());
        List<String> key = key(act, bound);
        require(match(triggering, sets.where(), key).equals(deadline.trigger()));
        boolean anchored = false;
        Optional<Plan.Window> within = Optional.empty();
        if (duty.due().orElse(null) instanceof Bound.Within w) {
            anchored = w.anchor() instanceof Anchor.OfEvent;
            if (w.anchor() instanceof Anchor.OfEvent(Pattern anchor)) {
                require(sets.where().isAlways()
                        && anchor.arguments().equals(triggering.arguments())
                        && anchor.event().equals(triggering.event())
                        && variables(anchor).keySet().equals(Set.copyOf(key)));
            } else {
                require(w.anchor() instanceof Anchor.OfTrigger);
            }
            within = Optional.of(new Plan.Window(w.span(), w.includingFirstDay()));
        }
        Map<String, Integer> shown = new TreeMap<>(bound);
        bearerVariable(norm.bearer()).ifPresent(shown::remove);
        return new Plan.Sequel(
                norm,
                deadline.norm().id(),
                match(act, duty.where(), key),
                within,
                anchored,
                holder(norm.bearer(), bound),
                shown);
    }

    private static int at(String variable, Map<String, Integer> bound) throws Beyond {
        Integer position = bound.get(variable);
        require(position != null);
        return Objects.requireNonNull(position);
    }

    private static Optional<String> bearerVariable(Bearer bearer) {
        return bearer instanceof Bearer.Bound(String variable) ? Optional.of(variable) : Optional.empty();
    }

    private static Plan.Holder holder(Bearer bearer, Map<String, Integer> bound) throws Beyond {
        return switch (bearer) {
            case Bearer.NobodyNamed() -> new Plan.Holder.Nobody();
            case Bearer.Named(List<String> actors) -> {
                require(actors.size() == 1);
                yield new Plan.Holder.One(actors.getFirst());
            }
            case Bearer.Bound(String variable) -> {
                yield new Plan.Holder.At(at(variable, bound));
            }
            case Bearer.EachOf _, Bearer.Anyone _ -> throw new Beyond();
        };
    }

    /** With the bearer as the one who acts, where the text does not say who. */
    private Pattern actOf(Bearer bearer, Pattern act) throws Beyond {
        EventType type = type(act);
        boolean open = type.attribute("by").isPresent() && act.term("by").isEmpty();
        Optional<Term> by = switch (bearer) {
            case Bearer.NobodyNamed _, Bearer.Anyone _, Bearer.EachOf _ -> Optional.empty();
            case Bearer.Named(List<String> actors) ->
                Optional.of(new Term.Constant(new Value.Actor(actors.getFirst())));
            case Bearer.Bound(String variable) ->
                act.variables().contains(variable) ? Optional.empty() : Optional.of(new Term.Variable(variable));
        };
        if (!open || by.isEmpty()) {
            return act;
        }
        List<Pattern.Argument> arguments = new ArrayList<>(act.arguments());
        arguments.add(new Pattern.Argument("by", by.get()));
        return new Pattern(act.event(), arguments, act.origin());
    }

    /** The variables of an act that are bound, in the order of their names; at least one. */
    private List<String> key(Pattern act, Map<String, Integer> bound) throws Beyond {
        List<String> key = new ArrayList<>(new TreeMap<>(variables(act)).keySet());
        key.retainAll(bound.keySet());
        require(!key.isEmpty());
        return key;
    }

    // Prohibitions.

    private Plan.Clause ban(Norm norm, Duty.Refrain ban) throws Beyond {
        require(norm.trigger().isEmpty() && norm.guard().isAlways());
        Pattern named = unaliased(ban.act());
        Optional<Definition> counted = definition(named.event());
        Optional<Span> gap = QuietGaps.of(agreement, norm);
        Pattern act = named;
        Condition where = ban.where();
        Plan.When when = new Plan.When.Always();
        List<String> key = List.of();
        List<Condition> waits = new ArrayList<>(conjuncts(norm.whileTrue()));
        List<Condition> keyed =
                waits.stream().filter(c -> !Variables.of(c).isEmpty()).toList();
        waits.removeAll(keyed);
        if (counted.isPresent()) {
            require(keyed.isEmpty());
            Definition definition = counted.get();
            require(definition.derivation() instanceof Definition.Count);
            Definition.Count count = (Definition.Count) definition.derivation();
            require(where.isAlways() && count.atLeast() <= Integer.MAX_VALUE);
            where = count.where();
            require(variables(named, definition.type()).size()
                    == named.arguments().size());
            act = count.pattern();
            key = definition.variables();
            require(Set.copyOf(key).size() == key.size());
            when = new Plan.When.Crowded(count.atLeast(), count.within());
        }
        Map<String, Integer> bound = variables(act);
        require(bound.keySet().containsAll(key));
        Map<String, Integer> shown = new TreeMap<>();
        if (!keyed.isEmpty()) {
            require(keyed.size() == 1
                    && keyed.getFirst() instanceof Condition.InState
                    && waits.stream().noneMatch(this::asksForLevel));
            Condition.InState in = (Condition.InState) keyed.getFirst();
            key = variablesOf(in);
            when = holding(in, key);
            require(bound.keySet().containsAll(key) && !key.isEmpty());
            key.forEach(v -> shown.put(v, bound.get(v)));
        }
        Plan.Holder holder = offender(norm.bearer(), named, act, counted, bound);
        String ownVariable = bearerNamed(norm.bearer());
        require(ownVariable == null || !shown.containsKey(ownVariable));
        Plan.Match match = match(act, where, key);
        return new Plan.Ban(
                norm,
                when instanceof Plan.When.Always ? match.by(holder) : match,
                when,
                condition(norm, waits),
                holder,
                gap,
                shown);
    }

    // When a clause is in force.

    private static List<Condition> conjuncts(Condition condition) {
        return condition instanceof Condition.All(List<Condition> all)
                ? all.stream().flatMap(c -> conjuncts(c).stream()).toList()
                : List.of(condition);
    }

    /** Whatever has been reported when another condition holds is known where a level is asked for, so that the two cannot be taken apart. */
    private boolean asksForLevel(Condition condition) {
        return new Walk(agreement).from(condition).conditions().stream().anyMatch(c -> c instanceof Condition.LevelIs);
    }

    /** @param waits what the clause itself waits for, without any variable */
    private Optional<Plan.Condition> condition(Norm norm, List<Condition> waits) throws Beyond {
        List<Condition> all = new ArrayList<>();
        waits.stream().filter(c -> !c.isAlways()).forEach(all::add);
        Condition own = waits.size() == 1 ? waits.getFirst() : new Condition.All(waits);
        all.addAll(inForceWhile());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Walk walk = new Walk(agreement);
        List<Reach> reached = all.stream().map(walk::from).toList();
        for (Reach reach : reached) {
            require(reach.clauses().isEmpty() && reach.terms().isEmpty());
        }
        return Optional.of(new Plan.Condition(norm.withConditions(own, norm.guard()), heardIn(reached)));
    }

    private static @Nullable String bearerNamed(Bearer bearer) {
        return switch (bearer) {
            case Bearer.EachOf each -> each.variable();
            case Bearer.Anyone anyone -> anyone.variable();
            case Bearer.NobodyNamed _, Bearer.Named _, Bearer.Bound _ -> null;
        };
    }

    /** An event that is another one under a second name, however often that is said: the other one. */
    private Pattern unaliased(Pattern act) throws Beyond {
        Definition definition = definition(act.event()).orElse(null);
        if (definition == null || !(definition.derivation() instanceof Definition.Select select)) {
            return act;
        }
        require(select.where().isAlways());
        Pattern one = select.patterns().getFirst();
        require(select.patterns().stream()
                .allMatch(p -> p.event().equals(one.event()) && p.arguments().equals(one.arguments())));
        List<Pattern.Argument> arguments = new ArrayList<>();
        require(one.variables().size() == one.arguments().size());
        for (Pattern.Argument argument : one.arguments()) {
            String variable = ((Term.Variable) argument.term()).name();
            int at = definition.variables().indexOf(variable);
            require(at >= 0 && definition.variables().lastIndexOf(variable) == at);
            String attribute = definition.type().attributes().get(at).name();
            require(attribute.equals(argument.attribute()));
            act.term(attribute).ifPresent(t -> arguments.add(new Pattern.Argument(argument.attribute(), t)));
        }
        require(definition.type().attributes().size() == type(one).attributes().size()
                && definition(one.event()).isPresent());
        return unaliased(new Pattern(one.event(), arguments, act.origin()));
    }

    private List<String> variablesOf(Condition.InState in) throws Beyond {
        List<String> variables = new ArrayList<>();
        for (Term term : in.arguments()) {
            if (term instanceof Term.Variable(String name)) {
                require(!variables.contains(name));
                variables.add(name);
            }
        }
        return variables;
    }

    private Plan.When holding(Condition.InState in, List<String> key) throws Beyond {
        State state = agreement.states().stream()
                .filter(s -> s.name().equals(in.state()))
                .findFirst()
                .orElseThrow(Beyond::new);
        require(state instanceof State.Fluent
                && state.parameters().size() == in.arguments().size());
        State.Fluent fluent = (State.Fluent) state;
        return new Plan.When.Holding(
                changes(fluent.begins(), fluent, in, key), changes(fluent.ends(), fluent, in, key));
    }

    /** The patterns with what the clause says of the state's parameters; all of these must stand in each of them. */
    private List<Plan.Match> changes(List<Pattern> patterns, State.Fluent state, Condition.InState in, List<String> key)
            throws Beyond {
        List<Plan.Match> matches = new ArrayList<>();
        for (Pattern pattern : patterns) {
            List<Pattern.Argument> arguments = new ArrayList<>();
            for (Pattern.Argument argument : pattern.arguments()) {
                Term term = argument.term();
                int parameter = term instanceof Term.Variable(String name)
                        ? state.parameters().indexOf(name)
                        : -1;
                Term put = parameter >= 0 ? in.arguments().get(parameter) : term;
                require(!(put instanceof Term.Constant) || parameter < 0 || isSingle(put));
                arguments.add(new Pattern.Argument(argument.attribute(), put));
            }
            require(pattern.variables().containsAll(state.parameters()));
            matches.add(match(new Pattern(pattern.event(), arguments, pattern.origin()), Condition.ALWAYS, key));
        }
        return matches;
    }

    private boolean isSingle(Term constant) {
        return !(((Term.Constant) constant).value() instanceof Value.Actor(String name))
                || agreement.members(name).isEmpty();
    }

    /** Who has done it: the bearer stands where the text puts its variable, or as {@code by}. */
    private Plan.Holder offender(
            Bearer bearer, Pattern named, Pattern act, Optional<Definition> counted, Map<String, Integer> bound)
            throws Beyond {
        if (bearer instanceof Bearer.NobodyNamed) {
            return new Plan.Holder.Nobody();
        }
        EventType type = counted.map(Definition::type).orElse(type(act));
        String variable = bearerNamed(bearer);
        String carrier = null;
        for (Pattern.Argument argument : named.arguments()) {
            if (argument.term() instanceof Term.Variable(String name) && name.equals(variable)) {
                carrier = argument.attribute();
            }
        }
        if (carrier == null) {
            require(type.attribute("by").isPresent());
            carrier = "by";
        }
        int position;
        if (counted.isPresent()) {
            int at = indexOf(type, carrier);
            position = at(counted.get().variables().get(at), bound);
        } else {
            position = indexOf(type, carrier);
        }
        require(type(act).attributes().get(position).type() == ValueType.PARTY);
        return switch (bearer) {
            case Bearer.Anyone _ -> new Plan.Holder.At(position);
            case Bearer.EachOf each -> new Plan.Holder.Among(position, each.actors());
            case Bearer.Named(List<String> actors) -> new Plan.Holder.Among(position, actors);
            case Bearer.Bound _, Bearer.NobodyNamed _ -> throw new Beyond();
        };
    }

    // Patterns.

    private Optional<Definition> definition(String event) {
        return agreement.definitions().stream()
                .filter(d -> d.name().equals(event))
                .findFirst();
    }

    private EventType type(Pattern pattern) throws Beyond {
        return agreement.eventType(pattern.event()).orElseThrow(Beyond::new);
    }

    private static int indexOf(EventType type, String attribute) throws Beyond {
        for (int i = 0; i < type.attributes().size(); i++) {
            if (type.attributes().get(i).name().equals(attribute)) {
                return i;
            }
        }
        throw new Beyond();
    }

    private Map<String, Integer> variables(Pattern pattern) throws Beyond {
        return variables(pattern, type(pattern));
    }

    /** Where a pattern has its variables; each once, and none for a place. */
    private static Map<String, Integer> variables(Pattern pattern, EventType type) throws Beyond {
        Map<String, Integer> found = new TreeMap<>();
        for (Pattern.Argument argument : pattern.arguments()) {
            if (argument.term() instanceof Term.Variable(String name)) {
                int position = indexOf(type, argument.attribute());
                require(type.attributes().get(position).type() != ValueType.PLACE);
                require(found.put(name, position) == null);
            }
        }
        return found;
    }

    /** @param where a condition on nothing that the pattern does not bind */
    private Plan.Match match(Pattern pattern, Condition where, List<String> key) throws Beyond {
        Integer event = places.get(pattern.event());
        require(event != null && !DERIVED.contains(pattern.event()) && !agreement.countsOnce(pattern.event()));
        EventType type = agreement.events().get(Objects.requireNonNull(event));
        Map<String, Integer> variables = variables(pattern, type);
        TreeMap<Integer, List<Value>> fixed = new TreeMap<>();
        List<Integer> given = new ArrayList<>();
        for (Pattern.Argument argument : pattern.arguments()) {
            int position = indexOf(type, argument.attribute());
            switch (argument.term()) {
                case Term.Constant(Value value) -> fixed.put(position, admitted(value, type, position));
                case Term.Variable _ -> given.add(position);
            }
        }
        given.sort(null);
        List<Integer> at = new ArrayList<>();
        for (String variable : key) {
            Integer position = variables.get(variable);
            require(position != null);
            at.add(position);
        }
        List<Plan.Where> tests = where.isAlways() ? List.of() : List.of(where(where, type, variables));
        return new Plan.Match(event, fixed, given, tests, at);
    }

    private Plan.Where where(Condition condition, EventType type, Map<String, Integer> bound) throws Beyond {
        return switch (condition) {
            case Condition.All(List<Condition> all) -> new Plan.Where.All(wheres(all, type, bound));
            case Condition.Any(List<Condition> any) -> new Plan.Where.Any(wheres(any, type, bound));
            case Condition.Not(Condition negated) -> new Plan.Where.Not(where(negated, type, bound));
            case Condition.Compare compare -> compared(compare, type, bound);
            case Condition.InState _,
                    Condition.HasHappened _,
                    Condition.NoneFor _,
                    Condition.ClauseFulfilled _,
                    Condition.ClauseBreached _,
                    Condition.LevelIs _,
                    Condition.Undefined _,
                    Condition.InZone _,
                    Condition.Distance _ -> throw new Beyond();
        };
    }

    private List<Plan.Where> wheres(List<Condition> conditions, EventType type, Map<String, Integer> bound)
            throws Beyond {
        List<Plan.Where> wheres = new ArrayList<>();
        for (Condition condition : conditions) {
            wheres.add(where(condition, type, bound));
        }
        return wheres;
    }

    private Plan.Where compared(Condition.Compare compare, EventType type, Map<String, Integer> bound) throws Beyond {
        require(compare.left() instanceof Term.Variable);
        int left = at(((Term.Variable) compare.left()).name(), bound);
        ValueType leftType = type.attributes().get(left).type();
        boolean asksWhether = compare.comparison() == Comparison.IS || compare.comparison() == Comparison.IS_NOT;
        require(asksWhether || leftType == ValueType.NUMBER || leftType == ValueType.DATE);
        return switch (compare.right()) {
            case Term.Variable(String name) -> {
                int right = at(name, bound);
                require(type.attributes().get(right).type() == leftType);
                yield new Plan.Where.Between(left, compare.comparison(), right);
            }
            case Term.Constant(Value value) -> {
                List<Value> values = admitted(value, type, left);
                Plan.Where is = new Plan.Where.OneOf(left, values);
                yield switch (compare.comparison()) {
                    case IS -> is;
                    case IS_NOT -> new Plan.Where.Not(is);
                    case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN ->
                        new Plan.Where.Order(left, compare.comparison(), value);
                };
            }
        };
    }

    private List<Value> admitted(Value value, EventType type, int position) throws Beyond {
        require(Codes.isOf(value, type.attributes().get(position).type())
                && !(value instanceof Value.Place)
                && !(value instanceof Value.NamedPlace));
        if (value instanceof Value.Actor(String name)) {
            Optional<List<String>> members = agreement.members(name);
            if (members.isPresent()) {
                return members.get().stream().<Value>map(Value.Actor::new).toList();
            }
        }
        return List.of(value);
    }
}
