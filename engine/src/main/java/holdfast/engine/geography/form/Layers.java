package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.Trail;
import holdfast.language.diagnostic.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Of a file with several layers one is read: the one that was named. */
final class Layers {
    private static final int MOST_NAMED = 8;

    private Layers() {}

    /** @throws GeographyProblem if there are several and none is named, or there is none of the name */
    static String choose(Trail file, List<String> layers, Optional<String> named) {
        if (named.isEmpty()) {
            if (layers.size() == 1) {
                return layers.getFirst();
            }
            throw file.problem(
                    "it has " + layers.size() + " layers: " + words(layers),
                    "a series says which in its rules: `\"layer\": \"" + layers.getFirst()
                            + "\"`; for a zone, save that layer as a file of its own");
        }
        if (layers.contains(named.get())) {
            return named.get();
        }
        throw file.problem(
                "it has no layer `" + named.get() + "`",
                Suggestion.help(named.get(), layers, "it has " + words(layers)));
    }

    private static String words(List<String> layers) {
        return layers.stream().limit(MOST_NAMED).map(l -> "`" + l + "`").collect(Collectors.joining(", "))
                + (layers.size() > MOST_NAMED ? " …" : "");
    }
}
