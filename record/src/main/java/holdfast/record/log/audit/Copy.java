package holdfast.record.log.audit;

import holdfast.record.log.tiles.EntryBundle;
import holdfast.record.log.tiles.Tile;
import holdfast.record.log.tiles.TilePath;
import holdfast.record.log.tiles.TileStore;
import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.TreeHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tiles and bundles of a tree of one size, as they lie there: nothing about them is believed. */
final class Copy {
    private final long size;
    private final TileStore files;

    Copy(long size, TileStore files) {
        this.size = size;
        this.files = files;
    }

    long size() {
        return size;
    }

    Optional<TilePath> path(int level, long index) {
        return TilePath.in(size, level, index);
    }

    /** Empty where it is missing or has not its length. */
    Optional<Tile> tile(TilePath path) {
        return files.read(path)
                .filter(bytes -> bytes.length == path.width() * Hash.BYTES)
                .map(bytes -> new Tile(path, bytes));
    }

    /** Empty where the bundle is missing. */
    Optional<byte[]> bundle(long index) {
        return path(TilePath.ENTRIES, index).flatMap(files::read);
    }

    /** The hashes of a bundle's entries; empty where the bundle is missing or broken. */
    Optional<List<Hash>> leaves(long index) {
        return bundle(index)
                .flatMap(EntryBundle::read)
                .map(entries -> entries.stream().map(TreeHash::leaf).toList());
    }

    /** A tile made anew of what lies below it. */
    Optional<Tile> rebuilt(TilePath path, boolean fromEntries) {
        if (path.level() == 0) {
            return leaves(path.index()).filter(l -> l.size() == path.width()).map(l -> tile(path, l));
        }
        List<Hash> roots = new ArrayList<>();
        for (int i = 0; i < path.width(); i++) {
            TilePath child = new TilePath(path.level() - 1, path.index() * TilePath.FULL + i, TilePath.FULL);
            Optional<Tile> below = fromEntries ? Optional.empty() : tile(child);
            Optional<Hash> root = below.or(() -> rebuilt(child, fromEntries)).map(Tile::root);
            if (root.isEmpty()) {
                return Optional.empty();
            }
            roots.add(root.get());
        }
        return Optional.of(tile(path, roots));
    }

    private static Tile tile(TilePath path, List<Hash> hashes) {
        byte[] bytes = new byte[path.width() * Hash.BYTES];
        for (int i = 0; i < path.width(); i++) {
            hashes.get(i).writeTo(bytes, i * Hash.BYTES);
        }
        return new Tile(path, bytes);
    }
}
