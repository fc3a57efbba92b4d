package holdfast.record.log.audit;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.record.log.archive.SmallLog;
import holdfast.record.log.archive.ArchiveWriter;
import holdfast.record.log.archive.FolderArchive;
import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.tiles.TilePath;
import holdfast.record.log.tiles.Tree;
import holdfast.record.log.tree.Hash;
import holdfast.record.log.tree.TreeHash;
import holdfast.record.log.trust.Policy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        ArchiveWriter writer = new ArchiveWriter(folder);
        Tree tree = Tree.empty();
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            writer.add(entry(i));
            leaves.add(TreeHash.leaf(entry(i)));
            if (leaves.size() == 10_000 || i == ENTRIES - 1) {
                tree = tree.append(leaves).tree();
                leaves.clear();
            }
        }
        writer.finish(new SmallLog(folder, SmallLog.logKey(), List.of(), false)
                .checkpoint(new Checkpoint(SmallLog.ORIGIN, tree.size(), tree.root())));
    }

    @Test
    void aLargeLogIsAuditedAndWhatIsWrongInItIsFound() throws Exception {
        long start = System.nanoTime();
        write();
        say("written, with its tiles", start);
        Policy policy = Policy.of(List.of(SmallLog.logKey().verifier()));
        for (int round = 0; round < 3; round++) {
            long begun = System.nanoTime();
            AuditReport report = Audit.of(new FolderArchive(folder), policy);
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
        assertThat(Audit.of(new FolderArchive(folder), policy).faults())
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
