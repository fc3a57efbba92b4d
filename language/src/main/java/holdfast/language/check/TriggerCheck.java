package holdfast.language.check;

import holdfast.language.check.written.Scope;
import holdfast.language.diagnostic.Code;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.ValueType;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.token.Token;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Triggers, and the variables that they bind. */
final class TriggerCheck {
    private final Context context;
    private final PatternCheck patterns;
    private final ConditionCheck conditions;

    /** By clause: the variables that each of its instances binds, with their types. */
    private final Map<String, Map<String, ValueType>> instances = new HashMap<>();

    /** The same for what can be written to mean clauses: the variables that all of them bind. */
    private final Map<String, Map<String, ValueType>> shared = new HashMap<>();

    TriggerCheck(Context context, PatternCheck patterns, ConditionCheck conditions) {
        this.context = context;
        this.patterns = patterns;
        this.conditions = conditions;
    }

    /** An invented bearer's variable never goes over to what a breach triggers. */
    void learn(String clause, Map<String, ValueType> variables) {
        Map<String, ValueType> written = new LinkedHashMap<>(variables);
        written.keySet().removeIf(v -> v.startsWith("_"));
        instances.merge(clause, written, TriggerCheck::common);
    }

    /** The variables that every instance of these clauses has. */
    Map<String, ValueType> variablesOf(ClauseRef clauses) {
        Map<String, ValueType> all = null;
        for (String id : clauses.ids()) {
            Map<String, ValueType> one = shared.computeIfAbsent(id, this::variablesOf);
            all = all == null ? one : common(all, one);
        }
        return all == null ? Map.of() : all;
    }

    private Map<String, ValueType> variablesOf(String reference) {
        Map<String, ValueType> all = null;
        for (String clause : context.clauses.covered(reference)) {
            Map<String, ValueType> one = instances.getOrDefault(clause, Map.of());
            all = all == null ? one : common(all, one);
        }
        return all == null ? Map.of() : all;
    }

    private static Map<String, ValueType> common(Map<String, ValueType> a, Map<String, ValueType> b) {
        Map<String, ValueType> both = new LinkedHashMap<>();
        a.forEach((variable, type) -> {
            if (b.get(variable) == type) {
                both.put(variable, type);
            }
        });
        return both;
    }

    /** @param earlier the breach that {@code B continues} or {@code B grows} speaks of */
    Optional<Trigger> check(Phrase.Trigger written, Optional<Phrase.OnBreach> earlier, Scope scope, Origin origin) {
        return switch (written) {
            case Phrase.OnEvent t -> onEvent(t, scope);
            case Phrase.OnBreach t -> onBreach(t, scope, origin).map(b -> b);
            case Phrase.Continues t ->
                earlier(t.variable(), earlier, scope, origin).map(b -> new Trigger.Continues(b, t.after(), origin));
            case Phrase.GrowsInto t -> growsInto(t, earlier, scope, origin);
            case Phrase.OnOutcome t -> onOutcome(t, scope, origin);
            case Phrase.OnState t -> onState(t, origin);
        };
    }

    private Optional<Trigger> onEvent(Phrase.OnEvent written, Scope scope) {
        Optional<Pattern> pattern = patterns.binding(written.call(), scope);
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        return conditions.check(written.where(), scope).map(where -> new Trigger.OnEvent(pattern.get(), where));
    }

    private Optional<Trigger.OnBreach> onBreach(Phrase.OnBreach written, Scope scope, Origin origin) {
        Optional<ClauseRef> of = context.clauses(written.of());
        of.ifPresent(ref -> variablesOf(ref).forEach(scope::bind));
        scope.bind(written.variable().text(), ValueType.BREACH);
        Optional<Term> by = written.by().flatMap(t -> patterns.term(t, ValueType.PARTY, scope, true));
        if (of.isEmpty() || (written.by().isPresent() && by.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Trigger.OnBreach(written.variable().text(), of.get(), by, written.confirmed(), origin));
    }

    private Optional<Trigger.OnBreach> earlier(
            Token variable, Optional<Phrase.OnBreach> earlier, Scope scope, Origin origin) {
        if (earlier.isEmpty() && context.names.isBroken(variable.text())) {
            return Optional.empty();
        }
        if (earlier.isEmpty()) {
            context.report(
                    Code.NO_EARLIER_BREACH,
                    variable,
                    "no earlier clause of this article says which breach `" + variable.text() + "` is",
                    "put a clause before it: `on a breach " + variable.text() + " of 2, ...`");
            return Optional.empty();
        }
        return onBreach(earlier.get(), scope, origin);
    }

    private Optional<Trigger> growsInto(
            Phrase.GrowsInto written, Optional<Phrase.OnBreach> earlier, Scope scope, Origin origin) {
        Optional<Trigger.OnBreach> breach = earlier(written.variable(), earlier, scope, origin);
        breach.ifPresent(b -> warnOfHalfSharedVariables(b.of(), written.into(), scope));
        return breach.flatMap(
                b -> patterns.binding(written.into(), scope).map(p -> new Trigger.GrowsInto(b, p, origin)));
    }

    /** A variable that only some of the broken clauses have looks like theirs and is not: it is whoever the new event names. */
    private void warnOfHalfSharedVariables(ClauseRef broken, Phrase.Call into, Scope scope) {
        for (Phrase.Argument argument : into.arguments()) {
            Token token = argument.term().token();
            if (token.is(Token.Kind.VARIABLE)
                    && !scope.isBound(token.text())
                    && someInstancesHave(broken, token.text())) {
                context.report(
                        Code.VARIABLE_USED_ONCE,
                        token,
                        "not every clause of `" + broken + "` has a `" + token.text() + "`: here it is whoever `"
                                + into.name().text() + "` names, not the one of the breach",
                        "give it another name, or let the breach be of clauses that all have `" + token.text() + "`");
            }
        }
    }

    private boolean someInstancesHave(ClauseRef clauses, String variable) {
        return clauses.ids().stream()
                .flatMap(id -> context.clauses.covered(id).stream())
                .anyMatch(clause -> instances.getOrDefault(clause, Map.of()).containsKey(variable));
    }

    private Optional<Trigger> onOutcome(Phrase.OnOutcome written, Scope scope, Origin origin) {
        Optional<ClauseRef> clause = context.clauses(List.of(written.clause()));
        clause.ifPresent(ref -> variablesOf(ref).forEach(scope::bind));
        return clause.map(ref -> new Trigger.OnOutcome(ref, written.cured(), origin));
    }

    private Optional<Trigger> onState(Phrase.OnState written, Origin origin) {
        return conditions
                .check(new Phrase.Mention(written.state()), new Scope())
                .map(c -> new Trigger.OnState(c, written.begins(), origin));
    }
}
