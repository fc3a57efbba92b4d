package holdfast.language.reading;

import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The patterns and conditions that statements are made of, one by one. */
public final class Parts {
    private Parts() {}

    /** Every pattern of every statement. */
    public static void patterns(Agreement agreement, Consumer<Pattern> each) {
        agreement.norms().forEach(n -> patterns(n, each));
        agreement.definitions().forEach(d -> patterns(d.derivation(), each));
        agreement.levels().forEach(l -> each.accept(l.pattern()));
        agreement.states().forEach(s -> patterns(s, each));
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                conditions(guard.condition(), c -> pattern(c).ifPresent(each));
            }
        }
    }

    /** The patterns of one clause, its act among them. */
    public static void patterns(Norm norm, Consumer<Pattern> each) {
        conditions(norm, c -> pattern(c).ifPresent(each));
        Duties.act(norm).ifPresent(each);
        norm.trigger().ifPresent(t -> {
            switch (t) {
                case Trigger.OnEvent e -> each.accept(e.pattern());
                case Trigger.GrowsInto g -> each.accept(g.into());
                case Trigger.OnBreach ignored -> {}
                case Trigger.Continues ignored -> {}
                case Trigger.OnOutcome ignored -> {}
                case Trigger.OnState ignored -> {}
            }
        });
        Duties.anchor(norm).ifPresent(each);
    }

    public static void patterns(Definition.Derivation derivation, Consumer<Pattern> each) {
        madeOf(derivation).forEach(each);
        where(derivation).ifPresent(w -> conditions(w, c -> pattern(c).ifPresent(each)));
    }

    public static void patterns(State state, Consumer<Pattern> each) {
        switch (state) {
            case State.Named s -> conditions(s.condition(), c -> pattern(c).ifPresent(each));
            case State.Period s -> s.patterns().forEach(each);
            case State.Fluent s -> {
                s.begins().forEach(each);
                s.ends().forEach(each);
            }
        }
    }

    /** The patterns of which a definition is made. */
    public static List<Pattern> madeOf(Definition.Derivation derivation) {
        return switch (derivation) {
            case Definition.Select d -> d.patterns();
            case Definition.Count d -> List.of(d.pattern());
            case Definition.Different d -> List.of(d.pattern());
            case Definition.Sum d -> List.of(d.pattern());
            case Definition.Merged d -> List.of(d.pattern());
            case Definition.Then d -> List.of(d.first(), d.second());
            case Definition.Absence d -> List.of(d.absent(), d.of());
            case Definition.After d -> List.of(d.pattern());
            case Definition.AllOf d -> d.patterns();
        };
    }

    /** The condition that a definition puts on what it is made of. */
    public static Optional<Condition> where(Definition.Derivation derivation) {
        return switch (derivation) {
            case Definition.Select d -> Optional.of(d.where());
            case Definition.Count d -> Optional.of(d.where());
            case Definition.Different d -> Optional.of(d.where());
            case Definition.Sum d -> Optional.of(d.where());
            case Definition.Merged d -> Optional.of(d.where());
            case Definition.Then ignored -> Optional.empty();
            case Definition.Absence ignored -> Optional.empty();
            case Definition.After ignored -> Optional.empty();
            case Definition.AllOf ignored -> Optional.empty();
        };
    }

    /** The conditions of a clause, each and each that it is made of. */
    public static void conditions(Norm norm, Consumer<Condition> each) {
        conditions(norm.whileTrue(), each);
        conditions(norm.guard(), each);
        norm.trigger().ifPresent(t -> {
            switch (t) {
                case Trigger.OnEvent e -> conditions(e.where(), each);
                case Trigger.OnState s -> conditions(s.condition(), each);
                case Trigger.OnBreach ignored -> {}
                case Trigger.Continues ignored -> {}
                case Trigger.GrowsInto ignored -> {}
                case Trigger.OnOutcome ignored -> {}
            }
        });
        Duties.condition(norm).ifPresent(c -> conditions(c, each));
    }

    /** A condition and each that it is made of. */
    public static void conditions(Condition condition, Consumer<Condition> each) {
        each.accept(condition);
        switch (condition) {
            case Condition.All c -> c.conditions().forEach(one -> conditions(one, each));
            case Condition.Any c -> c.conditions().forEach(one -> conditions(one, each));
            case Condition.Not c -> conditions(c.condition(), each);
            default -> {}
        }
    }

    private static Optional<Pattern> pattern(Condition condition) {
        return switch (condition) {
            case Condition.HasHappened c -> Optional.of(c.pattern());
            case Condition.NoneFor c -> Optional.of(c.pattern());
            case Condition.LevelIs c -> Optional.of(c.level());
            default -> Optional.empty();
        };
    }

    /** The actors whom a text names for themselves, in its patterns, conditions and rules; as bearers they are not counted. */
    public static Set<String> namedActors(Agreement agreement) {
        Set<String> named = new LinkedHashSet<>();
        List<Term> terms = new ArrayList<>();
        patterns(agreement, p -> p.arguments().forEach(a -> terms.add(a.term())));
        Consumer<Condition> compared = c -> {
            switch (c) {
                case Condition.Compare x -> {
                    terms.add(x.left());
                    terms.add(x.right());
                }
                case Condition.InState x -> terms.addAll(x.arguments());
                default -> {}
            }
        };
        for (Norm norm : agreement.norms()) {
            conditions(norm, compared);
            if (norm.trigger().orElse(null) instanceof Trigger.OnBreach on) {
                on.by().ifPresent(terms::add);
            }
            if (norm.trigger().orElse(null) instanceof Trigger.Continues c) {
                c.breach().by().ifPresent(terms::add);
            }
            if (norm.trigger().orElse(null) instanceof Trigger.GrowsInto g) {
                g.breach().by().ifPresent(terms::add);
            }
        }
        agreement.definitions().forEach(d -> where(d.derivation()).ifPresent(w -> conditions(w, compared)));
        for (State state : agreement.states()) {
            if (state instanceof State.Named s) {
                conditions(s.condition(), compared);
            }
        }
        for (Rule rule : agreement.rules()) {
            switch (rule) {
                case Rule.AnswersFor r -> {
                    named.add(r.principal());
                    named.addAll(r.affiliates());
                }
                case Rule.Attributes r -> named.add(r.by());
                case Rule.Corrects r -> named.add(r.by());
                case Rule.Confirms r -> r.body().ifPresent(named::add);
                case Rule.RulesOn r -> named.add(r.body());
                case Rule.InForceWhile r -> conditions(r.condition(), compared);
                case Rule.QuietGap ignored -> {}
                case Rule.Evidence ignored -> {}
                case Rule.Accepts ignored -> {}
                case Rule.ForcesInArea ignored -> {}
                case Rule.Readiness ignored -> {}
            }
        }
        for (Term term : terms) {
            if (term instanceof Term.Constant(Value.Actor(String name))) {
                named.add(name);
            }
        }
        return named;
    }

    /** Whether some act that the text speaks of is said to be this actor's. */
    public static boolean isNamedAsDoer(Agreement agreement, String actor) {
        boolean[] found = {false};
        patterns(agreement, p -> {
            found[0] |= agreement
                    .eventType(p.event())
                    .flatMap(EventType::actor)
                    .flatMap(a -> p.term(a.name()))
                    .filter(t -> t.equals(new Term.Constant(new Value.Actor(actor))))
                    .isPresent();
        });
        return found[0];
    }
}
