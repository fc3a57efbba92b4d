package holdfast.language.model;

import java.util.Optional;

/** What makes an instance of a duty (semantics, sections 9 and 13). */
public sealed interface Trigger {

    /** {@code on attack(by P) where ...}. */
    record OnEvent(Pattern pattern, Condition where) implements Trigger {}

    /**
     * {@code on a breach B of 2 by Russia}.
     *
     * @param variable the breach's name, such as {@code B}
     * @param by whose breach: a constant or a variable that becomes bound to the bearer; empty: anybody's
     * @param confirmed only once confirmed, and then at the time of the confirmation
     */
    record OnBreach(String variable, ClauseRef of, Optional<Term> by, boolean confirmed, Origin origin)
            implements Trigger {}

    /** {@code if B continues after 24 hours}; {@code breach} is where B was introduced. */
    record Continues(OnBreach breach, Span after, Origin origin) implements Trigger {}

    /** {@code if B grows into wider_attack(by Russia)}. */
    record GrowsInto(OnBreach breach, Pattern into, Origin origin) implements Trigger {}

    /** {@code when 3.1 is fulfilled} ({@code cured} false) or {@code cured}. */
    record OnOutcome(ClauseRef clause, boolean cured, Origin origin) implements Trigger {}

    /** {@code when settlement begins} or {@code ends}. */
    record OnState(Condition condition, boolean begins, Origin origin) implements Trigger {}
}
