@NullUnmarked
package holdfast.territory;

import org.jspecify.annotations.NullUnmarked;
