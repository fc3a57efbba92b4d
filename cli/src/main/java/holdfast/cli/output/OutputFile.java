package holdfast.cli.output;

import holdfast.publish.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that a command writes: looked at before the work, not after it. Nothing that somebody has is written over, whatever it is and by whatever name it is reached: what
 * is there already must be a page that Holdfast wrote in the same form. A page is there whole or not at all.
 */
public final class OutputFile {
    private OutputFile() {}

    /** @throws Refusal if it could not be written, or is something that nobody asked to lose */
    public static void check(Form form, Path file) {
        check(form.option(), file, form::wrote);
    }

    /** Whether Holdfast wrote a file. */
    public interface Known {
        boolean isOurs(Path file) throws IOException;
    }

    /** @throws Refusal if it could not be written, or is something that nobody asked to lose */
    public static void check(String option, Path file, Known known) {
        if (Files.isDirectory(file)) {
            throw Refusal.usage(option + ": `" + file + "` is a folder", "name a file in it");
        }
        Path folder = NewFile.folder(option, file);
        if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(folder)) {
            throw Refusal.usage(option + ": `" + file + "` cannot be written", "choose another place");
        }
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw Refusal.usage(
                    option + ": `" + file + "` is a link to something that is not there", "name the file itself");
        }
        if (Files.isRegularFile(file) && !isOurs(known, file)) {
            throw Refusal.usage(
                    option + ": `" + file + "` is there already, and is no page that Holdfast wrote",
                    "nothing is written over; choose another name, or move it away first");
        }
    }

    private static boolean isOurs(Known known, Path file) {
        try {
            return known.isOurs(file);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes a page in one of its forms.
     *
     * @throws Refusal if it cannot be written; what was there is then there still
     */
    public static void write(Form form, Path file, String page) {
        try {
            write(form.option(), file, form.of(page));
        } catch (IOException e) {
            throw NewFile.unwritten(form.option(), file);
        }
    }

    /** @throws Refusal if it cannot be written; what was there is then there still */
    public static void write(String option, Path file, byte[] bytes) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(file, bytes, StandardOpenOption.WRITE);
            } else {
                replace(file, bytes);
            }
        } catch (IOException e) {
            throw NewFile.unwritten(option, file);
        }
    }

    /** Written beside it under a name that nobody has, and then moved onto it. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        boolean there = Files.exists(file);
        Path target = there ? file.toRealPath() : file.toAbsolutePath();
        Path beside = Neighbour.write(target, bytes);
        try {
            if (there && Files.getFileStore(target).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
            }
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
