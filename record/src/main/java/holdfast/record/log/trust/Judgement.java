package holdfast.record.log.trust;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.note.SignatureLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a policy says of a checkpoint.
 *
 * @param logs keys of the log that signed it
 * @param cosigned which witnesses cosigned it
 * @param forged signatures in the name of a known key that this key did not make under this text
 * @param unknown signatures by keys that the policy does not name: they count for nothing and do no harm
 * @param quorum who must have cosigned, in words
 * @param quorumMet whether they have
 */
public record Judgement(
        Checkpoint checkpoint,
        List<NoteVerifier> logs,
        List<Cosigned> cosigned,
        List<SignatureLine> forged,
        List<SignatureLine> unknown,
        String quorum,
        boolean quorumMet) {
    /** @param time in seconds since 1970, as the witness's clock had it */
    public record Cosigned(String witness, long time) {}

    public boolean isAccepted() {
        return objections().isEmpty();
    }

    /** Why the checkpoint is not accepted, each reason a sentence; none where it is. */
    public List<String> objections() {
        List<String> objections = new ArrayList<>();
        forged.forEach(line -> objections.add("the signature of `" + line.name()
                + "` does not fit the checkpoint: the checkpoint was rewritten, or the signature is forged"));
        if (logs.isEmpty()) {
            objections.add(
                    "no key that the policy names for the log `" + checkpoint.origin() + "` has signed the checkpoint");
        }
        lacking().ifPresent(objections::add);
        return objections;
    }

    /** Who has not cosigned that the policy wants to, as a sentence. */
    public Optional<String> lacking() {
        return quorumMet
                ? Optional.empty()
                : Optional.of("the policy wants cosignatures of " + quorum + ", and the checkpoint has "
                        + (cosigned.isEmpty() ? "none" : "those of " + names()));
    }

    private String names() {
        return String.join(", ", cosigned.stream().map(Cosigned::witness).toList());
    }
}
