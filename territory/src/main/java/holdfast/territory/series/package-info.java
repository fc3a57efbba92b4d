/** A series of control maps: its files, its rules, the day, side and class of each ground, and what is wrong with them. */
@NullMarked
package holdfast.territory.series;

import org.jspecify.annotations.NullMarked;
