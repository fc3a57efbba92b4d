package holdfast.report.daily.ladder;

import holdfast.engine.Time;
import java.util.List;
import java.util.Optional;

/**
 * Something that is asked of somebody as soon as a condition holds, and does not hold now.
 *
 * @param duty what is asked, in words
 * @param condition what is not so, in words
 * @param waitsFor who could bring it about, as far as the text says it: by their names, and bodies that rule
 * @param reading under which reading, as words that follow
 */
public record Block(
        String clause,
        List<String> bearers,
        String duty,
        Optional<Time> due,
        String condition,
        List<String> waitsFor,
        String reading) {
    public Block {
        bearers = List.copyOf(bearers);
        waitsFor = List.copyOf(waitsFor);
    }
}
