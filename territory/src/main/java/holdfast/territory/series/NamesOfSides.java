package holdfast.territory.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a source writes sides and classes, in any language and spelling.
 *
 * @param spellings by what it is called here, texts in which {@code *} stands for any part
 */
public record NamesOfSides(Map<String, List<String>> spellings) {
    static final NamesOfSides NONE = new NamesOfSides(Map.of());

    public NamesOfSides {
        spellings = new LinkedHashMap<>(spellings);
    }

    /** What it is called here; itself, where nothing says so. */
    String of(String written) {
        for (Map.Entry<String, List<String>> name : spellings.entrySet()) {
            if (name.getValue().stream().anyMatch(like -> Likeness.is(written, like))) {
                return name.getKey();
            }
        }
        return written;
    }
}
