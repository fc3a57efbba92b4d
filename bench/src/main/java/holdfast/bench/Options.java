package holdfast.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words of a call: {@code --name value}, in any order. */
final class Options {
    private final Map<String, String> given = new HashMap<>();

    Options(String[] arguments, int from) {
        for (int i = from; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("expected `--name value` at `" + arguments[i] + "`");
            }
            given.put(arguments[i].substring(2), arguments[i + 1]);
        }
    }

    String text(String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("`--" + name + "` is missing");
        }
        return value;
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(given.get(name));
    }

    Path path(String name) {
        return Path.of(text(name));
    }

    int number(String name, int otherwise) {
        String value = given.get(name);
        return value == null ? otherwise : Integer.parseInt(value.replace("_", ""));
    }

    /** The stream that {@code --events}, {@code --gap} and {@code --seed} name. */
    Events workload() {
        return Events.of(number("events", 1_000_000), number("gap", 10), number("seed", 42));
    }
}
