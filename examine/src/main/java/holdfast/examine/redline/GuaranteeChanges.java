package holdfast.examine.redline;

import holdfast.examine.Examination;
import holdfast.examine.found.Bounds;
import holdfast.examine.redline.draft.Pairing;
import holdfast.examine.table.Guarantee;
import holdfast.examine.table.GuaranteeTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * In what the guarantee tables of two drafts differ.
 *
 * @param whole whether both tables were played to their end within the bounds, and all readings compared
 * @param notCompared breaches of which in one draft no way was found, or which were not played to their end, in words
 */
public record GuaranteeChanges(List<GuaranteeChange> changes, boolean whole, List<String> notCompared) {
    public GuaranteeChanges {
        changes = List.copyOf(changes);
        notCompared = List.copyOf(notCompared);
    }

    private static final int MOST_READINGS = 256;

    /** Small at first: a redline shows what moved. */
    private static Bounds bounds(long work) {
        return new Bounds(1, 1, 1, 1, 32, Duration.ofDays(400), work);
    }

    /** What a row is about in both drafts. */
    private record About(GuaranteeRows.Case what, GuaranteeRows.Way way, int defectors) {}

    /** A change, whatever the reading under which it shows. */
    private record Change(
            About about, Set<GuaranteeChange.Kind> kinds, Optional<Guarantee> before, Optional<Guarantee> after) {
        boolean isLike(Change other) {
            return about.what().equals(other.about.what())
                    && about.way().isSame(other.about.way())
                    && about.defectors() == other.about.defectors()
                    && kinds.equals(other.kinds)
                    && isLike(before, other.before)
                    && isLike(after, other.after);
        }

        private static boolean isLike(Optional<Guarantee> one, Optional<Guarantee> other) {
            return one.flatMap(Guarantee::measure).equals(other.flatMap(Guarantee::measure))
                    && one.flatMap(Guarantee::within).equals(other.flatMap(Guarantee::within))
                    && one.map(Guarantee::decidedBy).equals(other.map(Guarantee::decidedBy))
                    && one.map(Guarantee::doneBy).equals(other.map(Guarantee::doneBy));
        }
    }

    /** A change with the readings under which it shows. */
    private record Shown(Change change, List<ReadingPair> under) {}

    /** A table, with what is not in it. */
    private record Played(
            List<Guarantee> rows,
            List<GuaranteeTable.Unbroken> unbroken,
            List<GuaranteeTable.CutOff> cutOff,
            boolean whole) {
        static Played of(GuaranteeTable table) {
            return new Played(table.rows(), table.unbroken(), table.cutOff(), table.isWhole());
        }

        static Played of(Examination examination) {
            return new Played(
                    examination.guarantees(),
                    examination.unbroken(),
                    examination.cutOff(),
                    examination.partial().isEmpty());
        }
    }

    /** @param work how much may be played for each of the two tables */
    static GuaranteeChanges of(Pairing.Pairs pairs, long work) {
        BothTables tables =
                BothTables.of(pairs.before().agreement(), pairs.after().agreement(), bounds(work));
        return of(pairs, Played.of(tables.before()), Played.of(tables.after()));
    }

    /** Of two drafts that have been examined. */
    public static GuaranteeChanges between(Examination before, Examination after) {
        return of(Pairing.of(before.agreement(), after.agreement()), Played.of(before), Played.of(after));
    }

    /**
     * Of one text, first with everybody who keeps its word, then if some do not.
     *
     * @param away those who do not; nothing is compared of what one of them breaks itself
     */
    public static GuaranteeChanges between(Examination with, GuaranteeTable without, Collection<String> away) {
        List<Guarantee> rows = with.guarantees().stream()
                .filter(g -> g.defectors().isEmpty() && !away.contains(g.violator()))
                .toList();
        Played all =
                new Played(rows, with.unbroken(), with.cutOff(), with.partial().isEmpty());
        return of(Pairing.of(with.agreement(), with.agreement()), all, Played.of(without));
    }

