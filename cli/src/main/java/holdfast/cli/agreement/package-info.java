/** Which text a user means, those that come with Holdfast among them, and how it is read. */
@NullMarked
package holdfast.cli.agreement;

import org.jspecify.annotations.NullMarked;
