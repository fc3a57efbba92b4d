package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.output.Refusal;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Agreement;
import holdfast.language.sentence.Sentences;
import holdfast.report.sentence.ReadAloud;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Says every formal clause as a sentence that one can read aloud, beside the article in which it stands.")
final class ReadCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            completionCandidates = ShippedNames.class,
            description = "an agreement's document, its folder, or the name of one that comes with Holdfast")
    String file = "";

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en English (usual), uk Ukrainian")
    String language = "en";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    ReadCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        if (!Sentences.LANGUAGES.contains(language)) {
            throw Refusal.usage(
                    "--language: there are no sentences in `" + language + "`",
                    Suggestion.help(
                            language, Sentences.LANGUAGES, "languages are " + Suggestion.list(Sentences.LANGUAGES)));
        }
        AgreementFile found = AgreementFile.find(file, main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(
                found.document(), spec.commandLine().getErr());
        spec.commandLine().getOut().print(ReadAloud.of(agreement, language));
        return 0;
    }
}
