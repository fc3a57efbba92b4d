package holdfast.cli.record;

import holdfast.cli.output.NewFile;
import holdfast.cli.output.Refusal;
import holdfast.record.entry.Entry;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.StoredTiles;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.proof.ProofFile;
import holdfast.record.log.tiles.TileHashes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        ProofFile proof = at.reading(around, record -> prove(record, RecordShow.find(record, id)));
        if (file != null) {
            NewFile.write("--out", file, proof.toString().getBytes(StandardCharsets.UTF_8));
            spec.commandLine().getOut().println("written: " + file + ", which `holdfast record audit` checks");
        } else {
            spec.commandLine().getOut().print(proof);
        }
        return 0;
    }

    private static ProofFile prove(SharedRecord record, Entry entry) {
        Note note = record.checkpoint().orElseThrow();
        Checkpoint checkpoint = SharedRecord.checkpointOf(note);
        if (entry.number() >= checkpoint.size()) {
            throw Refusal.usage(
                    "entry " + entry.number() + " is under no checkpoint yet", "whoever keeps the record signs one");
        }
        return ProofFile.make(
                entry.bytes(),
                entry.number(),
                note,
                new TileHashes(checkpoint.size(), new StoredTiles(record.store())));
    }
}
