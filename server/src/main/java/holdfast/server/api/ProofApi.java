package holdfast.server.api;

import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.keep.Names;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.StoredTiles;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.note.SignatureLine;
import holdfast.record.log.proof.ProofFile;
import holdfast.record.log.tiles.TileHashes;
import holdfast.record.log.tiles.TilePath;
import holdfast.server.json.Json;
import holdfast.server.json.Refused;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a stranger needs to check the record without Holdfast: C2SP's tlog-tiles, its checkpoint, and proofs. */
final class ProofApi {
    private final Asking asking;

    ProofApi(Asking asking) {
        this.asking = asking;
    }

    void log(Context ctx) {
        SharedRecord record = asking.room(ctx).record();
        Note note = note(record);
        Checkpoint checkpoint = SharedRecord.checkpointOf(note);
        Json.answer(
                ctx,
                Json.object(
                        "origin", record.origin(),
                        "keys",
                                record.verifiers().stream()
                                        .map(NoteVerifier::vkey)
                                        .toList(),
                        "size", checkpoint.size(),
                        "root", checkpoint.root().toString(),
                        "checkpoint", note.toString(),
                        "signatures",
                                note.signatures().stream()
                                        .map(SignatureLine::name)
                                        .distinct()
                                        .toList()));
    }

    private static Note note(SharedRecord record) {
        return record.checkpoint().orElseThrow(() -> new Refused(404, "nothing is signed yet", ""));
    }

    void checkpoint(Context ctx) {
        ctx.contentType("text/plain; charset=utf-8")
                .result(note(asking.room(ctx).record()).bytes());
    }

    void tile(Context ctx) {
        SharedRecord record = asking.room(ctx).record();
        String path = "tile/" + ctx.pathParam("path");
        byte[] tile = TilePath.parse(path)
                .flatMap(p -> new StoredTiles(record.store()).read(p))
                .orElseThrow(() -> new Refused(404, "there is no tile `" + path + "`", ""));
        ctx.contentType("application/octet-stream").result(tile);
    }

    void proof(Context ctx) {
        SharedRecord record = asking.room(ctx).record();
        String id = ctx.pathParam("id");
        Optional<Entry> entry = Names.find(record.store(), Statement.OfRecord.key(id));
        Note note = note(record);
        long size = SharedRecord.checkpointOf(note).size();
        Entry proved = entry.filter(e -> e.number() < size)
                .orElseThrow(() -> new Refused(404, "there is no record `" + id + "` under the last checkpoint", ""));
        ProofFile proof = ProofFile.make(
                proved.bytes(), proved.number(), note, new TileHashes(size, new StoredTiles(record.store())));
        ctx.header("Content-Disposition", "attachment; filename=\"entry-" + proved.number() + ProofFile.SUFFIX + "\"");
        ctx.contentType("text/plain; charset=utf-8").result(proof.toString().getBytes(StandardCharsets.UTF_8));
    }
}
