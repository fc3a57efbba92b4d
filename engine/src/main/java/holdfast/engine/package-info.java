/**
 * The meaning at work: records, verdicts, and the {@link holdfast.engine.monitor.Monitor} that turns the first into the second, as
 * {@code docs/semantics.md} defines it.
 */
@NullMarked
package holdfast.engine;

import org.jspecify.annotations.NullMarked;
