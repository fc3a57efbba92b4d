package holdfast.report.daily.ladder;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import java.util.List;
import java.util.Optional;

/**
 * A breach, and how far up the text's answers to it stand.
 *
 * @param clause that was broken, by {@code bearer}
 * @param reading under which reading, as words that follow; empty where no question matters
 * @param since the beginning of the latest, where several stand alike
 * @param open whether the breach goes on
 * @param times how many breaches stand so
 * @param rungs the clauses that answer it, in the order of the text
 * @param standsOn the last of them that surely has begun; empty: none has
 */
public record Ladder(
        String clause,
        String bearer,
        Optional<Time> since,
        Standing standing,
        String reading,
        boolean open,
        int times,
        List<Rung> rungs,
        Optional<String> standsOn) {
    public Ladder {
        rungs = List.copyOf(rungs);
    }

    public Ladder at(Optional<Time> other, int often) {
        return new Ladder(clause, bearer, other, standing, reading, open, often, rungs, standsOn);
    }

    /** Both of two that stand alike. */
    public Ladder and(Ladder other) {
        boolean later = other.since.map(Time::lo).orElse(Long.MIN_VALUE)
                > since.map(Time::lo).orElse(Long.MIN_VALUE);
        return at(later ? other.since : since, times + other.times);
    }

    /**
     * One clause that answers the breach.
     *
     * @param bearers whom it binds, as far as the text names them
     * @param duty what it asks, in words
     * @param states empty: it has not begun
     */
    public record Rung(String clause, List<String> bearers, String duty, List<State> states) {
        public Rung {
            bearers = List.copyOf(bearers);
            states = List.copyOf(states);
        }

        /** Whether it surely asks, or asked, something of somebody. */
        public boolean hasBegun() {
            return states.stream().anyMatch(State::hasBegun);
        }
    }

    /**
     * @param said how it stands, with its days
     * @param late whether it should be done and is not on record
     */
    public record State(List<String> bearers, Status status, String said, String reading, boolean late) {
        public State {
            bearers = List.copyOf(bearers);
        }

        boolean hasBegun() {
            return switch (status) {
                case PENDING, FULFILLED, BREACHED, CURED, EXCUSED -> true;
                case NOT_YET_DUE, BLOCKED, LAPSED, DISPUTED, UNDETERMINED, REFUTED -> false;
            };
        }

        /** Whether something of it is still open, for whoever looks at the day. */
        boolean isOpen() {
            return late
                    || switch (status) {
                        case PENDING, UNDETERMINED, DISPUTED -> true;
                        case NOT_YET_DUE, FULFILLED, BREACHED, CURED, BLOCKED, LAPSED, EXCUSED, REFUTED -> false;
                    };
        }
    }

    /** Who is late, each once. */
    public List<String> late() {
        return rungs.stream()
                .flatMap(r -> r.states().stream())
                .filter(State::late)
                .flatMap(s -> s.bearers().stream())
                .distinct()
                .toList();
    }

    /** Its rung by number, counted from the lowest; 0 for none. */
    public int number() {
        for (int i = 0; i < rungs.size(); i++) {
            if (standsOn.equals(Optional.of(rungs.get(i).clause()))) {
                return i + 1;
            }
        }
        return 0;
    }
}
