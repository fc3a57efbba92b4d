package holdfast.record.log.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.record.log.audit.SmallLog;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteSigner;
import holdfast.record.log.note.SignatureType;
import holdfast.record.log.tiles.FolderTiles;
import holdfast.record.log.tiles.TileHashes;
import holdfast.record.log.trust.Policy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofFileTest {
    private static final NoteSigner OSLO = SmallLog.key("witness.example/oslo", SignatureType.ED25519_COSIGNATURE, 2);
    private static final Policy POLICY = new Policy(
            List.of(new Policy.Log(SmallLog.logKey().verifier(), Optional.empty())),
            List.of(new Policy.Witness("Oslo", OSLO.verifier(), Optional.empty())),
            List.of(),
            Optional.of("Oslo"));

    @TempDir
    Path folder;

    private Note checkpoint;

    @BeforeEach
    void writeALog() {
        checkpoint = new SmallLog(folder, SmallLog.logKey(), List.of(OSLO), false).append(SmallLog.entries(0, 700));
    }

    private ProofFile proof(int index) {
        return ProofFile.make(SmallLog.entry(index), index, checkpoint, new TileHashes(700, FolderTiles.copy(folder)));
    }

    @Test
    void aStrangerChecksAnEntryWithTheFileAndKeysAlone() {
        for (int index : new int[] {0, 1, 255, 256, 511, 512, 699}) {
            ProofFile read = ProofFile.parse(proof(index).toString().getBytes(StandardCharsets.UTF_8));
            assertThat(read.entry()).hasValueSatisfying(e -> assertThat(e).isEqualTo(SmallLog.entry(index)));
            assertThat(read.check(POLICY).objections()).isEmpty();
            assertThat(read.check(SmallLog.entry(index), POLICY).isAccepted()).isTrue();
            assertThat(read.check(SmallLog.entry(index + 1), POLICY).isAccepted())
                    .isFalse();
        }
    }

    @Test
    void theFileHasTheFormOfTheStandard() {
        assertThat(proof(300).toString().lines())
                .startsWith("c2sp.org/tlog-proof@v1", "extra eyJpZCI6InIzMDAiLCJldmVudCI6InNoZWxsaW5nIn0=", "index 300")
                .contains("", "example.org/joint-record", "700");
    }

    @Test
    void withoutTheEntryTheProofAsksForIt() {
        ProofFile bare = new ProofFile(Optional.empty(), proof(3).inclusion(), checkpoint);
        ProofFile read = ProofFile.parse(bare.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(read.check(POLICY).objections())
                .containsExactly("the proof does not carry the entry: give the entry's own file as well");
        assertThat(read.check(SmallLog.entry(3), POLICY).isAccepted()).isTrue();
    }

    @Test
    void noByteOfAProofCanBeChangedUnseen() {
        byte[] right = proof(300).toString().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(17);
        for (int i = 0; i < 400; i++) {
            byte[] bent = right.clone();
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(accepts(bent))
                    .as("%s", new String(bent, StandardCharsets.UTF_8))
                    .isFalse();
        }
        assertThat(accepts(right)).isTrue();
    }

    private static boolean accepts(byte[] file) {
        try {
            return ProofFile.parse(file).check(POLICY).isAccepted();
        } catch (NotANote e) {
            return false;
        }
    }

    @Test
    void aProofThatBreaksOffIsRefusedWithTheLine() {
        String right = proof(300).toString();
        for (int length = 0; length < right.length() - 1; length += 7) {
            String begun = right.substring(0, length);
            assertThat(accepts(begun.getBytes(StandardCharsets.UTF_8))).isFalse();
        }
        assertThatThrownBy(() -> ProofFile.parse("hello\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("line 1 of the proof: found `hello`, expected `c2sp.org/tlog-proof@v1`");
    }

    @Test
    void ofADamagedLogNoProofIsHandedOut() throws Exception {
        byte[] tile = Files.readAllBytes(folder.resolve("tile/0/001"));
        tile[32 * 200] ^= 1;
        Files.write(folder.resolve("tile/0/001"), tile);
        assertThatThrownBy(() -> proof(300)).hasMessageContaining("audit the record");
    }
}
