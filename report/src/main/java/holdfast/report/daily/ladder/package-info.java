/** On which rung the answers to a breach stand, and what waits for whom. */
@NullMarked
package holdfast.report.daily.ladder;

import org.jspecify.annotations.NullMarked;
