package holdfast.record.log.audit;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.note.Note;
import holdfast.record.log.tiles.EntryBundle;
import holdfast.record.log.tiles.Tile;
import holdfast.record.log.tiles.TilePath;
import holdfast.record.log.tree.CompactRange;
import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.TreeHash;
import holdfast.record.log.trust.Judgement;
import holdfast.record.log.trust.Policy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Checks a log from its files alone: every signature, every entry, every tile. The entries are read once, in their order, and no more of the
 * log is held than a tile of each level; only where something is wrong is more read, to say where.
 */
public final class Audit {
    /** Sees each entry as it is read, for whoever has something to check in it. */
    @FunctionalInterface
    public interface EntryVisitor {
        void entry(long index, byte[] bytes);
    }

    private final Archive archive;
    private final Policy policy;
    private final EntryVisitor visitor;
    private final Faults faults = new Faults();
    private final Mismatches mismatches = new Mismatches();
    private final CompactRange range = new CompactRange();
    private final Queue<Checkpoint> earlier = new ArrayDeque<>();
    /** Up to which size earlier checkpoints fit the entries, and from which on one does not. */
    private long lastFit;

    private Optional<Long> firstMisfit = Optional.empty();
    /** Whether no entry is missing so far. */
    private boolean whole = true;

    private long entries;
    private long cosigned;

    private Audit(Archive archive, Policy policy, EntryVisitor visitor) {
        this.archive = archive;
        this.policy = policy;
        this.visitor = visitor;
    }

    public static AuditReport of(Archive archive, Policy policy, EntryVisitor visitor) {
        return new Audit(archive, policy, visitor).report();
    }

    private AuditReport report() {
        Optional<byte[]> bytes = archive.checkpoint();
        if (bytes.isEmpty()) {
            faults.add(new Fault.CheckpointMissing());
        }
        Optional<Judgement> judgement = bytes.flatMap(b -> judged("checkpoint", b));
        judgement.map(Judgement::checkpoint).ifPresent(this::tree);
        return new AuditReport(judgement, entries, cosigned, faults.listed(), faults.untold());
    }

