package holdfast.language;

import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.Zone;
import holdfast.language.reading.Duties;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which questions each clause hangs (semantics, section 3), and what it says of one bearer: those in the prefixes of all statements that are used, directly or
 * not. Statements are the nodes of a graph; questions are carried backwards along its arrows until nothing changes.
 */
public final class Hanging {
    private static final String EVERYTHING = "every clause";
    private static final String AS_TO_OTHERS = "as to others, ";

    private final Map<String, Set<String>> usedBy = new HashMap<>();
    private final Map<String, Set<String>> questions = new HashMap<>();
    private final Set<String> clauses = new LinkedHashSet<>();
    private final Agreement agreement;

    /** Who answers for somebody under some answer, and not under another. */
    private final Set<String> principals = new LinkedHashSet<>();

    private Hanging(Agreement agreement) {
        this.agreement = agreement;
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.AnswersFor r && !r.reading().answers().isEmpty()) {
                principals.add(r.principal());
            }
        }
    }

    /** What hangs on what in an agreement. */
    public static Hanging in(Agreement agreement) {
        Hanging hanging = new Hanging(agreement);
        hanging.link();
        hanging.carry();
        return hanging;
    }

    /** By clause, the names of the questions, sorted; empty for a clause that hangs on nothing. Every clause of the agreement is a key. */
    public static Map<String, Set<String>> questionsOf(Agreement agreement) {
        return in(agreement).byClause();
    }

    /** {@link #questionsOf} of this agreement. */
    public Map<String, Set<String>> byClause() {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        clauses.forEach(id -> found.put(id, named(clause(id))));
        return Collections.unmodifiableMap(found);
    }

    /** The questions on which the verdicts of a clause on one bearer hang: those of the clause, less those that only decide for whom another bearer answers. */
    public Set<String> of(String clause, String bearer) {
        return named(clauseAsTo(bearer, clause));
    }

    /** Whether a clause can hang on more for one bearer than for another. */
    public boolean differsByBearer() {
        return !principals.isEmpty();
    }

    private Set<String> named(String node) {
        return Collections.unmodifiableSet(new TreeSet<>(questions.getOrDefault(node, Set.of())));
    }

    private static String clause(String id) {
        return "clause " + id;
    }

    /** What a clause says of one bearer: the same of all who answer for nobody. */
    private String clauseAsTo(String bearer, String id) {
        return asTo(bearer) + "clause " + id;
    }

    private String asTo(String bearer) {
        return principals.contains(bearer) ? "as to " + bearer + ", " : AS_TO_OTHERS;
    }

    /** For whom a bearer answers. */
    private static String answering(String bearer) {
        return "answering " + bearer;
    }

    /** What stands for all clauses that a reference covers, when somebody names them. */
    private static String covered(String reference) {
        return "covered by " + reference;
    }

    private String coveredAsTo(String bearer, String reference) {
        return asTo(bearer) + covered(reference);
    }

    /** What stands for the rules and powers about the clauses that a reference covers. */
    private static String about(String reference) {
        return "about " + reference;
    }

    private static String name(String name) {
        return "name " + name;
    }

    private void uses(String user, String used) {
        usedBy.computeIfAbsent(used, k -> new LinkedHashSet<>()).add(user);
    }

    private void hangs(String node, Reading reading) {
        if (!reading.answers().isEmpty()) {
            questions
                    .computeIfAbsent(node, k -> new TreeSet<>())
                    .addAll(reading.answers().keySet());
        }
    }

    private void carry() {
        Deque<String> changed = new ArrayDeque<>(questions.keySet());
        while (!changed.isEmpty()) {
            String node = changed.remove();
            List<String> carried = new ArrayList<>(questions.getOrDefault(node, Set.of()));
            for (String user : usedBy.getOrDefault(node, Set.of())) {
                if (questions.computeIfAbsent(user, k -> new TreeSet<>()).addAll(carried)) {
                    changed.add(user);
                }
            }
        }
    }

    private void link() {
        agreement.norms().forEach(this::norm);
        agreement.rules().forEach(this::rule);
        agreement.definitions().forEach(d -> {
            hangs(name(d.name()), d.reading());
            derivation(name(d.name()), d.derivation());
        });
        agreement.levels().forEach(this::level);
        agreement.states().forEach(this::state);
        agreement.zones().forEach(this::zone);
        agreement.bodies().forEach(b -> hangs(name(b.name()), b.reading()));
    }

    private void norm(Norm norm) {
        String node = AS_TO_OTHERS + clause(norm.id());
        clauses.add(norm.id());
        uses(clause(norm.id()), node);
        bearers(norm);
        hangs(node, norm.reading());
        uses(node, EVERYTHING);
        for (int dot = norm.id().length(); dot > 0; dot = norm.id().lastIndexOf('.', dot - 1)) {
            String reference = norm.id().substring(0, dot);
            uses(node, about(reference));
            uses(covered(reference), clause(norm.id()));
            uses(AS_TO_OTHERS + covered(reference), node);
            principals.forEach(p -> uses(coveredAsTo(p, reference), clauseAsTo(p, norm.id())));
        }
        condition(node, norm.whileTrue());
        norm.trigger().ifPresent(t -> trigger(node, t));
        condition(node, norm.guard());
        duty(node, norm);
    }

    /** An answer for whose acts X answers is of no concern to a clause that X does not bear, nor to its other bearers. */
    private void bearers(Norm norm) {
        List<String> bearers = switch (norm.bearer()) {
            case Bearer.Named named -> named.actors();
            case Bearer.EachOf each -> each.actors();
            case Bearer.NobodyNamed ignored -> List.of();
            case Bearer.Bound ignored -> List.of();
            case Bearer.Anyone ignored -> List.of();
        };
        for (String principal : principals) {
            uses(clauseAsTo(principal, norm.id()), AS_TO_OTHERS + clause(norm.id()));
            if (Duties.forbidsAct(norm) && bearers.contains(principal)) {
                uses(clauseAsTo(principal, norm.id()), answering(principal));
                uses(clause(norm.id()), answering(principal));
            }
        }
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Confirms r -> about(r.of(), r.reading());
            case Rule.QuietGap r -> about(r.of(), r.reading());
            case Rule.Evidence r -> about(r.of(), r.reading());
            case Rule.Attributes r -> hangs(EVERYTHING, r.reading());
            case Rule.Corrects r -> hangs(EVERYTHING, r.reading());
            case Rule.AnswersFor r -> hangs(answering(r.principal()), r.reading());
            case Rule.RulesOn r -> hangs(name(r.name()), r.reading());
            case Rule.Accepts ignored -> {}
            case Rule.ForcesInArea ignored -> {}
            case Rule.Readiness ignored -> {}
            case Rule.InForceWhile r -> {
                hangs(EVERYTHING, r.reading());
                condition(EVERYTHING, r.condition());
            }
        }
    }

    private void about(ClauseRef of, Reading reading) {
        of.ids().forEach(id -> hangs(about(id), reading));
    }

    private void clauses(String user, ClauseRef used) {
        used.ids().forEach(id -> uses(user, covered(id)));
    }

    /** The breaches of some clauses by whomever the trigger names: by one actor, only what the clauses say of that one. */
    private void breaches(String user, Trigger.OnBreach on) {
        Optional<Set<String>> named = on.by().flatMap(this::named);
        if (named.isEmpty()) {
            clauses(user, on.of());
            return;
        }
        for (String id : on.of().ids()) {
            named.get().forEach(bearer -> uses(user, coveredAsTo(bearer, id)));
        }
    }

    private Optional<Set<String>> named(Term by) {
        if (!(by instanceof Term.Constant(Value.Actor(String name)))) {
            return Optional.empty();
        }
        return agreement
                .members(name)
                .<Set<String>>map(LinkedHashSet::new)
                .or(() -> agreement.hasActor(name) ? Optional.of(Set.of(name)) : Optional.empty());
    }

    private void trigger(String node, Trigger trigger) {
        switch (trigger) {
            case Trigger.OnEvent t -> {
                pattern(node, t.pattern());
                condition(node, t.where());
            }
            case Trigger.OnBreach t -> breaches(node, t);
            case Trigger.Continues t -> breaches(node, t.breach());
            case Trigger.GrowsInto t -> {
                breaches(node, t.breach());
                pattern(node, t.into());
            }
            case Trigger.OnOutcome t -> clauses(node, t.clause());
            case Trigger.OnState t -> condition(node, t.condition());
        }
    }

    private void duty(String node, Norm norm) {
        Duties.act(norm).ifPresent(act -> pattern(node, act));
        Duties.condition(norm).ifPresent(condition -> condition(node, condition));
        Duties.anchor(norm).ifPresent(anchor -> pattern(node, anchor));
        Duties.power(norm).ifPresent(power -> power.over().ids().forEach(id -> uses(about(id), node)));
    }

    private void level(Level level) {
        hangs(name(level.name()), level.reading());
        pattern(name(level.name()), level.pattern());
    }

    private void state(State state) {
        String node = name(state.name());
        hangs(node, state.reading());
        switch (state) {
            case State.Named s -> condition(node, s.condition());
            case State.Period s -> s.patterns().forEach(p -> pattern(node, p));
            case State.Fluent s -> {
                s.begins().forEach(p -> pattern(node, p));
                s.ends().forEach(p -> pattern(node, p));
            }
        }
    }

    private void zone(Zone zone) {
        hangs(name(zone.name()), zone.reading());
        if (zone instanceof Zone.Around around) {
            uses(name(zone.name()), name(around.of()));
        }
    }

    private void derivation(String node, Definition.Derivation derivation) {
        switch (derivation) {
            case Definition.Select d -> {
                d.patterns().forEach(p -> pattern(node, p));
                condition(node, d.where());
            }
            case Definition.Count d -> {
                pattern(node, d.pattern());
                condition(node, d.where());
            }
            case Definition.Different d -> {
                pattern(node, d.pattern());
                condition(node, d.where());
            }
            case Definition.Sum d -> {
                pattern(node, d.pattern());
                condition(node, d.where());
            }
            case Definition.Merged d -> {
                pattern(node, d.pattern());
                condition(node, d.where());
            }
            case Definition.Then d -> {
                pattern(node, d.first());
                pattern(node, d.second());
            }
            case Definition.Absence d -> {
                pattern(node, d.absent());
                pattern(node, d.of());
            }
            case Definition.After d -> pattern(node, d.pattern());
            case Definition.AllOf d -> d.patterns().forEach(p -> pattern(node, p));
        }
    }

    private void pattern(String node, Pattern pattern) {
        uses(node, name(pattern.event()));
        if (pattern.event().equals("decision")) {
            deciding(node, pattern);
        }
        pattern.arguments().forEach(a -> term(node, a.term()));
    }

    /** A decision hangs on how the body is made up; where no body is named, on all of them. */
    private void deciding(String node, Pattern decision) {
        for (Body body : agreement.bodies()) {
            boolean meant = !(decision.term("of").orElse(null) instanceof Term.Constant(Value.Actor(String of)))
                    || of.equals(body.name());
            if (meant) {
                uses(node, name(body.name()));
            }
        }
    }

    private void term(String node, Term term) {
        if (term instanceof Term.Constant(Value.ZoneName(String zone))) {
            uses(node, name(zone));
        }
    }

    private void condition(String node, Condition condition) {
        switch (condition) {
            case Condition.All c -> c.conditions().forEach(one -> condition(node, one));
            case Condition.Any c -> c.conditions().forEach(one -> condition(node, one));
            case Condition.Not c -> condition(node, c.condition());
            case Condition.InState c -> uses(node, name(c.state()));
            case Condition.HasHappened c -> pattern(node, c.pattern());
            case Condition.NoneFor c -> pattern(node, c.pattern());
            case Condition.ClauseFulfilled c -> clauses(node, c.clause());
            case Condition.ClauseBreached c -> clauses(node, c.clause());
            case Condition.LevelIs c -> pattern(node, c.level());
            case Condition.Undefined c -> uses(node, name(c.term()));
            case Condition.InZone c -> uses(node, name(c.zone()));
            case Condition.Distance c -> uses(node, name(c.zone()));
            case Condition.Compare c -> {
                term(node, c.left());
                term(node, c.right());
            }
        }
    }
}
