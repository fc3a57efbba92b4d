package holdfast.intake.rows;

import holdfast.intake.value.SignsOfCells;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to read; it may be opened several times.
 *
 * @param name as the user named it
 */
public record Input(String name, Opening opening) {

    /** Opens the file at its beginning. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    public static Input of(Path file) {
        return new Input(file.toString(), () -> Files.newInputStream(file));
    }

    /** The file's name without folders and without its ending: {@code minsk2-2015}. */
    public String stem() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return SignsOfCells.cleaned(dot > 0 ? last.substring(0, dot) : last);
    }
}
