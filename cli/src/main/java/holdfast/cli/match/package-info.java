/** The tables of needs, offers and items that {@code match} reads. */
@NullMarked
package holdfast.cli.match;

import org.jspecify.annotations.NullMarked;
