package holdfast.report.daily.count;

import java.util.List;
import java.util.Optional;

/**
 * What one source tells of a thing in an area on a day.
 *
 * @param source whose records they are
 * @param figure how many, or how much; empty where none of its records gives a number
 * @param records those that say it
 * @param silent those among them that do not say how much: no number is not none
 */
public record Told(String source, Optional<Figure> figure, List<String> records, List<String> silent) {
    public Told {
        records = List.copyOf(records);
        silent = List.copyOf(silent);
    }
}
