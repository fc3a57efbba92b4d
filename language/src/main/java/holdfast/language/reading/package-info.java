/**
 * What a text says, before anything is played: what a clause demands, what stands behind its names, how a state comes
 * to an end, who guarantees. One way of following for all that ask.
 */
@NullMarked
package holdfast.language.reading;

import org.jspecify.annotations.NullMarked;
