package holdfast.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The classes of a small jar say the same after they were written anew, and Java can keep them. */
class KeptClassesTest {
    private static final String SHAPES = "holdfast/cli/jar/Shapes";
    private static final List<String> MADE_ANEW =
            List.of("java.lang.runtime.SwitchBootstraps", "java.lang.runtime.ObjectMethods");

    @TempDir
    Path temp;

    private Path jar;

    @BeforeEach
    void aJarOfShapesAndPicocli() throws Exception {
        jar = temp.resolve("some.jar");
        try (FileSystem filled = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            copy(placeOf(Shapes.class), "holdfast/cli/jar", filled);
            try (FileSystem library = FileSystems.newFileSystem(placeOf(CommandLine.class))) {
                copy(library.getPath("/"), "picocli", filled);
            }
        }
    }

    @Test
    void everySwitchAndRecordSaysTheSame() throws Exception {
        List<String> before = said();
        KeptClasses.in(jar);
        assertThat(said()).isEqualTo(before);
        assertThat(before).hasSizeGreaterThan(100);
    }

    @Test
    void noCallOverTypesAndNoneOfARecordIsMadeAsItRuns() throws IOException {
        assertThat(madeAnew()).contains("typeSwitch", "equals", "hashCode", "toString");
        KeptClasses.in(jar);
        // Those with constants among their labels stay.
        assertThat(madeAnew()).containsOnly("typeSwitch");
        assertThat(calls())
                .filteredOn(c -> c.name().equalsString("typeSwitch"))
                .allMatch(c -> c.bootstrapArgs().stream().anyMatch(label -> !(label instanceof ClassDesc)));
    }

    @Test
    void noClassIsTooOldAndEachIsVerified() throws IOException {
        assertThat(classes()).anyMatch(c -> c.majorVersion() < ClassFile.JAVA_6_VERSION);
        KeptClasses.in(jar);
        assertThat(classes()).noneMatch(c -> c.majorVersion() < ClassFile.JAVA_6_VERSION);
    }

    @Test
    void twiceIsAsOnce() throws IOException {
        KeptClasses.in(jar);
        byte[] once = Files.readAllBytes(jar);
        KeptClasses.in(jar);
        assertThat(Files.readAllBytes(jar)).isEqualTo(once);
    }

    @Test
    void theCommandLineIsReadByRaisedClasses() throws Exception {
        KeptClasses.in(jar);
        try (URLClassLoader loaded = loader()) {
            Class<?> main = loaded.loadClass("picocli.CommandLine");
            assertThat(main.getClassLoader()).isSameAs(loaded);
            assertThat(main.getField("VERSION").get(null)).isEqualTo(CommandLine.VERSION);
            Class<?> spec = loaded.loadClass("picocli.CommandLine$Model$CommandSpec");
            Object line = main.getConstructor(Object.class)
                    .newInstance(spec.getMethod("create").invoke(null));
            assertThat(String.valueOf(main.getMethod("getUsageMessage").invoke(line)))
                    .startsWith("Usage: ");
        }
    }

    private List<String> said() throws Exception {
        try (URLClassLoader loaded = loader()) {
            Constructor<?> shapes = loaded.loadClass(SHAPES.replace('/', '.')).getDeclaredConstructor();
            shapes.setAccessible(true);
            Supplier<?> said = (Supplier<?>) shapes.newInstance();
            assertThat(said.getClass().getClassLoader()).isSameAs(loaded);
            return ((List<?>) said.get()).stream().map(String::valueOf).toList();
        }
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private List<String> madeAnew() throws IOException {
        return calls().stream().map(call -> call.name().stringValue()).toList();
    }

    private List<InvokeDynamicInstruction> calls() throws IOException {
        return classes().stream()
                .flatMap(c -> c.methods().stream())
                .flatMap(m -> m.code().stream())
                .flatMap(code -> code.elementList().stream())
                .flatMap(e -> e instanceof InvokeDynamicInstruction call ? Stream.of(call) : Stream.empty())
                .filter(call -> MADE_ANEW.stream()
                        .map(name -> "L" + name.replace('.', '/') + ";")
                        .anyMatch(call.bootstrapMethod().owner().descriptorString()::equals))
                .toList();
    }

    private List<ClassModel> classes() throws IOException {
        try (FileSystem read = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.walk(read.getPath("/"))) {
            return files.filter(f -> f.toString().endsWith(".class"))
                    .map(KeptClassesTest::bytes)
                    .map(ClassFile.of()::parse)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path placeOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void copy(Path from, String folder, FileSystem to) throws IOException {
        try (Stream<Path> files = Files.walk(from.resolve(folder))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                Path copied = to.getPath(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                try (InputStream in = Files.newInputStream(file)) {
                    Files.copy(in, copied);
                }
            }
        }
    }
}
