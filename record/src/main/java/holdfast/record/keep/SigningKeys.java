package holdfast.record.keep;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteSigner;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.note.SignatureLine;
import holdfast.record.log.note.SignatureType;
import holdfast.record.log.witness.Witness;
import holdfast.record.log.witness.WitnessMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The keys with which the keeper of a record signs its checkpoints: one of Ed25519 and, where this Java has it, one that no quantum computer breaks. */
public final class SigningKeys {
    private final List<NoteSigner> signers;

    private SigningKeys(List<NoteSigner> signers) {
        this.signers = List.copyOf(signers);
    }

    public static SigningKeys generate(String origin, SecureRandom random) {
        List<NoteSigner> signers = new ArrayList<>();
        for (SignatureType type : List.of(SignatureType.ED25519, SignatureType.ML_DSA_44)) {
            if (NoteSigner.has(type)) {
                signers.add(NoteSigner.generate(origin, type, random));
            }
        }
        return new SigningKeys(signers);
    }

    /** The key of a witness, whose signatures say when they were made. */
    public static SigningKeys ofWitness(String name, SecureRandom random) {
        return new SigningKeys(List.of(NoteSigner.generate(name, SignatureType.ED25519_COSIGNATURE, random)));
    }

    /** @param logs the keys of the records that it watches */
    public Witness witness(List<NoteVerifier> logs, WitnessMemory memory, InstantSource clock) {
        return new Witness(signers, logs, memory, clock);
    }

    /** @throws NotANote if a line is no key */
    public static SigningKeys read(Path file) throws IOException {
        List<NoteSigner> signers = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .map(NoteSigner::parse)
                .toList();
        if (signers.isEmpty()) {
            throw new NotANote("`" + file + "` holds no key");
        }
        return new SigningKeys(signers);
    }

    /** Writes a new file that nobody else may read. */
    public void write(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        try (var out =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            StringBuilder lines = new StringBuilder();
            signers.forEach(s -> lines.append(s.skey()).append('\n'));
            out.write(StandardCharsets.UTF_8.encode(lines.toString()));
        }
    }

    /** In whose name they sign: the name of the log. */
    public String origin() {
        return signers.getFirst().verifier().name();
    }

    public List<NoteVerifier> verifiers() {
        return signers.stream().map(NoteSigner::verifier).toList();
    }

    Note sign(Checkpoint checkpoint, long seconds) {
        String text = checkpoint.text();
        List<SignatureLine> lines =
                signers.stream().map(s -> s.sign(text, seconds)).toList();
        return new Note(text, lines);
    }
}
