package holdfast.server;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How a server listens.
 *
 * @param port 0: any that is free
 * @param readOnly whether nothing can be submitted
 * @param version of Holdfast, for receipts
 * @param exercises where the records of exercises are kept
 * @param clock by which exercises run
 */
public record ServerSettings(
        String host, int port, boolean readOnly, String version, Path exercises, InstantSource clock) {}
