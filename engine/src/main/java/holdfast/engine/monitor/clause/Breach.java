package holdfast.engine.monitor.clause;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.monitor.definition.Episode;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Support;
import holdfast.engine.monitor.time.Truth;
import java.util.List;
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

    /** When it ended, or may have: the last of these {@link #NONE} if it may go on, both if it does. */
    final long endLo;

    final long endHi;

    /** It is surely none of the others that are told. */
    final boolean own;

    /** Of a prohibition. */
    final @Nullable Episode episode;

    final Support support;
    final Judgement judgement;

    /**
     * @param binding of the clause's variables
     * @param end null while it surely lasts
     */
    Breach(
            NormNode norm,
            long bearer,
            long[] binding,
            long startLo,
            long startHi,
            @Nullable Time end,
            boolean own,
            @Nullable Episode episode,
            Support support,
            Judgement judgement) {
        this.norm = norm;
        this.bearer = bearer;
        this.binding = binding;
        this.startLo = startLo;
        this.startHi = startHi;
        this.endLo = end == null ? NONE : end.lo();
        this.endHi = end == null ? NONE : end.hi();
        this.own = own;
        this.episode = episode;
        this.support = support;
        this.judgement = judgement;
    }

    /** Whether it is counted, where it is told as a breach at all. */
    boolean counts() {
        return own || judgement.status() != Status.BREACHED;
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
                && endLo == other.endLo
                && endHi == other.endHi
                && own == other.own
                && sameOthers(other)
                && judgement.equals(other.judgement)
                && support.same(other.support);
    }

    private boolean sameOthers(Breach other) {
        List<Occurrence> ours = episode == null ? List.of() : episode.perhaps();
        List<Occurrence> theirs = other.episode == null ? List.of() : other.episode.perhaps();
        return ours.equals(theirs);
    }

    /** Whether a record surely, perhaps or not belongs to it. */
    int holds(String id) {
        if (norm.common.clause().equals(id) || support.restsOn(id)) {
            return Truth.TRUE;
        }
        return episode != null
                        && !episode.perhaps().isEmpty()
                        && episode.others().contains(id)
                ? Truth.UNKNOWN
                : Truth.FALSE;
    }

    /**
     * How it stands after the findings.
     *
     * @param stands false once refuted
     * @param confirmedLo when it was confirmed, or may have been; with {@code confirmedHi}; {@link #NONE} if it was not
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

        boolean perhapsConfirmed() {
            return confirmedLo != NONE;
        }

        boolean surelyConfirmed() {
            return standing == Standing.CONFIRMED;
        }
    }

    static boolean same(@Nullable Breach a, @Nullable Breach b) {
        return a == null ? b == null : b != null && a.same(b);
    }
}
