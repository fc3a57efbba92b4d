package holdfast.record.log.audit;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteSigner;
import holdfast.record.log.note.SignatureType;
import holdfast.record.log.tiles.EntryBundle;
import holdfast.record.log.tiles.FolderTiles;
import holdfast.record.log.tiles.TilePath;
import holdfast.record.log.tiles.Tree;
import holdfast.record.log.tree.TreeHash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A log in a folder, written as `tlog-tiles` lays it out. */
public final class SmallLog {
    public static final String ORIGIN = "example.org/joint-record";

    private final Path folder;
    private final List<byte[]> entries = new ArrayList<>();
    private final NoteSigner signer;
    private final List<NoteSigner> cosigners;
    private final boolean keepEarlier;
    private Tree tree = Tree.empty();

    public SmallLog(Path folder, NoteSigner signer, List<NoteSigner> cosigners, boolean keepEarlier) {
        this.folder = folder;
        this.signer = signer;
        this.cosigners = cosigners;
        this.keepEarlier = keepEarlier;
    }

    /** The same key each time, so that a failure comes again. */
    public static NoteSigner key(String name, SignatureType type, int seed) {
        return NoteSigner.generate(name, type, new java.security.SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
                java.util.Arrays.fill(bytes, (byte) seed);
            }
        });
    }

    public static NoteSigner logKey() {
        return key(ORIGIN, SignatureType.ED25519, 1);
    }

    /** Writes the entries, their tiles, and then a checkpoint. */
    public Note append(List<byte[]> more) {
        entries.addAll(more);
        long before = tree.size();
        Tree.Growth growth = tree.append(more.stream().map(TreeHash::leaf).toList());
        tree = growth.tree();
        FolderTiles.copy(folder).write(growth.tiles());
        FolderArchive archive = new FolderArchive(folder);
        for (long i = before / 256; i < TilePath.count(tree.size(), 0); i++) {
            TilePath path = TilePath.in(tree.size(), TilePath.ENTRIES, i).orElseThrow();
            int from = (int) (i * 256);
            FolderTiles.copy(folder).write(path, EntryBundle.write(entries.subList(from, from + path.width())));
        }
        Note note = checkpoint(new Checkpoint(ORIGIN, tree.size(), tree.root()));
        archive.writeCheckpoint(note.bytes());
        if (keepEarlier) {
            archive.writeEarlier(tree.size(), note.bytes());
        }
        return note;
    }

    public Note checkpoint(Checkpoint checkpoint) {
        String text = checkpoint.text();
        Note note = new Note(text, List.of(signer.sign(text, 0)));
        for (NoteSigner cosigner : cosigners) {
            note = note.with(cosigner.sign(text, 1_700_000_000));
        }
        return note;
    }

    public Tree tree() {
        return tree;
    }

    public static byte[] entry(long number) {
        return ("{\"id\":\"r" + number + "\",\"event\":\"shelling\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    public static List<byte[]> entries(int from, int to) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = from; i < to; i++) {
            entries.add(entry(i));
        }
        return entries;
    }
}
