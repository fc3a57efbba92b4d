package holdfast.record.log.witness;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.note.Note;
import holdfast.record.log.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a log asks of a witness: the size that the witness saw last, the proof that the log only grew since, and the checkpoint to cosign. */
record AddCheckpoint(long oldSize, List<Hash> proof, Note note) {
    private static final int MOST_HASHES = 63;

    static AddCheckpoint parse(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new NotANote("no empty line between the proof and the checkpoint");
        }
        String[] lines = text.substring(0, blank).split("\n", -1);
        if (!lines[0].startsWith("old ") || lines.length > 1 + MOST_HASHES) {
            throw new NotANote("expected a line `old` with a size, and at most " + MOST_HASHES + " lines of proof");
        }
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            proof.add(Hash.parse(line)
                    .orElseThrow(() -> new NotANote("found `" + line + "`, expected a hash in base64")));
        }
        Note note = Note.parse(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
        return new AddCheckpoint(Checkpoint.size(lines[0].substring(4)), proof, note);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(note).toString().getBytes(StandardCharsets.UTF_8);
    }
}
