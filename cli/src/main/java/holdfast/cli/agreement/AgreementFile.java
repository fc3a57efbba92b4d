package holdfast.cli.agreement;

import holdfast.cli.output.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An agreement's document, found.
 *
 * @param name how the user called it
 * @param document the Markdown file
 * @param folder the agreement's own folder with its records; empty where the document stands by itself
 * @param collection the folder of the agreements that come with Holdfast, if it is one of them: their mappings may read each other's records
 */
public record AgreementFile(String name, Path document, Optional<Path> folder, Optional<Path> collection) {
    AgreementFile(String name, Path document, Optional<Path> folder) {
        this(name, document, folder, Optional.empty());
    }

    AgreementFile in(Path collection) {
        return new AgreementFile(name, document, folder, Optional.of(collection));
    }

    static final String DOCUMENT = "agreement.md";

    /**
     * @param argument a file, a folder with an {@code agreement.md} in it, or the name of a shipped agreement
     * @throws Refusal if there is no such thing, or it cannot be read
     */
    public static AgreementFile find(String argument, ShippedAgreements shipped) {
        return shipped.recognised(found(argument, shipped));
    }

    private static AgreementFile found(String argument, ShippedAgreements shipped) {
        Path path = path(argument);
        if (Files.isDirectory(path)) {
            return inFolder(argument, path)
                    .orElseGet(() -> shipped.find(argument)
                            .orElseThrow(() -> Refusal.usage(
                                    "`" + argument + "` is a folder without `" + DOCUMENT + "`",
                                    "name the document itself")));
        }
        if (Files.exists(path)) {
            if (!Files.isReadable(path)) {
                throw Refusal.usage("`" + argument + "` may not be read", "");
            }
            return new AgreementFile(argument, path, ownFolder(path));
        }
        return shipped.find(argument).orElseThrow(() -> shipped.unknown(argument));
    }

    private static Optional<Path> ownFolder(Path document) {
        boolean own = document.getFileName() != null
                && document.getFileName().toString().equals(DOCUMENT);
        return own ? Optional.ofNullable(document.toAbsolutePath().getParent()) : Optional.empty();
    }

    /** The document of a folder: {@code agreement.md}, or a file called as the folder is. */
    static Optional<AgreementFile> inFolder(String name, Path folder) {
        for (String file :
                new String[] {DOCUMENT, folder.toAbsolutePath().normalize().getFileName() + ".md"}) {
            Path document = folder.resolve(file);
            if (Files.isRegularFile(document)) {
                return Optional.of(new AgreementFile(name, document, Optional.of(folder)));
            }
        }
        return Optional.empty();
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw Refusal.usage("`" + argument + "` is no file name", "");
        }
    }

    /** The lines of the document and of what stands beside it, each called as the agreement's articles call it. */
    public Function<String, List<String>> lines() {
        return name -> text(name.equals(document.toString()) ? document : document.resolveSibling(name))
                .lines()
                .toList();
    }

    /** The file as UTF-8, for quoting; empty where it is not readable as such. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
