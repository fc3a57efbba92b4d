package holdfast.cli.record;

import holdfast.record.entry.Entry;
import holdfast.record.keep.SharedRecord;
import holdfast.record.log.note.NoteVerifier;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the entries of a record: what, from whom, when it was received.")
final class RecordList implements Callable<Integer> {
    private static final int LAST = 20;

    @Mixin
    PlaceOption at = new PlaceOption();

    @Option(names = "--last", paramLabel = "N", description = "only the last N entries; " + LAST + " if not given")
    int last = LAST;

    @Option(names = "--all", description = "every entry")
    boolean all;

    @Option(names = "--of", paramLabel = "KIND", description = "only records, agreements, attachments or editions")
    @Nullable
    Kind of;

    @Option(
            names = "--jsonl",
            description = "the records as lines of JSON in Holdfast's own form, as `replay` reads them")
    boolean jsonl;

    @Option(names = "--keys", description = "only the public keys by which it is checked")
    boolean keys;

    enum Kind {
        records,
        agreements,
        attachments,
        editions
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    RecordList(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return at.reading(around, record -> {
            PrintWriter out = spec.commandLine().getOut();
            if (keys) {
                record.verifiers().stream().map(NoteVerifier::vkey).forEach(out::println);
            } else if (jsonl) {
                lines(record, out);
            } else {
                table(record, out);
            }
            return 0;
        });
    }

    private static void lines(SharedRecord record, PrintWriter out) {
        record.store().read(0, record.signedSize(), e -> {
            e.recordBytes().ifPresent(bytes -> out.print(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
            out.print('\n');
        });
    }

    private void table(SharedRecord record, PrintWriter out) {
        long size = record.store().size();
        Deque<Entry> shown = new ArrayDeque<>();
        long from = all || of != null ? 0 : Math.max(0, size - last);
        record.store().read(from, size, e -> {
            if (of == null || EntryWords.kind(e.content().statement()) == of) {
                shown.add(e);
                if (!all && shown.size() > last) {
                    shown.removeFirst();
                }
            }
        });
        out.println(record.origin() + ": " + Told.counted(size, "entry", "entries")
                + (shown.size() < size ? "; shown are " + shown.size() : ""));
        shown.forEach(e -> out.println(EntryWords.line(e)));
        Told.checkpoint(record, out);
    }
}
