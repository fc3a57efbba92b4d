package holdfast.report.page;

/** How a file is called without the folders that it lies in: what is handed on goes to people who do not have them. */
public final class FileName {
    private FileName() {}

    /** @param path with the separators of any system */
    public static String of(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
