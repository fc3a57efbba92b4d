/**
 * The second evaluator: {@code docs/semantics.md} as set comprehensions over the whole history, definition by definition, in the words of
 * that page. It shares nothing with the engine but the model, records, verdicts and times, and is not meant to be fast.
 */
@NullMarked
package holdfast.reference;

import org.jspecify.annotations.NullMarked;
