package holdfast.cli.agreement;

import holdfast.cli.output.NearFile;
import holdfast.cli.output.Refusal;
import holdfast.language.diagnostic.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The agreements that come with Holdfast: the folders under {@code agreements/}. */
public final class ShippedAgreements {
    private static final Pattern HEADING = Pattern.compile("(?m)^# +(.+?)\\s*$");
    /** A prohibition: of its breaches there is most to tell. */
    private static final Pattern CLAUSE = Pattern.compile("(?m)^(\\d+\\.\\d+[a-z]?)\\s.*\\bmust not\\b");

    private static final int LEVELS_UP = 5;

    private final Optional<Path> home;

    /** @param home the folder that holds {@code agreements/}; empty where there is none */
    public ShippedAgreements(Optional<Path> home) {
        this.home = home.map(h -> h.resolve("agreements")).filter(Files::isDirectory);
    }

    /**
     * A shipped agreement in a line or two.
     *
     * @param about the first sentence under the title
     */
    public record Entry(String name, String title, String about) {}

    /** Where the launcher says, or else above the jar. */
    public static ShippedAgreements here() {
        String home = System.getProperty("holdfast.home");
        Optional<Path> folder = home != null ? Optional.of(Path.of(home)) : aboveTheJar();
        return new ShippedAgreements(folder.map(ShippedAgreements::fromHere));
    }

    /** As short as it can be said in the folder where the command runs. */
    private static Path fromHere(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path full = folder.toAbsolutePath().normalize();
        return full.startsWith(here) ? here.relativize(full) : full;
    }

    private static Optional<Path> aboveTheJar() {
        CodeSource source = ShippedAgreements.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            @Nullable Path folder = Path.of(source.getLocation().toURI());
            for (int i = 0; i < LEVELS_UP && folder != null; i++) {
                if (Files.isDirectory(folder.resolve("agreements"))) {
                    return Optional.of(folder);
                }
                folder = folder.getParent();
            }
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    Optional<AgreementFile> find(String name) {
        if (home.isEmpty() || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            return Optional.empty();
        }
        Path folder = home.get().resolve(name);
        return Files.isDirectory(folder) ? AgreementFile.inFolder(name, folder) : Optional.empty();
    }

    /** Says of a document that lies among the shipped ones that it does, by whatever path it was found. */
    AgreementFile recognised(AgreementFile file) {
        try {
            return home.isPresent()
                            && file.document()
                                    .toRealPath()
                                    .startsWith(home.get().toRealPath())
                    ? file.in(home.get())
                    : file;
        } catch (IOException e) {
            return file;
        }
    }

    /** The table of how fast things were lost in replayed cases. */
    public Optional<Path> losses() {
        return home.map(h -> h.resolve(Losses.FILE)).filter(Files::isRegularFile);
    }

    /** By name. */
    public List<String> names() {
        if (home.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(home.get())) {
            return folders.filter(f -> AgreementFile.inFolder("", f).isPresent())
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String name : names()) {
            find(name).ifPresent(file -> entries.add(entry(name, AgreementFile.text(file.document()))));
        }
        return entries;
    }

    /** A shipped agreement that has records of its own to replay. */
    public Optional<String> withRecords() {
        return names().stream()
                .filter(n -> find(n).flatMap(AgreementFile::folder)
                        .filter(f -> hasTable(f.resolve("records")))
                        .isPresent())
                .findFirst();
    }

    private static boolean hasTable(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(
                    f -> f.toString().endsWith(".csv") || f.toString().endsWith(".jsonl"));
        } catch (IOException e) {
            return false;
        }
    }

    /** The number of a clause for which an explanation is worth a look. */
    public Optional<String> firstClause(String name) {
        return find(name)
                .map(f -> CLAUSE.matcher(AgreementFile.text(f.document())))
                .filter(Matcher::find)
                .map(m -> m.group(1));
    }

    private static Entry entry(String name, String markdown) {
        Matcher heading = HEADING.matcher(markdown);
        if (!heading.find()) {
            return new Entry(name, name, "");
        }
        String rest = markdown.substring(heading.end()).strip();
        int end = rest.indexOf("\n\n");
        String paragraph = (end < 0 ? rest : rest.substring(0, end)).replaceAll("\\s+", " ");
        boolean prose = !paragraph.startsWith("```") && !paragraph.startsWith("#");
        return new Entry(name, heading.group(1), prose ? firstSentence(paragraph) : "");
    }

    /** What marks a comment, {@code > [!NOTE]}, and each of its lines. */
    private static final Pattern NOTE_MARKS = Pattern.compile("(?:^|(?<= ))>(?: \\[![A-Z]+])? ?");

    private static String firstSentence(String paragraph) {
        String plain =
                NOTE_MARKS.matcher(paragraph).replaceAll("").replace("**", "").replace("`", "");
        int from = plain.startsWith("As reported. ") ? "As reported. ".length() : 0;
        int stop = plain.indexOf(". ", from);
        return stop < 0 ? plain : plain.substring(0, stop + 1);
    }

    Refusal unknown(String argument) {
        boolean asFile = argument.contains("/") || argument.contains("\\") || argument.endsWith(".md");
        if (asFile) {
            return NearFile.missing(Path.of(argument));
        }
        List<String> names = names();
        Optional<String> begun = argument.isEmpty()
                ? Optional.empty()
                : document(argument)
                        .or(() -> names.stream()
                                .filter(n -> n.startsWith(argument))
                                .findFirst());
        String shipped =
                names.isEmpty() ? "name a Markdown file" : "those that are shipped are " + Suggestion.list(names);
        return Refusal.usage(
                "`" + argument + "` is neither a file nor a shipped agreement",
                begun.or(() -> Suggestion.nearest(argument, names))
                        .map(n -> Suggestion.didYouMean(argument, n))
                        .orElse(shipped));
    }

    /** The document of that name without its ending, if there is one. */
    private static Optional<String> document(String argument) {
        String named = argument + ".md";
        try {
            return Files.isRegularFile(Path.of(named)) ? Optional.of(named) : Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
