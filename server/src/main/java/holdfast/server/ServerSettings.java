package holdfast.server;

/**
 * How a server listens.
 *
 * @param port 0: any that is free
 * @param readOnly whether nothing can be submitted
 * @param version of Holdfast, for receipts
 */
public record ServerSettings(String host, int port, boolean readOnly, String version) {}
