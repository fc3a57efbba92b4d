package holdfast.report.standing;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What comes of time alone: how the verdicts change from the moment asked about up to a later one, if no further record comes.
 *
 * @param until how far was looked, milliseconds since 1970-01-01T00:00Z
 * @param whole false where so much comes that it was not looked as far as was asked
 * @param chosen whether somebody asked for this moment
 * @param turns in the order of time
 */
public record Ahead(long until, boolean whole, boolean chosen, List<Turn> turns) {
    public Ahead {
        turns = List.copyOf(turns);
    }

    /** Nobody looked. */
    public static Ahead none(long now) {
        return new Ahead(now, true, false, List.of());
    }

    /** What a turn is to whoever reads of it. */
    public enum Kind {
        /** A duty begins to run. */
        DUTY,
        /** It was not done in time, or what must not be comes to be. */
        BREACH,
        /** From then on it cannot be told whether it is kept. */
        UNDECIDED,
        /** A breach that was alleged is confirmed. */
        CONFIRMED,
        /** A breach that was alleged is dismissed. */
        DISMISSED,
        /** A breach is over. */
        OVER,
        /** A duty is no longer owed. */
        NO_LONGER_OWED,
        /** Anything else, such as a prohibition that begins to bind. */
        OTHER
    }

    /**
     * One verdict that changes, comes or goes.
     *
     * @param at the instant from which it is so, milliseconds since 1970-01-01T00:00Z
     */
    public record Turn(long at, Optional<Verdict> before, Optional<Verdict> after) {
        public Kind kind() {
            return after.map(this::kind).orElseGet(() -> was(Status.PENDING) ? Kind.NO_LONGER_OWED : Kind.OTHER);
        }

        private Kind kind(Verdict now) {
            return switch (now.status()) {
                case PENDING -> was(Status.PENDING) ? Kind.OTHER : Kind.DUTY;
                case BREACHED, CURED -> breach(now);
                case UNDETERMINED -> was(Status.UNDETERMINED) ? Kind.OTHER : Kind.UNDECIDED;
                case REFUTED -> Kind.DISMISSED;
                case LAPSED, EXCUSED -> was(Status.PENDING) ? Kind.NO_LONGER_OWED : Kind.OTHER;
                case NOT_YET_DUE, FULFILLED, BLOCKED, DISPUTED -> Kind.OTHER;
            };
        }

        private Kind breach(Verdict now) {
            if (before.filter(Verdict::isBreach).isEmpty()) {
                return Kind.BREACH;
            }
            if (now.standing() == Standing.CONFIRMED
                    && before.filter(b -> b.standing() == Standing.CONFIRMED).isEmpty()) {
                return Kind.CONFIRMED;
            }
            return now.until().isPresent() && before.flatMap(Verdict::until).isEmpty() ? Kind.OVER : Kind.OTHER;
        }

        private boolean was(Status status) {
            return before.filter(b -> b.status() == status).isPresent();
        }

        /** The verdict that it is about. */
        public Verdict verdict() {
            return after.or(() -> before).orElseThrow();
        }
    }
}
