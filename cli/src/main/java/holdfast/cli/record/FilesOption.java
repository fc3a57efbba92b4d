package holdfast.cli.record;

import holdfast.cli.replay.HowRead;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Files that are to be taken in, and how. */
final class FilesOption {
    static final String FILES = "files of records (.csv, .jsonl, .xlsx …), or series of maps";

    /** The command's own parameters, handed over: picocli wants all positions of a command in one place. */
    List<Path> files = List.of();

    @Mixin
    HowRead howRead = new HowRead();

    @Option(names = "--dry-run", description = "show what would become of each row, and keep nothing")
    boolean dryRun;

    @Option(
            names = "--rejects",
            paramLabel = "OUT.csv",
            description = "take the rows that are good, and write the others there, to be mended and given again")
    @Nullable
    Path rejects;

    FilesOption of(List<Path> given) {
        files = given;
        return this;
    }
}
