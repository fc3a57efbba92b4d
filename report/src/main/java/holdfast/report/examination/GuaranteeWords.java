package holdfast.report.examination;

import holdfast.engine.words.Wording;
import holdfast.examine.table.Guarantee;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Says the rows of a guarantee table; violators with whom the same happens share one. */
public final class GuaranteeWords {
    static final String NOTHING = "nothing";

    private GuaranteeWords() {}

    /**
     * Rows of one prohibition that differ in nothing but the violator, and so in who is left to act.
     *
     * @param violators as in the rows
     */
    record Shared(Guarantee first, List<String> violators, List<String> decidedBy) {}

    /** In the order of the first of each. */
    static List<Shared> shared(List<Guarantee> rows) {
        List<Shared> shared = new ArrayList<>();
        Set<Guarantee> done = new LinkedHashSet<>();
        for (Guarantee row : rows) {
            if (done.contains(row)) {
                continue;
            }
            List<Guarantee> alike = rows.stream().filter(o -> isAlike(row, o)).toList();
            done.addAll(alike);
            Set<String> violators = new LinkedHashSet<>();
            Set<String> decidedBy = new LinkedHashSet<>();
            alike.forEach(g -> {
                violators.add(g.violator());
                decidedBy.addAll(g.decidedBy());
            });
            shared.add(new Shared(row, List.copyOf(violators), List.copyOf(decidedBy)));
        }
        return shared;
    }

    private static boolean isAlike(Guarantee a, Guarantee b) {
        return a.prohibition().equals(b.prohibition())
                && a.reading().equals(b.reading())
                && a.course().equals(b.course())
                && a.sure() == b.sure()
                && a.measure().equals(b.measure())
                && a.within().equals(b.within())
                && a.could().equals(b.could())
                && a.defectors().size() == b.defectors().size()
                && (a.defectors().isEmpty() || a.defectors().equals(b.defectors()))
                && a.setOffBy().equals(b.setOffBy())
                && a.evaded().isEmpty() == b.evaded().isEmpty()
                && a.evadedBefore() == b.evadedBefore()
                && sizes(a).equals(sizes(b));
    }

    private static List<Integer> sizes(Guarantee g) {
        return g.emptiedBy().stream().map(List::size).toList();
    }

    /** A row with defectors that says no less than the one without. */
    static boolean isStillTheSame(Guarantee row, List<Guarantee> rows) {
        return !row.defectors().isEmpty()
                && rows.stream()
                        .anyMatch(o -> o.defectors().isEmpty()
                                && o.violator().equals(row.violator())
                                && o.course().equals(row.course())
                                && o.reading().equals(row.reading())
                                && o.measure().equals(row.measure())
                                && o.within().equals(row.within()));
    }

    /** The measure, or {@code nothing}. */
    public static String measure(Guarantee g) {
        return g.measure().orElse(NOTHING);
    }

    /** {@code 24 hours}, {@code no deadline}; a dash where nothing follows. */
    public static String within(Guarantee g) {
        return g.measure().isEmpty()
                ? "–"
                : g.within().map(GuaranteeWords::length).orElse("no deadline");
    }

    /** What a machine is told: null where nothing follows. */
    static Optional<String> withinOrNone(Guarantee g) {
        return g.measure().map(m -> within(g));
    }

    /** To the minute, up to four days in hours: a ladder is spoken of in hours. */
    static String length(long millis) {
        long minutes = TimeUnit.MILLISECONDS.toMinutes(millis + 500);
        if (minutes < 60) {
            return counted(minutes, "minute");
        }
        long hours = minutes / 60;
        if (hours <= 96) {
            return counted(hours, "hour") + (minutes % 60 == 0 ? "" : " " + counted(minutes % 60, "minute"));
        }
        long days = hours / 24;
        return counted(days, "day") + (hours % 24 == 0 ? "" : " " + counted(hours % 24, "hour"));
    }

    private static String counted(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    /** {@code set off by a plea by North}: what somebody must do first for the answer to follow; none where that is nothing that the text leaves to anybody. */
    static Optional<String> setOff(Guarantee g) {
        return g.setOffBy().isEmpty()
                ? Optional.empty()
                : Optional.of("set off by "
                        + Wording.list(g.setOffBy().stream()
                                .map(d -> d.event() + " by " + d.by())
                                .toList()));
    }

    /** {@code escaped by self defence}; said to be done before, where what would be a breach is none then. */
    static Optional<String> escaped(Guarantee g) {
        return g.evaded().isEmpty()
                ? Optional.empty()
                : Optional.of("escaped by " + Wording.list(g.evaded())
                        + (g.evadedBefore() ? ", done once before: then it is no breach" : ""));
    }

    static String by(Shared shared) {
        if (shared.decidedBy().isEmpty()) {
            return "";
        }
        boolean itself = shared.violators().stream().anyMatch(shared.decidedBy()::contains);
        return list(shared.decidedBy()) + (itself ? " (whoever of them is not the one)" : "");
    }

    public static String list(List<String> names) {
        return Wording.list(names, 5);
    }
}
