package holdfast.cli.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes those classes of a jar anew of which the ahead-of-time cache would leave something out, see {@link KeptClass}. The
 * build calls it with the jar of the command.
 */
final class KeptClasses {
    /** Our own, and those of the one old library that every command needs. */
    private static final List<String> FOLDERS = List.of("holdfast", "picocli");

    private final FileSystem jar;

    private KeptClasses(FileSystem jar) {
        this.jar = jar;
    }

    public static void main(String[] args) throws IOException {
        in(Path.of(args[0]));
    }

    static void in(Path file) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(file)) {
            new KeptClasses(jar).write();
        }
    }

    private void write() throws IOException {
        KeptClass kept = new KeptClass(hierarchy());
        for (Path file : classes()) {
            byte[] before = Files.readAllBytes(file);
            byte[] after = kept.of(before);
            if (after != before) {
                FileTime time = Files.getLastModifiedTime(file);
                Files.write(file, after);
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private List<Path> classes() throws IOException {
        List<Path> classes = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path within = jar.getPath(folder);
            if (Files.isDirectory(within)) {
                try (Stream<Path> all = Files.walk(within)) {
                    all.filter(f -> f.toString().endsWith(".class")).forEach(classes::add);
                }
            }
        }
        return classes;
    }

    /** What is a kind of what: as the jar says, or Java itself. */
    private ClassHierarchyResolver hierarchy() {
        return ClassHierarchyResolver.ofResourceParsing(this::bytes)
                .orElse(ClassHierarchyResolver.defaultResolver())
                .cached();
    }

    private @Nullable InputStream bytes(ClassDesc type) {
        String name = type.descriptorString();
        Path file = jar.getPath(name.substring(1, name.length() - 1) + ".class");
        try {
            return Files.exists(file) ? Files.newInputStream(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
