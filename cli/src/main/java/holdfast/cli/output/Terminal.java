package holdfast.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
