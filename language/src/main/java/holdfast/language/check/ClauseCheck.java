package holdfast.language.check;

import holdfast.language.check.BearerCheck.Bearing;
import holdfast.language.check.written.Others;
import holdfast.language.check.written.Scope;
import holdfast.language.diagnostic.Code;
import holdfast.language.model.Actor;
import holdfast.language.model.Bearer;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Variables;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One clause: from what was written to a norm. What it refers to has been checked before it. */
final class ClauseCheck {
    /** Each period is a window of its own; in milliseconds. */
    private static final long SHORTEST_PERIOD = 60_000;

    private final Context context;
    private final PatternCheck patterns;
    private final ConditionCheck conditions;
    private final BearerCheck bearers;
    private final TriggerCheck triggers;
    private final WindowCheck windows;

    /** By clause, what it demands, as written; to know what a power can have an effect on. */
    private final Map<String, Phrase.Duty> duties = new HashMap<>();

    private final Map<String, Boolean> dutiesToAct = new HashMap<>();
    private final Map<String, Boolean> prohibitions = new HashMap<>();
    private boolean inForceWhile;

    /** What the uses of powers are that are hedged with a condition. */
    final List<Definition> hedgedUses = new ArrayList<>();

    ClauseCheck(Context context, PatternCheck patterns, ConditionCheck conditions, SpanCheck spans) {
        this.context = context;
        this.patterns = patterns;
        this.conditions = conditions;
        this.bearers = new BearerCheck(context, patterns);
        this.triggers = new TriggerCheck(context, patterns, conditions);
        this.windows = new WindowCheck(context, patterns, conditions, spans);
    }

    void announce(String id, Phrase.Duty duty) {
        duties.put(id, duty);
    }

    void announceInForceWhile() {
        inForceWhile = true;
    }

    /** Where a clause stands. */
    record Setting(
            String id, Reading reading, int layer, List<String> inFavourOf, Optional<Phrase.OnBreach> earlierBreach) {}

    Optional<Norm> check(Stated stated, Statement.Clause written, Setting setting) {
        Origin origin = stated.origin();
        boolean allowed = isAllowed(written);
        Scope scope = new Scope();
        Optional<Trigger> trigger =
                written.trigger().flatMap(t -> triggers.check(t, setting.earlierBreach(), scope, origin));
        if (!allowed || (written.trigger().isPresent() && trigger.isEmpty())) {
            checkNames(written.bearer());
            return Optional.empty();
        }
        Set<String> inherited = inherited(trigger);
        Optional<Bearing> bearing = bearers.check(
                written.bearer(), scope, inherited, inventedName(written.duty()), isProhibition(written.duty()));
        if (bearing.isEmpty()) {
            return Optional.empty();
        }
        Optional<Body> body = body(told(written, bearing.get()), trigger, bearing.get(), scope, setting);
        body.ifPresent(b -> triggers.learn(setting.id(), b.key()));
        return body.map(b -> new Norm(
                setting.id(),
                setting.reading(),
                setting.layer(),
                b.whileTrue(),
                isPower(written) ? Optional.empty() : trigger,
                b.guard(),
                bearing.get().bearer(),
                b.duty(),
                setting.inFavourOf(),
                origin));
    }

    /** Of a clause whose trigger is wrong, whatever can be said without it. */
    private void checkNames(Phrase.Bearer bearer) {
        if (bearer instanceof Phrase.Names || bearer instanceof Phrase.EachOf) {
            bearers.check(bearer, new Scope(), Set.of(), "_bearer", false);
        }
    }

    /** @param key the variables that an instance binds */
    private record Body(Condition whileTrue, Condition guard, Duty duty, Map<String, ValueType> key) {}

    private Set<String> inherited(Optional<Trigger> trigger) {
        Optional<ClauseRef> of = switch (trigger.orElse(null)) {
            case Trigger.OnBreach t -> Optional.of(t.of());
            case Trigger.Continues t -> Optional.of(t.breach().of());
            case Trigger.GrowsInto t -> Optional.of(t.breach().of());
            case Trigger.OnOutcome t -> Optional.of(t.clause());
            case null, default -> Optional.empty();
        };
        return of.map(ref -> triggers.variablesOf(ref).keySet()).orElse(Set.of());
    }

