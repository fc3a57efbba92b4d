/** What is to be matched: needs, offers, what stands in for what, and what is wrong with them. */
@NullMarked
package holdfast.readiness.match.question;

import org.jspecify.annotations.NullMarked;
