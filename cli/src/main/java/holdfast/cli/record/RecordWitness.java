package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.StoredTiles;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.tiles.TileHashes;
import holdfast.record.log.tree.ConsistencyProof;
import holdfast.record.log.trust.Judgement;
import holdfast.record.log.trust.Policy;
import holdfast.record.log.witness.WitnessClient;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description =
                "Asks the witnesses of a policy to cosign the last checkpoint, and keeps their signatures. A witness itself is"
                        + " run with `holdfast witness`.")
final class RecordWitness implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Mixin
    PlaceOption at = new PlaceOption();

    @Mixin
    PolicyOption policy = new PolicyOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    RecordWitness(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Policy asked = policy.read()
                .orElseThrow(() -> Refusal.usage(
                        "nothing says who is to cosign",
                        "name the witnesses in a policy: `--policy P` (docs/record.md)"));
        return at.with(
                holdfast.record.store.Opening.WRITE, java.util.Optional.empty(), around, record -> ask(record, asked));
    }

    private int ask(SharedRecord record, Policy asked) {
        PrintWriter out = spec.commandLine().getOut();
        Note note = record.checkpoint()
                .orElseThrow(() -> Refusal.usage("there is nothing in this record yet", "add something first"));
        Checkpoint checkpoint = SharedRecord.checkpointOf(note);
        boolean contradicted = false;
        try (WitnessClient client = new WitnessClient(PATIENCE)) {
            WitnessClient.Collected collected = client.collect(
                    asked,
                    note,
                    seen -> ConsistencyProof.make(
                            seen,
                            checkpoint.size(),
                            new TileHashes(checkpoint.size(), new StoredTiles(record.store()))));
            for (WitnessClient.Outcome outcome : collected.outcomes()) {
                out.println("  " + told(outcome));
                if (outcome instanceof WitnessClient.Outcome.Cosigned cosigned) {
                    record.cosign(checkpoint.size(), cosigned.line());
                }
                contradicted |= outcome instanceof WitnessClient.Outcome.Contradicted;
            }
        }
        // Of what they were asked about: in the meantime more may have been submitted.
        Judgement judgement = asked.judge(record.checkpoint(checkpoint.size()).orElseThrow());
        out.println(Told.checkpoint(checkpoint) + "; who must have cosigned: " + judgement.quorum() + ": "
                + (judgement.quorumMet() ? "they have" : "they have not"));
        return judgement.quorumMet() && !contradicted ? 0 : Refusal.FINDINGS;
    }

    private static String told(WitnessClient.Outcome outcome) {
        return switch (outcome) {
            case WitnessClient.Outcome.Cosigned cosigned -> cosigned.witness() + " has cosigned";
            case WitnessClient.Outcome.Contradicted contradicted ->
                contradicted.witness() + " CONTRADICTS: " + contradicted.why();
            case WitnessClient.Outcome.Failed failed -> failed.witness() + " has not cosigned: " + failed.why();
        };
    }
}
