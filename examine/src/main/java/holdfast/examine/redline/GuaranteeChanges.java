package holdfast.examine.redline;

import holdfast.examine.Bounds;
import holdfast.examine.table.Effort;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable;
import holdfast.language.model.Agreement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * In what the guarantee tables of two drafts differ.
 *
 * @param whole whether both tables were played to their end within the time
 */
public record GuaranteeChanges(List<GuaranteeChange> changes, boolean whole) {
    public GuaranteeChanges {
        changes = List.copyOf(changes);
    }

    /** Small: a redline shows what moved, and {@code examine} looks further. */
    private static Bounds bounds(Duration time) {
        return new Bounds(1, 1, 1, 1, 8, Duration.ofDays(400), time);
    }

    /** What a row is about; rows of different drafts about the same are compared. */
    private record About(String prohibition, String reading, String violator, String course, int defectors) {
        About once() {
            return new About(prohibition, reading, violator, "once", defectors);
        }
    }

    static GuaranteeChanges of(Pairing.Pairs pairs, Duration time, LongSupplier nanos) {
        Agreement before = pairs.before().agreement();
        Agreement after = pairs.after().agreement();
        Effort effort = new Effort(nanos, time.dividedBy(2).toNanos());
        Map<About, Guarantee> then = rows(pairs.before(), time, effort);
        Effort again = new Effort(nanos, time.dividedBy(2).toNanos());
        Map<About, Guarantee> later = rows(pairs.after(), time, again);
        List<String> measures = measures(before.measures(), after.measures());
        Set<About> all = new LinkedHashSet<>(later.keySet());
        all.addAll(then.keySet());
        List<GuaranteeChange> changes = new ArrayList<>();
        for (About about : all) {
            // A course has a row of its own only where it is answered otherwise than the plain violation.
            Optional<Guarantee> old = Optional.ofNullable(then.getOrDefault(about, then.get(about.once())));
            Optional<Guarantee> young = Optional.ofNullable(later.getOrDefault(about, later.get(about.once())));
            Set<GuaranteeChange.Kind> kinds = GuaranteeChange.kinds(old, young, measures);
            if (!kinds.isEmpty()) {
                changes.add(new GuaranteeChange(
                        young.or(() -> old).orElseThrow().prohibition(),
                        about.violator(),
                        about.course(),
                        about.defectors(),
                        kinds,
                        old,
                        young));
            }
        }
        return new GuaranteeChanges(changes, !effort.wasOver() && !again.wasOver());
    }

    private static Map<About, Guarantee> rows(ClauseNames names, Duration time, Effort effort) {
        Map<About, Guarantee> rows = new LinkedHashMap<>();
        for (Guarantee g :
                GuaranteeTable.of(names.agreement(), bounds(time), effort).rows()) {
            rows.putIfAbsent(
                    new About(
                            names.of(g.prohibition()),
                            g.reading().toString(),
                            g.violator(),
                            g.course().words(),
                            g.defectors().size()),
                    g);
        }
        return rows;
    }

    /** Of a measure that only one draft knows, the order is that draft's. */
    private static List<String> measures(List<String> before, List<String> after) {
        List<String> longer = before.size() > after.size() ? before : after;
        List<String> all = new ArrayList<>(longer);
        (longer == before ? after : before)
                .stream().filter(m -> !all.contains(m)).forEach(all::add);
        return all;
    }
}
