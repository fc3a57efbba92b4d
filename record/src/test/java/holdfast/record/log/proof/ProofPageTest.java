package holdfast.record.log.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import holdfast.record.log.audit.SmallLog;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.NoteSigner;
import holdfast.record.log.note.SignatureType;
import holdfast.record.log.tiles.FolderTiles;
import holdfast.record.log.tiles.TileHashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program that stands on the page for strangers, `docs/record-proof.md`, as it stands there. */
class ProofPageTest {
    private static final NoteSigner OSLO = SmallLog.key("witness.example/oslo", SignatureType.ED25519_COSIGNATURE, 2);
    private static final String LOG = SmallLog.logKey().verifier().vkey();

    @TempDir
    Path folder;

    private record Said(int status, String text) {}

    @BeforeEach
    void takeTheProgramFromThePage() throws Exception {
        assumeTrue(hasPython(), "not run: Python 3 is not installed");
        Path page = Path.of("../docs/record-proof.md");
        String text = Files.readString(Files.exists(page) ? page : Path.of("docs/record-proof.md"));
        int from = text.indexOf("```python\n") + "```python\n".length();
        String program = text.substring(from, text.indexOf("```\n", from));
        assertThat(program.lines().filter(line -> !line.isBlank()).count())
                .as("the page promises a hundred lines")
                .isLessThanOrEqualTo(100);
        Files.writeString(folder.resolve("check.py"), program);
        Note checkpoint =
                new SmallLog(folder, SmallLog.logKey(), List.of(OSLO), false).append(SmallLog.entries(0, 700));
        ProofFile proof =
                ProofFile.make(SmallLog.entry(300), 300, checkpoint, new TileHashes(700, FolderTiles.copy(folder)));
        Files.write(folder.resolve("300.tlog-proof"), proof.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean hasPython() {
        try {
            return run(List.of("python3", "--version")).status() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static Said run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    private Said check(String... keys) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                folder.resolve("check.py").toString(),
                folder.resolve("300.tlog-proof").toString()));
        command.addAll(List.of(keys));
        return run(command);
    }

    @Test
    void aHundredLinesOfPythonCheckAProof() throws Exception {
        String entry = new String(SmallLog.entry(300), StandardCharsets.UTF_8);
        assertThat(check(LOG, OSLO.verifier().vkey())).isEqualTo(new Said(0, entry + System.lineSeparator()));
        NoteSigner warsaw = SmallLog.key("witness.example/warsaw", SignatureType.ED25519_COSIGNATURE, 3);
        assertThat(check(LOG, warsaw.verifier().vkey()).text())
                .startsWith("refused: witness.example/warsaw has not signed");
        Path file = folder.resolve("300.tlog-proof");
        String right = Files.readString(file);
        Files.writeString(file, right.replace("index 300", "index 301"));
        assertThat(check(LOG).text()).startsWith("refused: the entry is not in this log at this place");
        Files.writeString(file, right.replace("\n700\n", "\n701\n"));
        assertThat(check(LOG).text()).startsWith("refused: a signature of example.org/joint-record does not hold");
    }
}
