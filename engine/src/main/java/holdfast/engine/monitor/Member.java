package holdfast.engine.monitor;

import org.jspecify.annotations.Nullable;

/**
 * What one root observation contributes to the history.
 *
 * @param type the event, by its place among the declared events
 * @param incident the group it is merged with; null if it stands alone
 */
record Member(int type, Fact fact, @Nullable String incident) {}
