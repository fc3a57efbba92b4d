package holdfast.cli.record;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.output.Refusal;
import holdfast.cli.replay.KeptRecord;
import holdfast.language.model.Agreement;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.log.note.NotANote;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Store;
import holdfast.record.store.StoreTrouble;
import holdfast.record.store.Stores;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes a record for an agreement: its text is the first entry.")
final class RecordInit implements Callable<Integer> {
    @Mixin
    PlaceOption.Writing writing = new PlaceOption.Writing();

    @Option(
            names = "--agreement",
            paramLabel = "A",
            required = true,
            description = "the agreement's document, its folder, or the name of one that comes with Holdfast")
    String agreement = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "what the record's log is called for ever, such as `jmc.example/minsk`; no blanks. If not given:"
                            + " one is made up")
    @Nullable
    String name;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    RecordInit(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        AgreementFile file = AgreementFile.find(agreement, around.shipped());
        Agreement text = AgreementDocuments.readOrRefuse(file.document(), err);
        Path keyFile = writing.keyFile();
        checkKeys(keyFile);
        try (Store store = Stores.open(writing.at.place(), Opening.MAKE)) {
            if (SharedRecord.isMade(store)) {
                throw Refusal.usage(
                        "there is a record already in `" + writing.at.shown() + "`",
                        "`holdfast record list " + writing.at.shown() + "` shows it; name another place for a new one");
            }
            SigningKeys keys = keys(keyFile, file.name());
            SharedRecord record = SharedRecord.make(store, keys, around.clock()).orElseThrow();
            record.submit(
                    writing.from(record), submitting -> Texts.submit(submitting, file.name(), file.document(), text));
            tell(record, text, keyFile);
        } catch (StoreTrouble e) {
            throw KeptRecord.refusal(e);
        }
        return 0;
    }

    /**
     * Keys without their record are no beginning: a second history under them would be a fork by the keeper himself. Only where the tables are there and nothing is in
     * them has an earlier try been cut off between keys and record.
     */
    private void checkKeys(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (Store store = Stores.open(writing.at.place(), Opening.READ)) {
            if (!SharedRecord.isMade(store)) {
                checkName(file);
            }
        } catch (StoreTrouble e) {
            boolean other = e.kind() == StoreTrouble.Kind.NOT_OURS;
            // What has a cause is a place that could not be looked into.
            if (!other && (e.kind() != StoreTrouble.Kind.NOT_THERE || e.getCause() != null)) {
                throw KeptRecord.refusal(e);
            }
            throw Refusal.usage(
                    "the keys of " + read(file).origin() + " are in `" + file + "`, and its record is not in `"
                            + writing.at.shown() + "`" + (other ? ": " + e.getMessage() : ""),
                    "bring back a copy of its " + RecordPlace.Folder.FILE
                            + ": a second history under the same keys is a forgery in everybody's eyes. For a new record"
                            + " choose another folder, and keys of its own");
        }
    }

    private void checkName(Path file) {
        String origin = read(file).origin();
        if (name != null && !name.equals(origin)) {
            throw Refusal.usage(
                    "the keys in `" + file + "` are those of " + origin + ", and not of " + name,
                    "an earlier try was cut off: give that name, or choose another place");
        }
    }

    private static SigningKeys read(Path file) {
        try {
            return SigningKeys.read(file);
        } catch (IOException e) {
            throw Refusal.usage("the keys in `" + file + "` cannot be read", "may you read the file?");
        } catch (NotANote e) {
            throw Refusal.usage("`" + file + "`: " + e.getMessage(), "name another place for the keys: `--key FILE`");
        }
    }

    /** The keys stand in their file before the record stands in its own: a crash in between leaves keys of nothing, and the next try takes them. */
    private SigningKeys keys(Path file, String agreementName) {
        try {
            if (Files.exists(file)) {
                return SigningKeys.read(file);
            }
            SigningKeys keys = SigningKeys.generate(origin(agreementName), new SecureRandom());
            keys.write(file);
            return keys;
        } catch (IOException e) {
            throw Refusal.usage("the keys cannot be written to `" + file + "`", "name another place: `--key FILE`");
        } catch (NotANote e) {
            throw Refusal.usage(String.valueOf(e.getMessage()), "choose another `--name`");
        }
    }

    private String origin(String agreementName) {
        if (name != null) {
            return name;
        }
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        String plain = Path.of(agreementName)
                .getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\.md$", "")
                .replaceAll("[^a-z0-9.-]+", "-");
        return "holdfast.invalid/" + plain + "/" + HexFormat.of().formatHex(random);
    }

    private void tell(SharedRecord record, Agreement text, Path keyFile) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("The record of " + text.title() + " is in " + writing.at.shown() + ". Its text is entry 0.");
        out.println("Its log is called " + record.origin() + ".");
        out.println("Checkpoints are signed with the keys in " + keyFile
                + ": whoever has that file can sign in your name.");
        out.println("Hand its public key to everybody who is to check it:");
        out.println("  " + record.verifiers().getFirst().vkey());
        if (record.verifiers().size() > 1) {
            out.println("`holdfast record list " + writing.at.shown() + " --keys` prints the long ones too.");
        }
        Told.checkpoint(record, out);
    }
}
