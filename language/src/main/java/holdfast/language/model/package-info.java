/**
 * What an agreement is once it has been read and checked: immutable records, named in the field's own terms. Nothing here evaluates
 * anything; the meaning is in {@code docs/semantics.md}.
 */
@NullMarked
package holdfast.language.model;

import org.jspecify.annotations.NullMarked;
