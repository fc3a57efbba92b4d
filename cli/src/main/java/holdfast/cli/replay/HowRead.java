package holdfast.cli.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the files that a command is given are read. */
public final class HowRead {
    @Option(
            names = "--mapping",
            paramLabel = "M",
            description =
                    "how somebody else's file is read; one for all files, or one for each (`own`: it has Holdfast's own form). If none is given:"
                            + " the file's name with .mapping.md, beside it or among the agreement's records")
    List<Path> mappings = List.of();

    @Option(
            names = "--rules",
            paramLabel = "F",
            description = "the rules of the series of maps (docs/territory.md), from another file")
    @Nullable
    Path rules;

    public List<Path> mappings() {
        return mappings;
    }

    public Optional<Path> rules() {
        return Optional.ofNullable(rules);
    }
}
