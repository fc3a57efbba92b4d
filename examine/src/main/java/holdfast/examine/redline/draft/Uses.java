package holdfast.examine.redline.draft;

import holdfast.engine.words.DeclarationWords;
import holdfast.language.Hanging;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Question;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything on which the verdicts of one clause can hang, directly or not, as in section 3 of the meaning: what it names, what that names, the rules about these
 * clauses, the powers over them, and what holds for the whole text.
 */
public final class Uses {
    private final Agreement agreement;
    private final ClauseNames names;
    private final Map<String, Object> essences = new TreeMap<>();
    private final Set<String> clauses = new LinkedHashSet<>();
    private final Set<Pattern> patterns = new LinkedHashSet<>();
    private final Set<Span> spans = new LinkedHashSet<>();
    private final Set<String> terms = new LinkedHashSet<>();
    private final Set<String> bodies = new LinkedHashSet<>();
    private final Set<Rule> rules = new LinkedHashSet<>();
    private final Map<String, Set<String>> declared = new TreeMap<>();
    private final Map<String, Object> finders = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Object> open = new ArrayDeque<>();

    private Uses(Agreement agreement, ClauseNames names) {
        this.agreement = agreement;
        this.names = names;
    }

    public static Uses of(Agreement agreement, String clause, ClauseNames names) {
        Uses uses = new Uses(agreement, names);
        uses.essences.put("time zone", agreement.zone().getId());
        uses.clause(clause);
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.InForceWhile || rule instanceof Rule.Attributes) {
                uses.rule(rule, "rule for the whole");
            }
        }
        uses.questions(clause);
        while (!uses.open.isEmpty()) {
            uses.read(uses.open.remove());
        }
        uses.essences.remove("clause " + names.of(clause));
        return uses;
    }

    private void questions(String clause) {
        Set<String> hangs = Hanging.questionsOf(agreement).getOrDefault(clause, Set.of());
        for (Question question : agreement.questions()) {
            if (hangs.contains(question.name())) {
                add("question " + question.name(), sorted(question.answers()));
                term(question.name());
            }
        }
    }

    /** What each thing used says, by what it is; the clause itself is left out. */
    public Map<String, Object> essences() {
        return essences;
    }

    /** The bodies that find and attribute: what each says of itself, by what it is. */
    public Map<String, Object> finders() {
        return finders;
    }

    /** By what the declarations go, in the list of all, that make up one of the {@link #essences}. */
    public Set<String> declarations(String essence) {
        return declared.getOrDefault(essence, Set.of(essence));
    }

    /** The clause and those that it hangs on. */
    public Set<String> clauses() {
        return clauses;
    }

    public Set<Pattern> patterns() {
        return patterns;
    }

    public Set<Span> spans() {
        return spans;
    }

    public Set<String> terms() {
        return terms;
    }

    public Set<String> bodies() {
        return bodies;
    }

    public Set<Rule> rules() {
        return rules;
    }

    private void clause(String id) {
        if (!clauses.add(id)) {
            return;
        }
        List<Norm> norms =
                agreement.norms().stream().filter(n -> n.id().equals(id)).toList();
        norms.forEach(n -> use("clause " + names.of(id), n));
        boolean forbids = norms.stream().anyMatch(Duties::forbidsAct);
        for (Rule rule : agreement.rules()) {
            switch (rule) {
                case Rule.Confirms r when r.of().covers(id) -> rule(r, "rule about " + names.of(id));
                case Rule.QuietGap r when r.of().covers(id) -> rule(r, "rule about " + names.of(id));
                case Rule.Evidence r when r.of().covers(id) -> rule(r, "rule about " + names.of(id));
                case Rule.AnswersFor r when forbids -> rule(r, "rule for prohibitions");
                default -> {}
            }
        }
        for (Norm norm : agreement.norms()) {
            if (Duties.power(norm).filter(p -> p.over().covers(id)).isPresent()) {
                clause(norm.id());
            }
        }
    }

    /** Which other clauses a rule is about does not matter here: their essence is put together without them. */
    private void rule(Rule rule, String key) {
        rules.add(rule);
        spans.addAll(Mentions.in(rule).spans);
        declared.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(DeclarationWords.kind(rule));
        add(key, new Essence(ref -> List.of()).of(rule));
        switch (rule) {
            case Rule.Confirms r -> r.body().ifPresent(this::finder);
            case Rule.Attributes r -> finder(r.by());
            case Rule.RulesOn r -> finder(r.body());
            case Rule.InForceWhile r -> open.add(r.condition());
            default -> {}
        }
    }

    private void use(String key, Object statement) {
        add(key, new Essence(this::covered).of(statement));
        open.add(statement);
    }

    @SuppressWarnings("unchecked") // only this method puts values in
    private void add(String key, Object essence) {
        List<Object> known = (List<Object>) essences.computeIfAbsent(key, k -> new ArrayList<>());
        if (!known.contains(essence)) {
            known.add(essence);
        }
    }

    private List<String> covered(ClauseRef ref) {
        return names.covered(ref);
    }

    private void read(Object statement) {
        Mentions found = Mentions.in(statement);
        found.patterns.forEach(this::pattern);
        spans.addAll(found.spans);
        found.states.forEach(s -> named(
                "state",
                s,
                agreement.states().stream().filter(x -> x.name().equals(s)).toList()));
        found.zones.forEach(z -> named(
                "zone",
                z,
                agreement.zones().stream().filter(x -> x.name().equals(z)).toList()));
        found.terms.forEach(this::term);
        found.actors.forEach(this::actor);
        for (ClauseRef ref : found.clauses) {
            agreement.norms().stream().map(Norm::id).filter(ref::covers).forEach(this::clause);
        }
    }

    private void pattern(Pattern pattern) {
        patterns.add(pattern);
        String event = pattern.event();
        named(
                "definition",
                event,
                agreement.definitions().stream()
                        .filter(d -> d.name().equals(event))
                        .toList());
        named(
                "definition",
                event,
                agreement.levels().stream().filter(l -> l.name().equals(event)).toList());
        for (EventType type : agreement.events()) {
            if (type.name().equals(event)) {
                // Which measure it is changes no verdict.
                add("event " + event, type.attributes().toString());
            }
        }
        if (event.equals("decision")) {
            Term of = pattern.term("of").orElse(new Term.Variable(""));
            if (of instanceof Term.Variable) {
                agreement.bodies().forEach(b -> actor(b.name()));
            }
        }
        pattern.arguments().forEach(a -> {
            if (a.term() instanceof Term.Constant(Value.Actor(String name))) {
                actor(name);
            }
        });
    }

    private void term(String name) {
        terms.add(name);
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.RulesOn on && on.name().equals(name)) {
                rule(rule, "rule on " + name);
            }
        }
    }

    private void actor(String name) {
        if (name.equals("party") || name.equals("guarantor")) {
            agreement.members(name).ifPresent(all -> add("actor each " + name, sorted(all)));
        }
        named(
                "group",
                name,
                agreement.groups().stream().filter(g -> g.name().equals(name)).toList());
        if (agreement.hasBody(name)) {
            bodies.add(name);
            named(
                    "body",
                    name,
                    agreement.bodies().stream()
                            .filter(b -> b.name().equals(name))
                            .toList());
        }
    }

    /** A finding counts however the body came to it: no verdict hangs on how the body decides, but a reader wants to see it. */
    private void finder(String name) {
        for (Body body : agreement.bodies()) {
            if (body.name().equals(name)) {
                bodies.add(name);
                finders.put("body " + name, new Essence(this::covered).of(body));
            }
        }
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    private void named(String kind, String name, List<?> statements) {
        String key = kind + " " + name;
        if (!statements.isEmpty() && seen.add(key + statements.getFirst().getClass())) {
            statements.forEach(s -> use(key, s));
        }
    }
}
