/** Which offers serve which needs, in words and as JSON. */
@NullMarked
package holdfast.report.match;

import org.jspecify.annotations.NullMarked;
