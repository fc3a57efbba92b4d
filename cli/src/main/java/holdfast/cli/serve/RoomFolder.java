package holdfast.cli.serve;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.output.Refusal;
import holdfast.cli.replay.DigestedSource;
import holdfast.cli.replay.KeptRecord;
import holdfast.cli.replay.RecordFiles;
import holdfast.intake.RecordSource;
import holdfast.intake.rows.Progress;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Agreement;
import holdfast.record.ingest.Import;
import holdfast.record.ingest.ImportReport;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Store;
import holdfast.record.store.Stores;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A folder that holds the record of one room, with the keys that sign it. */
public final class RoomFolder {
    private final Path folder;
    private final InstantSource clock;

    public RoomFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public boolean isMade() {
        return Files.isRegularFile(folder.resolve(RecordPlace.Folder.FILE));
    }

    public SharedRecord open() {
        Path keys = folder.resolve(KeptRecord.KEY_FILE);
        return open(new RecordPlace.Folder(folder), Files.exists(keys) ? Optional.of(keys) : Optional.empty(), clock);
    }

    /** @param keys the file of its private keys; without them nothing can be submitted */
    static SharedRecord open(RecordPlace place, Optional<Path> keys, InstantSource clock) {
        Optional<SigningKeys> signing = keys.map(KeptRecord::keys);
        return SharedRecord.open(
                Stores.open(place, signing.isPresent() ? Opening.WRITE : Opening.READ), signing, clock);
    }

    /** Makes the record of an agreement; what records lie beside its text are taken in. */
    public void make(AgreementFile file, PrintWriter err) {
        Agreement text = AgreementDocuments.readOrRefuse(file.document(), err);
        try {
            Files.createDirectories(folder);
            Path keyFile = folder.resolve(KeptRecord.KEY_FILE);
            SigningKeys keys = Files.exists(keyFile)
                    ? KeptRecord.keys(keyFile)
                    : SigningKeys.generate("holdfast.invalid/" + folder.getFileName(), new SecureRandom());
            if (!Files.exists(keyFile)) {
                keys.write(keyFile);
            }
            try (Store store = Stores.open(new RecordPlace.Folder(folder), Opening.MAKE)) {
                SharedRecord record = SharedRecord.make(store, keys, clock).orElseThrow();
                record.submit("keeper", s -> Texts.submit(s, file.name(), file.document(), text));
                takeIn(record, text, file);
            }
        } catch (IOException e) {
            throw Refusal.usage("nothing can be written to `" + folder + "`", "name another place: `--data FOLDER`");
        }
    }

    private static void takeIn(SharedRecord record, Agreement text, AgreementFile file) {
        List<RecordSource> sources = RecordFiles.choose(file, List.of(), List.of()).stream()
                .map(p -> new DigestedSource(p).source())
                .toList();
        if (sources.isEmpty()) {
            return;
        }
        ImportReport report = new Import(text, Optional.empty(), List.of(), false, r -> {}, Progress.NONE)
                .run(record, "keeper", sources);
        if (!report.isGood()) {
            throw Refusal.findings(
                    "the records beside `" + file.name() + "` cannot be used\n"
                            + String.join(
                                    "\n",
                                    report.problems().stream()
                                            .map(ProblemLine::of)
                                            .toList()),
                    "mend them, or begin with an empty record");
        }
    }
}
