package holdfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The page that {@code --html} asks for. */
final class WrittenPage {
    private WrittenPage() {}

    /**
     * Before the work, not after it.
     *
     * @param html null where no page is asked for
     * @throws Refusal if it cannot be written there
     */
    static void checkWritable(@Nullable Path html) {
        if (html == null) {
            return;
        }
        Path folder = html.toAbsolutePath().getParent();
        if (Files.isDirectory(html)) {
            throw Refusal.usage("--html: `" + html + "` is a folder", "name a file in it");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw Refusal.usage("--html: there is no folder `" + folder + "`", "make it first");
        }
        if (Files.exists(html) ? !Files.isWritable(html) : !Files.isWritable(folder)) {
            throw Refusal.usage("--html: `" + html + "` cannot be written", "choose another place");
        }
    }

    static void write(Path to, String page) {
        try {
            Files.writeString(to, page);
        } catch (IOException e) {
            throw Refusal.usage("--html: `" + to + "` cannot be written", "is there room left?");
        }
    }
}
