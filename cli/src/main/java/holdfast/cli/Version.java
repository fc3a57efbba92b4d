package holdfast.cli;

/** Which Holdfast this is. */
final class Version {
    private Version() {}

    /** What the build wrote into the jar; classes run from a folder have none. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
