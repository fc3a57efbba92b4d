/** What every report is made of: pages, markup that is safe to show, pictures, colours of a terminal, JSON. */
@NullMarked
package holdfast.report.page;

import org.jspecify.annotations.NullMarked;
