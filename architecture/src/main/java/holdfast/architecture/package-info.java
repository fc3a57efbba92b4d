/** Measures of the code: {@code docs/house.md}. The rules that the build holds are in this module's tests. */
@NullMarked
package holdfast.architecture;

import org.jspecify.annotations.NullMarked;
