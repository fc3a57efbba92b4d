/** The guarantee table: for each prohibition and violator what must follow, in the worst case. */
@NullMarked
package holdfast.examine.table;

import org.jspecify.annotations.NullMarked;
