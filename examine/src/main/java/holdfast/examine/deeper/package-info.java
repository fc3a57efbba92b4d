/** Bounds that grow by themselves until the answer no longer changes. */
@NullMarked
package holdfast.examine.deeper;

import org.jspecify.annotations.NullMarked;
