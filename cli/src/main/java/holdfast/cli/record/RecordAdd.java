package holdfast.cli.record;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.output.Refusal;
import holdfast.language.model.Agreement;
import holdfast.record.entry.Entry;
import holdfast.record.ingest.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Adds records to what is there, or an amended text of the agreement.")
final class RecordAdd implements Callable<Integer> {
    @Mixin
    PlaceOption.Writing writing = new PlaceOption.Writing();

    @Parameters(index = "1..*", paramLabel = "FILE", description = FilesOption.FILES)
    List<Path> given = List.of();

    @Mixin
    FilesOption files = new FilesOption();

    @Option(
            names = "--agreement",
            paramLabel = "A",
            description = "a text that amends the one before it; what is replayed later says under which text")
    @Nullable
    String agreement;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    RecordAdd(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (agreement != null) {
            amend(agreement, out, err);
        } else if (given.isEmpty()) {
            throw Refusal.usage(
                    "nothing is to be added", "name a file of records, or an amended text with `--agreement A`");
        }
        return given.isEmpty()
                ? 0
                : new TakeIn(around, writing, files.of(given), out, err).run(text -> TakeIn.Edition.NONE);
    }

    private void amend(String name, PrintWriter out, PrintWriter err) {
        AgreementFile file = AgreementFile.find(name, around.shipped());
        Agreement text = AgreementDocuments.readOrRefuse(file.document(), err);
        if (files.dryRun) {
            out.println("Would become the text in force: " + text.title() + ". Nothing was kept.");
            return;
        }
        writing.submitting(around, record -> {
            Optional<Texts.Text> before = Texts.last(record.store());
            Optional<Entry> entry = record.submit(
                    writing.from(record), submitting -> Texts.submit(submitting, file.name(), file.document(), text));
            out.println(entry.map(e -> "Entry " + e.number() + " is the text in force: " + text.title()
                            + before.map(b -> ", which amends entry " + b.entry())
                                    .orElse("") + ".")
                    .orElse("Nothing changes: this is the text in force already."));
            Told.checkpoint(record, out);
            return entry;
        });
    }
}
