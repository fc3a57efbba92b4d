package holdfast.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the file that holds what it should be; {@code -Dgolden.update=true} writes the files anew, to be reviewed as a diff. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/holdfast/cli/report");

    private Golden() {}

    public static void same(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
