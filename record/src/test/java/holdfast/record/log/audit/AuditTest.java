package holdfast.record.log.audit;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteSigner;
import holdfast.record.log.note.SignatureLine;
import holdfast.record.log.note.SignatureType;
import holdfast.record.log.tiles.EntryBundle;
import holdfast.record.log.tiles.FolderTiles;
import holdfast.record.log.tiles.TilePath;
import holdfast.record.log.tiles.Tree;
import holdfast.record.log.tree.TreeHash;
import holdfast.record.log.trust.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a copy is found, and the place is named. */
class AuditTest {
    private static final NoteSigner OSLO = SmallLog.key("witness.example/oslo", SignatureType.ED25519_COSIGNATURE, 2);
    private static final NoteSigner WARSAW =
            SmallLog.key("witness.example/warsaw", SignatureType.ED25519_COSIGNATURE, 3);
    private static final Policy POLICY = new Policy(
            List.of(new Policy.Log(SmallLog.logKey().verifier(), Optional.empty())),
            List.of(
                    new Policy.Witness("Oslo", OSLO.verifier(), Optional.empty()),
                    new Policy.Witness("Warsaw", WARSAW.verifier(), Optional.empty())),
            List.of(new Policy.Group("both", 2, List.of("Oslo", "Warsaw"))),
            Optional.of("both"));

    /** Two full bundles and a partial one, and a second level of tiles. */
    private static final int SIZE = 700;

    private static final Audit.EntryVisitor NOTHING_MORE = (index, bytes) -> {};

    @TempDir
    Path folder;

    private SmallLog log;

    @BeforeEach
    void writeTheLog() {
        log = new SmallLog(folder, SmallLog.logKey(), List.of(OSLO, WARSAW), true);
        log.append(SmallLog.entries(0, 100));
        log.append(SmallLog.entries(100, 300));
        log.append(SmallLog.entries(300, SIZE));
    }

    private List<Fault> faults() {
        return Audit.of(new FolderArchive(folder), POLICY, NOTHING_MORE).faults();
    }

    private List<String> told() {
        return faults().stream().map(f -> f.place() + ": " + f.what()).toList();
    }

