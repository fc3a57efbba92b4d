package holdfast.examine.subject;

import holdfast.examine.table.Guarantee;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is left of a guarantee when some guarantors break their word. */
public final class Remaining {
    private Remaining() {}

    /** Whether something firmer than talk still must follow the same violation, in this course or another, without these guarantors. */
    public static boolean without(
            Subject subject, Outlook outlook, Reading reading, Guarantee row, List<String> leaving, Measures measures) {
        boolean otherwise = outlook.rows().stream()
                .anyMatch(r -> r.reading().isPartOf(reading)
                        && !r.course().equals(row.course())
                        && outlook.isFirm(r.measure())
                        && !r.emptiedBy().contains(leaving));
        if (otherwise) {
            return true;
        }
        List<Guarantee> played = subject.table().rows().stream()
                .filter(r -> r.prohibition().equals(row.prohibition())
                        && r.violator().equals(row.violator())
                        && r.reading().isPartOf(reading)
                        && r.course().equals(row.course())
                        && r.defectors().equals(leaving))
                .toList();
        if (!played.isEmpty()) {
            return played.stream().anyMatch(r -> outlook.isFirm(r.measure()));
        }
        // Not played: whether somebody else must give something firmer than talk.
        return measures.effective().stream().anyMatch(n -> givesWithout(n, leaving, outlook, reading, row, measures));
    }

    private static boolean givesWithout(
            Norm norm, List<String> leaving, Outlook outlook, Reading reading, Guarantee row, Measures measures) {
        if (row.clauses().contains(norm.id())) {
            // The set is known to empty this one.
            return false;
        }
        Set<String> givers = new HashSet<>(measures.givers(norm));
        leaving.forEach(givers::remove);
        givers.remove(outlook.violator());
        return !givers.isEmpty() && measures.isDemanded(norm, reading);
    }
}
