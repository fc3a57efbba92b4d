/** The Markdown page: articles, their prose, and the fenced blocks with formal clauses. */
@NullMarked
package holdfast.language.document;

import org.jspecify.annotations.NullMarked;
