package holdfast.language.model;

import java.time.Instant;
import java.time.LocalDate;

/** An end of a window (semantics, section 9). */
public sealed interface Bound {

    /**
     * {@code within 24 hours of the start of B}.
     *
     * @param includingFirstDay how calendar units are counted; without meaning for exact units
     */
    record Within(Span span, boolean includingFirstDay, Anchor anchor) implements Bound {}

    /** {@code by 2015-12-31}; {@code before} excludes it. */
    record OnDate(LocalDate date, boolean before) implements Bound {}

    record AtInstant(Instant instant, boolean before) implements Bound {}

    /** A date that a variable holds. */
    record OnVariable(String variable, boolean before) implements Bound {}
}