    /** A power's holder is not the bearer of the clauses under it: the two must not be one variable. */
    private static String inventedName(Phrase.Duty duty) {
        return duty instanceof Phrase.Power ? "_holder" : "_bearer";
    }

    // What may stand together.

    private boolean isAllowed(Statement.Clause written) {
        boolean allowed = true;
        if (written.bearer() instanceof Phrase.Anyone(Token at, var variable) && !allowsAnyone(written.duty())) {
            boolean power = written.duty() instanceof Phrase.Power;
            context.report(
                    Code.ANYONE_NOT_HERE,
                    at,
                    power ? "`anyone` cannot hold a power over clauses" : "`anyone` cannot owe a duty to act",
                    "`anyone` goes with `must not` and `may`; here say `each party P "
                            + (power ? "may ...`, or name those who hold it" : "must ...`"));
            allowed = false;
        }
        return switch (written.duty()) {
            case Phrase.Achieve ignored -> allowed;
            case Phrase.May ignored -> allowed & noWhere(written);
            case Phrase.Refrain ignored -> allowed & noTrigger(written, "a prohibition");
            case Phrase.NotGain ignored -> allowed & noTrigger(written, "a prohibition");
            case Phrase.Keep ignored -> allowed & noTrigger(written, "a duty to keep") & noWhere(written);
            case Phrase.Recur d -> allowed & noTrigger(written, "a recurring duty") & hasWhile(written, d.at());
            case Phrase.Power ignored -> allowed & isAskedOfAUse(written) & noWhere(written);
        };
    }

    private static boolean allowsAnyone(Phrase.Duty duty) {
        return switch (duty) {
            case Phrase.Refrain ignored -> true;
            case Phrase.NotGain ignored -> true;
            case Phrase.May ignored -> true;
            case Phrase.Power ignored -> false;
            case Phrase.Achieve ignored -> false;
            case Phrase.Keep ignored -> false;
            case Phrase.Recur ignored -> false;
        };
    }

    private boolean noTrigger(Statement.Clause written, String what) {
        if (written.trigger().isEmpty() && written.guard().isEmpty()) {
            return true;
        }
        context.report(
                Code.TRIGGER_NOT_HERE,
                written.id(),
                what + " is not set off by anything and has no `if`: it applies throughout",
                "name a state that begins with it, and say `while` that state");
        return false;
    }

    private boolean hasWhile(Statement.Clause written, Token every) {
        if (written.whileTrue().isPresent() || inForceWhile) {
            return true;
        }
        context.report(
                Code.EVERY_WITHOUT_WHILE,
                every,
                "nothing says when the first period of `every` begins",
                "begin the clause with `while` and a state");
        return false;
    }

    /** What a power is hedged with is asked of each use of it, at its time: a breach that has been, and whatever can be so or not. */
    private boolean isAskedOfAUse(Statement.Clause written) {
        Phrase.Trigger trigger = written.trigger().orElse(null);
        if (trigger == null || UseOfPower.breach(trigger).isPresent()) {
            return true;
        }
        String help = switch (trigger) {
            case Phrase.OnEvent t ->
                "say `if " + t.call().name().text() + " has happened, ...`, which holds from then on; or `while` and a"
                        + " state that begins with it, if it is to end again";
            case Phrase.OnState t -> "say `while " + t.state().name().text() + ", ...`";
            case Phrase.OnOutcome t -> "say `if " + t.clause().text() + " is fulfilled, ...`";
            case Phrase.OnBreach t -> UseOfPower.found(written, context.names);
            case Phrase.Continues t -> UseOfPower.found(written, context.names);
            case Phrase.GrowsInto t -> UseOfPower.found(written, context.names);
        };
        context.report(
                Code.POWER_WITH_CONDITION,
                written.id(),
                "nothing sets a power off: its holder uses it when it wants to, and only `if`, `unless` and `while` hedge it",
                help);
        return false;
    }

    private boolean noWhere(Statement.Clause written) {
        if (written.where().isEmpty()) {
            return true;
        }
        context.report(
                Code.WHERE_NOT_HERE,
                written.id(),
                "`where` goes with an act that must or must not be done",
                "put the condition into a definition: `define ... as ... where ...`");
        return false;
    }

    // The duty.

