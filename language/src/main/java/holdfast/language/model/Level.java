package holdfast.language.model;

import java.util.List;

/**
 * The latest reported figure: {@code define strength(of P) as the latest count in headcount(of P)}.
 *
 * @param attributes the parameters' names, as used in conditions
 * @param variables the variables that carry them in {@code pattern}
 */
public record Level(
        String name,
        List<String> attributes,
        List<String> variables,
        Reading reading,
        String figure,
        Pattern pattern,
        Origin origin) {
    public Level {
        attributes = List.copyOf(attributes);
        variables = List.copyOf(variables);
    }
}
