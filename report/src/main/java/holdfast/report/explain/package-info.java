/**
 * Why a verdict is what it is, in words: the article quoted, the clause, the records cited, how the deadline was counted, the reading
 * and who could confirm. Nothing here evaluates an agreement: it tells what an evaluation found.
 */
@NullMarked
package holdfast.report.explain;

import org.jspecify.annotations.NullMarked;
