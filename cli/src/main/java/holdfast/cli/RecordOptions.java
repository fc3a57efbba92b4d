package holdfast.cli;

import holdfast.cli.replay.MapRecords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An agreement, the records that are laid over it, and what was known. */
class RecordOptions {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            completionCandidates = Main.ShippedNames.class,
            description = "an agreement's document, its folder, or the name of one that comes with Holdfast")
    String file = "";

    @Option(
            names = "--records",
            paramLabel = "R",
            description =
                    "a file of records (.csv, .jsonl), a shared record (its folder, or the URL of its database), or a series of maps (a folder, or a .series.json); repeatable."
                            + " If none is given: the agreement's own")
    List<Path> records = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "M",
            description =
                    "how somebody else's file is read; one for all files, or one for each (`own`: it has Holdfast's own form). If none is given:"
                            + " R's name with .mapping.md, beside it or among the agreement's records")
    List<Path> mappings = List.of();

    @Option(
            names = "--rules",
            paramLabel = "F",
            description = "the rules of the series of maps (docs/territory.md), from another file")
    @Nullable
    Path rules;

    final List<Path> files() {
        return records.stream().filter(r -> !MapRecords.areMaps(r)).toList();
    }

    final List<Path> maps() {
        return records.stream().filter(MapRecords::areMaps).toList();
    }

    final Optional<Path> mapRules() {
        return Optional.ofNullable(rules);
    }
}
