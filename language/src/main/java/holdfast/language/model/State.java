package holdfast.language.model;

import java.util.List;

/** A state of affairs: it begins and ends with events, or is a name for a condition. */
public sealed interface State {
    String name();

    /** The variables, in order. */
    List<String> parameters();

    Reading reading();

    Origin origin();

    record Fluent(
            String name,
            List<String> parameters,
            Reading reading,
            List<Pattern> begins,
            List<Pattern> ends,
            Origin origin)
            implements State {
        public Fluent {
            parameters = List.copyOf(parameters);
            begins = List.copyOf(begins);
            ends = List.copyOf(ends);
        }
    }

    record Named(String name, List<String> parameters, Reading reading, Condition condition, Origin origin)
            implements State {
        public Named {
            parameters = List.copyOf(parameters);
        }
    }
}
