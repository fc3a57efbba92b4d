package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.record.keep.SigningKeys;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.witness.FolderMemory;
import holdfast.record.log.witness.Witness;
import holdfast.record.log.witness.WitnessServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description =
                "Runs a witness: it cosigns the checkpoints of the records that it knows, each only when it is proved to"
                        + " continue the one before.")
public final class WitnessCommand implements Callable<Integer> {
    private static final String KEY = "witness.key";

    @Parameters(
            paramLabel = "FOLDER",
            description = "where it keeps its keys and what it has cosigned; made if it is not there")
    Path folder = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "what a new witness is called; no blanks")
    String name = "";

    @Option(
            names = "--log",
            paramLabel = "KEY",
            required = true,
            description = "a public key of a record that it watches, as `record init` printed it; repeatable")
    List<String> logs = List.of();

    @Option(names = "--host", paramLabel = "H", description = "the address at which it listens; localhost if not given")
    String host = "localhost";

    @Option(names = "--port", paramLabel = "N", description = "the port at which it listens; 8442 if not given")
    int port = 8442;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    WitnessCommand(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (WitnessServer server = start()) {
            out.println("Listening at http://" + host + ":" + server.address().getPort() + "/");
            out.flush();
            // Until it is ended from outside.
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw Refusal.usage("the witness cannot listen at " + host + ":" + port, "choose another `--port`");
        }
        return 0;
    }

    private WitnessServer start() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        SigningKeys keys = keys();
        try {
            List<NoteVerifier> known = logs.stream().map(NoteVerifier::parse).toList();
            Witness witness = keys.witness(known, FolderMemory.open(folder.resolve("seen")), around.clock());
            out.println("The witness's key, for the policies of those who trust it:");
            witness.keys().stream().map(NoteVerifier::vkey).forEach(k -> out.println("  " + k));
            return WitnessServer.start(witness, new InetSocketAddress(host, port));
        } catch (NotANote e) {
            throw Refusal.usage("--log: " + e.getMessage(), "give the key as `record init` printed it");
        }
    }

    private SigningKeys keys() {
        Path file = folder.resolve(KEY);
        try {
            if (Files.exists(file)) {
                return SigningKeys.read(file);
            }
            if (name.isEmpty()) {
                throw Refusal.usage("a new witness needs a name", "`--name kyiv.example/witness`");
            }
            Files.createDirectories(folder);
            SigningKeys keys = SigningKeys.ofWitness(name, new SecureRandom());
            keys.write(file);
            return keys;
        } catch (IOException e) {
            throw Refusal.usage("the keys in `" + file + "` cannot be read or written", "");
        } catch (NotANote e) {
            throw Refusal.usage(String.valueOf(e.getMessage()), "");
        }
    }
}
