package holdfast.cli;

import holdfast.cli.agreement.AgreementDocuments;
import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.option.PageOptions;
import holdfast.cli.option.ReplayOptions;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.replay.ReplayRun;
import holdfast.engine.Verdict;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Agreement;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.report.page.Colours;
import holdfast.report.replay.ExplanationHtml;
import holdfast.report.replay.ExplanationText;
import holdfast.report.standing.IntakeWords;
import holdfast.report.standing.Replay;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says why a clause stands as it does: the article quoted, the records cited, the deadline counted.")
final class ExplainCommand implements Callable<Integer> {
    private static final int CITATIONS = 12;

    @Mixin
    ReplayOptions options = new ReplayOptions();

    @Option(names = "--clause", paramLabel = "ID", required = true, description = "the clause, or all of an article")
    List<String> clauses = List.of();

    @Option(names = "--reading", paramLabel = "Q=A", description = "only under this answer to a question; repeatable")
    Map<String, String> readings = Map.of();

    @Option(
            names = "--record",
            paramLabel = "ID",
            description = "only what rests on this record (`reports:74`, or `74`); repeatable")
    List<String> records = List.of();

    @Option(
            names = "--bearer",
            paramLabel = "NAME",
            description = "only what this actor owes, or `nobody named`; repeatable")
    List<String> bearers = List.of();

    @Option(names = "--tree", description = "the derivation step by step")
    boolean tree;

    @Option(names = "--all", description = "every verdict there is, not the first few")
    boolean all;

    @Mixin
    PageOptions.AndWord pages = new PageOptions.AndWord();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    ExplainCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        pages.check();
        AgreementFile file = AgreementFile.find(options.agreement(), main.shipped());
        Agreement agreement = AgreementDocuments.readOrRefuse(file.document(), err);
        checkReadings(agreement);
        Replay replay;
        try (ProgressLine progress = main.progress(err)) {
            replay = new ReplayRun(file, agreement, options.question(null, null, clauses, bearers), main.clock(), err)
                    .run(CITATIONS, 0, progress);
        }
        List<Verdict> chosen = replay.verdicts().stream()
                .filter(this::isAsked)
                .sorted(IntakeWords.gravestFirst())
                .toList();
        if (chosen.isEmpty()) {
            throw Refusal.findings(
                    records.isEmpty()
                            ? "there is no verdict for this"
                            : "no verdict for this rests on the record " + String.join(", ", records),
                    "`" + replay.command("replay", "--clause", clauses.getFirst()) + "` shows what there is");
        }
        replay.asked().taken().forEach(spec.commandLine().getOut()::println);
        if (pages.areGiven()) {
            pages.write(
                    ExplanationHtml.of(replay, chosen, CITATIONS, tree),
                    spec.commandLine().getOut());
            return 0;
        }
        Colours colours = main.looks().colours() ? Colours.ON : Colours.OFF;
        spec.commandLine().getOut().print(ExplanationText.of(replay, chosen, CITATIONS, tree, all, colours));
        return 0;
    }

    private boolean isAsked(Verdict v) {
        boolean rests = records.isEmpty() || v.records().stream().anyMatch(this::isNamed);
        return rests
                && readings.entrySet().stream()
                        .allMatch(e -> v.reading()
                                .answers()
                                .getOrDefault(e.getKey(), e.getValue())
                                .equals(e.getValue()));
    }

    /** By its whole id, or by what stands after the name of its file: reports show the first, and files the second. */
    private boolean isNamed(String id) {
        return records.stream().anyMatch(r -> id.equals(r) || id.endsWith(":" + r));
    }

    private void checkReadings(Agreement agreement) {
        Map<String, List<String>> answers = new TreeMap<>();
        for (Question question : agreement.questions()) {
            answers.put(question.name(), question.answers());
        }
        new Reading(readings).answers().forEach((question, answer) -> {
            List<String> known = answers.get(question);
            if (known == null) {
                throw Refusal.usage(
                        "--reading: there is no question `" + question + "` in this agreement",
                        Suggestion.help(
                                question,
                                answers.keySet(),
                                answers.isEmpty()
                                        ? "it has no questions"
                                        : "questions are " + Suggestion.list(answers.keySet())));
            }
            if (!known.contains(answer)) {
                throw Refusal.usage(
                        "--reading: `" + answer + "` is no answer to `" + question + "`",
                        Suggestion.help(answer, known, "answers are " + Suggestion.list(known)));
            }
        });
    }
}
