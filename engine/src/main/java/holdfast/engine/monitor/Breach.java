package holdfast.engine.monitor;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import org.jspecify.annotations.Nullable;

/** A breach as the clause sees it, and what the bodies that may confirm it have made of it (semantics, section 13). */
final class Breach {
    /** No beginning, or no end. */
    static final long NONE = Long.MAX_VALUE;

    final NormNode norm;
    final long bearer;
    final long[] binding;

    /** {@link Long#MIN_VALUE} twice where it has no beginning. */
    final long startLo;

    final long startHi;
    final long end;
    final Support support;
    final Judgement judgement;

    /**
     * @param binding of the clause's variables
     * @param end milliseconds; {@link #NONE} while it lasts
     */
    Breach(
            NormNode norm,
            long bearer,
            long[] binding,
            long startLo,
            long startHi,
            long end,
            Support support,
            Judgement judgement) {
        this.norm = norm;
        this.bearer = bearer;
        this.binding = binding;
        this.startLo = startLo;
        this.startHi = startHi;
        this.end = end;
        this.support = support;
        this.judgement = judgement;
    }

    boolean hasStart() {
        return startLo != Long.MIN_VALUE;
    }

    /** When it became known. */
    long report() {
        return support.firstReport(startHi);
    }

    boolean same(Breach other) {
        return bearer == other.bearer
                && startLo == other.startLo
                && startHi == other.startHi
                && end == other.end
                && judgement.equals(other.judgement)
                && support.same(other.support);
    }

    /**
     * How it stands after the findings.
     *
     * @param stands false once refuted
     * @param confirmedLo when it was confirmed; with {@code confirmedHi}; {@link #NONE} if it was not
     * @param wake when silence will change this; {@link #NONE} if it will not
     */
    record Judgement(
            Status status,
            Standing standing,
            boolean stands,
            boolean sure,
            long confirmedLo,
            long confirmedHi,
            long wake) {

        boolean confirmed() {
            return confirmedLo != NONE;
        }
    }

    static boolean same(@Nullable Breach a, @Nullable Breach b) {
        return a == null ? b == null : b != null && a.same(b);
    }
}
