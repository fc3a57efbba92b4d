/** What a replay found, before it is laid out: verdicts said once for all readings that agree, what is owed, what comes, and how many there are. */
@NullMarked
package holdfast.report.standing;

import org.jspecify.annotations.NullMarked;
