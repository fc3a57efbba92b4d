package holdfast.intake.rows;

import holdfast.intake.value.SignsOfCells;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to read; it may be opened several times.
 *
 * @param name as the user named it
 * @param form a name whose ending says the form; that of the file, unless it is no file
 * @param keptBack rows that are not read; empty: all are
 */
public record Input(String name, String form, Opening opening, Optional<KeptBack> keptBack) {

    /** Opens the file at its beginning. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    public Input(String name, Opening opening) {
        this(name, name, opening, Optional.empty());
    }

    public static Input of(Path file) {
        return new Input(file.toString(), () -> Files.newInputStream(file));
    }

    /** The same file without those rows. */
    public Input without(KeptBack rows) {
        return new Input(name, form, opening, Optional.of(rows));
    }

    /** The file's name without folders and without its ending: {@code minsk2-2015}. */
    public String stem() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return SignsOfCells.cleaned(dot > 0 ? last.substring(0, dot) : last);
    }
}
