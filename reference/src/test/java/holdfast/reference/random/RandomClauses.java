package holdfast.reference.random;

import holdfast.language.model.Actor;
import holdfast.language.model.Anchor;
import holdfast.language.model.Basis;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Bound;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Duty.Amount;
import holdfast.language.model.Duty.Effect;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Pattern.Argument;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Step;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One to six clauses, and the rules about them. Every clause refers only to those before it; powers may be over any. */
final class RandomClauses {
    private final Dice dice;
    private final Draft draft;
    private final RandomParts parts;
    private final int size;
    private final RandomAgreement agreement;
    /** The events that hang on no clause. */
    private final List<EventType> base;

    RandomClauses(Dice dice, Draft draft, RandomParts parts, int size, RandomAgreement agreement) {
        this.dice = dice;
        this.draft = draft;
        this.parts = parts;
        this.size = size;
        this.agreement = agreement;
        base = parts.events();
    }

    void draw() {
        if (dice.chance(0.15)) {
            Condition guard = parts.condition(Variables.none());
            draft.rules.add(new Rule.InForceWhile(agreement.prefix(), guard, Origin.NONE));
        }
        List<String> ids = ids(dice.between(1, 2 + (size * 4) / 10));
        for (String id : ids) {
            clause(id);
            if (dice.chance(0.15)) {
                agreement.definition("d" + draft.definitions.size());
            }
            if (dice.chance(0.15)) {
                agreement.state("s" + draft.states.size());
            }
        }
        if (dice.chance(0.4)) {
            power(ids);
        }
        rules(ids);
    }

    private List<String> ids(int n) {
        List<String> ids = new ArrayList<>();
        int article = 1;
        int number = 0;
        for (int i = 0; i < n; i++) {
            boolean next = number > 0 && dice.chance(0.5);
            article += next ? 1 : 0;
            number = next ? 1 : number + 1;
            ids.add(article + "." + number);
        }
        return ids;
    }

    /** A clause, or a variant of it for each answer to a question, or one that stands only under one answer. */
    private void clause(String id) {
        List<Reading> readings = agreement.readings();
        List<Norm> variants = new ArrayList<>();
        for (Reading reading : dice.chance(0.3) ? readings.subList(0, 1) : readings) {
            variants.add(
                    switch (dice.weighted(11, 5, 3, 2, 1)) {
                        case 0 -> act(id, reading);
                        case 1 -> refrain(id, reading);
                        case 2 -> keep(id, reading);
                        case 3 -> recur(id, reading);
                        default -> may(id, reading);
                    });
        }
        draft.norms.addAll(variants);
    }

    private Norm norm(
            String id,
            Reading reading,
            Condition whileTrue,
            Optional<Trigger> trigger,
            Condition guard,
            Bearer bearer,
            Duty duty) {
        return new Norm(id, reading, 0, whileTrue, trigger, guard, bearer, duty, List.of(), Origin.NONE);
    }

    // duties to act

    private Norm act(String id, Reading reading) {
        Variables bound = Variables.none();
        Optional<Trigger> trigger = dice.chance(0.2) ? Optional.empty() : Optional.of(trigger(bound));
        Bearer bearer = bearer(bound, true);
        Condition whileTrue = parts.rarely(0.3, bound);
        Condition guard = parts.rarely(0.2, bound);
        EventType event = parts.event();
        Optional<String> breach = breach(trigger);
        Variables inAct = bound.copy();
        Pattern act = event.attribute("about").isPresent() && breach.isPresent() && dice.chance(0.7)
                ? parts.pattern(event, bound.copy(), "about", RandomParts.variable(breach.get()))
                : parts.pattern(event, inAct);
        Duty duty = new Duty.Achieve(
                act, amount(event, bound), notBefore(bound), due(trigger, bound), parts.rarely(0.2, inAct));
        return norm(id, reading, whileTrue, trigger, guard, bearer, duty);
    }

