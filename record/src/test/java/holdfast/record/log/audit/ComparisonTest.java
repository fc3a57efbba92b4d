package holdfast.record.log.audit;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.record.log.tree.TreeHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    Path folder;

    private int copies;

    private FolderArchive copy(List<byte[]> entries) {
        Path of = folder.resolve("copy" + copies++);
        new SmallLog(of, SmallLog.logKey(), List.of(), false).append(entries);
        return new FolderArchive(of);
    }

    @Test
    void copiesOfOneHistoryAreTheSame() {
        assertThat(Comparison.of(copy(SmallLog.entries(0, 700)), copy(SmallLog.entries(0, 700))))
                .isEqualTo(new Comparison.Same(700));
    }

    @Test
    void aCopyTakenEarlierIsThePrefixOfALaterOne() {
        for (int size : new int[] {0, 1, 255, 256, 257, 512, 699}) {
            FolderArchive shorter = copy(SmallLog.entries(0, size));
            FolderArchive longer = copy(SmallLog.entries(0, 700));
            assertThat(Comparison.of(shorter, longer)).isEqualTo(new Comparison.Prefix(size, 700, true));
            assertThat(Comparison.of(longer, shorter)).isEqualTo(new Comparison.Prefix(size, 700, false));
        }
    }

    @Test
    void aForkIsShownWithTheFirstEntryThatDiffersAndProofsOfBoth() {
        Random random = new Random(13);
        for (int round = 0; round < 20; round++) {
            int first = 1 + random.nextInt(900);
            int second = 1 + random.nextInt(900);
            int at = random.nextInt(Math.min(first, second));
            List<byte[]> told = SmallLog.entries(0, first);
            List<byte[]> toldOtherwise = SmallLog.entries(0, second);
            for (int i = at; i < second; i += 1 + random.nextInt(50)) {
                toldOtherwise.set(i, SmallLog.entry(10_000 + i));
            }
            FolderArchive a = copy(told);
            FolderArchive b = copy(toldOtherwise);
            assertThat(Comparison.of(a, b)).isInstanceOfSatisfying(Comparison.Forked.class, fork -> {
                assertThat(fork.index()).isEqualTo(at);
                assertThat(fork.first().index()).isEqualTo(at);
                assertThat(fork.first().hashes()).isNotNull();
                assertThat(fork.second().proves(TreeHash.leaf(SmallLog.entry(10_000 + at)), root(toldOtherwise)))
                        .isTrue();
            });
        }
    }

    private static holdfast.record.log.tree.Hash root(List<byte[]> entries) {
        return holdfast.record.log.tiles.Tree.empty()
                .append(entries.stream().map(TreeHash::leaf).toList())
                .tree()
                .root();
    }

    @Test
    void ofADamagedCopyNothingIsSaidButThatItIsDamaged() throws IOException {
        FolderArchive whole = copy(SmallLog.entries(0, 700));
        FolderArchive damaged = copy(SmallLog.entries(0, 400));
        Path tile = folder.resolve("copy1/tile/0/000");
        byte[] bytes = Files.readAllBytes(folder.resolve("copy1/tile/1/000.p/1"));
        bytes[0] ^= 1;
        Files.write(folder.resolve("copy1/tile/1/000.p/1"), bytes);
        assertThat(Comparison.of(whole, damaged))
                .isEqualTo(new Comparison.Damaged(false, "its tiles do not lead to its checkpoint"));
        Files.delete(folder.resolve("copy1/tile/1/000.p/1"));
        assertThat(Comparison.of(damaged, whole).sentence())
                .isEqualTo("the first copy is damaged: the log's file `tile/1/000.p/1` is missing; audit it");
        assertThat(tile).exists();
    }
}
