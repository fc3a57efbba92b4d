package holdfast.record.log.audit;

import holdfast.record.log.tiles.Tile;
import holdfast.record.log.tiles.TilePath;
import holdfast.record.log.tree.CompactRange;
import holdfast.record.log.tree.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tiles of which it is known whether they are the checkpoint's: its root vouches for the tiles at the right edge together, and each of these
 * for the full tiles below. A tile that is not what it should be is told, and made anew of what lies below it, so that the rest can still
 * be judged. Of each level only the tile asked for last is held.
 */
final class TrustedTiles {
    enum Worth {
        /** The checkpoint vouches for it. */
        TRUSTED,
        /** It is not the checkpoint's. */
        WRONG,
        /** What would vouch for it is itself not to be trusted. */
        UNKNOWN
    }

    record Vouched(Optional<Tile> tile, Worth worth) {
        boolean isTrusted() {
            return worth == Worth.TRUSTED && tile.isPresent();
        }
    }

    private final Copy copy;
    private final Faults faults;
    private final Map<Integer, Vouched> edge = new HashMap<>();
    private final Map<TilePath, Vouched> last = new HashMap<>();
    private final boolean leadsToRoot;

    TrustedTiles(Copy copy, Hash root, Faults faults) {
        this.copy = copy;
        this.faults = faults;
        List<TilePath> paths = edgePaths(copy.size());
        Optional<List<Tile>> found = choose(paths, root);
        this.leadsToRoot = found.isPresent();
        for (int i = 0; i < paths.size(); i++) {
            TilePath path = paths.get(i);
            Optional<Tile> stored = copy.tile(path);
            int at = i;
            found.ifPresent(tiles -> tell(path, stored, tiles.get(at)));
            edge.put(
                    path.level(),
                    new Vouched(
                            found.map(tiles -> tiles.get(at)).or(() -> stored),
                            leadsToRoot ? Worth.TRUSTED : Worth.UNKNOWN));
        }
    }

    /** Whether anything in the archive leads to the checkpoint's root. */
    boolean leadToRoot() {
        return leadsToRoot;
    }

    private static List<TilePath> edgePaths(long size) {
        List<TilePath> paths = new ArrayList<>();
        for (int level = 0; TilePath.count(size, level) > 0; level++) {
            TilePath path =
                    TilePath.in(size, level, TilePath.count(size, level) - 1).orElseThrow();
            if (!path.isFull()) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** The tiles as they are stored, if they lead to the root; otherwise any of them may have been changed, so each is also tried as made anew. */
    private Optional<List<Tile>> choose(List<TilePath> paths, Hash root) {
        List<Tile> stored =
                paths.stream().flatMap(path -> copy.tile(path).stream()).toList();
        if (stored.size() == paths.size() && leads(stored, root)) {
            return Optional.of(stored);
        }
        List<List<Tile>> choices = List.of(List.of());
        for (TilePath path : paths) {
            List<Tile> candidates = Stream.of(copy.tile(path), copy.rebuilt(path, false), copy.rebuilt(path, true))
                    .flatMap(Optional::stream)
                    .toList();
            choices = choices.stream()
                    .flatMap(before -> candidates.stream().map(tile -> and(before, tile)))
                    .toList();
        }
        return choices.stream().filter(tiles -> leads(tiles, root)).findFirst();
    }

    private static List<Tile> and(List<Tile> before, Tile tile) {
        List<Tile> all = new ArrayList<>(before);
        all.add(tile);
        return all;
    }

    private boolean leads(List<Tile> tiles, Hash root) {
        Map<Integer, Tile> byLevel = new HashMap<>();
        tiles.forEach(tile -> byLevel.put(tile.path().level(), tile));
        return CompactRange.at(copy.size(), (level, index) -> {
                    Tile tile = byLevel.get(level / 8);
                    if (tile == null) {
                        throw new IllegalStateException("the edge has no tile of level " + level / 8);
                    }
                    int width = 1 << level % 8;
                    return tile.root((int) (index * width % TilePath.FULL), width);
                })
                .root()
                .equals(root);
    }

    Vouched tile(int level, long index) {
        TilePath path = copy.path(level, index).orElseThrow();
        if (!path.isFull()) {
            return edge.getOrDefault(level, new Vouched(Optional.empty(), Worth.UNKNOWN));
        }
        Vouched known = last.get(path);
        if (known == null) {
            last.keySet().removeIf(p -> p.level() == level);
            known = vouched(path);
            last.put(path, known);
        }
        return known;
    }

    private Vouched vouched(TilePath path) {
        Vouched above = tile(path.level() + 1, path.index() / TilePath.FULL);
        Optional<Tile> stored = copy.tile(path);
        if (!above.isTrusted()) {
            if (stored.isEmpty()) {
                faults.add(new Fault.TileMissing(path));
            }
            return new Vouched(stored, Worth.UNKNOWN);
        }
        Hash expected = above.tile().orElseThrow().hash((int) (path.index() % TilePath.FULL));
        if (stored.isPresent() && stored.get().root().equals(expected)) {
            return new Vouched(stored, Worth.TRUSTED);
        }
        Optional<Tile> right =
                fitting(copy.rebuilt(path, false), expected).or(() -> fitting(copy.rebuilt(path, true), expected));
        if (right.isPresent()) {
            tell(path, stored, right.get());
            return new Vouched(right, Worth.TRUSTED);
        }
        faults.add(stored.isEmpty() ? new Fault.TileMissing(path) : new Fault.TileChanged(path, -1));
        return new Vouched(stored, Worth.WRONG);
    }

    private static Optional<Tile> fitting(Optional<Tile> tile, Hash expected) {
        return tile.filter(t -> t.root().equals(expected));
    }

    private void tell(TilePath path, Optional<Tile> stored, Tile right) {
        if (stored.isEmpty()) {
            faults.add(new Fault.TileMissing(path));
            return;
        }
        for (int i = 0; i < path.width(); i++) {
            if (!stored.get().hash(i).equals(right.hash(i))) {
                faults.add(new Fault.TileChanged(path, i));
            }
        }
    }
}
