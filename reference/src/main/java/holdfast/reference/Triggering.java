package holdfast.reference;

import holdfast.engine.Time;
import java.util.Optional;
import java.util.SortedSet;

/**
 * An occurrence of a clause's trigger.
 *
 * @param breach the breach that it is about, for triggers on breaches
 */
record Triggering(
        Time time, boolean sure, Binding binding, SortedSet<String> support, long reported, Optional<Breach> breach) {}
