package holdfast.server.access;

import holdfast.examine.text.Understood;
import holdfast.language.model.Agreement;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Step;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The acts of a text that are done by saying so, and that nobody can say for another: a suspension, a waiver, a notice, a promise, a request, a consent. What the text makes a
 * power or a notice is one; and what is words alone, as the text says it or, where it says of no act what it is, as the name sounds ({@link Understood}), unless it is forbidden: then it is what others tell of.
 */
final class OwnActs {
    /**
     * @param by the attribute that says whose act it is; empty: the act does not say it
     * @param holders who alone may do it; empty: anybody, for itself
     * @param what it is, as the text has it
     */
    record Own(Optional<String> by, Optional<Set<String>> holders, String what) {}

    private final Agreement agreement;
    private final Map<String, EventType> declared = new LinkedHashMap<>();
    private final Map<String, Own> own = new LinkedHashMap<>();

    OwnActs(Agreement agreement) {
        this.agreement = agreement;
        agreement.events().forEach(e -> declared.put(e.name(), e));
        powers();
        notices();
        promises();
        permissions();
        words();
    }

    Optional<Own> of(String event) {
        return Optional.ofNullable(own.get(event));
    }

    private void powers() {
        Map<String, Set<String>> holders = new LinkedHashMap<>();
        Map<String, List<String>> clauses = new LinkedHashMap<>();
        Map<String, Optional<String>> by = new LinkedHashMap<>();
        for (Norm norm : agreement.norms()) {
            Optional<Duty.Power> power = Duties.power(norm);
            if (power.isEmpty()) {
                continue;
            }
            for (Pattern act : acts(power.get().with(), new HashSet<>())) {
                Set<String> here = holders.computeIfAbsent(act.event(), e -> new LinkedHashSet<>());
                Roles.bearers(norm).forEach(b -> b.ifPresent(here::add));
                clauses.computeIfAbsent(act.event(), e -> new ArrayList<>()).add(norm.id());
                by.merge(act.event(), holder(norm, act), (one, other) -> one.or(() -> other));
            }
        }
        Set<String> elsewhere = usedElsewhere();
        holders.forEach((event, who) -> {
            Optional<String> holder = by.getOrDefault(event, Optional.empty());
            // Where the act is also something else, others do it, too; but only where it says whose it is.
            boolean open = elsewhere.contains(event) && holder.isPresent();
            String of = String.join(", ", clauses.getOrDefault(event, List.of()));
            put(
                    event,
                    new Own(
                            holder,
                            open ? Optional.empty() : Optional.of(who),
                            "the act by which a power is used (" + of + ")"));
        });
    }

    /** The declared acts of which a pattern is made. */
    private List<Pattern> acts(Pattern pattern, Set<String> seen) {
        List<Pattern> acts = new ArrayList<>();
        if (declared.containsKey(pattern.event())) {
            acts.add(pattern);
        }
        if (seen.add(pattern.event())) {
            agreement.definitions().stream()
                    .filter(d -> d.name().equals(pattern.event()))
                    .forEach(d -> Parts.madeOf(d.derivation()).forEach(p -> acts.addAll(acts(p, seen))));
        }
        return acts;
    }

    /** The attribute that holds who uses the power (semantics, section 8). */
    private Optional<String> holder(Norm norm, Pattern act) {
        Set<Term> holder = new HashSet<>();
        Roles.variable(norm).ifPresent(v -> holder.add(new Term.Variable(v)));
        Roles.bearers(norm).forEach(b -> b.ifPresent(name -> holder.add(new Term.Constant(new Value.Actor(name)))));
        return act.arguments().stream()
                .filter(a -> holder.contains(a.term()))
                .map(Pattern.Argument::attribute)
                .findFirst()
                .or(() -> attribute(act.event(), "by"));
    }

    private Optional<String> attribute(String event, String name) {
        return Optional.ofNullable(declared.get(event))
                .flatMap(e -> e.attribute(name))
                .filter(a -> a.type() == ValueType.PARTY)
                .map(EventType.Attribute::name);
    }

