package holdfast.language.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An event and some of its attributes, each with a variable or a constant: {@code attack(by P, on Ukraine)}.
 *
 * @param event a declared or defined event
 * @param arguments the named attributes, each at most once, in the order written
 */
public record Pattern(String event, List<Argument> arguments, Origin origin) {

    public record Argument(String attribute, Term term) {}

    public Pattern {
        arguments = List.copyOf(arguments);
    }

    /** The variables, in order of first appearance. */
    public Set<String> variables() {
        Set<String> found = new LinkedHashSet<>();
        for (Argument argument : arguments) {
            if (argument.term() instanceof Term.Variable(String name)) {
                found.add(name);
            }
        }
        return found;
    }

    public Optional<Term> term(String attribute) {
        return arguments.stream()
                .filter(a -> a.attribute().equals(attribute))
                .map(Argument::term)
                .findFirst();
    }
}
