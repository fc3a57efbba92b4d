package holdfast.cli;

import holdfast.cli.agreement.ActorName;
import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.agreement.Losses;
import holdfast.cli.agreement.Mending;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.option.BoundsOption;
import holdfast.cli.option.PageOptions;
import holdfast.cli.output.NewFile;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.StoryFiles;
import holdfast.cli.output.Version;
import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.check.Catalogue;
import holdfast.examine.deeper.Deeper;
import holdfast.examine.deeper.Growth;
import holdfast.examine.found.Finding;
import holdfast.examine.mend.Mended;
import holdfast.examine.mend.SignedWords;
import holdfast.examine.mend.Tried;
import holdfast.examine.redline.Without;
import holdfast.examine.subject.Subject;
import holdfast.examine.table.Absence;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.reading.Roles;
import holdfast.report.examination.ExaminationHtml;
import holdfast.report.examination.ExaminationJson;
import holdfast.report.examination.ExaminationText;
import holdfast.report.examination.Examined;
import holdfast.report.examination.MendedText;
import holdfast.report.explain.ClauseSources;
import holdfast.report.page.Colours;
import holdfast.report.page.ShellWord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "examine",
        mixinStandardHelpOptions = true,
        description = "Says what an agreement guarantees in the worst case, and how it can fail, before it is signed.")
