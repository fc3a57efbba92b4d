package holdfast.cli;

import holdfast.examine.Bounds;
import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.language.model.Agreement;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "examine",
        mixinStandardHelpOptions = true,
        description = "Says what an agreement guarantees in the worst case, and how it can fail.")
final class ExamineCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            completionCandidates = Main.ShippedNames.class,
            description = "an agreement's document, its folder, or the name of one that comes with Holdfast")
    String file = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    ExamineCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        AgreementFile found = AgreementFile.find(file, main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(
                found.document(), spec.commandLine().getErr());
        Examination e = new Examiner(
                        Bounds.USUAL, main.shipped().losses().map(Losses::read).orElse(List.of()), System::nanoTime)
                .examine(agreement);
        e.guarantees()
                .forEach(g -> out.println(g.prohibition() + " " + g.reading() + " " + g.violator() + " "
                        + g.course().words() + (g.sure() ? "" : " (unsure)") + " -> " + g.measure() + " within "
                        + g.within().map(ms -> ms / 3_600_000.0 + " h") + " by " + g.decidedBy() + " done " + g.doneBy()
                        + " defectors " + g.defectors() + " emptied " + g.emptiedBy() + " could " + g.could()
                        + " evaded "
                        + g.evaded()));
        e.prospects()
                .forEach(p -> out.println("  prospect " + p.prohibition() + " " + p.violator() + " " + p.course()
                        + " could " + p.could() + " with " + p.couldWith() + " vetoes " + p.vetoes() + " unasked "
                        + p.unasked()));
        e.unbroken().forEach(out::println);
        e.findings()
                .forEach(f -> out.println(f.code() + " " + f.weight() + " " + f.clauses() + " " + f.sentence()
                        + " story " + f.story().map(s -> s.unmet(agreement).toString() + s.claims())));
        e.guarantees().forEach(g -> {
            if (!g.story().unmet(agreement).isEmpty()) {
                out.println(
                        "UNMET " + g.prohibition() + g.violator() + g.story().unmet(agreement));
            }
        });
        out.println(e.histories() + " histories, " + e.moments() + " moments, " + e.partial());
        return 0;
    }
}
