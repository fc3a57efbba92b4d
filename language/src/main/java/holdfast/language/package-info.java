/** The language of agreements: from a Markdown document to a checked, immutable {@link holdfast.language.model.Agreement}. */
@NullMarked
package holdfast.language;

import org.jspecify.annotations.NullMarked;
