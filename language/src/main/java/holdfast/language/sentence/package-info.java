/** What the clauses say, as sentences that one could read aloud, in English and in Ukrainian. */
@NullMarked
package holdfast.language.sentence;

import org.jspecify.annotations.NullMarked;
