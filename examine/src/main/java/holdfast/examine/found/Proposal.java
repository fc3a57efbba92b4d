package holdfast.examine.found;

import holdfast.language.manuscript.Change;
import java.util.List;

/**
 * What could be written instead, so that a finding ends. Nobody has tried it yet.
 *
 * @param changes of the document, in the order in which one would make them
 * @param toSettle what only the drafters can say, and what stands for it in the changes; each a part of a sentence
 */
public record Proposal(List<Change> changes, List<String> toSettle) {
    public Proposal {
        changes = List.copyOf(changes);
        toSettle = List.copyOf(toSettle);
    }
}
