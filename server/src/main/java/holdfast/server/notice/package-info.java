/** Programs that want to be told: webhooks, signed, sent again until they are taken, and a list of those that never were. */
@NullMarked
package holdfast.server.notice;

import org.jspecify.annotations.NullMarked;
