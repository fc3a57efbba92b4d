package holdfast.server.access;

import java.util.Optional;

/**
 * Who comes in, and what is written down of it.
 *
 * @param publicView what whoever has not signed in may see; empty: nothing
 * @param readOnly whether nothing can be submitted by anybody
 */
public record Entrance(Accounts accounts, AccessLog log, Optional<PublicView> publicView, boolean readOnly) {}
