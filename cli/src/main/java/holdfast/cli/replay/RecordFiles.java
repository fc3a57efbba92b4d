package holdfast.cli.replay;

import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.output.NearFile;
import holdfast.cli.output.Refusal;
import holdfast.intake.form.FileForms;
import holdfast.intake.mapping.Mapping;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.document.OwnFolder;
import holdfast.report.page.ShellWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which files of records a replay reads, and with which mapping. */
public final class RecordFiles {
    private static final String MAPPING = ".mapping.md";

    private RecordFiles() {}

    /** A file of records; without a mapping it has Holdfast's own form. */
    public record Pair(Path data, Optional<ReadMapping> mapping) {
        /** As it is shown: of a record in a database, without a password. */
        String name() {
            return shown(data);
        }
    }

    /** How a path is told that was given for records. */
    static String shown(Path data) {
        return KeptRecord.isOne(data) ? KeptRecord.shown(data) : data.toString();
    }

    public record ReadMapping(Path file, Mapping mapping) {}

    /**
     * @param records as given; none: the agreement's own
     * @param mappings as given: none, one for all, or one for each
     */
    public static List<Pair> choose(AgreementFile agreement, List<Path> records, List<Path> mappings) {
        if (records.isEmpty() && mappings.isEmpty()) {
            return own(agreement);
        }
        if (records.isEmpty()) {
            return mappings.stream()
                    .filter(m -> !isOwnForm(m))
                    .map(m -> named(read(m), agreement))
                    .toList();
        }
        if (mappings.size() > 1 && mappings.size() != records.size()) {
            throw Refusal.usage(
                    records.size() + " files of records and " + mappings.size() + " mappings do not go together",
                    "give one `--mapping` for all, or one for each `--records` in the same order");
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (KeptRecord.isOne(records.get(i))) {
                pairs.add(new Pair(records.get(i), Optional.empty()));
                continue;
            }
            Path data = checked(records.get(i));
            Optional<Path> mapping = mappings.isEmpty()
                    ? beside(data, agreement)
                    : Optional.of(mappings.get(mappings.size() == 1 ? 0 : i)).filter(m -> !isOwnForm(m));
            pairs.add(new Pair(data, mapping.map(RecordFiles::read)));
        }
        return pairs;
    }

    /** Said in place of a mapping: this file has Holdfast's own form. A file that is called so is a mapping all the same. */
    private static boolean isOwnForm(Path mapping) {
        return mapping.toString().equals("own") && !Files.exists(mapping);
    }

    private static List<Pair> own(AgreementFile agreement) {
        List<Pair> pairs = new ArrayList<>();
        for (Path file : inOwnFolder(agreement)) {
            String name = file.getFileName().toString();
            if (FileForms.endings().stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
                pairs.add(new Pair(file, beside(file, agreement).map(RecordFiles::read)));
            } else if (name.endsWith(MAPPING) && !hasData(file)) {
                // A mapping that names its file reads records kept elsewhere; one that names none waits for --records.
                ReadMapping mapping = read(file);
                if (mapping.mapping().writtenFor().isPresent()) {
                    pairs.add(named(mapping, agreement));
                }
            }
        }
        return pairs;
    }

    /** The agreement's own files of records that are not among those that were chosen: whoever gives files of his own may take it for granted that they are. */
    static List<Path> ownLeft(AgreementFile agreement, List<Path> chosen) {
        List<Path> read =
                chosen.stream().map(p -> p.toAbsolutePath().normalize()).toList();
        return inOwnFolder(agreement).stream()
                .filter(file -> FileForms.endings().stream()
                        .anyMatch(file.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith))
                .filter(file -> !read.contains(file.toAbsolutePath().normalize()))
                .toList();
    }

    /** The mappings among the agreement's own records whose table is not there, by name: somebody else has it. */
    static List<String> awaited(AgreementFile agreement) {
        return inOwnFolder(agreement).stream()
                .filter(m -> m.toString().endsWith(MAPPING) && !hasData(m))
                .map(m -> m.getFileName().toString())
                .toList();
    }

    /** What lies among the agreement's own records, by name. */
    private static List<Path> inOwnFolder(AgreementFile agreement) {
        return agreement
                .folder()
                .map(f -> f.resolve("records"))
                .filter(Files::isDirectory)
                .map(RecordFiles::list)
                .orElse(List.of());
    }

    /** What a table must be called to be read with the mapping of this name. */
    static String tableOf(String mapping) {
        return stem(mapping) + ".csv";
    }

    private static String stem(String mapping) {
        return mapping.substring(0, mapping.length() - MAPPING.length());
    }

    private static boolean hasData(Path mapping) {
        String stem = stem(mapping.getFileName().toString());
        for (String ending : FileForms.endings()) {
            if (Files.exists(mapping.resolveSibling(stem + ending))) {
                return true;
            }
        }
        return false;
    }

    private static Pair named(ReadMapping mapping, AgreementFile agreement) {
        String file = mapping.mapping()
                .writtenFor()
                .orElseThrow(() -> Refusal.usage(
                        "`" + mapping.file() + "` does not name the file that it reads", "give it with `--records`"));
        Path data = mapping.file().resolveSibling(file).normalize();
        boolean shipped = agreement
                .collection()
                .map(c -> OwnFolder.holds(c, mapping.file()) && OwnFolder.holds(c, data))
                .orElse(false);
        if (!shipped && !OwnFolder.holds(folderOf(mapping.file()), data)) {
            throw Refusal.findings(
                    "`" + mapping.file() + "` names `" + file + "`, which is not in its own folder or below it",
                    "a mapping opens no other files; name that file yourself: `--records "
                            + ShellWord.of(data.toString()) + " --mapping "
                            + ShellWord.of(mapping.file().toString()) + "`");
        }
        return new Pair(checked(data), Optional.of(mapping));
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    }

    /** {@code reports.mapping.md} beside {@code reports.csv}, or among the agreement's own records. */
    private static Optional<Path> beside(Path data, AgreementFile agreement) {
        String name = data.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String mapping = (dot > 0 ? name.substring(0, dot) : name) + MAPPING;
        Path sibling = data.resolveSibling(mapping);
        return Files.isRegularFile(sibling)
                ? Optional.of(sibling)
                : agreement
                        .folder()
                        .map(f -> f.resolve("records").resolve(mapping))
                        .filter(Files::isRegularFile);
    }

    public static Path checked(Path file) {
        if (Files.isDirectory(file)) {
            throw Refusal.usage("`" + file + "` is a folder, not a file of records", "name the files one by one");
        }
        if (!Files.exists(file)) {
            throw NearFile.missing(file);
        }
        if (!Files.isReadable(file)) {
            throw Refusal.usage("`" + file + "` may not be read", "");
        }
        return file;
    }

    public static ReadMapping read(Path file) {
        checked(file);
        Mapping.Parsed parsed = Mapping.parse(file);
        if (parsed.mapping().isEmpty()) {
            throw Refusal.findings(
                    "the mapping cannot be used\n"
                            + String.join(
                                    "\n",
                                    parsed.problems().stream()
                                            .map(ProblemLine::of)
                                            .toList()),
                    "docs/mapping.md says how a mapping is written");
        }
        return new ReadMapping(file, parsed.mapping().get());
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
