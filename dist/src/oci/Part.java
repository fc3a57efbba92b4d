import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something in the image: a folder, or a file with what is in it. */
sealed interface Part {
    int owner();

    int mode();

    record Folder(int owner, int mode) implements Part {}

    record OnDisk(Path file, int owner, int mode) implements Part {}

    record InMemory(byte[] content, int owner, int mode) implements Part {}

    static Part folder(int owner, int mode) {
        return new Folder(owner, mode);
    }

    static Part file(Path file, boolean runs) {
        return new OnDisk(file, 0, runs ? 0755 : 0644);
    }

    static Part bytes(byte[] content) {
        return new InMemory(content, 0, 0644);
    }

    default byte[] content() throws IOException {
        return switch (this) {
            case Folder ignored -> new byte[0];
            case OnDisk f -> Files.readAllBytes(f.file());
            case InMemory m -> m.content();
        };
    }
}
