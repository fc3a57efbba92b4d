package holdfast.report.examination;

import holdfast.examine.redline.Without;
import holdfast.examine.table.Absence;
import holdfast.examine.table.GuaranteeTable;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.List;

/** Says what becomes of the guarantees where one cannot count on somebody. */
final class WithoutWords {
    private WithoutWords() {}

    /** {@code If the United States does nothing}. */
    static String heading(Without without, Readable names) {
        List<String> who = without.absence().actors();
        boolean one = who.size() == 1;
        String all = names.inText(GuaranteeWords.list(who));
        return switch (without.absence().manner()) {
            case DOES_NOTHING -> "If " + all + (one ? " does nothing" : " do nothing");
            case VOTES_NO ->
                "If " + all + (one ? " does what it must, and only votes no" : " do what they must, and only vote no");
        };
    }

    /** What is another guarantee then; and what is not known. */
    static List<String> lines(Without without, Readable names) {
        boolean one = without.absence().actors().size() == 1;
        List<String> said = new ArrayList<>();
        MendWords.without(without.changes(), one ? "with it" : "with them", names)
                .forEach(line -> said.add(Character.toUpperCase(line.charAt(0)) + line.substring(1) + "."));
        if (said.isEmpty()) {
            said.add(unchanged(without.absence()));
        } else {
            said.add("All else that must follow a breach by others is the same measure, by the same time.");
        }
        without.cutOff().stream()
                .map(GuaranteeTable.CutOff::prohibition)
                .distinct()
                .forEach(c -> said.add("What follows a breach of " + c
                        + " was not played to its end for everybody who can break it; nothing is said of that."));
        return said;
    }

    private static String unchanged(Absence absence) {
        return switch (absence.manner()) {
            case DOES_NOTHING -> "What must follow a breach by others is the same measure, by the same time.";
            case VOTES_NO ->
                "Nothing that must follow a breach by others waits for "
                        + (absence.actors().size() == 1 ? "its vote." : "their votes.");
        };
    }
}
