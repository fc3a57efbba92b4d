package holdfast.server;

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
 * @param exercises where the records of exercises are kept
 * @param clock by which exercises run
 */
public record ServerSettings(
        String host,
        int port,
        boolean readOnly,
        String version,
        Optional<PublicView> publicView,
        Path exercises,
        InstantSource clock) {
    /** Of one that everybody may look at. */
    public ServerSettings(
            String host, int port, boolean readOnly, String version, Path exercises, InstantSource clock) {
        this(host, port, readOnly, version, Optional.of(PublicView.WHOLE), exercises, clock);
    }
}
