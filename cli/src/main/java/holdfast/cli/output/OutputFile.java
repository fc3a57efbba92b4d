package holdfast.cli.output;

import holdfast.report.page.Markup;
import holdfast.report.replay.DueCalendar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that a command writes: looked at before the work, not after it. Nothing that somebody has is written over, whatever it is and by whatever name it is reached: what
 * is there already must be a page that Holdfast wrote. A page is there whole or not at all.
 */
public final class OutputFile {
    /** Where a page says what made it. */
    private static final int HEAD = 1_000;

    private OutputFile() {}

    /** @throws Refusal if it could not be written, or is something that nobody asked to lose */
    public static void check(String option, Path file) {
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
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw Refusal.usage(
                    option + ": `" + file + "` is a link to something that is not there", "name the file itself");
        }
        if (Files.isRegularFile(file) && !isPage(file)) {
            throw Refusal.usage(
                    option + ": `" + file + "` is there already, and is no page that Holdfast wrote",
                    "nothing is written over; choose another name, or move it away first");
        }
    }

    private static boolean isPage(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            String said = new String(head, StandardCharsets.UTF_8);
            return head.length == 0 || said.contains(Markup.MADE_BY_HOLDFAST) || said.contains(DueCalendar.PRODUCT);
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws Refusal if it cannot be written; what was there is then there still */
    public static void write(String option, Path file, String text) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, text, StandardOpenOption.WRITE);
            } else {
                replace(file, text);
            }
        } catch (IOException e) {
            throw Refusal.usage(option + ": `" + file + "` cannot be written", "is there room left?");
        }
    }

    /** Written beside it under a name that nobody has, and then moved onto it. */
    private static void replace(Path file, String text) throws IOException {
        boolean there = Files.exists(file);
        Path target = there ? file.toRealPath() : file.toAbsolutePath();
        Path beside = Neighbour.write(target, text);
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
