/** Calendar arithmetic and sets of instants (semantics, section 1), and when something surely and possibly holds (section 5). */
@NullMarked
package holdfast.engine.monitor.time;

import org.jspecify.annotations.NullMarked;
