package holdfast.cli.option;

import holdfast.cli.replay.ReplayQuestion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code replay} and {@code explain} have in common. */
public final class ReplayOptions extends RecordOptions {
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

    /** Whether a moment was given, of knowledge or to ask about. */
    public boolean isOfAMoment() {
        return asOf != null || now != null;
    }

    public ReplayQuestion question(
            @Nullable String since, @Nullable String ahead, List<String> clauses, List<String> bearers) {
        return question(null, since, ahead, clauses, bearers);
    }

    public ReplayQuestion question(
            @Nullable String from,
            @Nullable String since,
            @Nullable String ahead,
            List<String> clauses,
            List<String> bearers) {
        return new ReplayQuestion(
                files(),
                maps(),
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
