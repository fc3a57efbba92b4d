package holdfast.intake;

import holdfast.intake.mapping.Mapping;
import holdfast.intake.mapping.MappingText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Real files that are not part of the project: in the folder named by the system property {@code holdfast.data} or the environment variable
 * {@code HOLDFAST_DATA}, or in {@code ../shared/data} beside the project. Tests that need one say so where it is absent, and are skipped.
 */
final class SharedData {
    private SharedData() {}

    static Path file(String path) {
        for (Path folder : folders()) {
            Path file = folder.resolve(path).normalize();
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        Assumptions.abort("the data folder has no " + path + ": set HOLDFAST_DATA to run this test");
        throw new AssertionError();
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        Optional.ofNullable(System.getProperty("holdfast.data")).map(Path::of).ifPresent(folders::add);
        Optional.ofNullable(System.getenv("HOLDFAST_DATA")).map(Path::of).ifPresent(folders::add);
        folders.add(Path.of("..", "shared", "data"));
        folders.add(Path.of("..", "..", "shared", "data"));
        return folders;
    }

    /** A mapping among the test's resources. */
    static Mapping mapping(String name) throws IOException {
        try (InputStream in = SharedData.class.getResourceAsStream(name)) {
            return good(MappingText.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** A mapping of the manual. */
    static Mapping published(String name) {
        Path fromModule = Path.of("..", "docs", "mappings", name);
        return good(Mapping.parse(Files.exists(fromModule) ? fromModule : Path.of("docs", "mappings", name)));
    }

    private static Mapping good(Mapping.Parsed parsed) {
        return parsed.mapping().orElseThrow(() -> new AssertionError(parsed.problems()));
    }
}
