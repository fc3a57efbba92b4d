package holdfast.examine.table;

import holdfast.examine.play.Played;

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

    /**
     * A history costs one for each moment at which the monitor was asked, and one for each clause of the monitor, which had to be made; a long one costs more, see {@link #forLength}.
     *
     * @param clauses of the agreement that was played
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

    void add(Effort part) {
        work += part.work;
        histories += part.histories;
        moments += part.moments;
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
