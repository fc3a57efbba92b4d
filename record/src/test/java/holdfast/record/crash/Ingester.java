package holdfast.record.crash;

import holdfast.record.Simple;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Stores;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Submits batches until somebody ends it, and says each that was acknowledged. Run as a program of its own, so that it can be killed. */
final class Ingester {
    private Ingester() {}

    /** Place, file of keys, what ids begin with, the first number, how many in a batch, how many batches. */
    public static void main(String[] args) throws Exception {
        SharedRecord record = SharedRecord.open(
                Stores.open(RecordPlace.of(args[0]), Opening.WRITE),
                Optional.of(SigningKeys.read(Path.of(args[1]))),
                InstantSource.system());
        long next = Long.parseLong(args[3]);
        int batch = Integer.parseInt(args[4]);
        say("ready");
        for (int i = 0; i < Integer.parseInt(args[5]); i++) {
            Simple.submit(record, args[2], next, next + batch);
            next += batch;
            Checkpoint checkpoint =
                    SharedRecord.checkpointOf(record.checkpoint().orElseThrow());
            say("ack " + next + " " + checkpoint.size() + " " + checkpoint.root());
        }
        say("done");
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
