/** Grounds laid over one another, grown, shrunk and measured on the ellipsoid: what of one is not in another, and how large it is. */
@NullMarked
package holdfast.territory.cut;

import org.jspecify.annotations.NullMarked;
