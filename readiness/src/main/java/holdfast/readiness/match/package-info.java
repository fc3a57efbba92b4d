/** Which offers should serve which needs: the best plan by a list of aims, why what is unmet is unmet, and what to ask for next. */
@NullMarked
package holdfast.readiness.match;

import org.jspecify.annotations.NullMarked;
