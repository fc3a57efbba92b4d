package holdfast.intake;

import holdfast.engine.Record;
import holdfast.intake.draft.DraftSink;
import holdfast.intake.draft.ReadCounts;
import holdfast.intake.draft.WrittenOtherwise;
import holdfast.intake.form.FileForms;
import holdfast.intake.form.FileRows;
import holdfast.intake.form.TableForm;
import holdfast.intake.mapping.Mapping;
import holdfast.intake.mapping.MappingUse;
import holdfast.intake.mapping.UnusedParts;
import holdfast.intake.own.NativeForm;
import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.LineTaker;
import holdfast.intake.rows.Progress;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.value.AgreementNames;
import holdfast.intake.value.NumberForm;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.model.Agreement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of records. Files given together are one record: ids are unique among them, and corrections may be in another file than what they correct.
 *
 * <p>Reading is all or nothing: the report says whether there was an error. After the first error the sink is told of no further record, and what it was told
 * of does not count. Reading goes on all the same, so that the report shows all that is wrong.
 */
public final class Records {
    private final List<RecordSource> sources;
    private final AgreementNames names;
    private final ReadOptions options;
    private final Identities identities = new Identities();
    private final Editions editions;
    private final Problems problems;
    private final ReadCounts counts = new ReadCounts();
    /** What is wrong with each file, which also knows how its places are called. */
    private final List<Problems> ofFiles = new ArrayList<>();
    /** By the name of the mapping. */
    private final Map<String, MappingUse> uses = new LinkedHashMap<>();

    /** None where no agreement is at hand. */
    private final Optional<WrittenOtherwise> otherwise;

    private static Records of(List<RecordSource> sources, Agreement agreement, ReadOptions options) {
        return new Records(
                sources, new AgreementNames(agreement), Optional.of(new WrittenOtherwise(agreement)), options);
    }

    private Records(
            List<RecordSource> sources,
            AgreementNames names,
            Optional<WrittenOtherwise> otherwise,
            ReadOptions options) {
        this.sources = List.copyOf(sources);
        this.otherwise = otherwise;
        this.editions = new Editions(this.sources, names.zone);
        this.names = names;
        this.options = options;
        this.problems = new Problems("", Place.Counted.LINES, options.problemLimit());
    }

    /** One file; without a mapping it has Holdfast's own form. */
    public static ReadReport read(
            Path file, Optional<Mapping> mapping, Agreement agreement, Consumer<Record> sink, Progress progress) {
        return read(
                List.of(new RecordSource(Input.of(file), mapping)),
                agreement,
                sink,
                ReadOptions.DEFAULT.with(progress));
    }

    /** At most 16,384 files. */
    public static ReadReport read(
            List<RecordSource> sources, Agreement agreement, Consumer<Record> sink, ReadOptions options) {
        return of(sources, agreement, options).run((record, as, file, line) -> sink.accept(record));
    }

    /** As above; plain observations of Holdfast's own form are handed over as rows where the taker takes them so. */
    public static ReadReport read(
            List<RecordSource> sources, Agreement agreement, RecordTaker taker, ReadOptions options) {
        return of(sources, agreement, options).run((record, as, file, line) -> taker.accept(record), taker);
    }

    /** Takes a record with where it came from. */
    @FunctionalInterface
    public interface Placed {
        /**
         * @param as the id that its own file gives it, which an edition may have had to change; empty where the file has it no more
         * @param file as the user named it
         * @param row or line; 0 where the file has it no more
         */
        void took(Record record, String as, String file, long row);
    }

    /** As above, with where each record stands. */
    public static ReadReport readPlaced(
            List<RecordSource> sources, Agreement agreement, Placed sink, ReadOptions options) {
        return of(sources, agreement, options).run(sink);
    }

    /** One file, with the row of each record. */
    static ReadReport read(RecordSource source, AgreementNames names, RowsRead.Watcher watcher) {
        return new Records(List.of(source), names, Optional.empty(), ReadOptions.DEFAULT)
                .run((record, as, file, row) -> watcher.took(record, row));
    }

    private ReadReport run(Placed sink) {
        return run(sink, null);
    }

    /** @param taker takes rows in place of records; null: nobody does */
    private ReadReport run(Placed sink, @Nullable RecordTaker taker) {
        for (int i = 0; i < sources.size(); i++) {
            readFile(i, sink, taker);
        }
        identities.tellTwins(idsInDoubt(), ofFiles, problems);
        identities.tellDangling(options.knownElsewhere(), nearDangling(), ofFiles, problems);
        if (!problems.hasErrors()) {
            uses.values().forEach(u -> u.tellMisspelt(problems));
        }
        return ReadReport.of(counts, problems, unused(), unread());
    }

    /** What of the mappings was of no use; nothing where there was nothing to use them on. */
    private List<UnusedParts> unused() {
        return problems.hasErrors() || counts.rows == 0
                ? List.of()
                : uses.values().stream()
                        .map(MappingUse::unused)
                        .filter(u -> !u.parts().isEmpty())
                        .toList();
    }

    private List<String> unread() {
        return names.declared.stream()
                .filter(e -> !counts.records.containsKey(e))
                .toList();
    }

