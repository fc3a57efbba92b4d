package holdfast.examine.deeper;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.deeper.Growth.End;
import holdfast.examine.deeper.Growth.Step;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Growing;
import holdfast.examine.found.Rounds;
import holdfast.examine.table.Guarantee;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks deeper than an examination did, as far as that is allowed, and tells what each step changed. */
public final class Deeper {
    /** How much may be played if nobody says: about half a minute. */
    public static final long USUAL_WORK = 1_000_000;

    /** How much is played beside an examination though nobody asks for more: about a second. */
    private static final long WORK_BY_ITSELF = 30_000;

    private final Examiner examiner;
    private final List<Growing> free;
    private final long allowed;

    private Deeper(Examiner examiner, List<Growing> growing, Set<String> fixed, long allowed) {
        this.examiner = examiner;
        this.free = growing.stream().filter(b -> !fixed.contains(b.title())).toList();
        this.allowed = allowed;
    }

    /**
     * @param examiner with the bounds of the first examination
     * @param fixed the bounds that do not grow, by name
     * @param allowed how much may be played beside the first examination, in units of the bound of work
     */
    public Deeper(Examiner examiner, Set<String> fixed, long allowed) {
        this(examiner, List.of(Growing.values()), fixed, allowed);
    }

    /**
     * What every examination does: it tries more evasions, requests and help together, as far as that takes a moment.
     *
     * @param fixed the bounds that do not grow either, by name
     */
    public static Deeper byItself(Examiner examiner, Set<String> fixed) {
        return new Deeper(examiner, Growing.BY_THEMSELVES, fixed, WORK_BY_ITSELF);
    }

    public Growth from(Examination first) {
        List<Step> steps = new ArrayList<>();
        Rounds<Examination> rounds =
                new Rounds<>(free, allowed, bounds -> examiner.within(bounds).examine(first.agreement()));
        Rounds.Reached<Examination> reached = rounds.from(first, first.bounds(), (bound, to, before, after) -> {
            Step step = step(bound, to, before, after);
            steps.add(step);
            return step.isChange();
        });
        Examination examination = reached.played().of(reached.bounds());
        End end = reached.usedUp() ? End.WORK_USED_UP : end(examination);
        return new Growth(free, first.bounds(), steps, end, reached.spent(), examination);
    }

    private End end(Examination reached) {
        if (!reached.isWhole() || free.isEmpty()) {
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
