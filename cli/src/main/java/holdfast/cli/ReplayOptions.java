package holdfast.cli;

import holdfast.cli.replay.HowRead;
import holdfast.cli.replay.MapRecords;
import holdfast.cli.replay.ReplayQuestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code replay} and {@code explain} have in common. */
final class ReplayOptions {
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

    @Mixin
    HowRead howRead = new HowRead();

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description = "the moment of knowledge: what became known later does not count. A day means its end;"
                    + " `today`, `yesterday` and `\"yesterday 18:00\"` are understood. If not given: when the last record"
                    + " became known")
    @Nullable
    String asOf;

    @Option(
            names = "--now",
            paramLabel = "T",
            description =
                    "the moment asked about, such as `now` or `2015-02-20`; if not given, the moment of knowledge")
    @Nullable
    String now;

    ReplayQuestion question(
            @Nullable String since, @Nullable String ahead, List<String> clauses, List<String> bearers) {
        return question(null, since, ahead, clauses, bearers);
    }

    ReplayQuestion question(
            @Nullable String from,
            @Nullable String since,
            @Nullable String ahead,
            List<String> clauses,
            List<String> bearers) {
        return new ReplayQuestion(
                records.stream().filter(r -> !MapRecords.areMaps(r)).toList(),
                records.stream().filter(MapRecords::areMaps).toList(),
                howRead.rules(),
                howRead.mappings(),
                Optional.ofNullable(asOf),
                Optional.ofNullable(now),
                Optional.ofNullable(from),
                Optional.ofNullable(since),
                Optional.ofNullable(ahead),
                clauses,
                bearers);
    }
}
