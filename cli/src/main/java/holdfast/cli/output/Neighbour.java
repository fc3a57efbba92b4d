package holdfast.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** A new file beside another, under a name that nothing there has: a neighbour is never touched. */
public final class Neighbour {
    private Neighbour() {}

    /** @throws IOException if there is no room; nothing is left then */
    public static Path write(Path target, String text) throws IOException {
        return write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IOException if there is no room; nothing is left then */
    public static Path write(Path target, byte[] bytes) throws IOException {
        for (int n = 1; ; n++) {
            Path beside = target.resolveSibling("." + target.getFileName() + "." + n + ".new");
            try {
                NewFile.create(beside, bytes);
                return beside;
            } catch (FileAlreadyExistsException e) {
                // the next number, then
            }
        }
    }
}
