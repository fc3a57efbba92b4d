/** What the check is given: the documents of an agreement with their statements, the files beside them, and which findings there are. */
@NullMarked
package holdfast.language.given;

import org.jspecify.annotations.NullMarked;
