package holdfast.cli.replay;

import holdfast.cli.output.Refusal;
import holdfast.intake.rows.Input;
import holdfast.record.ingest.RecordLines;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.NotANote;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shared record where a file of records is expected: read up to its last checkpoint, so that an answer rests on what was signed. {@code minsk#95} is the record
 * in {@code minsk} as it was with 95 entries, so that an answer can be given again from its receipt.
 */
public final class KeptRecord {
    /** How the file of a record's private keys is called in its folder. */
    public static final String KEY_FILE = "log.key";

    private static final Pattern UP_TO = Pattern.compile("(.+)#([0-9]{1,18})");

    private final String name;
    private final RecordPlace place;
    private final Optional<Checkpoint> checkpoint;
    private final List<Texts.Text> texts;

    private KeptRecord(String name, RecordPlace place, Optional<Checkpoint> checkpoint, List<Texts.Text> texts) {
        this.name = name;
        this.place = place;
        this.checkpoint = checkpoint;
        this.texts = texts;
    }

    /** Whether a path, as it was written, is a record's folder or the URL of its database. */
    public static boolean isOne(Path written) {
        return RecordPlace.isUrl(written.toString())
                || Files.isRegularFile(Path.of(place(written.toString())).resolve(RecordPlace.Folder.FILE));
    }

    /** As it is told: without a password. */
    static String shown(Path written) {
        String place = place(written.toString());
        return RecordPlace.of(place).shown() + written.toString().substring(place.length());
    }

    private static String place(String written) {
        Matcher upTo = UP_TO.matcher(written);
        return upTo.matches() ? upTo.group(1) : written;
    }

    /** @throws Refusal if it cannot be read */
    static KeptRecord open(Path written) {
        try {
            RecordPlace place = RecordPlace.of(place(written.toString()));
            try (SharedRecord record = opened(place)) {
                return new KeptRecord(
                        shown(written), place, checkpoint(written.toString(), record), Texts.of(record.store()));
            }
        } catch (StoreTrouble e) {
            throw refusal(e);
        }
    }

    private static Optional<Checkpoint> checkpoint(String written, SharedRecord record) {
        Optional<Checkpoint> last = record.checkpoint().map(SharedRecord::checkpointOf);
        Matcher upTo = UP_TO.matcher(written);
        if (!upTo.matches()) {
            return last;
        }
        long size = Long.parseLong(upTo.group(2));
        long signed = last.map(Checkpoint::size).orElse(0L);
        if (size > signed) {
            throw Refusal.usage(
                    "`" + written + "`: there are not so many entries, but " + signed, "a later copy may have them");
        }
        return Optional.of(new Checkpoint(record.origin(), size, record.root(size)));
    }

    private static SharedRecord opened(RecordPlace place) {
        Store store = Stores.open(place, Opening.READ);
        // Nothing is submitted, so that no clock is read.
        return SharedRecord.open(store, Optional.empty(), InstantSource.fixed(java.time.Instant.EPOCH));
    }

    /**
     * The private keys of a record.
     *
     * @throws Refusal if the file cannot be read, or holds no keys
     */
    public static SigningKeys keys(Path file) {
        try {
            return SigningKeys.read(file);
        } catch (IOException e) {
            throw Refusal.usage("the keys in `" + file + "` cannot be read", "may you read the file?");
        } catch (NotANote e) {
            throw Refusal.usage("`" + file + "`: " + e.getMessage(), "name the file that `record init` wrote");
        }
    }

    public static Refusal refusal(StoreTrouble e) {
        return switch (e.kind()) {
            case NOT_THERE, NOT_OURS, READ_ONLY -> Refusal.usage(String.valueOf(e.getMessage()), e.help());
            case FULL, BUSY, GONE, DAMAGED, OTHER -> Refusal.findings(String.valueOf(e.getMessage()), e.help());
        };
    }

    String name() {
        return name;
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
