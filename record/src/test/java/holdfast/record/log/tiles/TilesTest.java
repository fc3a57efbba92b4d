package holdfast.record.log.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.record.log.tree.CompactRange;
import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.InclusionProof;
import holdfast.record.log.tree.PlainTree;
import holdfast.record.log.tree.TreeHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {
    @TempDir
    Path folder;

    private static List<Hash> leaves(long from, long to) {
        List<Hash> leaves = new ArrayList<>();
        for (long i = from; i < to; i++) {
            leaves.add(TreeHash.leaf(PlainTree.entry(i)));
        }
        return leaves;
    }

    private static Hash root(long size) {
        CompactRange range = new CompactRange();
        leaves(0, size).forEach(range::append);
        return range.root();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "1, 999, 1, tile/1/999.p/1",
        "2, 1000, 255, tile/2/x001/000.p/255",
        "-1, 5, 256, tile/entries/005",
        "-1, 12345, 17, tile/entries/x012/345.p/17"
    })
    void aTileHasOnePath(int level, long index, int width, String path) {
        TilePath tile = new TilePath(level, index, width);
        assertThat(tile.toString()).isEqualTo(path);
        assertThat(TilePath.parse(path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/0",
                "tile/00/000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/64/000",
                "tile/0/../checkpoint",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/entries/000/",
                "/tile/0/000"
            })
    void whatIsNoTilesPathIsNotTakenForOne(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    /** The example of the standard. */
    @Test
    void aTreeOf70000EntriesHasTheTilesThatTheStandardCounts() {
        Tree.Growth growth = Tree.empty().append(leaves(0, 70_000));
        assertThat(growth.tiles()).filteredOn(t -> t.path().level() == 0).hasSize(274);
        assertThat(growth.tiles().stream().map(t -> t.path().toString()).filter(p -> !p.startsWith("tile/0/")))
                .containsExactly("tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(TilePath.in(70_000, 0, 273)).contains(new TilePath(0, 273, 112));
        assertThat(TilePath.in(70_000, 0, 274)).isEmpty();
        assertThat(TilePath.count(70_000, 2)).isEqualTo(1);
        assertThat(TilePath.count(70_000, 3)).isZero();
        assertThat(TilePath.in(256, 1, 0)).contains(new TilePath(1, 0, 1));
    }

    @Test
    void aTreeThatGrowsInAnyStepsAndIsReadAgainBetweenThemIsTheSame() {
        FolderTiles tiles = FolderTiles.copy(folder);
        Random random = new Random(3);
        Tree tree = Tree.empty();
        CompactRange range = new CompactRange();
        while (tree.size() < 70_000) {
            long to = tree.size() + 1 + random.nextInt(random.nextBoolean() ? 20 : 9_000);
            Tree.Growth growth = tree.append(leaves(tree.size(), to));
            tiles.write(growth.tiles());
            leaves(tree.size(), to).forEach(range::append);
            assertThat(growth.tree().root()).isEqualTo(range.root());
            tree = random.nextBoolean() ? growth.tree() : Tree.at(to, tiles);
            assertThat(tree.size()).isEqualTo(to);
            assertThat(tree.root()).isEqualTo(growth.tree().root());
        }
    }

    @Test
    void appendingLeavesTheTreeFromBeforeAsItWas() {
        Tree before = Tree.empty().append(leaves(0, 300)).tree();
        Tree.Growth once = before.append(leaves(300, 700));
        Tree.Growth again = before.append(leaves(300, 700));
        assertThat(before.root()).isEqualTo(root(300));
        assertThat(once.tree().root()).isEqualTo(again.tree().root());
        assertThat(once.tiles().getFirst().bytes())
                .isEqualTo(again.tiles().getFirst().bytes());
    }

    @Test
    void proofsAreMadeFromTilesAtEverySizeTheTreeEverHad() {
        FolderTiles tiles = FolderTiles.copy(folder);
        tiles.write(Tree.empty().append(leaves(0, 1_000)).tiles());
        for (long size = 1; size <= 1_000; size += 37) {
            TileHashes hashes = new TileHashes(1_000, tiles);
            assertThat(CompactRange.at(size, hashes).root()).isEqualTo(root(size));
            assertThat(InclusionProof.make(size - 1, size, hashes)
                            .proves(TreeHash.leaf(PlainTree.entry(size - 1)), root(size)))
                    .isTrue();
        }
    }

    @Test
    void aPartialTileIsTheBeginningOfTheFullOne() throws Exception {
        FolderTiles tiles = FolderTiles.copy(folder);
        tiles.write(Tree.empty().append(leaves(0, 256)).tiles());
        byte[] full = Files.readAllBytes(folder.resolve("tile/0/000"));
        assertThat(tiles.read(new TilePath(0, 0, 3)))
                .hasValueSatisfying(b -> assertThat(full).startsWith(b).hasSize(8192));
        assertThat(tiles.read(new TilePath(0, 1, 3))).isEmpty();
    }

    @Test
    void aMissingTileIsNamed() {
        FolderTiles tiles = FolderTiles.copy(folder);
        assertThatThrownBy(() -> Tree.at(5, tiles))
                .isInstanceOf(MissingTile.class)
                .hasMessage("the log's file `tile/0/000.p/5` is missing");
    }

    @Test
    void entriesOfAnyLengthUpToTheLimitComeBackAsTheyWere() {
        List<byte[]> entries = List.of(new byte[0], new byte[] {1, 2, 3}, new byte[65_535], new byte[256]);
        assertThat(EntryBundle.read(EntryBundle.write(entries))).hasValueSatisfying(read -> {
            assertThat(read).hasSize(4);
            for (int i = 0; i < 4; i++) {
                assertThat(read.get(i)).isEqualTo(entries.get(i));
            }
        });
    }

    @Test
    void anEntryBeyondTheFormatsLimitIsRefusedWithTheLimit() {
        assertThatThrownBy(() -> EntryBundle.write(List.of(new byte[65_536])))
                .hasMessageContaining("the entry has 65536 bytes")
                .hasMessageContaining("at most 65535")
                .hasMessageContaining("attach the long part as a file");
    }

    @Test
    void aBundleThatBreaksOffInAnEntryIsNone() {
        byte[] bundle = EntryBundle.write(List.of(new byte[] {1, 2, 3}));
        for (int length = 1; length < bundle.length; length++) {
            assertThat(EntryBundle.read(java.util.Arrays.copyOf(bundle, length)))
                    .isEmpty();
        }
    }
}
