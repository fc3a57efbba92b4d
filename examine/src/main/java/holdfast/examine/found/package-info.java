/** What an examination finds, and within what bounds it looked: findings, each with its story, what is at stake and what would mend it. */
@NullMarked
package holdfast.examine.found;

import org.jspecify.annotations.NullMarked;
