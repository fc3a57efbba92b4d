/**
 * Random agreements and random histories, to set the engine against the reference evaluator; a shrinker, and a printer for what it leaves.
 */
@NullMarked
package holdfast.reference.random;

import org.jspecify.annotations.NullMarked;