    private Optional<Body> body(
            Statement.Clause written, Optional<Trigger> trigger, Bearing bearing, Scope scope, Setting setting) {
        return switch (written.duty()) {
            case Phrase.Achieve d -> achieve(written, d, trigger, bearing, scope);
            case Phrase.Refrain d -> refrain(written, d, bearing, scope);
            case Phrase.NotGain d -> notGain(written, d, bearing, scope);
            case Phrase.Keep d -> keep(written, d, scope);
            case Phrase.Recur d -> recur(written, d, bearing, scope);
            case Phrase.May d -> may(written, d, bearing, scope);
            case Phrase.Power d -> power(written, d, bearing, scope, setting);
        };
    }

    /** With names in place of {@code the other party}. */
    private Statement.Clause told(Statement.Clause c, Bearing bearing) {
        List<String> parties = context.names.actors.values().stream()
                .filter(a -> a.role() == Actor.Role.PARTY)
                .map(Actor::name)
                .toList();
        Others others = new Others(parties, bearing.term());
        if (isPower(c)) {
            Optional<Phrase.Condition> hedge = UseOfPower.condition(c).map(others::told);
            return new Statement.Clause(
                    c.id(), Optional.empty(), Optional.empty(), hedge, c.bearer(), c.duty(), c.where());
        }
        Optional<Phrase.Condition> guard = c.guard().map(others::told);
        Optional<Phrase.Condition> another = c.trigger().flatMap(others::than);
        Optional<Phrase.Condition> both = another.isPresent() && guard.isPresent()
                ? Optional.of(new Phrase.And(List.of(another.get(), guard.get())))
                : another.or(() -> guard);
        return new Statement.Clause(
                c.id(),
                c.whileTrue().map(others::told),
                c.trigger(),
                both,
                c.bearer(),
                c.duty(),
                c.where().map(others::told));
    }

    private record Guards(Condition whileTrue, Condition guard) {}

    private Optional<Guards> guards(Statement.Clause written, Scope scope) {
        Optional<Condition> whileTrue = conditions.check(written.whileTrue(), scope);
        Optional<Condition> guard = conditions.check(written.guard(), scope);
        return whileTrue.flatMap(w -> guard.map(g -> new Guards(w, g)));
    }

    private Optional<Body> achieve(
            Statement.Clause written, Phrase.Achieve duty, Optional<Trigger> trigger, Bearing bearing, Scope scope) {
        Optional<Guards> guards = guards(written, scope);
        Map<String, ValueType> key = scope.typesOfBound();
        Optional<WindowCheck.Window> window = windows.check(duty, trigger, scope);
        Optional<Duty.Amount> amount = amount(duty, scope);
        Scope ofAct = scope.copy();
        Optional<Pattern> act = patterns.binding(duty.act(), ofAct).map(p -> bearers.put(bearing, p));
        Optional<Condition> where = act.isEmpty() ? Optional.empty() : conditions.check(written.where(), ofAct);
        if (guards.isEmpty() || window.isEmpty() || amount.isEmpty() || act.isEmpty() || where.isEmpty()) {
            return Optional.empty();
        }
        if (trigger.isPresent()) {
            warnOfLooseVariables(duty.act(), scope, where.get());
        }
        Duty achieve = new Duty.Achieve(
                act.get(), amount.get(), window.get().notBefore(), window.get().due(), where.get());
        return Optional.of(new Body(guards.get().whileTrue(), guards.get().guard(), achieve, key));
    }

    /** In an act a new variable matches anything: it may be a misspelt one of the trigger. */
    private void warnOfLooseVariables(Phrase.Call act, Scope scope, Condition where) {
        Set<String> constrained = Variables.of(where);
        for (Phrase.Argument argument : act.arguments()) {
            Token token = argument.term().token();
            boolean loose = token.is(Token.Kind.VARIABLE)
                    && !scope.isBound(token.text())
                    && !constrained.contains(token.text());
            if (loose && scope.type(token.text()).isEmpty() && isBreach(argument, act)) {
                context.report(
                        Code.VARIABLE_USED_ONCE,
                        token,
                        "nothing says which breach `" + token.text() + "` is: any will do",
                        "name it at the beginning of the clause: `on a breach " + token.text() + " of ...`");
            } else if (loose) {
                context.report(
                        Code.VARIABLE_USED_ONCE,
                        token,
                        "the beginning of the clause says nothing of `" + token.text() + "`: any value will do",
                        "leave it out, or use the letter that stands there");
            }
        }
    }

