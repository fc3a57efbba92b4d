package holdfast.record.log.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteSigner;
import holdfast.record.log.note.SignatureType;
import holdfast.record.log.proof.ProofFile;
import holdfast.record.log.tiles.FolderTiles;
import holdfast.record.log.tiles.TileHashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are read by an implementation that nobody here wrote: Go's {@code sumdb/tlog} and {@code sumdb/note}. */
class SomebodyElsesVerifierTest {
    private static final int SIZE = 1_000;
    private static final NoteSigner OSLO = SmallLog.key("witness.example/oslo", SignatureType.ED25519_COSIGNATURE, 2);
    /** Where Debian's package of the library puts it. */
    private static final String GO_PATH =
            Optional.ofNullable(System.getenv("GOPATH")).orElse("/usr/share/gocode");

    @TempDir
    static Path tools;

    private static Path verifier;

    @TempDir
    Path folder;

    private record Said(int status, String text) {}

    @BeforeAll
    static void buildTheVerifier() throws Exception {
        assumeTrue(
                Files.isDirectory(Path.of(GO_PATH, "src/golang.org/x/mod/sumdb/tlog")) && hasGo(),
                "not run: Go or golang.org/x/mod is not installed (Debian: golang-go, golang-golang-x-mod-dev)");
        verifier = tools.resolve("verify");
        Said said = run(List.of("go", "build", "-o", verifier.toString(), source().toString()));
        assertThat(said.status()).as(said.text()).isZero();
    }

    @AfterAll
    static void forgetIt() throws IOException {
        if (verifier != null) {
            Files.deleteIfExists(verifier);
        }
    }

    private static boolean hasGo() {
        try {
            return run(List.of("go", "version")).status() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static Path source() {
        Path here = Path.of("src/test/go/verify.go").toAbsolutePath();
        return Files.exists(here)
                ? here
                : Path.of("record/src/test/go/verify.go").toAbsolutePath();
    }

    private static Said run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOFLAGS", "");
        builder.environment().put("GOPATH", GO_PATH);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    @BeforeEach
    void exportALogWithTwoCheckpointsAndAProof() throws IOException {
        List<NoteSigner> cosigners = new ArrayList<>(List.of(OSLO));
        if (NoteSigner.has(SignatureType.ML_DSA_44)) {
            // Go does not know its type, and must pass over it.
            cosigners.add(SmallLog.key(SmallLog.ORIGIN, SignatureType.ML_DSA_44, 3));
        }
        SmallLog log = new SmallLog(folder, SmallLog.logKey(), cosigners, true);
        log.append(SmallLog.entries(0, 300));
        Note checkpoint = log.append(SmallLog.entries(300, SIZE));
        ProofFile proof =
                ProofFile.make(SmallLog.entry(777), 777, checkpoint, new TileHashes(SIZE, FolderTiles.copy(folder)));
        Files.write(folder.resolve("777.tlog-proof"), proof.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Said verify() throws Exception {
        return run(List.of(
                verifier.toString(),
                "-log",
                SmallLog.logKey().verifier().vkey(),
                "-witness",
                OSLO.verifier().vkey(),
                "-older",
                folder.resolve("checkpoints/300").toString(),
                "-proof",
                folder.resolve("777.tlog-proof").toString(),
                folder.toString()));
    }

    @Test
    void findsEveryEntryTheSignaturesAnOlderCheckpointAndAProofAsTheyShouldBe() throws Exception {
        assertThat(verify())
                .isEqualTo(new Said(0, "checked 1000 entries, 2 signatures, 1 older checkpoints, 1 proofs\n"));
    }

    @Test
    void findsWhateverWasChanged() throws Exception {
        assertThat(changed("checkpoint", b -> b[40] ^= 1)).startsWith("checkpoint:");
        assertThat(changed("tile/entries/001", b -> b[100] ^= 1)).startsWith("entry 258:");
        assertThat(changed("tile/0/001", b -> b[100] ^= 1)).startsWith("entry 256:");
        assertThat(changed("checkpoints/300", b -> b[35] ^= 1)).contains("checkpoints/300:");
        assertThat(changed("777.tlog-proof", b -> b[40] ^= 1)).contains("777.tlog-proof:");
    }

    private String changed(String file, Consumer<byte[]> change) throws Exception {
        byte[] right = Files.readAllBytes(folder.resolve(file));
        byte[] bent = right.clone();
        change.accept(bent);
        Files.write(folder.resolve(file), bent);
        Said said = verify();
        Files.write(folder.resolve(file), right);
        assertThat(said.status()).isEqualTo(1);
        return said.text();
    }
}
