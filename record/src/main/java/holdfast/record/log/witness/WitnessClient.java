package holdfast.record.log.witness;

import holdfast.record.log.note.Checkpoint;
import holdfast.record.log.note.Note;
import holdfast.record.log.note.SignatureLine;
import holdfast.record.log.tree.ConsistencyProof;
import holdfast.record.log.trust.Policy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Asks the witnesses of a policy to cosign a checkpoint. */
public final class WitnessClient implements AutoCloseable {
    private final HttpClient http;
    private final Duration patience;

    /** @param patience for each question to a witness */
    public WitnessClient(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /** What came of asking one witness. */
    public sealed interface Outcome {
        String witness();

        record Cosigned(String witness, SignatureLine line) implements Outcome {}

        /** It saw another history, or a longer one: to be looked into by people, at once. */
        record Contradicted(String witness, String why) implements Outcome {}

        /** It cannot be reached, does not know the log, or answers what nobody understands. */
        record Failed(String witness, String why) implements Outcome {}
    }

    /**
     * What came of asking all of them.
     *
     * @param note the checkpoint with the cosignatures that were given
     * @param outcomes in the order of the policy
     */
    public record Collected(Note note, List<Outcome> outcomes) {}

    /**
     * Asks all of the policy at once; a witness without an address is asked nothing.
     *
     * @param proof that the checkpoint's tree begins with the one of this size; asked from several threads
     */
    public Collected collect(Policy policy, Note note, LongFunction<ConsistencyProof> proof) {
        List<Future<Outcome>> asked;
        // Closing waits until all have answered.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            asked = policy.witnesses().stream()
                    .filter(witness -> witness.url().isPresent())
                    .map(witness -> threads.submit(() -> ask(witness, note, proof)))
                    .toList();
        }
        List<Outcome> outcomes = asked.stream().map(Future::resultNow).toList();
        Note with = note;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Cosigned cosigned) {
                with = with.with(cosigned.line());
            }
        }
        return new Collected(with, outcomes);
    }

    /** First as if the witness had never seen the log: it then says what it saw last. */
    private Outcome ask(Policy.Witness witness, Note note, LongFunction<ConsistencyProof> proof) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            HttpResponse<String> first = send(witness, new AddCheckpoint(0, List.of(), note));
            if (first.statusCode() != 409) {
                return outcome(witness, note, first);
            }
            long seen = Checkpoint.size(first.body().strip());
            if (seen > checkpoint.size()) {
                return new Outcome.Contradicted(
                        witness.name(),
                        "it has cosigned a tree of size " + seen + ", and this one has " + checkpoint.size()
                                + ": this copy is behind, or another history was shown");
            }
            return outcome(
                    witness,
                    note,
                    send(witness, new AddCheckpoint(seen, proof.apply(seen).hashes(), note)));
        } catch (IOException e) {
            return new Outcome.Failed(witness.name(), "it cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(witness.name(), "the asking was broken off");
        } catch (RuntimeException e) {
            // An address that is none, tiles that cannot be read, an answer that is no size: one witness less, and all
            // others are asked.
            return new Outcome.Failed(witness.name(), String.valueOf(e.getMessage()));
        }
    }

    private HttpResponse<String> send(Policy.Witness witness, AddCheckpoint request)
            throws IOException, InterruptedException {
        String prefix = witness.url().orElseThrow();
        URI uri = URI.create(prefix + (prefix.endsWith("/") ? "" : "/") + "add-checkpoint");
        return http.send(
                HttpRequest.newBuilder(uri)
                        .timeout(patience)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Outcome outcome(Policy.Witness witness, Note note, HttpResponse<String> response) {
        String said = response.body().strip();
        return switch (response.statusCode()) {
            case 200 -> cosigned(witness, note, response.body());
            case 409 ->
                said.equals(Long.toString(Checkpoint.parse(note.text()).size()))
                        ? new Outcome.Contradicted(
                                witness.name(),
                                "it has cosigned another tree of size " + said + ": another history was shown")
                        : new Outcome.Failed(witness.name(), "it was asked twice at the same moment: ask again");
            case 422 ->
                new Outcome.Contradicted(
                        witness.name(),
                        "what it cosigned is no beginning of this: another history was shown (" + said + ")");
            default -> new Outcome.Failed(witness.name(), "it answers " + response.statusCode() + ": " + said);
        };
    }

    private static Outcome cosigned(Policy.Witness witness, Note note, String body) {
        Optional<SignatureLine> line = Note.lines(body).stream()
                .filter(l -> witness.key().verifies(note.text(), l))
                .findFirst();
        return line.<Outcome>map(l -> new Outcome.Cosigned(witness.name(), l))
                .orElseGet(() -> new Outcome.Failed(
                        witness.name(), "its answer has no cosignature by the key that the policy names for it"));
    }

    @Override
    public void close() {
        http.close();
    }
}