    private void readFile(int file, Placed sink, @Nullable RecordTaker taker) {
        RecordSource source = sources.get(file);
        Problems ofFile = problemsOf(source, options.problemLimit());
        ofFiles.add(ofFile);
        ReadCounts ofRows = new ReadCounts();
        boolean goodSoFar = !problems.hasErrors();
        Editions.Reader edition = editions.reader(source, ofFile, (draft, line) -> {
            if (draft.correctsIfRead && draft.corrects != null && !identities.has(draft.corrects)) {
                draft.corrects = null;
            }
            ofRows.record(draft);
            otherwise.ifPresent(o -> o.look(draft, line, ofFile));
            identities.add(draft, file, line);
            draft.forEachReference((attribute, id) -> {
                if (!names.clauses.contains(id)) {
                    identities.answers(attribute, id, draft, file, line);
                }
            });
            if (goodSoFar && !ofFile.hasErrors()) {
                sink.took(draft.toRecord(), draft.as(), source.input().name(), line);
            }
        });
        StraightReading straight = taker == null || !goodSoFar || editions.compares()
                ? null
                : new StraightReading(taker, names, identities, ofFile, file);
        scan(source, ofFile, ofRows, options.progress(), edition, straight);
        if (straight != null) {
            straight.count(ofRows);
        }
        edition.end();
        edition.counts().ifPresent(ofRows.editions::add);
        tellNothing(ofFile, ofRows);
        problems.addAll(ofFile);
        counts.addAll(ofRows);
    }

    private static Problems problemsOf(RecordSource source, int limit) {
        String file = source.input().name();
        return new Problems(file, FileForms.counted(source.input().form()), limit);
    }

    /** A text over which nothing is replayed looks like one that is kept. */
    private void tellNothing(Problems ofFile, ReadCounts ofRows) {
        if (ofFile.hasErrors() || ofRows.rows == 0 || ofRows.mapped > 0) {
            return;
        }
        String meant = ofRows.notUsed.keySet().stream()
                .map(event -> DidYouMean.mendOrList(event, names.eventNames(), "the agreement's events are"))
                .filter(mend -> !mend.isEmpty())
                .findFirst()
                .orElse("");
        long unknown =
                ofRows.notUsed.values().stream().mapToLong(Long::longValue).sum();
        ofFile.warning(
                RecordCode.NOTHING_CAME_OF_IT,
                0,
                "",
                (ofRows.rows == 1
                                ? "its only row became no record"
                                : "none of its " + ofRows.rows + " rows became a record")
                        + (unknown == 0
                                ? ": the mapping leaves them out"
                                : ": " + unknown + " of events that the agreement does not declare ("
                                        + String.join(
                                                ", ",
                                                ofRows.notUsed.keySet().stream()
                                                        .limit(5)
                                                        .map(UserWords::quoted)
                                                        .toList())
                                        + ")"),
                "",
                meant.isEmpty() ? "is the mapping meant for this file and this agreement?" : meant);
    }

    private void scan(RecordSource source, Problems ofFile, DraftSink drafts) {
        scan(source, ofFile, new ReadCounts(), Progress.NONE, drafts, null);
    }

    private void scan(
            RecordSource source,
            Problems ofFile,
            ReadCounts ofRows,
            Progress progress,
            DraftSink drafts,
            @Nullable StraightReading straight) {
        try (InputStream in = source.input().opening().open()) {
            if (source.mapping().isPresent()) {
                Mapping mapping = source.mapping().get();
                MappingUse use = uses.computeIfAbsent(mapping.file(), f -> new MappingUse(f, mapping.model()));
                mapping.read(source.input(), in, names, ofFile, ofRows, use, drafts, progress);
            } else {
                readNative(source.input(), in, ofFile, ofRows, drafts, progress, straight);
            }
        } catch (IOException e) {
            ofFile.cannotOpen(e);
        }
    }

    private void readNative(
            Input input,
            InputStream in,
            Problems ofFile,
            ReadCounts ofRows,
            DraftSink drafts,
            Progress progress,
            @Nullable StraightReading straight)
            throws IOException {
        NativeForm form = new NativeForm(names, ofFile, ofRows, drafts, straight);
        RowSink rows = FileForms.areOpen(input.form()) ? form : new Complete(form);
        FileRows.read(input, in, TableForm.OWN, NativeForm::columnOfMember, ofFile, rows, progress);
    }

    /** A table has all its columns in its first line. */
    private record Complete(NativeForm form) implements RowSink {
        @Override
        public boolean columns(List<String> header, long line) {
            return form.complete(header) & form.columns(header, line);
        }

        @Override
        public boolean tellsBlanks() {
            return form.tellsBlanks();
        }

        @Override
        public void numbers(NumberForm numbers) {
            form.numbers(numbers);
        }

        @Override
        public Optional<LineTaker> lines(char separator) {
            return form.lines(separator);
        }

        @Override
        public void row(Row row) {
            row.unguard();
            form.row(row);
        }

        @Override
        public void broken(long line) {
            form.broken(line);
        }
    }

    /** Reads the files again where records refer to others that are not there, for ids that could be meant. */
    private Map<String, String> nearDangling() {
        Set<String> folded = identities.foldedDangling(options.knownElsewhere());
        Map<String, String> near = new HashMap<>();
        for (RecordSource source : folded.isEmpty() ? List.<RecordSource>of() : sources) {
            scan(source, problemsOf(source, 0), (draft, line) -> {
                String like = DidYouMean.folded(draft.id);
                if (folded.contains(like)) {
                    near.putIfAbsent(like, draft.id);
                }
            });
        }
        return near;
    }

    /** Reads the files again where ids seem to come twice; otherwise does nothing. */
    private Map<Identities.Place, Set<String>> idsInDoubt() {
        Map<Identities.Place, Set<String>> ids = new HashMap<>();
        identities.linesInDoubt().forEach((file, lines) -> {
            RecordSource source = sources.get(file);
            scan(source, problemsOf(source, 0), (draft, line) -> {
                if (lines.contains(line)) {
                    ids.computeIfAbsent(new Identities.Place(file, line), p -> new HashSet<>())
                            .add(draft.id);
                }
            });
        });
        return ids;
    }
}
