/** Control maps, and what changed hands between them: square kilometres gained and lost, geodesic on WGS84. */
@NullMarked
package holdfast.territory;

import org.jspecify.annotations.NullMarked;
