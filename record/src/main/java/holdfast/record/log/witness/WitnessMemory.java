package holdfast.record.log.witness;

import holdfast.record.log.note.Note;
import java.util.Optional;

/** What a witness remembers of each log: the last checkpoint that it cosigned. It is all that keeps a log from showing it another history. */
public interface WitnessMemory {
    Optional<Note> latest(String origin);

    /** Returns when nothing can make the witness forget it. */
    void remember(String origin, Note checkpoint);
}
