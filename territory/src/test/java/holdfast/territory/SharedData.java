package holdfast.territory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Data that is no part of the project; tests that need it are skipped where it is not. */
final class SharedData {
    private SharedData() {}

    static Path folder(String path) {
        for (Path folder : folders()) {
            Path found = folder.resolve(path).normalize();
            if (Files.isDirectory(found)) {
                return found;
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
}
