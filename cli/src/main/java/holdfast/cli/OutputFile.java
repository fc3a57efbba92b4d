package holdfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command writes: looked at before the work, not after it. */
final class OutputFile {
    private OutputFile() {}

    /** @throws Refusal if it could not be written */
    static void check(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw Refusal.usage(option + ": `" + file + "` is a folder", "name a file in it");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw Refusal.usage(option + ": there is no folder `" + folder + "`", "make it first");
        }
        if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(folder)) {
            throw Refusal.usage(option + ": `" + file + "` cannot be written", "choose another place");
        }
    }

    static void write(String option, Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Refusal.usage(option + ": `" + file + "` cannot be written", "is there room left?");
        }
    }
}
