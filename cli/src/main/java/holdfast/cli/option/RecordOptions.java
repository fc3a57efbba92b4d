package holdfast.cli.option;

import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.replay.HowRead;
import holdfast.cli.replay.MapRecords;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An agreement, the records that are laid over it, and what was known. */
public class RecordOptions {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            completionCandidates = ShippedNames.class,
            description = "an agreement's document, its folder, or the name of one that comes with Holdfast")
    String file = "";

    @Option(
            names = "--records",
            paramLabel = "R",
            description =
                    "a file of records (.csv, .jsonl), a shared record (its folder, or the URL of its database), or a series of maps (a folder, or a .series.json); repeatable."
                            + " If none is given: the agreement's own")
    List<Path> records = List.of();

    @Mixin
    HowRead howRead = new HowRead();

    /** As typed: an agreement's document, its folder, or the name of one that comes with Holdfast. */
    public final String agreement() {
        return file;
    }

    public final HowRead howRead() {
        return howRead;
    }

    public final List<Path> files() {
        return records.stream().filter(r -> !MapRecords.areMaps(r)).toList();
    }

    public final List<Path> maps() {
        return records.stream().filter(MapRecords::areMaps).toList();
    }
}
