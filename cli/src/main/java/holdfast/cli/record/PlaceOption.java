package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.cli.replay.KeptRecord;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.StoreTrouble;
import holdfast.record.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the record is, and with which keys it is signed. */
final class PlaceOption {
    @Parameters(
            index = "0",
            paramLabel = "RECORD",
            description = "a record's folder, or `postgresql://USER@HOST:PORT/DATABASE`")
    String place = "";

    /** For commands that only read. */
    <T> T reading(Around around, Function<SharedRecord, T> work) {
        return with(Opening.READ, Optional.empty(), around, work);
    }

    <T> T with(Opening opening, Optional<SigningKeys> keys, Around around, Function<SharedRecord, T> work) {
        try (SharedRecord record =
                SharedRecord.open(Stores.open(RecordPlace.of(place), opening), keys, around.clock())) {
            return work.apply(record);
        } catch (StoreTrouble e) {
            throw KeptRecord.refusal(e);
        }
    }

    RecordPlace place() {
        try {
            return RecordPlace.of(place);
        } catch (StoreTrouble e) {
            throw KeptRecord.refusal(e);
        }
    }

    String shown() {
        return place().shown();
    }

    /** For commands that submit. */
    static final class Writing {
        @picocli.CommandLine.Mixin
        PlaceOption at = new PlaceOption();

        @Option(
                names = "--key",
                paramLabel = "FILE",
                description = "the private keys with which checkpoints are signed. If not given: `"
                        + KeptRecord.KEY_FILE + "` in the record's folder")
        @Nullable
        Path key;

        @Option(
                names = "--from",
                paramLabel = "NAME",
                description = "who submits this. If not given: whoever `record init` named, or `keeper`")
        @Nullable
        String from;

        /** Whoever made the record keeps it; the first entry says who that is. */
        String from(SharedRecord record) {
            return from != null
                    ? from
                    : record.store().entry(0).map(e -> e.content().from()).orElse("keeper");
        }

        <T> T submitting(Around around, Function<SharedRecord, T> work) {
            // That there is no record at all is said before anything is said about its keys.
            at.reading(around, SharedRecord::origin);
            return at.with(Opening.WRITE, Optional.of(keys()), around, work);
        }

        /** Where the keys are, or are to be. */
        Path keyFile() {
            if (key != null) {
                return key;
            }
            return switch (at.place()) {
                case RecordPlace.Folder folder -> folder.folder().resolve(KeptRecord.KEY_FILE);
                case RecordPlace.Database database ->
                    throw Refusal.usage(
                            "the keys of a record in a database are not kept in it", "name their file: `--key FILE`");
            };
        }

        private SigningKeys keys() {
            Path file = keyFile();
            if (!Files.exists(file)) {
                throw Refusal.usage(
                        "there are no keys in `" + file + "`: this is a copy, to which nothing can be added",
                        "submit to whoever keeps the record; its keys are named with `--key FILE`");
            }
            return KeptRecord.keys(file);
        }
    }
}
