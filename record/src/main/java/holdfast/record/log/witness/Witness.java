package holdfast.record.log.witness;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteSigner;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.note.SignatureType;
import holdfast.record.log.tree.ConsistencyProof;
import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.TreeHash;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Cosigns the checkpoints of the logs that it knows, each only when it is proved to begin with the one before. So whoever trusts the witness
 * knows that everyone who asked it was shown the same history.
 */
public final class Witness {
    private final List<NoteSigner> signers;
    private final List<NoteVerifier> logs;
    private final WitnessMemory memory;
    private final InstantSource clock;

    /**
     * @param signers of a type with a time; a cosignature by each is given
     * @param logs the keys of the logs; the name of a key is the origin of its log
     */
    public Witness(List<NoteSigner> signers, List<NoteVerifier> logs, WitnessMemory memory, InstantSource clock) {
        if (signers.isEmpty() || signers.stream().anyMatch(s -> s.verifier().type() == SignatureType.ED25519)) {
            throw new IllegalArgumentException("a witness signs with keys for cosignatures");
        }
        this.signers = List.copyOf(signers);
        this.logs = List.copyOf(logs);
        this.memory = memory;
        this.clock = clock;
    }

    /** What others put into their policies. */
    public List<NoteVerifier> keys() {
        return signers.stream().map(NoteSigner::verifier).toList();
    }

    /** Answers a request {@code add-checkpoint}. One at a time, or two could be cosigned that go back behind each other. */
    public synchronized Answer add(byte[] body) {
        AddCheckpoint request;
        Checkpoint checkpoint;
        try {
            request = AddCheckpoint.parse(body);
            checkpoint = Checkpoint.parse(request.note().text());
        } catch (NotANote e) {
            return Answer.badRequest(String.valueOf(e.getMessage()));
        }
        List<NoteVerifier> keys =
                logs.stream().filter(k -> k.name().equals(checkpoint.origin())).toList();
        if (keys.isEmpty()) {
            return Answer.unknownLog(checkpoint.origin());
        }
        Note.Opened opened = request.note().open(keys);
        if (opened.signed().isEmpty()) {
            return Answer.notSigned(checkpoint.origin());
        }
        if (request.oldSize() > checkpoint.size()) {
            return Answer.badRequest("the old size is above the size of the checkpoint");
        }
        return follow(request, checkpoint);
    }

    private Answer follow(AddCheckpoint request, Checkpoint checkpoint) {
        Optional<Checkpoint> last = memory.latest(checkpoint.origin()).map(note -> Checkpoint.parse(note.text()));
        long size = last.map(Checkpoint::size).orElse(0L);
        Hash root = last.map(Checkpoint::root).orElse(TreeHash.EMPTY_ROOT);
        if (request.oldSize() != size || size == checkpoint.size() && !root.equals(checkpoint.root())) {
            return Answer.conflict(size);
        }
        if (!new ConsistencyProof(size, checkpoint.size(), request.proof()).proves(root, checkpoint.root())) {
            return Answer.inconsistent(size, checkpoint.size());
        }
        memory.remember(checkpoint.origin(), request.note());
        return Answer.cosigned(cosignatures(request.note().text()));
    }

    private String cosignatures(String text) {
        long now = clock.instant().getEpochSecond();
        StringBuilder lines = new StringBuilder();
        signers.forEach(signer -> lines.append(signer.sign(text, now)));
        return lines.toString();
    }
}
