import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The libraries of this machine that Java, and what Holdfast's jar unpacks when it runs, are linked against, as {@code ldd} names them.
 *
 * @param files by the place where the linker looks for them, which is the same in the image
 * @param passedOver what is in the jar for other machines
 */
record Libraries(Map<String, Path> files, List<String> passedOver) {
    private static final Pattern LINE = Pattern.compile("\\s*(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)");

    /** The C library loads these by name, when a host is looked up: `ldd` does not see it. Where it has them within, there are none. */
    private static final List<String> LOADED_BY_NAME = List.of("libnss_dns.so.2", "libnss_files.so.2", "libresolv.so.2");

    static Libraries of(Path archive, List<String> without) throws IOException, InterruptedException {
        Map<String, Path> found = new TreeMap<>();
        List<String> passedOver = new ArrayList<>();
        try (Stream<Path> files = Files.walk(archive.resolve("runtime"))) {
            for (Path file : files.filter(Files::isRegularFile).filter(Libraries::isElf).sorted().toList()) {
                if (!without.contains(archive.relativize(file).toString())) {
                    List<String> needs = needs(file, archive.resolve("runtime/lib"))
                            .orElseThrow(() -> new IOException(
                                    file + ": this machine lacks a library that it needs; `ldd` says which"));
                    put(needs, archive, found);
                }
            }
        }
        ofJar(archive.resolve("lib/holdfast.jar"), found, passedOver);
        for (Path beside : List.copyOf(found.values())) {
            for (String name : LOADED_BY_NAME) {
                Path other = beside.resolveSibling(name);
                if (beside.getFileName().toString().equals("libc.so.6") && Files.exists(other)) {
                    found.put(other.toString(), other);
                }
            }
        }
        licences(found);
        return new Libraries(found, passedOver);
    }

    private static void ofJar(Path jar, Map<String, Path> found, List<String> passedOver)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("holdfast-image");
        try {
            for (Path file : unpacked(jar, folder)) {
                Optional<List<String>> needs = needs(file, folder);
                if (needs.isPresent()) {
                    put(needs.get(), folder, found);
                } else {
                    passedOver.add(folder.relativize(file).toString());
                }
            }
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Path> unpacked(Path jar, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().matches(".*\\.so(\\.[0-9.]+)?")) {
                    Path file = folder.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.write(file, in.readAllBytes());
                    }
                    files.add(file);
                }
            }
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    /** Those that are in the archive itself are in the image anyway. */
    private static void put(List<String> needs, Path own, Map<String, Path> found) {
        needs.stream().filter(n -> !n.startsWith(own.toString())).forEach(n -> found.put(n, Path.of(n)));
    }

    /** What it is linked against, itself not; empty where it is for another machine, or something is missing. */
    private static Optional<List<String>> needs(Path file, Path own) throws IOException, InterruptedException {
        ProcessBuilder asked = new ProcessBuilder("ldd", file.toString()).redirectErrorStream(true);
        // Java finds its own by itself, and what it unpacks lies side by side.
        asked.environment().put("LD_LIBRARY_PATH", own + ":" + own.resolve("server") + ":" + file.getParent());
        Process ldd = asked.start();
        String said = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean links = ldd.waitFor() == 0 || said.contains("statically linked");
        if (!links || said.contains("not found")) {
            return Optional.empty();
        }
        return Optional.of(said.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .toList());
    }

    private static boolean isElf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 0x7f && head[1] == 'E' && head[2] == 'L' && head[3] == 'F';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is handed on goes with its licence, as far as this machine's packages tell it. */
    private static void licences(Map<String, Path> found) throws IOException, InterruptedException {
        for (Path library : List.copyOf(found.values())) {
            for (Path name : List.of(library, library.toRealPath())) {
                for (String owner : owners(name)) {
                    Path licence = Path.of("/usr/share/doc", owner, "copyright");
                    if (Files.isRegularFile(licence)) {
                        found.put(licence.toString(), licence);
                    }
                }
            }
        }
    }

    /** The packages to which a file belongs; none on a machine that does not have Debian's. */
    private static List<String> owners(Path file) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/dpkg-query"))) {
            return List.of();
        }
        Process query = new ProcessBuilder("/usr/bin/dpkg-query", "-S", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(query.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        query.waitFor();
        return said.lines().map(l -> l.replaceFirst("[:,].*", "")).toList();
    }
}
