/** What is sent: verdicts, names and other values as JSON, what was written once for all who ask, and refusals. */
@NullMarked
package holdfast.server.json;

import org.jspecify.annotations.NullMarked;
