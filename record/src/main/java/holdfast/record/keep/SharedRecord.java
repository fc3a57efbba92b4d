package holdfast.record.keep;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.note.SignatureLine;
import holdfast.record.log.tiles.MissingTile;
import holdfast.record.log.tiles.TileHashes;
import holdfast.record.log.tiles.Tree;
import holdfast.record.log.tree.CompactRange;
import holdfast.record.log.tree.Hash;
import holdfast.record.store.Reading;
import holdfast.record.store.Store;
import holdfast.record.store.StoreTrouble;
import holdfast.record.store.Writing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A record that several share. What is submitted in one go is one transaction: its entries, and the tiles of the tree that they fill. Only when that has reached
 * the disk is the tree's new state signed. So a checkpoint never tells of what is not there; and where a crash comes in between, the next to open the record signs.
 *
 * <p>Several threads may use it.
 */
public final class SharedRecord implements AutoCloseable {
    static final String ORIGIN = "origin";
    static final String KEYS = "keys";

    private final Store store;
    private final String origin;
    private final Optional<SigningKeys> keys;
    private final InstantSource clock;
    /** As this process left it; another may have gone on since. */
    private volatile Tree tree = Tree.empty();

    private long signed = -1;

    private SharedRecord(Store store, String origin, Optional<SigningKeys> keys, InstantSource clock) {
        this.store = store;
        this.origin = origin;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether there is a record in the store, and not only the place for one. */
    public static boolean isMade(Store store) {
        return store.note(ORIGIN).isPresent();
    }

    /**
     * Makes the record in a store that is new; its log is called as its keys are.
     *
     * @return empty where one is there already
     */
    public static Optional<SharedRecord> make(Store store, SigningKeys keys, InstantSource clock) {
        return note(store, keys.verifiers()) ? Optional.of(open(store, Optional.of(keys), clock)) : Optional.empty();
    }

    /** Makes a copy of a record with those keys in a store that is new; only {@link #take} adds to it. */
    public static SharedRecord makeCopy(Store store, List<NoteVerifier> keys, InstantSource clock) {
        note(store, keys);
        return open(store, Optional.empty(), clock);
    }

    private static boolean note(Store store, List<NoteVerifier> keys) {
        return store.write(writing -> {
            if (writing.note(ORIGIN).isPresent()) {
                return false;
            }
            writing.note(ORIGIN, keys.getFirst().name());
            writing.note(
                    KEYS,
                    String.join("\n", keys.stream().map(NoteVerifier::vkey).toList()));
            return true;
        });
    }

    /**
     * Opens the record of a store.
     *
     * @param keys with which checkpoints are signed; without them, nothing is submitted
     * @throws StoreTrouble if what is stored is not what the last checkpoint signed, or the keys are others
     */
    public static SharedRecord open(Store store, Optional<SigningKeys> keys, InstantSource clock) {
        String origin = store.note(ORIGIN)
                .orElseThrow(() -> new StoreTrouble(
                        StoreTrouble.Kind.NOT_OURS,
                        "the record in `" + store.shown() + "` was never finished",
                        "make it again: `holdfast record init`",
                        null));
        SharedRecord record = new SharedRecord(store, origin, keys, clock);
        keys.ifPresent(record::checkKeys);
        if (keys.isPresent()) {
            record.goOn();
        }
        return record;
    }

    private void checkKeys(SigningKeys given) {
        if (!verifiers().containsAll(given.verifiers())) {
            throw new StoreTrouble(
                    StoreTrouble.Kind.NOT_OURS,
                    "these are not the keys with which the record in `" + store.shown() + "` is signed",
                    "give the file with the keys that `record init` wrote: `--key FILE`",
                    null);
        }
    }

    /** Signs what was stored and not signed, as after a crash; before that, sees that the last checkpoint still holds. */
    private void goOn() {
        // The checkpoint first: another program may be writing, and entries that are there stay.
        Optional<Checkpoint> last = checkpoint().map(SharedRecord::checkpointOf);
        long size = store.size();
        if (last.isPresent()) {
            boolean holds = last.get().size() <= size
                    && root(store, last.get().size()).equals(last.get().root());
            if (!holds) {
                throw damaged();
            }
        }
        signed = last.map(Checkpoint::size).orElse(-1L);
        sign(treeAt(store, size));
    }

    private StoreTrouble damaged() {
        return new StoreTrouble(
                StoreTrouble.Kind.DAMAGED,
                "the entries in `" + store.shown() + "` are not those that the last checkpoint signed",
                "nothing more is written to it; keep it as it is. `holdfast record audit` says where it differs",
                null);
    }

    private static Hash root(Reading reading, long size) {
        return CompactRange.at(size, new TileHashes(size, new StoredTiles(reading)))
                .root();
    }

    private Tree treeAt(Reading reading, long size) {
        try {
            return Tree.at(size, new StoredTiles(reading));
        } catch (MissingTile e) {
            throw damaged();
        }
    }

    /** The root of the tree over the first entries. */
    public Hash root(long size) {
        return root(store, size);
    }

    public Store store() {
        return store;
    }

    /** The name of its log. */
    public String origin() {
        return origin;
    }

    /** The public keys by which its checkpoints are checked. */
    public List<NoteVerifier> verifiers() {
        return store.note(KEYS).orElse("").lines().map(NoteVerifier::parse).toList();
    }

    /** The last checkpoint with the signatures of witnesses under it; empty where nothing was signed yet. */
    public Optional<Note> checkpoint() {
        return store.checkpoint().map(this::cosigned);
    }

    /** The checkpoint of just so many entries, with the signatures of witnesses under it. */
    public Optional<Note> checkpoint(long size) {
        return store.checkpoint(size).map(this::cosigned);
    }

    private Note cosigned(Store.Checkpoint checkpoint) {
        Note note = Note.parse(checkpoint.note());
        for (String line : store.cosignatures(checkpoint.size())) {
            note = note.with(SignatureLine.parse(line).orElseThrow());
        }
        return note;
    }

    /** Keeps the signature of a witness under the checkpoint of that size. */
    public void cosign(long size, SignatureLine line) {
        store.cosign(size, line.toString().strip());
    }

    /** How many entries are under the last checkpoint. */
    public long signedSize() {
        return store.checkpoint().map(Store.Checkpoint::size).orElse(0L);
    }

    public static Checkpoint checkpointOf(Note note) {
        return Checkpoint.parse(note.text());
    }

    /** What is submitted in one go. */
    @FunctionalInterface
    public interface Batch<T> {
        T in(Submitting submitting);
    }

    /**
     * Submits something: when this returns, all of it is on the disk and under a checkpoint; when it throws, nothing of it was acknowledged.
     *
     * @param from who submits it
     */
    public <T> T submit(String from, Batch<T> batch) {
        signers();
        Instant received = Instant.ofEpochMilli(clock.millis());
        Done<T> done = store.write(writing -> {
            Submitting submitting = new Submitting(writing, from, received);
            Tree before = treeBefore(writing);
            T result = batch.in(submitting);
            if (submitting.isGivenUp() || submitting.leaves().isEmpty()) {
                return new Done<>(result, before);
            }
            Tree.Growth growth = before.append(submitting.leaves());
            new StoredTiles(writing).write(growth.tiles());
            return new Done<>(result, growth.tree());
        });
        sign(done.tree);
        return done.result;
    }

    /** Takes entries of another copy over as they are, in one transaction; they count when their checkpoint is kept. */
    public void take(Consumer<Submitting> entries) {
        store.write(writing -> {
            Submitting submitting = new Submitting(writing, "", Instant.EPOCH);
            Tree before = treeAt(writing, writing.size());
            entries.accept(submitting);
            new StoredTiles(writing).write(before.append(submitting.leaves()).tiles());
            return writing.size();
        });
    }

    private record Done<T>(T result, Tree tree) {}

    private Tree treeBefore(Writing writing) {
        Tree known = tree;
        return known.size() == writing.size() ? known : treeAt(writing, writing.size());
    }

    /** Whoever comes while another signs waits: what it submitted is under a checkpoint when it goes on. */
    private synchronized void sign(Tree of) {
        if (of.size() <= signed) {
            return;
        }
        Note note = signers().sign(new Checkpoint(origin, of.size(), of.root()), clock.millis() / 1000);
        store.keep(new Store.Checkpoint(of.size(), note.bytes()));
        signed = of.size();
        tree = of;
    }

    private SigningKeys signers() {
        return keys.orElseThrow(() -> new StoreTrouble(
                StoreTrouble.Kind.READ_ONLY,
                "nothing can be submitted to `" + store.shown() + "` without the keys of the record",
                "",
                null));
    }

    @Override
    public void close() {
        store.close();
    }
}
