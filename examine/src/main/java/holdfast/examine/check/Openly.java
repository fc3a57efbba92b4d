package holdfast.examine.check;

import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.reading.Reach;
import holdfast.language.reading.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts something else where clauses hang on a term that is left open, or on an act of their own bearer. */
final class Openly {
    private final Agreement agreement;
    private final Wording wording;

    Openly(Agreement agreement) {
        this.agreement = agreement;
        this.wording = new Wording(agreement.zone());
    }

    /** That a body has decided that it is so. */
    static Condition decided(String body, String term) {
        return new Condition.HasHappened(new Pattern(
                "decision",
                List.of(
                        new Pattern.Argument("of", new Term.Constant(new Value.Actor(body))),
                        new Pattern.Argument("on", new Term.Constant(new Value.Text(term.replace('_', ' ')))),
                        new Pattern.Argument("result", new Term.Constant(new Value.Text("adopted")))),
                Origin.NONE));
    }

    /** @param instead what stands for a term from now on; empty: it goes */
    void replace(Pen pen, List<Norm> norms, Function<String, Optional<Condition>> instead) {
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

    private void replace(Pen pen, Definition definition, Function<String, Optional<Condition>> instead) {
        if (definition.derivation() instanceof Definition.Select(List<Pattern> patterns, Condition where)) {
            Condition other = Reworded.mapped(where, atom(instead));
            if (!other.equals(where)) {
                String named = definition.variables().isEmpty()
                        ? ""
                        : "("
                                + IntStream.range(0, definition.variables().size())
                                        .mapToObj(i -> definition
                                                        .type()
                                                        .attributes()
                                                        .get(i)
                                                        .name() + " "
                                                + definition.variables().get(i))
                                        .collect(Collectors.joining(", "))
                                + ")";
                pen.rewrite(
                        definition.type().origin(),
                        Pen.prefix(definition.reading()) + "define " + definition.name() + named + " as "
                                + patterns.stream().map(wording::pattern).collect(Collectors.joining(" or "))
                                + (other.isAlways() ? "" : " where " + wording.condition(other)));
            }
        }
    }

    private static Function<Condition, Optional<Condition>> atom(Function<String, Optional<Condition>> instead) {
        return c -> c instanceof Condition.Undefined u ? instead.apply(u.term()) : Optional.of(c);
    }
}
