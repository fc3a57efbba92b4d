package holdfast.cli.record;

import holdfast.cli.output.NewFile;
import holdfast.cli.output.Refusal;
import holdfast.record.archive.Export;
import holdfast.record.keep.SharedRecord;
import holdfast.record.log.note.Note;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes the whole record as one archive that outlives it: entries, tree, checkpoints, attachments, texts.")
final class RecordExport implements Callable<Integer> {
    @Mixin
    PlaceOption at = new PlaceOption();

    @Parameters(index = "1", paramLabel = "OUT", description = "a folder that is made, or a file that ends with .zip")
    Path archive = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    RecordExport(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        NewFile.check("OUT", archive);
        return at.reading(around, record -> {
            write(record);
            return 0;
        });
    }

    private void write(SharedRecord record) {
        Note note = record.checkpoint()
                .orElseThrow(() -> Refusal.usage("there is nothing in this record yet", "add something first"));
        try {
            Export.Written written = Export.write(record, note, archive);
            spec.commandLine()
                    .getOut()
                    .println("written: " + archive + ", " + Told.counted(written.entries(), "entry", "entries") + ", "
                            + Told.counted(written.attachments(), "attached file", "attached files"));
            spec.commandLine().getOut().println(Told.checkpoint(SharedRecord.checkpointOf(note)));
        } catch (IOException e) {
            throw Refusal.usage(
                    "`" + archive + "` cannot be written to its end",
                    "is there room left? What is there has no checkpoint, and is no archive; remove it");
        }
    }
}
