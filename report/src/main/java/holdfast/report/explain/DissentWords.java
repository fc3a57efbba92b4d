package holdfast.report.explain;

import holdfast.engine.Dissent;
import holdfast.engine.Record;

/** Says what was set aside, because its author may not change what it is about. */
public final class DissentWords {
    private DissentWords() {}

    /** {@code c1 by Ministry would correct a1, a record of Mission}. */
    public static String of(Dissent dissent) {
        return dissent.record().id() + " " + withoutId(dissent);
    }

    /** The same, where its id stands beside it. */
    public static String withoutId(Dissent dissent) {
        return "by " + dissent.author() + " " + what(dissent) + ", a record of " + dissent.owner();
    }

    private static String what(Dissent dissent) {
        String about = dissent.about().id();
        return switch (dissent.record()) {
            case Record.Attribution a when a.corrects().isEmpty() -> "attributes " + about + " to " + a.to();
            case Record.Withdrawal ignored -> "would withdraw " + about;
            default -> "would correct " + about;
        };
    }
}