    private static GuaranteeChanges of(Pairing.Pairs pairs, Played then, Played later) {
        GuaranteeRows before = new GuaranteeRows(pairs.before(), then.rows());
        GuaranteeRows after = new GuaranteeRows(pairs.after(), later.rows());
        List<ReadingPair> readings = ReadingPair.of(
                pairs.before().agreement(), before.questions(), pairs.after().agreement(), after.questions());
        List<ReadingPair> tried = readings.subList(0, Math.min(readings.size(), MOST_READINGS));
        List<Shown> shown = shown(before, after, tried);
        List<GuaranteeChange> changes = new ArrayList<>();
        for (Shown one : shown) {
            for (ReadingPair fewest : fewest(one.under(), tried)) {
                changes.add(change(one.change(), fewest));
            }
        }
        boolean whole = then.whole() && later.whole() && tried.size() == readings.size();
        Set<String> notCompared = new LinkedHashSet<>();
        for (Played table : List.of(then, later)) {
            table.unbroken().forEach(u -> notCompared.add(u.prohibition() + " broken by " + u.violator()));
            table.cutOff().forEach(c -> notCompared.add(c.prohibition() + " broken by " + c.violator()));
        }
        return new GuaranteeChanges(changes, whole, List.copyOf(notCompared));
    }

    private static List<Shown> shown(GuaranteeRows before, GuaranteeRows after, List<ReadingPair> readings) {
        List<String> measures = measures(
                before.names().agreement().measures(), after.names().agreement().measures());
        Set<GuaranteeRows.Case> cases = new LinkedHashSet<>(after.cases());
        cases.addAll(before.cases());
        Set<Integer> defectors = new TreeSet<>(before.defectors());
        defectors.addAll(after.defectors());
        List<Shown> shown = new ArrayList<>();
        for (GuaranteeRows.Case what : cases) {
            for (ReadingPair reading : readings) {
                GuaranteeRows.Under then = before.under(what, reading.before());
                GuaranteeRows.Under later = after.under(what, reading.after());
                if (then.isUnknown() || later.isUnknown()) {
                    continue;
                }
                for (GuaranteeRows.Way way : ways(then, later)) {
                    for (int k : defectors) {
                        compared(new About(what, way, k), then, later, measures)
                                .ifPresent(change -> add(shown, change, reading));
                    }
                }
            }
        }
        return shown;
    }

    /** Each way once, whatever the drafts call it; the later draft's name first. */
    private static List<GuaranteeRows.Way> ways(GuaranteeRows.Under then, GuaranteeRows.Under later) {
        List<GuaranteeRows.Way> ways = new ArrayList<>(later.ways());
        then.ways().stream().filter(w -> ways.stream().noneMatch(w::isSame)).forEach(ways::add);
        return ways;
    }

    private static Optional<Change> compared(
            About about, GuaranteeRows.Under then, GuaranteeRows.Under later, List<String> measures) {
        Optional<Guarantee> old = then.follows(about.way(), about.defectors());
        Optional<Guarantee> young = later.follows(about.way(), about.defectors());
        // With defectors only where in some draft some defect: otherwise it was said already.
        boolean said = about.defectors() > 0
                && old.map(g -> g.defectors().isEmpty()).orElse(true)
                && young.map(g -> g.defectors().isEmpty()).orElse(true);
        Set<GuaranteeChange.Kind> kinds = GuaranteeChange.kinds(old, young, measures);
        return said || kinds.isEmpty() ? Optional.empty() : Optional.of(new Change(about, kinds, old, young));
    }

    private static void add(List<Shown> shown, Change change, ReadingPair reading) {
        for (Shown one : shown) {
            if (one.change().isLike(change)) {
                one.under().add(reading);
                return;
            }
        }
        shown.add(new Shown(change, new ArrayList<>(List.of(reading))));
    }

    /** The fewest answers under which a change shows: those that make no difference are left out. */
    private static Set<ReadingPair> fewest(List<ReadingPair> under, List<ReadingPair> all) {
        Set<ReadingPair> fewest = new LinkedHashSet<>();
        for (ReadingPair reading : under) {
            ReadingPair shorter = reading;
            for (String question : reading.questions()) {
                Set<String> fewer = shorter.questions();
                fewer.remove(question);
                ReadingPair candidate = shorter.about(fewer);
                if (all.stream().filter(candidate::isPartOf).allMatch(under::contains)) {
                    shorter = candidate;
                }
            }
            fewest.add(shorter);
        }
        return fewest;
    }

    private static GuaranteeChange change(Change change, ReadingPair under) {
        return new GuaranteeChange(
                change.after().or(change::before).orElseThrow().prohibition(),
                change.about().what().violator(),
                change.about().way().course().words(),
                change.about().defectors(),
                change.kinds(),
                under.before(),
                under.after(),
                change.before(),
                change.after());
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
