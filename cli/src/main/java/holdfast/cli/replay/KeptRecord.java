package holdfast.cli.replay;

import holdfast.cli.output.Refusal;
import holdfast.intake.rows.Input;
import holdfast.record.ingest.RecordLines;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Store;
import holdfast.record.store.StoreTrouble;
import holdfast.record.store.Stores;
import holdfast.report.explain.Receipt;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A shared record where a file of records is expected: read up to its last checkpoint, so that an answer rests on what was signed. */
public final class KeptRecord {
    private final RecordPlace place;
    private final Optional<Checkpoint> checkpoint;
    private final List<Texts.Text> texts;

    private KeptRecord(RecordPlace place, Optional<Checkpoint> checkpoint, List<Texts.Text> texts) {
        this.place = place;
        this.checkpoint = checkpoint;
        this.texts = texts;
    }

    /** Whether a path, as it was written, is a record's folder or the URL of its database. */
    public static boolean isOne(Path written) {
        return RecordPlace.isUrl(written.toString()) || Files.isRegularFile(written.resolve(RecordPlace.Folder.FILE));
    }

    /** @throws Refusal if it cannot be read */
    static KeptRecord open(Path written) {
        try {
            RecordPlace place = RecordPlace.of(written.toString());
            try (SharedRecord record = opened(place)) {
                return new KeptRecord(
                        place, record.checkpoint().map(SharedRecord::checkpointOf), Texts.of(record.store()));
            }
        } catch (StoreTrouble e) {
            throw refusal(e);
        }
    }

    private static SharedRecord opened(RecordPlace place) {
        Store store = Stores.open(place, Opening.READ);
        // Nothing is submitted, so that no clock is read.
        return SharedRecord.open(store, Optional.empty(), InstantSource.fixed(java.time.Instant.EPOCH));
    }

    public static Refusal refusal(StoreTrouble e) {
        return switch (e.kind()) {
            case NOT_THERE, NOT_OURS, READ_ONLY -> Refusal.usage(String.valueOf(e.getMessage()), e.help());
            case FULL, BUSY, GONE, DAMAGED, OTHER -> Refusal.findings(String.valueOf(e.getMessage()), e.help());
        };
    }

    /** As it is told: without a password. */
    String name() {
        return place.shown();
    }

    Input input() {
        long size = checkpoint.map(Checkpoint::size).orElse(0L);
        return new Input(name(), RecordLines.FORM, () -> open(size), Optional.empty());
    }

    private InputStream open(long size) throws IOException {
        SharedRecord record = opened(place);
        InputStream lines =
                RecordLines.of(record.store(), name(), size).opening().open();
        return new FilterInputStream(lines) {
            @Override
            public void close() throws IOException {
                super.close();
                record.close();
            }
        };
    }

    /** @param text SHA-256 of the agreement's text */
    Optional<Receipt.Kept> receipt(String text) {
        return checkpoint.map(c -> new Receipt.Kept(
                name(),
                c.origin(),
                c.size(),
                c.root().toString(),
                texts.stream()
                        .filter(t -> t.entry() < c.size())
                        .filter(t -> t.statement().sha256().equals(text))
                        .reduce((a, b) -> b)
                        .map(Texts.Text::entry)));
    }
}
