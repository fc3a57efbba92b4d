package holdfast.engine.monitor.plain;

import holdfast.language.model.Basis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    int number(String source, Optional<String> author, Basis basis, String beginning) {
        Origin origin = new Origin(source, author, basis, beginning);
        Integer known = numbers.get(origin);
        if (known == null) {
            known = all.size();
            numbers.put(origin, known);
            all.add(origin);
        }
        return known;
    }

    Origin get(int number) {
        return all.get(number);
    }

    void clear() {
        numbers.clear();
        all.clear();
    }
}
