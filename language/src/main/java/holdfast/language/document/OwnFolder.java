package holdfast.language.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a document or a mapping names lies in its own folder or below it: a stranger's text shall not open other files. */
public final class OwnFolder {
    private OwnFolder() {}

    /**
     * Whether a file lies in a folder or below it, by its name and, where it is there, by every link on the way to it.
     *
     * @param file need not be there
     */
    public static boolean holds(Path folder, Path file) {
        try {
            Path named = file.toAbsolutePath().normalize();
            return named.startsWith(folder.toAbsolutePath().normalize())
                    && (!Files.exists(named) || named.toRealPath().startsWith(folder.toRealPath()));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
