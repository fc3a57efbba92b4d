package holdfast.language.reading;

import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import java.util.Set;

/**
 * Everything that stands behind a clause, a condition or a pattern, under any reading, each in the order in which it is met. A pattern inside a definition or a state
 * carries the constants with which that was named.
 *
 * @param patterns those that were named, and those of which they are made
 * @param conditions each, and each that it is made of
 * @param clauses those whose fulfilment or breach a condition asks for
 * @param terms those that the text leaves undefined
 */
public record Reach(
        Set<Pattern> patterns,
        Set<Condition> conditions,
        Set<State> states,
        Set<Definition> definitions,
        Set<Norm> clauses,
        Set<String> terms) {}
