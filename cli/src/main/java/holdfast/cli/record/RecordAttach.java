package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.cli.replay.RecordFiles;
import holdfast.record.entry.Statement;
import holdfast.record.ingest.Digests;
import holdfast.record.keep.Outcome;
import holdfast.record.keep.SharedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "attach",
        mixinStandardHelpOptions = true,
        description = "Keeps a file with a record: a report, a photograph. The same file is stored once.")
final class RecordAttach implements Callable<Integer> {
    @Mixin
    PlaceOption.Writing writing = new PlaceOption.Writing();

    @Parameters(index = "1", paramLabel = "FILE", description = "the file")
    Path file = Path.of("");

    @Option(names = "--about", paramLabel = "ID", required = true, description = "the record to which it belongs")
    String about = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    RecordAttach(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        RecordFiles.checked(file);
        return writing.submitting(around, record -> {
            String id = RecordShow.find(record, about).content().statement() instanceof Statement.OfRecord of
                    ? of.id()
                    : "";
            if (id.isEmpty()) {
                throw Refusal.usage(
                        "--about: `" + about + "` is no record", "name the record that the file belongs to");
            }
            attach(record, id);
            return 0;
        });
    }

    private void attach(SharedRecord record, String id) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Statement.File digest = Digests.of(file);
            Outcome outcome = record.submit(writing.from(record), submitting -> {
                try (InputStream in = Files.newInputStream(file)) {
                    submitting.attach(digest.digest(), digest.size(), in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return submitting.submit(new Statement.OfAttachment(id, digest));
            });
            out.println(
                    switch (outcome) {
                        case Outcome.Added(var entry) ->
                            "Entry " + entry.number() + ": " + digest.name() + " belongs to " + id + ".";
                        case Outcome.There(var entry) ->
                            "Nothing changes: entry " + entry.number() + " says so already.";
                        case Outcome.Taken(var by) ->
                            "Nothing changes: entry " + by.number() + " has this file under another name.";
                    });
            Told.checkpoint(record, out);
        } catch (IOException e) {
            throw Refusal.usage("`" + file + "` cannot be read to its end", "");
        }
    }
}
