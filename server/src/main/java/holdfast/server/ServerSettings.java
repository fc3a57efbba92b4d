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
 * @param exercises where the records of exercises are kept
 * @param clock by which exercises run
 * @param publicView what whoever has not signed in may see; empty: nothing
 */
public record ServerSettings(
        String host,
        int port,
        boolean readOnly,
        String version,
        Path exercises,
        InstantSource clock,
        Optional<PublicView> publicView) {
    /** Of one that everybody may look at. */
    public ServerSettings(
            String host, int port, boolean readOnly, String version, Path exercises, InstantSource clock) {
        this(host, port, readOnly, version, exercises, clock, Optional.of(PublicView.WHOLE));
    }
}
