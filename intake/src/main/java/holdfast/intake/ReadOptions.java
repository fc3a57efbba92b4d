package holdfast.intake;

import holdfast.intake.rows.Progress;
import java.util.function.Predicate;

/**
 * @param problemLimit how many problems are kept in full; further ones are counted
 * @param knownElsewhere ids of records that are not in the files, but that theirs may correct
 */
public record ReadOptions(int problemLimit, Predicate<String> knownElsewhere, Progress progress) {
    public static final ReadOptions DEFAULT = new ReadOptions(100, id -> false, Progress.NONE);

    public ReadOptions with(Progress newProgress) {
        return new ReadOptions(problemLimit, knownElsewhere, newProgress);
    }
}
