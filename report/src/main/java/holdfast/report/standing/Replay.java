package holdfast.report.standing;

import holdfast.engine.Dissent;
import holdfast.engine.Verdict;
import holdfast.intake.draft.EditionCounts;
import holdfast.intake.mapping.UnusedParts;
import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.report.explain.CitedRecords;
import holdfast.report.explain.ClauseTexts;
import holdfast.report.explain.Receipt;
import holdfast.report.page.FileName;
import holdfast.report.page.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a replay found.
 *
 * @param name how the user called the agreement
 * @param texts its clauses as written
 * @param asOf the moment of knowledge; like {@code now} in milliseconds since 1970-01-01T00:00Z
 * @param verdicts those asked for, in the order of the clauses
 * @param states when each state of affairs held: its name stands as the clause, and each time as a breach
 * @param earlier the same question at an earlier moment, to say what changed
 * @param dissent what was said about records without effect, in the order in which it was recorded
 * @param ruled the answers to questions on which a body has ruled, by question
 * @param recorded the events of which there is a record; {@code gain} where maps were read
 * @param ahead what comes of time alone
 * @param asked how it was asked, so that it can be asked again
 * @param cited the records that explanations quote
 * @param behind what is final behind a horizon; empty: nothing was forgotten
 */
public record Replay(
        String name,
        Agreement agreement,
        ClauseTexts texts,
        long asOf,
        long now,
        List<Verdict> verdicts,
        List<Verdict> states,
        Optional<Earlier> earlier,
        List<SourceFile> files,
        Intake intake,
        List<Dissent> dissent,
        Map<String, String> ruled,
        Set<String> recorded,
        Ahead ahead,
        Asked asked,
        CitedRecords cited,
        Receipt receipt,
        Optional<BehindHorizon> behind) {

    /** How many records one explanation quotes in a report. */
    public static final int CITATIONS = 3;

    public Replay {
        verdicts = List.copyOf(verdicts);
        states = List.copyOf(states);
        files = List.copyOf(files);
        dissent = List.copyOf(dissent);
        ruled = Map.copyOf(ruled);
        recorded = Set.copyOf(recorded);
    }

    /**
     * How a replay was asked for.
     *
     * @param taken what words such as {@code today} were taken for, a line each
     * @param clauses the clauses or articles asked for; none: all
     * @param options the options that choose records, moments and bearers, as they can be typed on any day
     * @param ofReplay those that only a replay has: with what it is compared, and how far ahead is looked
     */
    public record Asked(List<String> taken, List<String> clauses, List<String> options, List<String> ofReplay) {
        public Asked {
            taken = List.copyOf(taken);
            clauses = List.copyOf(clauses);
            options = List.copyOf(options);
            ofReplay = List.copyOf(ofReplay);
        }
    }

    /**
     * A command that can be typed, about the same records, moments and bearers.
     *
     * @param more its own options, as words
     */
    public String command(String verb, String... more) {
        List<String> own = verb.equals("replay") ? asked.ofReplay() : List.<String>of();
        return Stream.of(Stream.of("holdfast", verb, name), Stream.of(more), asked.options().stream(), own.stream())
                .flatMap(words -> words)
                .map(word -> word.startsWith("--") ? word : ShellWord.of(word))
                .collect(Collectors.joining(" "));
    }

    public record Earlier(long asOf, long now, List<Verdict> verdicts) {
        public Earlier {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The same, compared with another moment. */
    public Replay comparedWith(Earlier other) {
        return with(Optional.of(other), files, intake, cited, receipt);
    }

    /** A later step: what is said then that was not said before, compared with what was. */
    public Replay later(long moment, List<Verdict> came, Earlier before) {
        return new Replay(
                name,
                agreement,
                texts,
                moment,
                moment,
                came,
                List.of(),
                Optional.of(before),
                files,
                intake,
                dissent,
                ruled,
                recorded,
                Ahead.none(moment),
                asked,
                CitedRecords.NONE,
                receipt,
                Optional.empty());
    }

    /** The same without the records that explanations quote, and so without their sources. */
    public Replay withoutCited() {
        return with(earlier, files, intake, CitedRecords.NONE, receipt);
    }

    /** The same with each file called by its name alone: a page goes to people who do not have the folders. */
    public Replay withoutFolders() {
        return with(
                earlier,
                files.stream()
                        .map(f -> new SourceFile(FileName.of(f.file()), FileName.of(f.mapping())))
                        .toList(),
                intake.withoutFolders(),
                cited,
                new Receipt(
                        receipt.text(),
                        receipt.records().stream()
                                .map(d -> new Receipt.Digest(FileName.of(d.file()), d.sha256()))
                                .toList(),
                        receipt.kept().stream()
                                .map(k -> new Receipt.Kept(
                                        FileName.of(k.file()), k.log(), k.size(), k.root(), k.textEntry()))
                                .toList(),
                        receipt.asOf(),
                        receipt.now(),
                        receipt.version()));
    }

    private Replay with(
            Optional<Earlier> before,
            List<SourceFile> sources,
            Intake taken,
            CitedRecords quoted,
            Receipt checkedWith) {
        return new Replay(
                name,
                agreement,
                texts,
                asOf,
                now,
                verdicts,
                states,
                before,
                sources,
                taken,
                dissent,
                ruled,
                recorded,
                ahead,
                asked,
                quoted,
                checkedWith,
                behind);
    }

    /** A file of records; {@code mapping} is empty where it has Holdfast's own form. */
    public record SourceFile(String file, String mapping) {}

    /**
     * What came of the rows of all files.
     *
     * @param rows how many were read
     * @param records how many records they became
     * @param known how many of these were known at the moment of knowledge, and count
     * @param leftOut how many rows the mapping leaves out, by reason
     * @param notUsed how many rows are of an event that the agreement does not know, by event
     * @param editions what editions changed of those that they replace
     * @param unused what of the mappings was of no use
     * @param unread events that the agreement declares and no record is of
     * @param notUsedAttributes how many values are of an attribute that the agreement's event does not have, by event and attribute
     * @param remarks what was noticed in the files and is no error
     * @param again how many records are of an event of which only the first counts, and not the first of that party, by event
     * @param bases how many records of acts are seen, heard and so on
     * @param unjudged records that leave out what a clause asks of them
     * @param ownLeft the agreement's own files of records, where others were read in their place
     */
    public record Intake(
            long rows,
            long records,
            long known,
            Map<String, Long> leftOut,
            Map<String, Long> notUsed,
            Map<String, Long> notUsedAttributes,
            Map<String, Long> again,
            List<EditionCounts> editions,
            List<UnusedParts> unused,
            List<String> unread,
            List<Problem> remarks,
            Map<Basis, Long> bases,
            List<Unjudged.Line> unjudged,
            List<String> ownLeft) {

        private Intake withoutFolders() {
            return new Intake(
                    rows,
                    records,
                    known,
                    leftOut,
                    notUsed,
                    notUsedAttributes,
                    again,
                    editions,
                    unused.stream()
                            .map(u -> new UnusedParts(FileName.of(u.mapping()), u.rules(), u.codes(), u.parts()))
                            .toList(),
                    unread,
                    remarks,
                    bases,
                    unjudged,
                    ownLeft.stream().map(FileName::of).toList());
        }
    }
}
