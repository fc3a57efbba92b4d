/** Scenarios: played, and told. */
@NullMarked
package holdfast.cli.scenario;

import org.jspecify.annotations.NullMarked;
