/**
 * What is drawn on a map: features with their properties, whose ground they are, and of which day; and what is wrong
 * with one. Whoever reads a map makes this of it.
 */
@NullMarked
package holdfast.engine.geography.drawing;

import org.jspecify.annotations.NullMarked;
