package holdfast.server;

import holdfast.server.access.IdentityProvider;
import holdfast.server.access.PublicView;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a server listens.
 *
 * @param port 0: any that is free
 * @param readOnly whether nothing can be submitted
 * @param version of Holdfast, for receipts
 * @param publicView what whoever has not signed in may see; empty: nothing
 * @param provider through which people may sign in; empty: none
 * @param exercises where the records of exercises are kept
 * @param clock by which exercises run
 */
public record ServerSettings(
        String host,
        int port,
        boolean readOnly,
        String version,
        Optional<PublicView> publicView,
        Optional<IdentityProvider> provider,
        Path exercises,
        InstantSource clock) {
    /** Of one that everybody may look at. */
    public ServerSettings(
            String host, int port, boolean readOnly, String version, Path exercises, InstantSource clock) {
        this(host, port, readOnly, version, Optional.of(PublicView.WHOLE), Optional.empty(), exercises, clock);
    }
}
