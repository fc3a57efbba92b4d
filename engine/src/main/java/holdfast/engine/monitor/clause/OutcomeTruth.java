package holdfast.engine.monitor.clause;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.monitor.condition.Truths;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code c is fulfilled} and {@code c is breached} (semantics, section 5). */
public final class OutcomeTruth extends Truths.Kept {
    private static final Set<Status> LEFT_OUT = EnumSet.of(Status.LAPSED, Status.EXCUSED, Status.BLOCKED);

    /** No actor has this number. */
    public static final long ANYBODY = Long.MIN_VALUE;

    private final List<NormNode> norms;
    private final boolean fulfilled;

    /** Whose breach counts. */
    private final long by;

    public OutcomeTruth(Truths node, List<NormNode> norms, boolean fulfilled, long by) {
        super(node);
        this.norms = norms;
        this.fulfilled = fulfilled;
        this.by = by;
        for (NormNode norm : norms) {
            norm.listen(new NormNode.Listener() {
                @Override
                public void changed() {
                    touch();
                }

                @Override
                public boolean hearsOutcomes() {
                    return false;
                }
            });
        }
    }

    @Override
    public Truth compute() {
        return fulfilled ? fulfilment() : breach();
    }

    private Truth fulfilment() {
        All all = new All();
        for (NormNode norm : norms) {
            if (norm instanceof AchieveNode duty) {
                duty.forEachInstance(all::take);
            }
        }
        return all.truth();
    }

    /** What can be said of all instances together. */
    private static final class All {
        private boolean any;
        private boolean anySure;
        private boolean allDone = true;
        private boolean allPerhaps = true;
        private long surelyFrom = Long.MIN_VALUE;
        private long possiblyFrom = Long.MIN_VALUE;

        /** Before this instant none may be done. */
        private long first = Long.MAX_VALUE;

        void take(AchieveNode.Instance instance) {
            Status status = instance.status();
            if (status == null || instance.waived() == AchieveNode.Waiver.YES || LEFT_OUT.contains(status)) {
                return;
            }
            any = true;
            Time since = instance.since();
            boolean there = instance.sure() && instance.waived() == AchieveNode.Waiver.NO;
            boolean done = (status == Status.FULFILLED || status == Status.CURED) && since != null;
            if (done && since != null) {
                surelyFrom = Math.max(surelyFrom, since.hi());
                possiblyFrom = there ? Math.max(possiblyFrom, since.lo()) : possiblyFrom;
            }
            first = Math.min(first, instance.mayBeDone());
            allDone &= done;
            anySure |= there;
            allPerhaps &= done
                    || status == Status.UNDETERMINED
                    || (status == Status.BREACHED
                            && (instance.mayBeCured() || instance.waived() == AchieveNode.Waiver.PERHAPS));
        }

        Truth truth() {
            IntervalSet sure = any && anySure && allDone ? IntervalSet.from(surelyFrom) : IntervalSet.EMPTY;
            IntervalSet possible = any && allPerhaps && first != Long.MAX_VALUE
                    ? IntervalSet.from(Math.max(possiblyFrom, first))
                    : IntervalSet.EMPTY;
            return new Truth(sure, possible);
        }
    }

    private Truth breach() {
        long[] from = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (NormNode norm : norms) {
            norm.forEachBreach(breach -> {
                if (breach.judgement.stands() && (by == ANYBODY || breach.bearer == by)) {
                    from[1] = Math.min(from[1], breach.startLo);
                    from[0] = breach.judgement.sure() ? Math.min(from[0], breach.startHi) : from[0];
                }
            });
        }
        return new Truth(since(from[0]), since(from[1]));
    }

    private static IntervalSet since(long instant) {
        return instant == Long.MAX_VALUE ? IntervalSet.EMPTY : IntervalSet.from(instant);
    }
}
