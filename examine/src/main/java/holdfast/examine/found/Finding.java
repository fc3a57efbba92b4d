package holdfast.examine.found;

import java.util.List;
import java.util.Optional;

/**
 * A way in which the text can fail.
 *
 * @param clauses the clauses it is about, by number, in the order of the text; empty where it is about the text as a whole
 * @param sentence what is the matter, in one sentence for a lawyer
 * @param story a shortest history that shows it, where acts can show it
 * @param accepted why the drafters want it so; empty where they have not said
 * @param stake how much hangs on it; empty where that was not asked
 */
public record Finding(
        Code code,
        Weight weight,
        List<String> clauses,
        String sentence,
        Optional<Story> story,
        Optional<String> accepted,
        Optional<Stake> stake) {
    public enum Weight {
        FIRES,
        LESSER
    }

    public Finding {
        clauses = List.copyOf(clauses);
    }

    public static Finding fires(Code code, List<String> clauses, String sentence, Optional<Story> story) {
        return new Finding(code, Weight.FIRES, clauses, sentence, story, Optional.empty(), Optional.empty());
    }

    public static Finding lesser(Code code, List<String> clauses, String sentence, Optional<Story> story) {
        return new Finding(code, Weight.LESSER, clauses, sentence, story, Optional.empty(), Optional.empty());
    }

    public Finding acceptedBecause(String reason) {
        return new Finding(code, weight, clauses, sentence, story, Optional.of(reason), stake);
    }

    public Finding at(Stake stake) {
        return new Finding(code, weight, clauses, sentence, story, accepted, Optional.of(stake));
    }

    /** Whether it is about what the text is for. */
    public boolean isMain() {
        return stake.map(Stake::main).orElse(true);
    }
}
