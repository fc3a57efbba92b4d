package holdfast.server;

import holdfast.server.access.PublicView;
import java.util.Optional;

/**
 * How a server listens.
 *
 * @param port 0: any that is free
 * @param readOnly whether nothing can be submitted
 * @param version of Holdfast, for receipts
 * @param publicView what whoever has not signed in may see; empty: nothing
 */
public record ServerSettings(
        String host, int port, boolean readOnly, String version, Optional<PublicView> publicView) {
    /** One that everybody may look at. */
    public ServerSettings(String host, int port, boolean readOnly, String version) {
        this(host, port, readOnly, version, Optional.of(PublicView.WHOLE));
    }
}
