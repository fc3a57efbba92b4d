package holdfast.record.keep;

import holdfast.record.log.tiles.EntryBundle;
import holdfast.record.log.tiles.Tile;
import holdfast.record.log.tiles.TilePath;
import holdfast.record.log.tiles.TileStore;
import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.TreeHash;
import holdfast.record.store.Reading;
import holdfast.record.store.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tiles of a stored record. Only full ones are stored; what grows at the right edge is worked out of the entries and of the full tiles below. */
public final class StoredTiles implements TileStore {
    private final Reading store;
    private final Optional<Writing> writing;

    public StoredTiles(Reading store) {
        this.store = store;
        this.writing = Optional.empty();
    }

    StoredTiles(Writing writing) {
        this.store = writing;
        this.writing = Optional.of(writing);
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        if (path.isEntries()) {
            return bundle(path);
        }
        Optional<byte[]> full = store.tile(path.level(), path.index());
        if (full.isPresent()) {
            return full.map(f -> java.util.Arrays.copyOf(f, path.width() * Hash.BYTES));
        }
        List<Hash> hashes = path.level() == 0 ? leaves(path) : roots(path);
        return hashes.size() == path.width() ? Optional.of(bytes(hashes)) : Optional.empty();
    }

    private Optional<byte[]> bundle(TilePath path) {
        List<byte[]> entries = new ArrayList<>();
        store.read(first(path), first(path) + path.width(), e -> entries.add(e.bytes()));
        return entries.size() == path.width() ? Optional.of(EntryBundle.write(entries)) : Optional.empty();
    }

    private List<Hash> leaves(TilePath path) {
        List<Hash> leaves = new ArrayList<>();
        store.read(first(path), first(path) + path.width(), e -> leaves.add(TreeHash.leaf(e.bytes())));
        return leaves;
    }

    private List<Hash> roots(TilePath path) {
        List<Hash> roots = new ArrayList<>();
        for (int i = 0; i < path.width(); i++) {
            TilePath below = new TilePath(path.level() - 1, first(path) + i, TilePath.FULL);
            store.tile(below.level(), below.index()).ifPresent(bytes -> roots.add(new Tile(below, bytes).root()));
        }
        return roots;
    }

    private static long first(TilePath path) {
        return path.index() * TilePath.FULL;
    }

    private static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).writeTo(bytes, i * Hash.BYTES);
        }
        return bytes;
    }

    @Override
    public void write(List<Tile> tiles) {
        Writing into = writing.orElseThrow(() -> new IllegalStateException("only a transaction writes tiles"));
        for (Tile tile : tiles) {
            if (tile.path().isFull()) {
                into.tile(tile.path().level(), tile.path().index(), tile.bytes());
            }
        }
    }
}
