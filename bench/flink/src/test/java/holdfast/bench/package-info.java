@NullMarked
package holdfast.bench;

import org.jspecify.annotations.NullMarked;
