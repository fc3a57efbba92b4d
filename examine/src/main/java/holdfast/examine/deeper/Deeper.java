package holdfast.examine.deeper;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.deeper.Growth.End;
import holdfast.examine.deeper.Growth.Step;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Growing;
import holdfast.examine.table.Guarantee;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets the bounds grow that left something out, each by one in its turn, until in a whole round the answer is what it was, none leaves anything out any more, or the work is used up.
 * It counts work, and so stops at the same place everywhere.
 */
public final class Deeper {
    /** How much may be played if nobody says: about half a minute. */
    public static final long USUAL_WORK = 1_000_000;

    /** How much is played beside an examination though nobody asks for more: about a second. */
    private static final long WORK_BY_ITSELF = 30_000;

    private final Examiner examiner;
    private final List<Growing> free;
    private final long allowed;

    /**
     * @param examiner with the bounds of the first examination
     * @param fixed the bounds that do not grow, by name
     * @param allowed how much may be played beside the first examination, in units of the bound of work
     */
    public Deeper(Examiner examiner, Set<String> fixed, long allowed) {
        this.examiner = examiner;
        this.free = Arrays.stream(Growing.values())
                .filter(b -> !fixed.contains(b.title()))
                .toList();
        this.allowed = allowed;
    }

    /**
     * What every examination does: it tries more evasions, requests and help together, as far as that takes a moment. How many guarantors break their word is what is asked, and not how
     * deep one looks.
     *
     * @param fixed the bounds that do not grow either, by name
     */
    public static Deeper byItself(Examiner examiner, Set<String> fixed) {
        Set<String> left = new HashSet<>(fixed);
        left.add(Growing.DEFECTORS.title());
        return new Deeper(examiner, left, WORK_BY_ITSELF);
    }

    public Growth from(Examination first) {
        List<Step> steps = new ArrayList<>();
        Examination now = first;
        long spent = 0;
        boolean changed = first.partial().isEmpty();
        while (changed) {
            changed = false;
            for (Growing bound : free) {
                if (!now.leftOut().contains(bound)) {
                    continue;
                }
                Bounds grown = bound.grown(now.bounds());
                long left = Math.min(grown.work(), allowed - spent);
                Examination next = left < now.work()
                        ? now
                        : examiner.within(grown.withWork(left)).examine(now.agreement());
                if (next == now || next.work() > left || !next.partial().isEmpty()) {
                    return new Growth(free, first.bounds(), steps, End.WORK_USED_UP, spent, now);
                }
                spent += next.work();
                Step step = step(bound, bound.in(grown), now, next);
                steps.add(step);
                changed |= step.isChange();
                now = next.of(grown);
            }
        }
        return new Growth(free, first.bounds(), steps, end(now), spent, now);
    }

    private End end(Examination reached) {
        if (!reached.partial().isEmpty() || free.isEmpty()) {
            return End.NOTHING_GREW;
        }
        return free.stream().anyMatch(reached.leftOut()::contains) ? End.SETTLED : End.NOTHING_LEFT_OUT;
    }

    private static Step step(Growing bound, int to, Examination before, Examination after) {
        List<String> rows = new ArrayList<>();
        for (Guarantee row : after.guarantees()) {
            if (before.guarantees().stream().noneMatch(row::isSame)) {
                rows.add(words(row));
            }
        }
        for (Guarantee row : before.guarantees()) {
            if (after.guarantees().stream().noneMatch(row::isSame) && !rows.contains(words(row))) {
                rows.add(words(row));
            }
        }
        return new Step(
                bound,
                to,
                rows.stream().distinct().toList(),
                missing(after.findings(), before.findings()),
                missing(before.findings(), after.findings()));
    }

    private static String words(Guarantee row) {
        return row.prohibition() + " broken by " + row.violator()
                + (row.course().words().equals("once")
                        ? ""
                        : " (" + row.course().words() + ")")
                + (row.defectors().isEmpty() ? "" : ", without " + String.join(" and ", row.defectors()));
    }

    private static List<String> missing(List<Finding> some, List<Finding> others) {
        return some.stream()
                .map(Deeper::words)
                .filter(w -> others.stream().map(Deeper::words).noneMatch(w::equals))
                .distinct()
                .toList();
    }

    private static String words(Finding finding) {
        return finding.code() + (finding.weight() == Finding.Weight.LESSER ? " (lesser)" : "") + " "
                + String.join(", ", finding.clauses());
    }
}
