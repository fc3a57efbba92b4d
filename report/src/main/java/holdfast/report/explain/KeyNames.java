package holdfast.report.explain;

import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.reading.BrokenBy;
import holdfast.language.reading.Duties;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the letters of a clause stand for, to which its verdicts belong: a reader has not written them. */
public final class KeyNames {
    /** Of a clause that answers somebody's breach. */
    public static final String BREACH_BY = "a breach by";

    /** The number of the turn, of what is owed every so often. */
    private static final String TURN = "window";

    private KeyNames() {}

    /** Variables by the attribute that gives them; {@link #BREACH_BY} for whose breach it is. */
    public static Map<String, String> of(Norm norm) {
        Map<String, String> names = new HashMap<>();
        if (Duties.every(norm).isPresent()) {
            names.put(TURN, "turn");
        }
        switch (Duties.brokenBy(norm)) {
            case BrokenBy.Act(Pattern act, var where) -> name(act, names);
            case BrokenBy.Omission(Pattern act) -> name(act, names);
            // Neither has an act that could give a variable.
            case BrokenBy.Lapse ignored -> {}
            case BrokenBy.Nothing ignored -> {}
        }
        norm.trigger().ifPresent(t -> {
            if (t instanceof Trigger.OnEvent(Pattern pattern, var where)) {
                name(pattern, names);
            } else if (t instanceof Trigger.GrowsInto(var breach, Pattern into, var origin)) {
                name(into, names);
            }
            breach(t).flatMap(Trigger.OnBreach::by).ifPresent(by -> {
                if (by instanceof Term.Variable(String variable)) {
                    names.put(variable, BREACH_BY);
                }
            });
        });
        return names;
    }

    /** As the subject of a sentence: {@code the quantity}, {@code who broke it}. */
    static String of(Norm norm, String variable) {
        String name = of(norm).getOrDefault(variable, variable);
        return switch (name) {
            case BREACH_BY -> "who broke it";
            case "by" -> "who did it";
            case "about" -> "what it is about";
            default -> name.equals(variable) ? name : "the " + name;
        };
    }

    private static Optional<Trigger.OnBreach> breach(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnBreach on -> Optional.of(on);
            case Trigger.Continues on -> Optional.of(on.breach());
            case Trigger.GrowsInto on -> Optional.of(on.breach());
            case Trigger.OnEvent ignored -> Optional.empty();
            case Trigger.OnOutcome ignored -> Optional.empty();
            case Trigger.OnState ignored -> Optional.empty();
        };
    }

    private static void name(Pattern pattern, Map<String, String> names) {
        for (Pattern.Argument argument : pattern.arguments()) {
            if (argument.term() instanceof Term.Variable(String variable)) {
                names.put(variable, argument.attribute());
            }
        }
    }
}