    private static Optional<String> breach(Optional<Trigger> trigger) {
        return trigger.flatMap(t -> switch (t) {
            case Trigger.OnBreach on -> Optional.of(on.variable());
            case Trigger.Continues on -> Optional.of(on.breach().variable());
            case Trigger.GrowsInto on -> Optional.of(on.breach().variable());
            default -> Optional.<String>empty();
        });
    }

    private Trigger trigger(Variables bound) {
        if (draft.norms.isEmpty()) {
            return dice.chance(0.9) ? onEvent(bound) : onState();
        }
        return switch (dice.weighted(5, 5, 2, 2, 2, 1)) {
            case 0 -> onEvent(bound);
            case 1 -> onBreach(bound);
            case 2 -> new Trigger.Continues(onBreach(bound), parts.span(), Origin.NONE);
            case 3 -> {
                Trigger.OnBreach on = onBreach(bound);
                yield new Trigger.GrowsInto(on, parts.pattern(bound.copy()), Origin.NONE);
            }
            case 4 -> new Trigger.OnOutcome(parts.earlier(), dice.chance(0.3), Origin.NONE);
            default -> onState();
        };
    }

    private Trigger onEvent(Variables bound) {
        Pattern pattern = parts.pattern(bound);
        return new Trigger.OnEvent(pattern, parts.rarely(0.15, bound));
    }

    private Trigger onState() {
        return new Trigger.OnState(parts.condition(Variables.none()), dice.chance(0.6), Origin.NONE);
    }

    private Trigger.OnBreach onBreach(Variables bound) {
        Optional<Term> by = switch (dice.weighted(3, 2, 2)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(RandomParts.constant(new Value.Actor(dice.chance(0.3) ? "party" : parts.actor())));
            default -> {
                bound.bind("W", ValueType.PARTY);
                yield Optional.of(RandomParts.variable("W"));
            }
        };
        return new Trigger.OnBreach("B", parts.earlier(), by, dice.chance(0.3), Origin.NONE);
    }

    /** @param may whether the trigger may name the bearer, or nobody may be named */
    private Bearer bearer(Variables bound, boolean may) {
        List<String> bindable = bound.of(ValueType.PARTY);
        if (may && !bindable.isEmpty() && dice.chance(0.4)) {
            return new Bearer.Bound(dice.pick(bindable));
        }
        switch (dice.weighted(5, 4, 1)) {
            case 0 -> {
                return new Bearer.Named(List.of(parts.actor()));
            }
            case 1 -> {
                return each(bound);
            }
            default -> {
                return dice.chance(0.5) ? new Bearer.NobodyNamed() : new Bearer.Named(dice.some(actors(), 1));
            }
        }
    }

    private Bearer each(Variables bound) {
        String set =
                draft.groups.isEmpty() || dice.chance(0.6) ? dice.pick("party", "party", "guarantor") : "Coalition";
        String variable = bound.binds("P") ? "G" : "P";
        bound.bind(variable, ValueType.PARTY);
        return new Bearer.EachOf(variable, set, draft.build().members(set).orElseThrow());
    }

