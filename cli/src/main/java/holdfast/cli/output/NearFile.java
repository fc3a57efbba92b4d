package holdfast.cli.output;

import holdfast.language.diagnostic.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to say of a file that is not there: which one beside it was probably meant. */
public final class NearFile {
    private static final int MOST = 1000;

    private NearFile() {}

    public static Refusal missing(Path file) {
        return Refusal.usage("there is no file `" + file + "`", near(file));
    }

    private static String near(Path file) {
        Path name = file.getFileName();
        Path parent = file.toAbsolutePath().getParent();
        if (name == null || parent == null) {
            return "";
        }
        if (!Files.isDirectory(parent)) {
            return "there is no folder `" + (file.getParent() == null ? parent : file.getParent()) + "` either";
        }
        try (Stream<Path> beside = Files.list(parent)) {
            List<String> names = beside.map(p -> String.valueOf(p.getFileName()))
                    .sorted()
                    .limit(MOST)
                    .toList();
            return withEnding(name.toString(), names)
                    .or(() -> Suggestion.nearest(name.toString(), names))
                    .map(n -> Suggestion.didYouMean(
                            file.toString(), file.resolveSibling(n).toString()))
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** The one file of that name behind which only an ending stands. */
    private static Optional<String> withEnding(String name, List<String> names) {
        List<String> ended =
                names.stream().filter(n -> n.startsWith(name + ".")).toList();
        return ended.size() == 1 ? Optional.of(ended.getFirst()) : Optional.empty();
    }
}
