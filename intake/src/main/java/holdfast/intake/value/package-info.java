/** Single cells to values: times in any order of their parts, numbers, names of the agreement; and what to say of those that are none. */
@NullMarked
package holdfast.intake.value;

import org.jspecify.annotations.NullMarked;