    private Amount amount(EventType event, Variables bound) {
        boolean counted = event.attributes().stream().anyMatch(a -> a.type() == ValueType.NUMBER);
        if (!counted || dice.chance(0.4)) {
            return dice.chance(0.7) ? Duty.ONCE : new Amount.Times(2);
        }
        List<String> variables = bound.of(ValueType.NUMBER);
        Term total = variables.isEmpty() || dice.chance(0.4)
                ? RandomParts.constant(
                        new Value.Number(dice.pick(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5))))
                : RandomParts.variable(dice.pick(variables));
        return new Amount.Totalling(parts.attribute(event, ValueType.NUMBER), total);
    }

    private Optional<Bound> notBefore(Variables bound) {
        return dice.chance(0.15) ? Optional.of(date(bound)) : Optional.empty();
    }

    private Bound date(Variables bound) {
        List<String> days = bound.of(ValueType.DATE);
        if (!days.isEmpty() && dice.chance(0.7)) {
            return new Bound.OnVariable(dice.pick(days), dice.chance(0.4));
        }
        return dice.chance(0.6)
                ? new Bound.OnDate(parts.date(), dice.chance(0.4))
                : new Bound.AtInstant(
                        Instant.parse("2015-03-28T22:00:00Z").plusSeconds(3600L * dice.between(-12, 60)),
                        dice.chance(0.4));
    }

    private Optional<Bound> due(Optional<Trigger> trigger, Variables bound) {
        return switch (dice.weighted(6, 2, 1)) {
            case 0 -> Optional.of(new Bound.Within(parts.span(), dice.chance(0.5), anchor(trigger, bound)));
            case 1 -> Optional.of(date(bound));
            default -> Optional.empty();
        };
    }

    private Anchor anchor(Optional<Trigger> trigger, Variables bound) {
        Optional<String> breach = breach(trigger);
        if (trigger.isEmpty() || dice.chance(0.15)) {
            return new Anchor.OfEvent(parts.pattern(bound.copy()));
        }
        if (breach.isPresent() && dice.chance(0.6)) {
            return new Anchor.OfBreach(breach.get(), dice.pick(Anchor.Moment.values()));
        }
        return dice.chance(0.25) ? new Anchor.OfReport() : new Anchor.OfTrigger();
    }

    // the other duties

    private Norm refrain(String id, Reading reading) {
        EventType event = parts.event();
        Variables bound = Variables.none();
        boolean hasBy = event.attribute("by").isPresent();
        Bearer bearer = switch (hasBy ? dice.weighted(3, 4, 2, 1) : dice.weighted(3, 0, 0, 1)) {
            case 0 -> named(hasBy);
            case 1 -> each(bound);
            case 2 -> {
                boolean named = dice.chance(0.6);
                if (named) {
                    bound.bind("A", ValueType.PARTY);
                }
                yield new Bearer.Anyone(named ? "A" : "");
            }
            default -> new Bearer.NobodyNamed();
        };
        Optional<String> variable = switch (bearer) {
            case Bearer.EachOf each -> Optional.of(each.variable());
            case Bearer.Anyone anyone when !anyone.variable().isEmpty() -> Optional.of(anyone.variable());
            default -> Optional.empty();
        };
        Variables inAct = bound.copy();
        Pattern act = variable.isPresent()
                ? parts.pattern(event, inAct, "by", RandomParts.variable(variable.get()))
                : parts.pattern(event, inAct);
        Condition whileTrue = parts.rarely(0.45, dice.chance(0.5) ? inAct : bound);
        Duty duty = new Duty.Refrain(act, parts.rarely(0.25, inAct));
        return norm(id, reading, whileTrue, Optional.empty(), Condition.ALWAYS, bearer, duty);
    }

    /** As the language has it: a named bearer is the value of an invented variable, wherever an attribute can carry it. */
    private Bearer named(boolean hasBy) {
        List<String> actors = dice.chance(0.7) ? List.of(parts.actor()) : dice.some(actors(), 1);
        return hasBy ? new Bearer.EachOf("_bearer", "", actors) : new Bearer.Named(actors);
    }

    private List<String> actors() {
        return draft.actors.stream().map(Actor::name).toList();
    }

    private Norm keep(String id, Reading reading) {
        Variables bound = Variables.none();
        Bearer bearer = bearer(bound, false);
        return norm(
                id,
                reading,
                parts.rarely(0.6, bound),
                Optional.empty(),
                Condition.ALWAYS,
                bearer,
                new Duty.Keep(parts.condition(bound)));
    }

    private Norm recur(String id, Reading reading) {
        Variables bound = Variables.none();
        Bearer bearer = bearer(bound, false);
        Condition whileTrue = parts.rarely(0.9, bound);
        Pattern act = parts.pattern(bound);
        return norm(
                id,
                reading,
                whileTrue,
                Optional.empty(),
                Condition.ALWAYS,
                bearer,
                new Duty.Recur(act, parts.longSpan(), parts.rarely(0.15, bound)));
    }

    private Norm may(String id, Reading reading) {
        Variables bound = Variables.none();
        Bearer bearer = bearer(bound, false);
        return norm(
                id,
                reading,
                Condition.ALWAYS,
                Optional.empty(),
                Condition.ALWAYS,
                bearer,
                new Duty.May(parts.pattern(bound)));
    }

    // powers

    /** One or two powers; whoever may suspend may often resume. */
    private void power(List<String> ids) {
        ClauseRef over = anyOf(ids);
        Effect effect = dice.pick(Effect.values());
        power("90.1", effect, over);
        if (effect == Effect.SUSPEND || dice.chance(0.3)) {
            power("90.2", effect == Effect.SUSPEND ? Effect.RESUME : dice.pick(Effect.values()), over);
        }
    }

    private void power(String id, Effect effect, ClauseRef over) {
        List<EventType> possible = base.stream()
                .filter(e -> !Draft.BUILT_IN.contains(e))
                .filter(e ->
                        effect != Effect.EXTEND || e.attributes().stream().anyMatch(a -> a.type() == ValueType.DATE))
                .toList();
        if (possible.isEmpty()) {
            return;
        }
        boolean byDecision = !draft.bodies.isEmpty() && effect != Effect.EXTEND && dice.chance(0.3);
        Bearer holder;
        Pattern with;
        if (byDecision) {
            Body body = dice.pick(draft.bodies);
            holder = new Bearer.Named(List.of(body.name()));
            with = decision(body);
        } else {
            holder = dice.chance(0.5)
                    ? new Bearer.Named(List.of(parts.actor()))
                    : new Bearer.EachOf(
                            dice.pick("H", "P"),
                            "party",
                            draft.build().members("party").orElseThrow());
            with = held(parts.pattern(dice.pick(possible), Variables.none()), holder);
        }
        draft.norms.add(norm(
                id,
                agreement.prefix(),
                Condition.ALWAYS,
                Optional.empty(),
                Condition.ALWAYS,
                holder,
                new Duty.Power(effect, over, with, reach(effect))));
    }

    /** Often the text names the holder in the act itself, by its variable: {@code with halt(by H)}. */
    private Pattern held(Pattern with, Bearer holder) {
        if (!(holder instanceof Bearer.EachOf each) || dice.chance(0.4)) {
            return with;
        }
        EventType type = base.stream()
                .filter(e -> e.name().equals(with.event()))
                .findFirst()
                .orElseThrow();
        List<String> open = type.attributes().stream()
                .filter(a -> a.type() == ValueType.PARTY && with.term(a.name()).isEmpty())
                .map(EventType.Attribute::name)
                .toList();
        if (open.isEmpty()) {
            return with;
        }
        List<Argument> arguments = new ArrayList<>(with.arguments());
        arguments.add(new Argument(dice.pick(open), new Term.Variable(each.variable())));
        return new Pattern(with.event(), arguments, with.origin());
    }

    private Duty.Reach reach(Effect effect) {
        boolean onDeadlines = effect == Effect.EXTEND || effect == Effect.EXCUSE;
        return onDeadlines ? new Duty.Reach(dice.chance(0.25), dice.chance(0.25)) : Duty.Reach.OPEN;
    }

    private Pattern decision(Body body) {
        List<Argument> arguments = new ArrayList<>(List.of(
                new Argument("of", RandomParts.constant(new Value.Actor(body.name()))),
                new Argument("result", RandomParts.constant(new Value.Text("adopted")))));
        if (dice.chance(0.3)) {
            arguments.add(new Argument("on", RandomParts.constant(new Value.Text("a"))));
        }
        return new Pattern("decision", arguments, Origin.NONE);
    }

    // rules

    private void rules(List<String> ids) {
        for (Body body : draft.bodies) {
            if (dice.chance(0.7)) {
                confirms(Optional.of(body.name()), ids);
            }
            draft.undefinedTerms.forEach(u -> rulesOn(body.name(), u.name(), agreement.prefix()));
            draft.questions.forEach(q -> rulesOn(body.name(), q.name(), Reading.NONE));
        }
        if (dice.chance(0.1)) {
            confirms(Optional.empty(), ids);
        }
        if (dice.chance(0.3)) {
            draft.rules.add(new Rule.Attributes(agreement.prefix(), RandomAgreement.ATTRIBUTOR, Origin.NONE));
        }
        if (draft.actors.size() > 2 && dice.chance(0.4)) {
            draft.rules.add(new Rule.AnswersFor(
                    agreement.prefix(), "Russia", List.of(draft.actors.getLast().name()), Origin.NONE));
        }
        for (int n = dice.weighted(3, 3, 1); n > 0; n--) {
            draft.rules.add(new Rule.QuietGap(agreement.prefix(), anyOf(ids), parts.span(), Origin.NONE));
        }
        if (dice.chance(0.25)) {
            Set<Basis> kinds = EnumSet.of(dice.pick(Basis.values()), Basis.SEEN);
            draft.rules.add(new Rule.Evidence(agreement.prefix(), anyOf(ids), kinds, Origin.NONE));
        }
        for (int n = dice.weighted(5, 3, 1); n > 0; n--) {
            draft.rules.add(new Rule.Corrects(
                    agreement.prefix(),
                    dice.pick("Mission", "press", "Ukraine"),
                    dice.chance(0.3) ? List.of() : List.of(dice.pick("Mission", "press", "Ukraine", "Russia")),
                    Origin.NONE));
        }
        forTheExaminer(ids);
    }

    /**
     * No verdict may depend on these. No dice are thrown for them, so that each seed still gives the case that it gave; they get the answers of a
     * rule on which something does depend.
     */
    private void forTheExaminer(List<String> ids) {
        if (draft.rules.isEmpty()) {
            return;
        }
        Reading reading = draft.rules.getLast().reading();
        Optional<ClauseRef> of =
                ids.size() > 1 ? Optional.of(new ClauseRef(List.of(ids.getFirst()))) : Optional.empty();
        draft.rules.add(new Rule.Accepts(reading, List.of("F16"), of, "it is meant", Origin.NONE));
        draft.rules.add(
                new Rule.ForcesInArea(reading, List.of(draft.actors.getLast().name()), Origin.NONE));
        readiness();
    }

    /** Every declared event that says an item and a quantity is a step, each of another stage; one that says a text alone says which condition is met. */
    private void readiness() {
        List<Step> steps = new ArrayList<>();
        for (EventType event : draft.events) {
            Optional<String> text = first(event, ValueType.TEXT);
            Optional<String> number = first(event, ValueType.NUMBER);
            if (text.isPresent() && number.isPresent()) {
                Step.Stage stage = Step.Stage.values()[steps.size()];
                steps.add(Step.of(event, stage, Map.of(Step.Role.ITEM, text.get(), Step.Role.QUANTITY, number.get())));
            } else if (text.isPresent()) {
                steps.add(Step.of(event, Step.Stage.MET, Map.of(Step.Role.CONDITION, text.get())));
            }
        }
        if (!steps.isEmpty()) {
            draft.rules.add(new Rule.Readiness(Reading.NONE, steps, Origin.NONE));
        }
    }

    private static Optional<String> first(EventType event, ValueType type) {
        return event.attributes().stream()
                .filter(a -> a.type() == type)
                .map(EventType.Attribute::name)
                .findFirst();
    }

    private void rulesOn(String body, String name, Reading reading) {
        if (dice.chance(0.6)) {
            draft.rules.add(new Rule.RulesOn(reading, body, name, Origin.NONE));
        }
    }

    private void confirms(Optional<String> body, List<String> ids) {
        Optional<Rule.Silence> silence = dice.chance(0.6)
                ? Optional.of(new Rule.Silence(parts.span(), dice.pick(Rule.Silence.Meaning.values())))
                : Optional.empty();
        draft.rules.add(new Rule.Confirms(agreement.prefix(), body, anyOf(ids), silence, Origin.NONE));
    }

    private ClauseRef anyOf(List<String> ids) {
        String one = dice.pick(ids);
        return new ClauseRef(
                switch (dice.weighted(3, 3, 1)) {
                    case 0 -> List.of(one);
                    case 1 -> List.of(one.substring(0, one.indexOf('.')));
                    default -> List.of(one, dice.pick(ids));
                });
    }
}
