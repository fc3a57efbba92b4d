package holdfast.record.log.audit;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.tiles.EntryBundle;
import holdfast.record.log.tiles.FolderTiles;
import holdfast.record.log.tiles.Tile;
import holdfast.record.log.tiles.TilePath;
import holdfast.record.log.tiles.Tree;
import holdfast.record.log.tree.TreeHash;
import holdfast.record.log.trust.Policy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Measures, on demand: {@code -Dtest=LargeAuditTest -Daudit.entries=1000000}. */
@EnabledIfSystemProperty(named = "audit.entries", matches = "[0-9]+")
class LargeAuditTest {
    private static final int ENTRIES = Integer.getInteger("audit.entries", 0);

    @TempDir
    Path folder;

    private static byte[] entry(int number) {
        return ("{\"attributes\":{\"by\":\"unattributed\",\"place\":\"Donetsk\",\"killed\":" + number % 7
                        + "},\"event\":\"ceasefire_violation\",\"id\":\"report-" + number
                        + "\",\"occurred\":\"2016-02-03T04:05:06+02:00\",\"recorded\":\"2016-02-04T04:05:06+02:00\","
                        + "\"source\":\"OSCE SMM daily report\",\"where\":\"48.0159,37.8029\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void write() {
        FolderArchive archive = new FolderArchive(folder);
        FolderTiles tiles = FolderTiles.copy(folder);
        Tree tree = Tree.empty();
        Map<Integer, Tile> edge = new TreeMap<>();
        for (int from = 0; from < ENTRIES; from += TilePath.FULL) {
            List<byte[]> bundle = new ArrayList<>();
            for (int i = from; i < Math.min(ENTRIES, from + TilePath.FULL); i++) {
                bundle.add(entry(i));
            }
            tiles.write(
                    TilePath.in(ENTRIES, TilePath.ENTRIES, from / TilePath.FULL).orElseThrow(),
                    EntryBundle.write(bundle));
            Tree.Growth growth = tree.append(bundle.stream().map(TreeHash::leaf).toList());
            tree = growth.tree();
            growth.tiles().forEach(tile -> edge.put(tile.path().level(), tile));
            tiles.write(
                    growth.tiles().stream().filter(tile -> tile.path().isFull()).toList());
        }
        tiles.write(List.copyOf(edge.values()));
        archive.writeCheckpoint(new SmallLog(folder, SmallLog.logKey(), List.of(), false)
                .checkpoint(new Checkpoint(SmallLog.ORIGIN, tree.size(), tree.root()))
                .bytes());
    }

    @Test
    void aLargeLogIsAuditedAndWhatIsWrongInItIsFound() throws Exception {
        long start = System.nanoTime();
        write();
        say("written, with its tiles", start);
        Policy policy = Policy.of(List.of(SmallLog.logKey().verifier()));
        for (int round = 0; round < 3; round++) {
            long begun = System.nanoTime();
            AuditReport report = Audit.of(new FolderArchive(folder), policy, (number, entry) -> {});
            say("audited, " + report.entries() + " entries", begun);
            assertThat(report.faults()).isEmpty();
        }
        Path file = folder.resolve(TilePath.in(ENTRIES, TilePath.ENTRIES, ENTRIES / 512)
                .orElseThrow()
                .toString());
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] ^= 1;
        Files.write(file, bytes);
        long begun = System.nanoTime();
        assertThat(Audit.of(new FolderArchive(folder), policy, (number, entry) -> {})
                        .faults())
                .containsExactly(new Fault.EntryChanged(ENTRIES / 512 * 256L));
        say("audited, with a changed byte", begun);
    }

    private static void say(String what, long since) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println(what + ": " + (System.nanoTime() - since) / 1_000_000 + " ms; heap in use afterwards: "
                + (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000 + " MB");
    }
}
