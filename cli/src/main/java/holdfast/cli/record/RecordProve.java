package holdfast.cli.record;

import holdfast.cli.output.NewFile;
import holdfast.cli.output.Refusal;
import holdfast.record.entry.Entry;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.StoredTiles;
import holdfast.record.log.note.Note;
import holdfast.record.log.proof.ProofFile;
import holdfast.record.log.tiles.TileHashes;
import holdfast.record.log.trust.Policy;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = "Writes a proof that an entry is in the record, which a stranger can check without Holdfast.")
final class RecordProve implements Callable<Integer> {
    @Mixin
    PlaceOption at = new PlaceOption();

    @Parameters(index = "1", paramLabel = "ID", description = "a record's id, or an entry's number")
    String id = "";

    @Option(names = "--out", paramLabel = "FILE", description = "write it there. If not given: to the terminal")
    @Nullable
    Path file;

    @Mixin
    PolicyOption policy = new PolicyOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    RecordProve(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (file != null) {
            NewFile.check("--out", file);
        }
        Optional<Policy> trusted = policy.read();
        Proved proved = at.reading(around, record -> prove(record, RecordShow.find(record, id), trusted));
        if (file != null) {
            NewFile.write("--out", file, proved.proof.toString().getBytes(StandardCharsets.UTF_8));
            PrintWriter out = spec.commandLine().getOut();
            out.println("written: " + file + ", which `holdfast record audit` checks");
            if (trusted.isPresent()) {
                out.println("It rests on the checkpoint of " + Told.counted(proved.size, "entry", "entries")
                        + ", the last that the policy accepts"
                        + (proved.last > proved.size
                                ? "; that of " + Told.counted(proved.last, "entry", "entries")
                                        + " is not cosigned as it wants"
                                : "")
                        + ".");
            }
        } else {
            spec.commandLine().getOut().print(proved.proof);
        }
        return 0;
    }

    /**
     * @param size of the checkpoint on which it rests
     * @param last of the last checkpoint that there is
     */
    private record Proved(ProofFile proof, long size, long last) {}

    private static Proved prove(SharedRecord record, Entry entry, Optional<Policy> trusted) {
        Note last = record.checkpoint().orElseThrow();
        if (entry.number() >= SharedRecord.checkpointOf(last).size()) {
            throw Refusal.usage(
                    "entry " + entry.number() + " is under no checkpoint yet", "whoever keeps the record signs one");
        }
        Note note = trusted.map(p -> accepted(record, entry, p)).orElse(last);
        long size = SharedRecord.checkpointOf(note).size();
        ProofFile proof = ProofFile.make(
                entry.bytes(), entry.number(), note, new TileHashes(size, new StoredTiles(record.store())));
        return new Proved(proof, size, SharedRecord.checkpointOf(last).size());
    }

    /** The last checkpoint over an entry that a policy accepts: the newest may not be cosigned yet. */
    private static Note accepted(SharedRecord record, Entry entry, Policy policy) {
        for (long size : record.store().checkpoints().reversed()) {
            Note note = record.checkpoint(size).orElseThrow();
            if (size > entry.number() && policy.judge(note).isAccepted()) {
                return note;
            }
        }
        throw Refusal.findings(
                "no checkpoint over entry " + entry.number() + " is accepted under the policy: "
                        + String.join(
                                "; ",
                                policy.judge(record.checkpoint().orElseThrow()).objections()),
                "`holdfast record witness RECORD --policy P` asks the witnesses");
    }
}
