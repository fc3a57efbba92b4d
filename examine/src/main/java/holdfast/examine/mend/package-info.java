/** Texts that end a finding: what the checks propose is written into the document, read again and examined again before anybody sees it. */
@NullMarked
package holdfast.examine.mend;

import org.jspecify.annotations.NullMarked;
