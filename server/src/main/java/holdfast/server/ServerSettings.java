package holdfast.server;

/**
 * How a server listens.
 *
 * @param port 0: any that is free
 * @param readOnly whether nothing can be submitted
 */
public record ServerSettings(String host, int port, boolean readOnly) {}
