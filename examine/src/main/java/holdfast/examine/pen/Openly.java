package holdfast.examine.pen;

import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.model.Value;
import holdfast.language.reading.Reach;
import holdfast.language.reading.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts something else where clauses hang on a term that is left open, or on an act of their own bearer. */
public final class Openly {
    private final Agreement agreement;

    public Openly(Agreement agreement) {
        this.agreement = agreement;
    }

    public static boolean isRuledOn(Agreement agreement, String term) {
        return agreement.rules().stream()
                .anyMatch(r -> r instanceof Rule.RulesOn on && on.name().equals(term));
    }

    /** The terms that are left open, on which some clauses hang. */
    public static List<UndefinedTerm> terms(Agreement agreement, Walk walk, List<Norm> norms) {
        Set<String> asked = new LinkedHashSet<>();
        for (Norm norm : norms) {
            for (Condition c : walk.from(norm).conditions()) {
                if (c instanceof Condition.Undefined u) {
                    asked.add(u.term());
                }
            }
        }
        return agreement.undefinedTerms().stream()
                .filter(t -> asked.contains(t.name()))
                .toList();
    }

    /** A decision of a body by which a motion is adopted. */
    public static Pattern decision(String body, String motion) {
        return decision(body, motion, "adopted");
    }

    /** @param result {@code adopted} or {@code refused} */
    public static Pattern decision(String body, String motion, String result) {
        return new Pattern(
                "decision",
                List.of(
                        new Pattern.Argument("of", new Term.Constant(new Value.Actor(body))),
                        new Pattern.Argument("on", new Term.Constant(new Value.Text(motion))),
                        new Pattern.Argument("result", new Term.Constant(new Value.Text(result)))),
                Origin.NONE);
    }

    /** @param instead what stands for a term from now on; empty: it goes */
    public void replace(Pen pen, List<Norm> norms, Function<Condition.Undefined, Optional<Condition>> instead) {
        Set<Definition> definitions = new LinkedHashSet<>();
        for (Norm norm : norms) {
            Norm other = Reworded.conditions(norm, atom(instead));
            if (!other.equals(norm)) {
                pen.rewrite(norm, other);
            }
            Reach reach = new Walk(agreement).from(norm);
            agreement.definitions().stream()
                    .filter(d -> reach.definitions().contains(d))
                    .forEach(definitions::add);
        }
        definitions.forEach(d -> replace(pen, d, instead));
    }

    private void replace(Pen pen, Definition definition, Function<Condition.Undefined, Optional<Condition>> instead) {
        if (definition.derivation() instanceof Definition.Select(List<Pattern> patterns, Condition where)) {
            Condition other = Reworded.mapped(where, atom(instead));
            if (!other.equals(where)) {
                pen.rewrite(definition.as(new Definition.Select(patterns, other)));
            }
        }
    }

    private static Function<Condition, Optional<Condition>> atom(
            Function<Condition.Undefined, Optional<Condition>> instead) {
        return c -> c instanceof Condition.Undefined u ? instead.apply(u) : Optional.of(c);
    }
}
