package holdfast.server.access;

import java.util.Optional;

/**
 * Who comes in, and what is written down of it.
 *
 * @param publicView what whoever has not signed in may see; empty: nothing
 * @param readOnly whether nothing can be submitted by anybody
 * @param provider who says who somebody is; empty: the keeper's links and tokens alone
 */
public record Entrance(
        Accounts accounts,
        AccessLog log,
        Optional<PublicView> publicView,
        boolean readOnly,
        Optional<IdentityProvider> provider) {}
