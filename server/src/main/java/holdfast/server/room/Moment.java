package holdfast.server.room;

import java.util.Optional;

/**
 * Which of all answers is asked for. Whoever is given the same moment is given the same answer.
 *
 * @param size how many entries of the record count
 * @param asOf the moment of knowledge, milliseconds since 1970-01-01T00:00Z
 * @param now the moment asked about, likewise
 * @param since an earlier moment of knowledge with which it is compared
 */
public record Moment(long size, long asOf, long now, Optional<Long> since) {
    public Moment(long size, long asOf, long now) {
        this(size, asOf, now, Optional.empty());
    }

    /** Whether whoever knows the other has heard of all that was so at this one. */
    public boolean isUpTo(Moment other) {
        return size <= other.size && now <= other.now;
    }
}
