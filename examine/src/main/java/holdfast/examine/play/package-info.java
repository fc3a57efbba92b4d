/** Histories that are played through the monitor: who could do what, and what those who keep their word then do. */
@NullMarked
package holdfast.examine.play;

import org.jspecify.annotations.NullMarked;
