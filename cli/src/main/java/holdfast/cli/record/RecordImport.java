package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.cli.replay.Moments;
import holdfast.record.archive.ArchiveFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in a data set, or a later edition of it: what differs is corrected, what is missing is withdrawn, what is new"
                    + " is added. The counts are shown before anything is kept.",
            "An archive that `record export` wrote is taken in whole, and makes a copy of that record, or brings one up to date."
        })
final class RecordImport implements Callable<Integer> {
    @Mixin
    PlaceOption.Writing writing = new PlaceOption.Writing();

    @Parameters(index = "1..*", paramLabel = "FILE", description = FilesOption.FILES)
    List<Path> given = List.of();

    @Mixin
    FilesOption files = new FilesOption();

    @Mixin
    PolicyOption policy = new PolicyOption();

    @Option(
            names = "--edition-of",
            paramLabel = "SET",
            description = "the file is the whole of this data set as it stands now, and replaces what of it is there")
    @Nullable
    String editionOf;

    @Option(
            names = "--edition",
            paramLabel = "NAME",
            description = "what this edition is called. If not given: FILE's name without its ending")
    @Nullable
    String edition;

    @Option(
            names = "--published",
            paramLabel = "T",
            description = "when the edition became known. If not given: as each row says")
    @Nullable
    String published;

    @Option(
            names = "--withdraw",
            paramLabel = "N",
            description =
                    "an edition that withdraws more than half of what is there is taken only if this says how many")
    long withdraw;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    RecordImport(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (given.size() == 1 && ArchiveFile.isOne(given.getFirst())) {
            return new TakeArchive(
                            around,
                            writing.at,
                            policy.read(),
                            spec.commandLine().getOut())
                    .run(given.getFirst(), files.dryRun);
        }
        if (editionOf == null && (published != null || edition != null)) {
            throw Refusal.usage(
                    "--published and --edition are about an edition of a data set", "say of which: `--edition-of SET`");
        }
        if (editionOf != null && files.rejects != null) {
            throw Refusal.usage(
                    "--rejects and --edition-of do not go together: what an edition lacks is withdrawn",
                    "mend the file, and give it whole");
        }
        return new TakeIn(
                        around,
                        writing,
                        files.of(given),
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .withdrawing(withdraw)
                .run(text -> new TakeIn.Edition(
                        Optional.ofNullable(editionOf),
                        Optional.ofNullable(edition),
                        published == null
                                ? OptionalLong.empty()
                                : OptionalLong.of(
                                        new Moments(text.zone(), around.clock()).parse("--published", published))));
    }
}
