/** What is asked over HTTP, and what is answered: docs/room-api.md and the contract in openapi.yaml. */
@NullMarked
package holdfast.server.api;

import org.jspecify.annotations.NullMarked;
