/** Texts to begin with. */
@NullMarked
package holdfast.drafting.template;

import org.jspecify.annotations.NullMarked;
