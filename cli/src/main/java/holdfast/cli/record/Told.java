package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.examine.check.Catalogue;
import holdfast.language.given.Findings;
import holdfast.language.model.Agreement;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.record.log.note.Checkpoint;
import java.io.PrintWriter;
import java.util.Locale;

/** What several commands say or ask of a record. */
final class Told {
    private Told() {}

    static void checkpoint(SharedRecord record, PrintWriter out) {
        record.checkpoint().map(SharedRecord::checkpointOf).ifPresent(c -> out.println(checkpoint(c)));
    }

    /** {@code Checkpoint: 42 entries, root 1AMU….} */
    static String checkpoint(Checkpoint checkpoint) {
        return "Checkpoint: " + counted(checkpoint.size(), "entry", "entries") + ", root " + checkpoint.root();
    }

    static String counted(long n, String one, String many) {
        return String.format(Locale.ROOT, "%,d", n) + " " + (n == 1 ? one : many);
    }

    /** The text in force, of which the record's records are. */
    static Agreement agreement(SharedRecord record) {
        Texts.Text text = Texts.last(record.store())
                .orElseThrow(() -> Refusal.usage(
                        "this record has no agreement's text yet",
                        "`holdfast record add RECORD --agreement A` takes one in"));
        return Texts.read(record.store(), text, new Findings(Catalogue.numbers()))
                .agreement()
                .orElseThrow(() -> Refusal.findings(
                        "the text in entry " + text.entry() + " cannot be read by this Holdfast",
                        "it was written for another version; use that one"));
    }
}
