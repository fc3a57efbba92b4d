package holdfast.examine.table;

import holdfast.examine.found.Growing;
import holdfast.examine.play.Played;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Norm;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much was played, and whether it is time to stop. What is counted is work, not time: the same text costs the same on every machine, and is broken off at the same
 * place. Who plays side by side has an effort each; they are added up afterwards.
 */
public final class Effort {
    private final long allowed;
    private long work;
    private long histories;
    private long moments;
    private boolean cut;
    private boolean over;
    private final Set<Growing> leftOut = EnumSet.noneOf(Growing.class);

    /** @param allowed how much work there may be: see {@link #played} */
    public Effort(long allowed) {
        this.allowed = allowed;
    }

    /** A history of more records than that is long. */
    public static final int LONG = 100;

    private static final int FOR_A_RECORD = 4;

    /** What a monitor costs more that is told a long history: four for each record beyond the first hundred. */
    public static long forLength(int records) {
        return (long) FOR_A_RECORD * Math.max(0, records - LONG);
    }

    private static final int BEARERS_FOR_ONE = 25;

    /** What it costs to make a monitor: one for each clause, and of a clause that names many bearers one for every 25. */
    public static int toMake(Agreement agreement) {
        int cost = 0;
        for (Norm norm : agreement.norms()) {
            int bearers = switch (norm.bearer()) {
                case Bearer.EachOf each -> each.actors().size();
                case Bearer.Named named -> named.actors().size();
                case Bearer.Bound ignored -> 1;
                case Bearer.Anyone ignored -> 1;
                case Bearer.NobodyNamed ignored -> 1;
            };
            cost += Math.max(1, (bearers + BEARERS_FOR_ONE - 1) / BEARERS_FOR_ONE);
        }
        return cost;
    }

    /**
     * A history costs one for each moment at which the monitor was asked, and one for each clause of the monitor, which had to be made; a long one costs more, see {@link #forLength}.
     *
     * @param clauses what it cost to make the monitor: see {@link #toMake}
     */
    void played(Played played, int clauses) {
        work += played.steps() + clauses + forLength(played.moves().size());
        histories++;
        moments += played.steps();
        cut |= played.cut();
    }

    /** A monitor was made and asked once. */
    void asked(int clauses) {
        work += clauses + 1;
        histories++;
        moments++;
    }

    /** Something was not tried that a larger one of these bounds would let be tried. */
    void leavesOut(Growing bound) {
        leftOut.add(bound);
    }

    /** The bounds that left something out. With any other of them larger, everything is played as it was. */
    Set<Growing> leftOut() {
        return Set.copyOf(leftOut);
    }

    /** As it stands: what is told later is not added to it. */
    Effort asItStands() {
        Effort now = new Effort(allowed);
        now.add(this);
        now.cut = cut;
        now.over = over;
        return now;
    }

    void add(Effort part) {
        work += part.work;
        histories += part.histories;
        moments += part.moments;
        leftOut.addAll(part.leftOut);
    }

    /** Whether there may be no more work. Once it is asked when there may not, it was over. */
    public boolean isOver() {
        over |= work >= allowed;
        return over;
    }

    /** Whether everything was played that was asked for, each history to its end. */
    boolean whole() {
        return !over && !cut;
    }

    /** Whether some history was broken off because it became too long. */
    boolean cut() {
        return cut;
    }

    long left() {
        return Math.max(0, allowed - work);
    }

    public long work() {
        return work;
    }

    public long histories() {
        return histories;
    }

    /** Moments at which a monitor was asked. */
    public long moments() {
        return moments;
    }
}