    private boolean isBreach(Phrase.Argument argument, Phrase.Call act) {
        return context.names
                .event(act.name().text())
                .flatMap(e -> argument.attribute().flatMap(a -> e.attribute(a.text())))
                .filter(a -> a.type() == ValueType.BREACH)
                .isPresent();
    }

    private Optional<Duty.Amount> amount(Phrase.Achieve duty, Scope scope) {
        if (duty.amount().isEmpty()) {
            return Optional.of(Duty.ONCE);
        }
        return switch (duty.amount().get()) {
            case Phrase.Times(int n) -> Optional.of(new Duty.Amount.Times(n));
            case Phrase.Totalling t -> totalling(duty.act(), t, scope);
        };
    }

    private Optional<Duty.Amount> totalling(Phrase.Call act, Phrase.Totalling written, Scope scope) {
        Optional<EventType> event = patterns.event(act.name());
        Optional<String> attribute = event.flatMap(e -> totalled(e, written));
        Token total = written.total().token();
        if (attribute.isEmpty() || (total.is(Token.Kind.VARIABLE) && !conditions.requireBound(total, scope))) {
            return Optional.empty();
        }
        return patterns.term(written.total(), ValueType.NUMBER, scope, false)
                .map(t -> new Duty.Amount.Totalling(attribute.get(), t));
    }

    private Optional<String> totalled(EventType event, Phrase.Totalling written) {
        List<String> numbers = event.attributes().stream()
                .filter(a -> a.type() == ValueType.NUMBER)
                .map(Attribute::name)
                .toList();
        String named = written.attribute().map(Token::text).orElse("");
        if (numbers.contains(named)) {
            return Optional.of(named);
        }
        if (named.isEmpty() && numbers.size() == 1) {
            return Optional.of(numbers.getFirst());
        }
        Token at = written.attribute().orElse(written.at());
        String message = numbers.isEmpty()
                ? "the act `" + event.name() + "` has no number to add up"
                : named.isEmpty()
                        ? "the act `" + event.name() + "` has several numbers"
                        : "`" + named + "` is no number of the act `" + event.name() + "`";
        String help = numbers.isEmpty()
                ? "name one: `event " + event.name() + "(quantity: number)`"
                : "say which is added up: `totalling " + written.total().token().text() + " of " + numbers.getFirst()
                        + "`";
        context.report(Code.TOTAL_OF_WHAT, at, message, help);
        return Optional.empty();
    }

    private Optional<Body> refrain(Statement.Clause written, Phrase.Refrain duty, Bearing bearing, Scope scope) {
        Scope ofAct = scope.copy();
        Optional<Pattern> act = patterns.binding(duty.act(), ofAct).map(p -> bearers.put(bearing, p));
        if (act.isEmpty() || !offenderIsNamed(bearing, act.get(), duty.act())) {
            return Optional.empty();
        }
        Optional<Guards> guards = guards(written, ofAct);
        Optional<Condition> where = conditions.check(written.where(), ofAct);
        return guards.flatMap(g -> where.map(w -> new Body(
                g.whileTrue(),
                g.guard(),
                new Duty.Refrain(act.get(), w),
                keyOfProhibition(g.whileTrue(), scope, ofAct))));
    }

    /** The bearer and the variables of the guard. */
    private static Map<String, ValueType> keyOfProhibition(Condition whileTrue, Scope bearer, Scope ofAct) {
        Map<String, ValueType> key = new LinkedHashMap<>(bearer.typesOfBound());
        for (String variable : Variables.of(whileTrue)) {
            ofAct.type(variable).filter(t -> ofAct.isBound(variable)).ifPresent(t -> key.put(variable, t));
        }
        return key;
    }

    private boolean offenderIsNamed(Bearing bearing, Pattern act, Phrase.Call written) {
        if (bearing.term().isEmpty() || bearers.isNamed(bearing.term().get(), act)) {
            return true;
        }
        context.report(
                Code.NO_OFFENDER,
                written.name(),
                "`" + act.event() + "` does not say who does it, so nobody could breach this clause",
                "give the act `by: party`, or name in it who does it, as in `" + act.event() + "(of P)`");
        return false;
    }

