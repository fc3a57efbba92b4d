/** Opens the rooms that `holdfast serve` serves. */
@NullMarked
package holdfast.cli.serve;

import org.jspecify.annotations.NullMarked;
