package holdfast.cli.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that a command makes for somebody to go on with: there whole or not at all, and never in the place of another. */
public final class NewFile {
    private NewFile() {}

    /** @throws Refusal if it could not be made, or something is there already */
    public static void check(String what, Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw there(what, file);
        }
        if (!Files.isWritable(folder(what, file))) {
            throw Refusal.usage(what + ": `" + file + "` cannot be written", "choose another place");
        }
    }

    /** @throws Refusal if the folder in which it would stand is not there */
    static Path folder(String what, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Refusal.usage(what + ": there is no folder `" + folder + "`", "make it first");
        }
        return folder;
    }

    /** @throws Refusal if it cannot be written; nothing is left then */
    public static void write(String what, Path file, byte[] bytes) {
        try {
            create(file, bytes);
        } catch (FileAlreadyExistsException e) {
            throw there(what, file);
        } catch (IOException e) {
            throw unwritten(what, file);
        }
    }

    /** @throws IOException if something is there already, or there is no room; nothing is left then */
    static void create(Path file, byte[] bytes) throws IOException {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            remove(file);
            throw e;
        }
    }

    static Refusal unwritten(String what, Path file) {
        return Refusal.usage(what + ": `" + file + "` cannot be written", "is there room left?");
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What cannot be written cannot always be taken away; the refusal that follows says which file it is.
        }
    }

    private static Refusal there(String what, Path file) {
        return Refusal.usage(
                what + ": `" + file + "` is there already",
                "nothing is written over; choose another name, or move it away first");
    }
}
