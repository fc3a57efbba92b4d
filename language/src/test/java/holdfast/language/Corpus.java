package holdfast.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The agreements of the repository, to try things on: the corpus of these tests, the real ones, the clause patterns and the conformance cases. */
final class Corpus {
    private static final List<Path> FOLDERS = List.of(
            Path.of("src/test/resources/corpus"),
            Path.of("../agreements"),
            Path.of("../docs/clause-patterns.md"),
            Path.of("../conformance"));
    private static final Pattern ATTACHED = Pattern.compile("(?ms)^```geojson (\\S+)\n(.*?)^```$");

    private Corpus() {}

    record Text(Path path, String markdown) {
        Outcome read(String changed) {
            return AgreementReader.read(path.toString(), changed.getBytes(StandardCharsets.UTF_8), this::sibling);
        }

        Outcome read() {
            return read(markdown);
        }

        private Optional<byte[]> sibling(String name) {
            Map<String, String> attached = new HashMap<>();
            Matcher block = ATTACHED.matcher(markdown);
            while (block.find()) {
                attached.put(block.group(1), block.group(2));
            }
            if (attached.containsKey(name)) {
                return Optional.of(attached.get(name).getBytes(StandardCharsets.UTF_8));
            }
            try {
                Path file = path.resolveSibling(name);
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    static List<Text> texts() {
        return FOLDERS.stream().filter(Files::exists).flatMap(Corpus::documents).toList();
    }

    private static Stream<Text> documents(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().map(Corpus::text).toList().stream()
                    .filter(t -> t.markdown().lines().anyMatch(l -> l.equals("```holdfast")))
                    .filter(t -> !t.path().endsWith("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text text(Path file) {
        try {
            return new Text(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
