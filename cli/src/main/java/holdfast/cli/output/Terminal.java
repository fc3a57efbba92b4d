package holdfast.cli.output;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Whether somebody is looking. */
public final class Terminal {
    private Terminal() {}

    static boolean outputIsTerminal() {
        return isTerminal(1);
    }

    public static boolean errorIsTerminal() {
        return isTerminal(2);
    }

    /** Colour on a terminal, unless {@code NO_COLOR} is set or the terminal is dumb. */
    public static boolean colours() {
        String noColour = System.getenv("NO_COLOR");
        return (noColour == null || noColour.isEmpty()) && !"dumb".equals(System.getenv("TERM")) && outputIsTerminal();
    }

    /** How wide the terminal is that shows what is written; empty where it goes elsewhere, or nobody says. */
    public static OptionalInt columns() {
        if (!outputIsTerminal()) {
            return OptionalInt.empty();
        }
        String said = System.getenv("COLUMNS");
        return said != null && said.matches("[1-9][0-9]{0,3}") ? OptionalInt.of(Integer.parseInt(said)) : asked();
    }

    /** Shells seldom hand {@code COLUMNS} on; {@code stty} asks the terminal itself. */
    private static OptionalInt asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", -1);
            return size.length == 2 && size[1].matches("[1-9][0-9]{0,3}")
                    ? OptionalInt.of(Integer.parseInt(size[1]))
                    : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** Java only knows of input and output together; Linux tells of each. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() != null && System.console().isTerminal();
    }
}
