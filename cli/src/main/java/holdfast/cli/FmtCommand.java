package holdfast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "fmt",
        mixinStandardHelpOptions = true,
        description = "Lays out the formal blocks of a document in the one usual way; the prose is left alone.")
final class FmtCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "an agreement's document")
    String file = "";

    @Option(names = "--check", description = "change nothing; exit status 1 if something would change")
    boolean check;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    FmtCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        AgreementFile found = AgreementFile.find(file, main.shipped());
        return AgreementDocuments.format(
                found.document(),
                check,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }
}
