package holdfast.cli.output;

/** Which Holdfast this is. */
public final class Version {
    private Version() {}

    /** What the build wrote into the jar; classes run from a folder have none. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