    private void change(String file, Consumer<byte[]> change) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(file));
            change.accept(bytes);
            Files.write(folder.resolve(file), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void changeEntries(int bundle, Consumer<List<byte[]>> change) throws IOException {
        Path file = folder.resolve(
                TilePath.in(SIZE, TilePath.ENTRIES, bundle).orElseThrow().toString());
        List<byte[]> entries =
                new ArrayList<>(EntryBundle.read(Files.readAllBytes(file)).orElseThrow());
        change.accept(entries);
        Files.write(file, EntryBundle.write(entries));
    }

    @Test
    void aCopyThatNobodyTouchedIsSound() {
        List<Long> seen = new ArrayList<>();
        AuditReport report = Audit.of(new FolderArchive(folder), POLICY, (index, bytes) -> {
            assertThat(bytes).isEqualTo(SmallLog.entry(index));
            seen.add(index);
        });
        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isEqualTo(SIZE);
        assertThat(seen).hasSize(SIZE).isSorted();
        assertThat(report.judgement())
                .hasValueSatisfying(j -> assertThat(j.cosigned()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 511, 512, 513})
    void aLogOfAnySizeIsSoundAndAChangedLastEntryInItIsFound(int size) throws IOException {
        Path other = folder.resolve("other");
        new SmallLog(other, SmallLog.logKey(), List.of(OSLO, WARSAW), false).append(SmallLog.entries(0, size));
        assertThat(Audit.of(new FolderArchive(other), POLICY, NOTHING_MORE).faults())
                .isEmpty();
        Path last = other.resolve(TilePath.in(size, TilePath.ENTRIES, (size - 1) / 256)
                .orElseThrow()
                .toString());
        byte[] bytes = Files.readAllBytes(last);
        bytes[bytes.length - 1] ^= 1;
        Files.write(last, bytes);
        assertThat(Audit.of(new FolderArchive(other), POLICY, NOTHING_MORE).faults())
                .containsExactly(new Fault.EntryChanged(size - 1));
    }

    @Test
    void anEmptyLogIsSound() {
        Path other = folder.resolve("other");
        new SmallLog(other, SmallLog.logKey(), List.of(OSLO, WARSAW), false).append(List.of());
        assertThat(Audit.of(new FolderArchive(other), POLICY, NOTHING_MORE).faults())
                .isEmpty();
    }

    @Test
    void oneChangedByteInAnEntryIsFoundWithTheEntry() throws IOException {
        for (int index : new int[] {0, 255, 256, 300, 511, 512, SIZE - 1}) {
            changeEntries(index / 256, entries -> entries.get(index % 256)[3] ^= 1);
            assertThat(faults()).contains(new Fault.EntryChanged(index)).hasSizeLessThanOrEqualTo(2);
            changeEntries(index / 256, entries -> entries.get(index % 256)[3] ^= 1);
        }
        assertThat(faults()).isEmpty();
    }

    /** Every single byte of every file, a sample of them: nothing passes. */
    @Test
    void noByteOfAnyFileCanBeChangedUnseen() throws IOException {
        Random random = new Random(5);
        List<Path> files;
        try (var found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile)
                    .filter(p -> isNeeded(folder.relativize(p).toString()))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            byte[] right = Files.readAllBytes(file);
            // Of an earlier checkpoint only what the log signed: a cosignature whose name was changed is one of
            // somebody unknown.
            int length = file.toString().contains("checkpoints") ? 60 : right.length;
            for (int i = 0; i < 12; i++) {
                byte[] bent = right.clone();
                bent[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bent);
                assertThat(faults()).as("%s", file).isNotEmpty();
            }
            Files.write(file, right);
        }
        assertThat(faults()).isEmpty();
    }

    /** Partial tiles of earlier sizes are left over; nobody asks for them. */
    private static boolean isNeeded(String path) {
        return TilePath.parse(path)
                .map(p -> TilePath.in(SIZE, p.level(), p.index())
                        .filter(p::equals)
                        .isPresent())
                .orElse(true);
    }

    @Test
    void twoSwappedEntriesAreFoundWithBothPlaces() throws IOException {
        changeEntries(1, entries -> Collections.swap(entries, 3, 77));
        assertThat(faults()).contains(new Fault.EntriesSwapped(256 + 3, 256 + 77));
    }

    @Test
    void neighboursThatAreSwappedAreFound() throws IOException {
        changeEntries(0, entries -> Collections.swap(entries, 10, 11));
        assertThat(faults()).contains(new Fault.EntriesSwapped(10, 11)).noneMatch(Fault.EntryChanged.class::isInstance);
    }

    @Test
    void entriesThatAreSwappedBetweenFilesAreFound() throws IOException {
        byte[] first = SmallLog.entry(5);
        byte[] second = SmallLog.entry(600);
        changeEntries(0, entries -> entries.set(5, second));
        changeEntries(2, entries -> entries.set(600 - 512, first));
        assertThat(faults()).contains(new Fault.EntriesSwapped(5, 600)).noneMatch(Fault.EntryChanged.class::isInstance);
    }

    @Test
    void aRemovedEntryIsFound() throws IOException {
        changeEntries(1, entries -> entries.remove(40));
        assertThat(faults()).containsExactly(new Fault.EntriesMissing(296, 1));
    }

    @Test
    void aRemovedEntryIsFoundEvenIfAllThatFollowAreMovedUp() throws IOException {
        List<byte[]> left = SmallLog.entries(0, SIZE);
        left.remove(40);
        left.add(SmallLog.entry(SIZE));
        for (int i = 0; i < 3; i++) {
            int from = i * 256;
            changeEntries(i, entries -> entries.replaceAll(e -> left.get(from + entries.indexOf(e))));
        }
        assertThat(faults()).contains(new Fault.EntriesMissing(40, 1)).hasSizeLessThan(5);
    }

    @Test
    void severalRemovedEntriesAreFoundAsOne() throws IOException {
        changeEntries(1, entries -> entries.subList(40, 45).clear());
        assertThat(faults()).containsExactly(new Fault.EntriesMissing(296, 5));
    }

    @Test
    void anEntryThatWasPutInIsFound() throws IOException {
        changeEntries(1, entries -> entries.add(40, SmallLog.entry(9999)));
        assertThat(faults()).containsExactly(new Fault.EntriesAdded(296, 1));
        changeEntries(1, entries -> entries.remove(40));
        changeEntries(2, entries -> entries.add(SmallLog.entry(9999)));
        assertThat(faults()).containsExactly(new Fault.EntriesAdded(SIZE, 1));
    }

    @Test
    void aMissingOrBrokenFileOfEntriesIsNamed() throws IOException {
        Path file = folder.resolve("tile/entries/001");
        byte[] right = Files.readAllBytes(file);
        Files.delete(file);
        assertThat(told()).containsExactly("tile/entries/001: the file with entries 256 to 511 is missing");
        Files.write(file, java.util.Arrays.copyOf(right, right.length - 1));
        assertThat(told())
                .containsExactly("tile/entries/001: the file with entries 256 to 511 does not fall into whole entries");
    }

    @Test
    void aChangedTileIsFoundWithItsHashAndTheEntriesAreNotBlamed() {
        change("tile/0/001", bytes -> bytes[32 * 7] ^= 1);
        assertThat(faults()).containsExactly(new Fault.TileChanged(new TilePath(0, 1, 256), 7));
    }

    @Test
    void aChangedTileAtTheEdgeIsFound() {
        change("tile/0/002.p/188", bytes -> bytes[32 * 100 + 5] ^= 1);
        assertThat(faults()).containsExactly(new Fault.TileChanged(new TilePath(0, 2, 188), 100));
    }

    @Test
    void aChangedTileOfAHigherLevelIsFound() {
        change("tile/1/000.p/2", bytes -> bytes[33] ^= 1);
        assertThat(faults()).containsExactly(new Fault.TileChanged(new TilePath(1, 0, 2), 1));
    }

    @Test
    void aMissingTileIsFoundAndTheRestIsStillChecked() throws IOException {
        Files.delete(folder.resolve("tile/0/001"));
        Files.delete(folder.resolve("tile/1/000.p/2"));
        changeEntries(0, entries -> entries.get(17)[3] ^= 1);
        assertThat(faults())
                .contains(
                        new Fault.TileMissing(new TilePath(0, 1, 256)),
                        new Fault.TileMissing(new TilePath(1, 0, 2)),
                        new Fault.EntryChanged(17));
    }

    @Test
    void aChangedEntryWhoseTileWasChangedToFitIsFound() throws IOException {
        changeEntries(1, entries -> entries.get(40)[3] ^= 1);
        byte[] entry = SmallLog.entry(296);
        entry[3] ^= 1;
        change("tile/0/001", bytes -> TreeHash.leaf(entry).writeTo(bytes, 40 * 32));
        assertThat(faults())
                .contains(new Fault.TileChanged(new TilePath(0, 1, 256), -1), new Fault.EntriesRewritten(256, 512));
    }

    /** Whoever can write all files can make them fit one another, but not the checkpoint; earlier checkpoints say between which entries. */
    @Test
    void aRewrittenHistoryIsFoundAndNarrowedDownByEarlierCheckpoints() {
        List<byte[]> entries = SmallLog.entries(0, SIZE);
        entries.set(200, SmallLog.entry(9999));
        rewriteTilesAndEntries(entries);
        assertThat(faults())
                .contains(new Fault.EarlierCheckpointContradicted(300))
                .anySatisfy(f -> assertThat(f).isInstanceOfSatisfying(Fault.AnotherTree.class, t -> {
                    assertThat(t.from()).isEqualTo(100);
                    assertThat(t.to()).isEqualTo(300);
                }));
    }

    private void rewriteTilesAndEntries(List<byte[]> entries) {
        Tree.Growth growth =
                Tree.empty().append(entries.stream().map(TreeHash::leaf).toList());
        FolderTiles.copy(folder).write(growth.tiles());
        for (int i = 0; i < 3; i++) {
            TilePath path = TilePath.in(SIZE, TilePath.ENTRIES, i).orElseThrow();
            FolderTiles.copy(folder).write(path, EntryBundle.write(entries.subList(i * 256, i * 256 + path.width())));
        }
    }

    @Test
    void aRewrittenCheckpointIsFound() throws IOException {
        String right = Files.readString(folder.resolve("checkpoint"));
        Files.writeString(folder.resolve("checkpoint"), right.replace("\n700\n", "\n600\n"));
        assertThat(told())
                .anyMatch(t -> t.startsWith("checkpoint: the signature of `example.org/joint-record` does not fit"));
    }

    /** Its owner can sign what he likes, but what he signed before stays signed. */
    @Test
    void aCheckpointThatItsOwnerRewroteIsFound() {
        Note other = log.checkpoint(new Checkpoint(SmallLog.ORIGIN, SIZE, TreeHash.EMPTY_ROOT));
        new FolderArchive(folder).writeCheckpoint(other.bytes());
        assertThat(faults()).singleElement().isInstanceOf(Fault.AnotherTree.class);
    }

    @Test
    void entriesThatWereCutOffAtTheEndAreFoundWhereALaterCheckpointWasKept() throws IOException {
        new FolderArchive(folder).writeCheckpoint(Files.readAllBytes(folder.resolve("checkpoints/300")));
        log = new SmallLog(folder, SmallLog.logKey(), List.of(OSLO, WARSAW), true);
        log.append(SmallLog.entries(0, 300));
        assertThat(faults()).containsExactly(new Fault.WentBack(300, 700));
    }

    @Test
    void aForgedCosignatureIsFoundWithTheWitness() throws IOException {
        Note note = Note.parse(Files.readAllBytes(folder.resolve("checkpoint")));
        NoteSigner forger = SmallLog.key("witness.example/oslo", SignatureType.ED25519_COSIGNATURE, 99);
        SignatureLine line = forger.sign(note.text(), 1_700_000_000);
        SignatureLine forged = new SignatureLine(line.name(), OSLO.verifier().keyId(), line.signature());
        Note bent = new Note(
                note.text(),
                List.of(note.signatures().get(0), forged, note.signatures().get(2)));
        new FolderArchive(folder).writeCheckpoint(bent.bytes());
        assertThat(told())
                .anyMatch(t -> t.startsWith("checkpoint: the signature of `witness.example/oslo` does not fit"))
                .contains(
                        "checkpoint: the policy wants cosignatures of 2 of Oslo, Warsaw, and the checkpoint has those of Warsaw");
    }

    @Test
    void anArchiveWithoutACheckpointCannotBeChecked() throws IOException {
        Files.delete(folder.resolve("checkpoint"));
        assertThat(faults()).containsExactly(new Fault.CheckpointMissing());
    }
}
