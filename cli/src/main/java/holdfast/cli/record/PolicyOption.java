package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.cli.replay.RecordFiles;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.record.log.trust.Policy;
import holdfast.record.log.trust.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose keys are believed, and who must have cosigned. */
final class PolicyOption {
    @Option(
            names = "--policy",
            paramLabel = "P",
            description =
                    "whose keys are believed, and who must have cosigned (docs/record.md). If not given: the keys that"
                            + " the copy brings with it, which proves nothing against whoever made it")
    @Nullable
    Path file;

    Optional<Policy> read() {
        return file == null ? Optional.empty() : Optional.of(read(file));
    }

    private static Policy read(Path file) {
        RecordFiles.checked(file);
        try {
            PolicyReader.Parsed parsed = PolicyReader.read(file.toString(), Files.readAllBytes(file));
            return parsed.policy()
                    .orElseThrow(() -> Refusal.findings(
                            "the policy cannot be used\n"
                                    + parsed.problems().stream()
                                            .map(ProblemLine::of)
                                            .collect(Collectors.joining("\n")),
                            "docs/record.md says how a policy is written"));
        } catch (IOException e) {
            throw Refusal.usage("`" + file + "` cannot be read", "");
        }
    }
}
