/** Two texts side by side: which words stayed, which were put in, which were taken out. */
@NullMarked
package holdfast.drafting.redline;

import org.jspecify.annotations.NullMarked;
