package holdfast.engine.monitor.plain;

import holdfast.language.model.Basis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From where records are, each kind numbered once. */
final class Origins {
    /**
     * What many records have in common.
     *
     * @param beginning with what their ids begin
     */
    record Origin(String source, Optional<String> author, Basis basis, String beginning) {}

    private final Map<Origin, Integer> numbers = new HashMap<>();
    private final List<Origin> all = new ArrayList<>();

    /** What was asked last: records come one after another from one source. */
    private @Nullable Origin last;

    private int numberOfLast;

    int number(String source, Optional<String> author, Basis basis, String beginning) {
        Origin origin = new Origin(source, author, basis, beginning);
        if (!origin.equals(last)) {
            numberOfLast = numbers.computeIfAbsent(origin, this::added);
            last = origin;
        }
        return numberOfLast;
    }

    private int added(Origin origin) {
        all.add(origin);
        return all.size() - 1;
    }

    Origin get(int number) {
        return all.get(number);
    }
}
