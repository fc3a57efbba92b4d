/** Where things are: the zones of an agreement, geodesic on WGS84. */
@NullMarked
package holdfast.engine.geography;

import org.jspecify.annotations.NullMarked;
