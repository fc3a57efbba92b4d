/** The examiner held against an explorer that tries everything, on random texts that are small enough for it. */
@NullMarked
package holdfast.examine.brute;

import org.jspecify.annotations.NullMarked;