final class ExamineCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            completionCandidates = ShippedNames.class,
            description = "an agreement's document, its folder, or the name of one that comes with Holdfast")
    String file = "";

    @Option(
            names = "--defectors",
            paramLabel = "K",
            description = "how many guarantors may break their word; usually 1")
    @Nullable
    Integer defectors;

    @Option(
            names = "--bounds",
            paramLabel = "NAME=N",
            split = ",",
            description = "how far to look: defectors, evasions, requests, help, readings, horizon (days), work; as in"
                    + " --bounds defectors=2,work=5000000")
    Map<String, String> bounds = Map.of();

    @Option(
            names = "--deeper",
            arity = "0..1",
            paramLabel = "WORK",
            fallbackValue = "" + Deeper.USUAL_WORK,
            description =
                    "let the bounds grow further, and defectors too, until the answer no longer changes or so much more"
                            + " was played (usually ${FALLBACK-VALUE}); what --bounds says does not grow")
    @Nullable
    Long deeper;

    @Option(
            names = "--without",
            paramLabel = "GUARANTOR",
            split = ",",
            description =
                    "also say what must follow if this guarantor does nothing, and if it does what it must and only"
                            + " votes no; of several, all of them together")
    List<String> without = List.of();

    @Option(names = "--json", description = "as JSON (docs/examine.schema.json)")
    boolean json;

    @Mixin
    PageOptions.AndWord pages = new PageOptions.AndWord();

    @Option(
            names = "--stories",
            paramLabel = "DIR",
            description = "write every story as a file of records that replay takes")
    @Nullable
    Path stories;

    @Option(
            names = "--mends",
            description =
                    "try for each finding what could be written instead, whatever that costs; small texts are tried anyway")
    boolean mends;

    @Option(
            names = "--mend",
            paramLabel = "OUT.md",
            description =
                    "write the document with a text in it that ends each finding that fires, as far as there is one;"
                            + " diff shows the step")
    @Nullable
    Path mend;

    @Option(
            names = "--mend-finding",
            paramLabel = "CODE",
            split = ",",
            description = "with --mend: only findings of this kind, such as F06; also lesser ones")
    Set<String> mendFindings = Set.of();

    @Option(names = "--strict", description = "exit with 1 if a finding fires that the text does not accept")
    boolean strict;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    ExamineCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        pages.check();
        checkMendOptions();
        if (deeper != null && deeper < 1) {
            throw Refusal.usage(
                    "--deeper: `" + deeper + "` is no work",
                    "say how much more may be played, or nothing for the usual");
        }
        AgreementFile found = AgreementFile.find(file, main.shipped());
        if (mend != null && isSame(mend, found.document())) {
            throw Refusal.usage("--mend: `" + mend + "` is the document itself", "name another file for the draft");
        }
        if (mend != null) {
            NewFile.check("--mend", mend);
        }
        Agreement agreement = AgreementDocuments.readOrRefuse(found.document(), err);
        Examiner examiner = new Examiner(BoundsOption.read(bounds, defectors), losses());
        Growth growth;
        Map<Finding, Tried> tried = Map.of();
        Optional<Mended> mended = Optional.empty();
        List<String> away = away(agreement);
        List<Without> withouts = new ArrayList<>();
        try (ProgressLine progress = main.progress(err)) {
            progress.step("playing what could happen");
            Examination first = examiner.examine(agreement);
            progress.step("looking deeper");
            growth = deeper(examiner).from(first);
            Examination examination = growth.examination();
            examiner = examiner.within(examination.bounds());
            for (Absence.Manner manner : away.isEmpty() ? new Absence.Manner[0] : Absence.Manner.values()) {
                progress.step("playing what could happen without " + String.join(" and ", away));
                withouts.add(Without.of(examination, new Absence(away, manner)));
            }
            progress.step("trying what could be written instead");
            long allowed = mends || mend != null ? Mending.UNLIMITED : Mending.USUAL;
            Mending mending = new Mending(found.document(), examiner, allowed);
            if (mend == null) {
                tried = mending.tried(examination);
            } else {
                mended = Optional.of(mending.mended(examination, mendFindings));
            }
        }
        if (mend != null) {
            return write(mend, agreement, mended.orElseThrow(), out);
        }
        Examined examined = new Examined(
                found.name(), ClauseSources.of(agreement, found.lines()), growth, tried, withouts, Version.text());
        if (pages.areGiven()) {
            pages.write(ExaminationHtml.of(examined), json ? err : out);
        }
        if (json) {
            ExaminationJson.write(examined, out);
        } else if (!pages.areGiven()) {
            out.print(ExaminationText.of(examined, main.looks().colours() ? Colours.ON : Colours.OFF));
        }
        if (stories != null) {
            int written = StoryFiles.write(growth.examination(), file, stories);
            (json ? err : out)
                    .println(written + " stories written to " + stories + "; " + stories.resolve(StoryFiles.INDEX)
                            + " says what each shows");
        }
        return strict && growth.examination().findings().stream().anyMatch(ExamineCommand::isOpen)
                ? Refusal.FINDINGS
                : 0;
    }

    private Deeper deeper(Examiner examiner) {
        return deeper == null ? Deeper.byItself(examiner, fixed()) : new Deeper(examiner, fixed(), deeper);
    }

    /** What the user has set does not grow. */
    private Set<String> fixed() {
        Set<String> fixed = new HashSet<>(bounds.keySet());
        if (defectors != null) {
            fixed.add("defectors");
        }
        return fixed;
    }

    /** Guarantors as the text names them. */
    private List<String> away(Agreement agreement) {
        List<String> guarantors = Roles.withRole(agreement, Actor.Role.GUARANTOR);
        List<String> away = without.stream()
                .map(w -> ActorName.of(agreement, "--without", w))
                .distinct()
                .toList();
        for (String one : away) {
            if (!guarantors.contains(one)) {
                throw Refusal.usage(
                        "--without: `" + one + "` is no guarantor of this agreement",
                        guarantors.isEmpty()
                                ? "it declares none: `guarantor NAME` says who is one"
                                : "guarantors are " + Suggestion.list(guarantors));
            }
        }
        return away;
    }

    private void checkMendOptions() {
        if (mend == null && !mendFindings.isEmpty()) {
            throw Refusal.usage(
                    "--mend-finding says for which findings a draft is written, and there is no --mend",
                    "say `--mend OUT.md`");
        }
        if (mend != null && (pages.areGiven() || json || stories != null || strict || !without.isEmpty())) {
            throw Refusal.usage(
                    "--mend writes a draft; pages, --json, --stories, --strict and --without are about an examination, and not written with it",
                    "write the draft first, and then examine it: `holdfast examine " + ShellWord.of(mend.toString())
                            + " --html page.html`");
        }
        for (String code : mendFindings) {
            if (!Catalogue.numbers().contains(code)) {
                throw Refusal.usage(
                        "--mend-finding: there is no finding `" + code + "`",
                        Suggestion.help(
                                code,
                                Catalogue.numbers(),
                                "findings are F01 to " + Catalogue.numbers().getLast()));
            }
        }
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** The draft, and what was done to it. */
    private int write(Path draft, Agreement text, Mended mended, PrintWriter out) {
        if (mended.mends().isEmpty()) {
            throw Refusal.findings("no text was found that ends any of these findings; nothing is written", "");
        }
        SignedWords words =
                SignedWords.of(text, mended.draft(), mended.examination().agreement());
        NewFile.write("--mend", draft, words.draft().text().getBytes(StandardCharsets.UTF_8));
        out.print(MendedText.of(mended, words));
        out.println("written: " + draft);
        out.println("what it changes: holdfast diff " + ShellWord.of(file) + " " + ShellWord.of(draft.toString()));
        return 0;
    }

    private List<Subject.Loss> losses() {
        return main.shipped().losses().map(Losses::read).orElse(List.of());
    }

    private static boolean isOpen(Finding f) {
        return f.weight() == Finding.Weight.FIRES && f.accepted().isEmpty();
    }
}