    private Optional<Judgement> judged(String place, byte[] bytes) {
        try {
            Judgement judgement = policy.judge(Note.parse(bytes));
            Optional<String> lacking = judgement.lacking();
            judgement.objections().stream()
                    .filter(o -> !lacking.equals(Optional.of(o)))
                    .forEach(o -> faults.add(new Fault.CheckpointNotAccepted(place, o)));
            lacking.ifPresent(o -> faults.add(new Fault.CheckpointNotCosigned(place, o)));
            count(judgement);
            return Optional.of(judgement);
        } catch (NotANote e) {
            faults.add(new Fault.CheckpointUnreadable(place, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void count(Judgement judgement) {
        if (judgement.isAccepted()) {
            cosigned = Math.max(cosigned, judgement.checkpoint().size());
        }
    }

    private void tree(Checkpoint checkpoint) {
        readEarlier(checkpoint);
        Copy copy = new Copy(checkpoint.size(), archive.files());
        if (checkpoint.size() > 0) {
            TrustedTiles tiles = new TrustedTiles(copy, checkpoint.root(), faults);
            for (long index = 0; index < TilePath.count(checkpoint.size(), 0); index++) {
                bundle(index, copy, tiles.tile(0, index));
            }
            mismatches.faults().forEach(faults::add);
            if (!tiles.leadToRoot()) {
                anotherTree(checkpoint);
            }
        } else if (!checkpoint.root().equals(TreeHash.EMPTY_ROOT)) {
            anotherTree(checkpoint);
        }
    }

    private void anotherTree(Checkpoint checkpoint) {
        faults.add(
                new Fault.AnotherTree(lastFit, firstMisfit.orElse(checkpoint.size()), range.root(), checkpoint.root()));
    }

    private void readEarlier(Checkpoint last) {
        for (long size : archive.earlierSizes()) {
            String place = "checkpoints/" + size;
            Optional<Checkpoint> one = archive.earlier(size).flatMap(b -> signed(place, b));
            if (one.isPresent()
                    && (one.get().size() != size || !one.get().origin().equals(last.origin()))) {
                faults.add(new Fault.CheckpointUnreadable(
                        place,
                        "it is of " + one.get().size() + " entries of the log `"
                                + one.get().origin() + "`"));
            } else if (size > last.size()) {
                faults.add(new Fault.WentBack(last.size(), size));
            } else {
                one.ifPresent(earlier::add);
            }
        }
        compareEarlier();
    }

    /** Earlier ones may have fewer cosignatures than the policy wants by now; that they are signed by the log is all that they need. */
    private Optional<Checkpoint> signed(String place, byte[] bytes) {
        try {
            Judgement judgement = policy.judge(Note.parse(bytes));
            if (judgement.logs().isEmpty() || !judgement.forged().isEmpty()) {
                faults.add(new Fault.CheckpointNotAccepted(
                        place, judgement.objections().getFirst()));
                return Optional.empty();
            }
            count(judgement);
            return Optional.of(judgement.checkpoint());
        } catch (NotANote e) {
            faults.add(new Fault.CheckpointUnreadable(place, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void compareEarlier() {
        while (whole && !earlier.isEmpty() && earlier.element().size() == range.size()) {
            Checkpoint one = earlier.remove();
            if (one.root().equals(range.root())) {
                lastFit = one.size();
            } else if (firstMisfit.isEmpty()) {
                // All later ones differ for the same reason.
                firstMisfit = Optional.of(one.size());
                faults.add(new Fault.EarlierCheckpointContradicted(one.size()));
            }
        }
    }

    private void bundle(long index, Copy copy, TrustedTiles.Vouched vouched) {
        TilePath path = copy.path(TilePath.ENTRIES, index).orElseThrow();
        long from = index * TilePath.FULL;
        Optional<byte[]> bytes = copy.bundle(index);
        Optional<List<byte[]>> read = bytes.flatMap(EntryBundle::read);
        if (read.isEmpty()) {
            faults.add(
                    bytes.isEmpty()
                            ? new Fault.BundleMissing(path, from, from + path.width())
                            : new Fault.BundleBroken(path, from, from + path.width()));
        }
        List<Hash> leaves = visited(from, read.orElse(List.of()));
        grow(path.width(), leaves, vouched);
        if (read.isPresent()) {
            vouched.tile().ifPresent(tile -> compare(from, leaves, tile, vouched.worth()));
        }
    }

    private List<Hash> visited(long from, List<byte[]> read) {
        List<Hash> leaves = new ArrayList<>(read.size());
        for (byte[] entry : read) {
            visitor.entry(from + leaves.size(), entry);
            leaves.add(TreeHash.leaf(entry));
        }
        entries += read.size();
        return leaves;
    }

    /** The tree as it was logged, where the checkpoint vouches for it, so that no earlier checkpoint is blamed for what was done to this copy; otherwise as the entries are. */
    private void grow(int width, List<Hash> leaves, TrustedTiles.Vouched vouched) {
        for (int i = 0; i < width; i++) {
            if (vouched.isTrusted()) {
                range.append(vouched.tile().orElseThrow().hash(i));
            } else if (i < leaves.size()) {
                range.append(leaves.get(i));
            } else {
                whole = false;
                return;
            }
            compareEarlier();
        }
    }

    private void compare(long from, List<Hash> leaves, Tile tile, TrustedTiles.Worth worth) {
        int width = tile.path().width();
        boolean same = true;
        for (int i = 0; i < width; i++) {
            if (i >= leaves.size() || !leaves.get(i).equals(tile.hash(i))) {
                same = false;
                if (worth == TrustedTiles.Worth.TRUSTED) {
                    mismatches.add(
                            from + i, tile.hash(i), i < leaves.size() ? Optional.of(leaves.get(i)) : Optional.empty());
                } else {
                    faults.add(new Fault.EntryUnlikeTile(from + i));
                }
            }
        }
        if (same && leaves.size() > width) {
            faults.add(new Fault.EntriesAdded(from + width, leaves.size() - width));
        }
        if (same && leaves.size() == width && worth == TrustedTiles.Worth.WRONG) {
            faults.add(new Fault.EntriesRewritten(from, from + width));
        }
    }
}
