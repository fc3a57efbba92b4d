/** What can be read off the clauses without playing anything. */
@NullMarked
package holdfast.examine.text;

import org.jspecify.annotations.NullMarked;