    private Optional<Body> notGain(Statement.Clause written, Phrase.NotGain duty, Bearing bearing, Scope scope) {
        Optional<String> zone = patterns.zoneName(duty.zone());
        Optional<Value> least = context.literals.number(duty.km2()).map(Value.Number::new);
        Optional<Guards> guards = guards(written, scope);
        Optional<Condition> extra = conditions.check(written.where(), scope);
        if (zone.isEmpty() || least.isEmpty() || guards.isEmpty() || extra.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = Stated.originOf(duty.gain(), duty.gain().text().length());
        Term area = new Term.Variable("_km2");
        List<Pattern.Argument> arguments = new ArrayList<>();
        arguments.add(new Pattern.Argument("beyond", new Term.Constant(new Value.ZoneName(zone.get()))));
        arguments.add(new Pattern.Argument("km2", area));
        Pattern act = bearers.put(bearing, new Pattern(Names.GAIN, arguments, origin));
        Condition enough = new Condition.Compare(area, Comparison.AT_LEAST, new Term.Constant(least.get()), origin);
        Condition where = extra.get().isAlways() ? enough : new Condition.All(List.of(enough, extra.get()));
        return Optional.of(new Body(
                guards.get().whileTrue(),
                guards.get().guard(),
                new Duty.Refrain(act, where),
                keyOfProhibition(guards.get().whileTrue(), scope, scope)));
    }

    private Optional<Body> keep(Statement.Clause written, Phrase.Keep duty, Scope scope) {
        Optional<Guards> guards = guards(written, scope);
        Optional<Condition> kept = conditions.check(duty.condition(), scope);
        return guards.flatMap(
                g -> kept.map(k -> new Body(g.whileTrue(), g.guard(), new Duty.Keep(k), scope.typesOfBound())));
    }

    private Optional<Body> recur(Statement.Clause written, Phrase.Recur duty, Bearing bearing, Scope scope) {
        Optional<Guards> guards = guards(written, scope);
        Map<String, ValueType> key = scope.typesOfBound();
        if (!duty.every().exact()) {
            context.literals.zone(duty.at());
        } else if (duty.every().count() * duty.every().unit().millis() < SHORTEST_PERIOD) {
            context.report(
                    Code.EVERY_TOO_OFTEN,
                    duty.at(),
                    "`every " + duty.every() + "` recurs more often than once a minute",
                    "say `every minute`, or a longer period; what has to go on without a break is a state:"
                            + " `must keep ...`");
        }
        Scope ofAct = scope.copy();
        Optional<Pattern> act = patterns.binding(duty.act(), ofAct).map(p -> bearers.put(bearing, p));
        Optional<Condition> where = act.isEmpty() ? Optional.empty() : conditions.check(written.where(), ofAct);
        return guards.flatMap(g -> where.map(
                w -> new Body(g.whileTrue(), g.guard(), new Duty.Recur(act.orElseThrow(), duty.every(), w), key)));
    }

    private Optional<Body> may(Statement.Clause written, Phrase.May duty, Bearing bearing, Scope scope) {
        Optional<Guards> guards = guards(written, scope);
        Map<String, ValueType> key = scope.typesOfBound();
        Optional<Pattern> act = patterns.binding(duty.act(), scope.copy()).map(p -> bearers.put(bearing, p));
        return guards.flatMap(g -> act.map(a -> new Body(g.whileTrue(), g.guard(), new Duty.May(a), key)));
    }

    // Powers.

    private static boolean isPower(Statement.Clause written) {
        return written.duty() instanceof Phrase.Power;
    }

    private Optional<Body> power(
            Statement.Clause written, Phrase.Power duty, Bearing bearing, Scope scope, Setting setting) {
        Optional<ClauseRef> over = context.clauses(duty.over());
        if (over.isEmpty() || !hasEffect(duty, over.get())) {
            return Optional.empty();
        }
        scope.expect(triggers.variablesOf(over.get()));
        Optional<Pattern> with = duty.with().isPresent()
                ? patterns.binding(duty.with().get(), scope).map(p -> bearers.put(bearing, p))
                : decision(duty, bearing);
        if (with.isEmpty() || !extendsToADate(duty, with.get())) {
            return Optional.empty();
        }
        Optional<Pattern> use = hedged(written, duty, with.get(), scope, setting);
        if (use.isEmpty()) {
            return Optional.empty();
        }
        Duty power = new Duty.Power(duty.effect(), over.get(), use.get(), duty.reach());
        return Optional.of(new Body(Condition.ALWAYS, Condition.ALWAYS, power, Map.of()));
    }

    /** The act of a power that is hedged: an act of its own, which happens when the act does and the condition holds. */
    private Optional<Pattern> hedged(
            Statement.Clause written, Phrase.Power duty, Pattern with, Scope scope, Setting setting) {
        Optional<Phrase.Condition> hedge = UseOfPower.condition(written);
        if (hedge.isEmpty()) {
            return Optional.of(with);
        }
        Scope ofUse = new Scope();
        with.arguments().stream()
                .flatMap(a -> a.term() instanceof Term.Variable(String v) ? Stream.of(v) : Stream.<String>empty())
                .forEach(v -> scope.type(v).ifPresentOrElse(t -> ofUse.bind(v, t), () -> ofUse.bind(v)));
        Optional<Condition> condition = conditions.check(hedge.get(), ofUse);
        EventType type = context.names.event(with.event()).orElseThrow();
        Optional<Definition> use = condition.map(
                c -> UseOfPower.definition(setting.id(), setting.reading(), duty.effect(), type, with, c));
        use.ifPresent(d -> {
            context.names.definitions.putIfAbsent(d.name(), d.type());
            hedgedUses.add(d);
        });
        return use.map(d -> UseOfPower.of(d, with));
    }

    private boolean hasEffect(Phrase.Power duty, ClauseRef over) {
        boolean onDeadlines = duty.effect() == Duty.Effect.EXTEND || duty.effect() == Duty.Effect.EXCUSE;
        if (!onDeadlines || over.ids().stream().allMatch(id -> dutiesToAct.computeIfAbsent(id, this::hasDutyToAct))) {
            return true;
        }
        context.report(
                Code.POWER_WITHOUT_EFFECT,
                duty.at(),
                "only a duty to act can be " + (duty.effect() == Duty.Effect.EXTEND ? "extended" : "excused"),
                "for a prohibition say `may suspend` and `may resume`");
        return false;
    }

    boolean hasProhibition(String reference) {
        return prohibitions.computeIfAbsent(
                reference,
                r -> context.clauses.covered(r).stream().map(duties::get).anyMatch(d -> d != null && isProhibition(d)));
    }

    private static boolean isProhibition(Phrase.Duty duty) {
        return duty instanceof Phrase.Refrain || duty instanceof Phrase.NotGain;
    }

    private boolean hasDutyToAct(String reference) {
        return context.clauses.covered(reference).stream()
                .map(duties::get)
                .anyMatch(d -> d == null || d instanceof Phrase.Achieve);
    }

    private Optional<Pattern> decision(Phrase.Power duty, Bearing bearing) {
        boolean body = bearing.bearer() instanceof Bearer.Named(List<String> actors)
                && context.names.bodies.containsKey(actors.getFirst());
        if (!body) {
            context.report(
                    Code.NOT_A_BODY,
                    duty.at(),
                    "only a body takes decisions",
                    "let a body hold the power, or say `with` an act");
            return Optional.empty();
        }
        Token decided = duty.decision().orElseThrow();
        List<Pattern.Argument> arguments = List.of(
                new Pattern.Argument("of", bearing.term().orElseThrow()),
                new Pattern.Argument("on", text(decided.content())),
                new Pattern.Argument("result", text("adopted")));
        return Optional.of(new Pattern(
                Names.DECISION,
                arguments,
                Stated.originOf(decided, decided.text().length())));
    }

    private static Term text(String text) {
        return new Term.Constant(new Value.Text(text));
    }

    private boolean extendsToADate(Phrase.Power duty, Pattern with) {
        long dates = context.names.event(with.event()).stream()
                .flatMap(e -> e.attributes().stream())
                .filter(a -> a.type() == ValueType.DATE)
                .count();
        if (duty.effect() != Duty.Effect.EXTEND || dates == 1) {
            return true;
        }
        context.report(
                Code.EXTENSION_WITHOUT_DATE,
                duty.at(),
                "`" + with.event() + "` " + (dates == 0 ? "holds no date" : "holds several dates")
                        + ", so nothing says until when",
                "extend with an act that has one date: `event extension(by: party, until: date)`");
        return false;
    }
}