    private Optional<String> doer(String event) {
        return Optional.ofNullable(declared.get(event))
                .flatMap(EventType::actor)
                .map(EventType.Attribute::name);
    }

    /** What clauses, definitions and states speak of besides the powers. */
    private Set<String> usedElsewhere() {
        Set<String> used = new TreeSet<>();
        for (Norm norm : agreement.norms()) {
            if (!Duties.isPower(norm)) {
                Duties.act(norm).ifPresent(p -> used.add(p.event()));
            }
        }
        agreement.definitions().stream()
                .filter(d -> !d.name().contains(Definition.USE))
                .forEach(d -> Parts.patterns(d.derivation(), p -> used.add(p.event())));
        agreement.states().forEach(s -> Parts.patterns(s, p -> used.add(p.event())));
        return used;
    }

    private void notices() {
        for (State state : agreement.states()) {
            if (state instanceof State.Period period) {
                period.notice()
                        .ifPresent(notice -> acts(notice.by(), new HashSet<>())
                                .forEach(act -> told(act.event(), "the notice that ends `" + state.name() + "`")));
            }
        }
    }

    private void promises() {
        for (Rule rule : agreement.rules()) {
            if (!(rule instanceof Rule.Readiness readiness)) {
                continue;
            }
            for (Step step : readiness.steps()) {
                Optional<Step.Role> speaker = switch (step.stage()) {
                    case OFFERED, PLEDGED -> Optional.of(Step.Role.GIVER);
                    case NEEDED -> Optional.of(Step.Role.RECEIVER);
                    case FUNDED, CONTRACTED, SHIPPED, RECEIVED, IN_SERVICE, LOST, RETURNED, MET -> Optional.empty();
                };
                speaker.flatMap(step::attribute)
                        .ifPresent(by -> put(
                                step.event(),
                                new Own(
                                        Optional.of(by),
                                        Optional.empty(),
                                        "what somebody says of itself: it is "
                                                + step.stage().words())));
            }
        }
    }

    /** What somebody may do, and what others must answer: a request. */
    private void permissions() {
        Set<String> answered = new TreeSet<>();
        agreement
                .norms()
                .forEach(n -> n.trigger().ifPresent(t -> {
                    if (t instanceof Trigger.OnEvent on) {
                        answered.add(on.pattern().event());
                    }
                }));
        for (Norm norm : agreement.norms()) {
            Duties.permitted(norm)
                    .filter(p -> answered.contains(p.event()))
                    .ifPresent(p -> told(p.event(), "an act that clause " + norm.id() + " permits, and others answer"));
        }
    }

    private void words() {
        Understood understood = new Understood(agreement);
        Set<String> forbidden = forbidden();
        for (EventType event : agreement.events()) {
            String name = event.name();
            boolean said = Understood.isAsking(agreement, name)
                    || understood.isEvent(Kind.CONSENT, name)
                    || understood.isEvent(Kind.SIGNATURE, name);
            if (said && !forbidden.contains(name) && !May.OF_BODIES.contains(name)) {
                told(name, "words, which whoever speaks them says itself");
            }
        }
    }

    private Set<String> forbidden() {
        Walk walk = new Walk(agreement);
        Set<String> forbidden = new TreeSet<>();
        for (Norm norm : agreement.norms()) {
            Duties.forbidden(norm).ifPresent(p -> walk.from(p).patterns().forEach(one -> forbidden.add(one.event())));
        }
        return forbidden;
    }

    /** Only where the act says whose it is: of one that does not, nobody can tell who may say it. */
    private void told(String event, String what) {
        doer(event).ifPresent(by -> put(event, new Own(Optional.of(by), Optional.empty(), what)));
    }

    private void put(String event, Own act) {
        if (!May.OF_BODIES.contains(event)) {
            own.putIfAbsent(event, act);
        }
    }
}
