/** What is done to the classes in the jar, so that Java can keep them prepared. Only the build calls it. */
@NullMarked
package holdfast.cli.jar;

import org.jspecify.annotations.NullMarked;
