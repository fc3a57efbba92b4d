/** What lets mutation tests start fast: <a href="../../../../../../../docs/mutation.md">docs/mutation.md</a>. */
@NullMarked
package holdfast.reference.mutation;

import org.jspecify.annotations.NullMarked;
