package holdfast.record.ingest;

import holdfast.engine.Record;
import holdfast.intake.ReadOptions;
import holdfast.intake.ReadReport;
import holdfast.intake.RecordSource;
import holdfast.intake.Records;
import holdfast.intake.form.FileForms;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Progress;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.Severity;
import holdfast.language.model.Agreement;
import holdfast.record.canonical.RecordJson;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.keep.Names;
import holdfast.record.keep.Outcome;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.Submitting;
import holdfast.record.store.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes files of records in: all of them or nothing, in one transaction. A record that is there already, word for word, is not taken again; another record under
 * the same id is an error of its row.
 */
public final class Import {
    /** So many problems are told in full; where bad rows are kept back, all must be known. */
    private static final int PROBLEMS = 100;

    private static final int ALL_PROBLEMS = 1_000_000;

    private final Agreement agreement;
    private final Optional<DataSet> set;
    private final List<Record> besides;
    private final boolean dryRun;
    private final Consumer<ImportReport> before;
    private final Progress progress;

    /**
     * @param set of which the files are; empty: of none
     * @param besides records that come from no file of records, such as what maps show
     * @param dryRun whether nothing is kept
     * @param before told what will be done, before it is done for good; what it throws prevents it
     */
    public Import(
            Agreement agreement,
            Optional<DataSet> set,
            List<Record> besides,
            boolean dryRun,
            Consumer<ImportReport> before,
            Progress progress) {
        this.agreement = agreement;
        this.set = set;
        this.besides = List.copyOf(besides);
        this.dryRun = dryRun;
        this.before = before;
        this.progress = progress;
    }

    public ImportReport run(SharedRecord record, String from, List<RecordSource> sources) {
        return record.submit(from, submitting -> new Run(submitting).report(sources));
    }

    private final class Run {
        private final Submitting submitting;
        private final long first;
        private final List<ImportReport.Row> rows = new ArrayList<>();
        private final List<Problem> refused = new ArrayList<>();

        Run(Submitting submitting) {
            this.submitting = submitting;
            this.first = submitting.record().size();
        }

        ImportReport report(List<RecordSource> sources) {
            Optional<DataSet> replacing = set.filter(DataSet::replaces);
            Optional<KeptSet> kept = replacing.map(s -> KeptSet.of(s.source(), submitting.record()));
            Optional<Statement.OfEdition> already =
                    replacing.flatMap(s -> kept.orElseThrow().already(s));
            if (already.isPresent()) {
                return end(ImportReport.already(already.get(), first));
            }
            replacing.ifPresent(s -> checkEdition(s, kept.orElseThrow()));
            Reading record = submitting.record();
            List<RecordSource> read = replacing
                    .map(s -> replacing(s, sources, kept.orElseThrow()))
                    .orElse(sources);
            ReadOptions options = new ReadOptions(
                    sources.stream().anyMatch(s -> s.input().keptBack().isPresent()) ? ALL_PROBLEMS : PROBLEMS,
                    id -> Names.find(record, Statement.OfRecord.key(id)).isPresent(),
                    progress);
            EditionCheck check = new EditionCheck(kept, record);
            ReadReport report = Records.readPlaced(
                    read,
                    agreement,
                    (r, as, file, row) -> {
                        check.see(r, as);
                        take(r, as, file, row);
                    },
                    options);
            besides.forEach(r -> take(r, r.id(), "", 0));
            check.end();
            ImportReport all = new ImportReport(report, rows, refused, Optional.empty(), first);
            if (all.isGood()) {
                set.ifPresent(s -> note(s, report));
            }
            return end(all);
        }

        private ImportReport end(ImportReport report) {
            if (report.isGood()) {
                before.accept(report);
            }
            if (dryRun || !report.isGood()) {
                submitting.giveUp();
            }
            return report;
        }

        private void take(Record record, String as, String file, long row) {
            Optional<Statement.Part> part = set.map(s -> new Statement.Part(s.source(), s.edition(), as));
            Statement.OfRecord statement = new Statement.OfRecord(RecordJson.of(record), part);
            try {
                switch (submitting.submit(statement)) {
                    case Outcome.Added(Entry entry) -> rows.add(row(file, row, record, ImportReport.Fate.ADDED, entry));
                    case Outcome.There(Entry entry) -> rows.add(row(file, row, record, ImportReport.Fate.THERE, entry));
                    case Outcome.Taken(Entry by) -> refused.add(taken(statement, file, row, by));
                }
            } catch (Submitting.TooLong e) {
                refused.add(problem(RecordCode.TOO_LONG, file, row, String.valueOf(e.getMessage()), "", ""));
            }
        }

        private ImportReport.Row row(String file, long row, Record record, ImportReport.Fate fate, Entry entry) {
            return new ImportReport.Row(file, row, record.id(), fate, entry.number());
        }

        private void note(DataSet of, ReadReport report) {
            Map<String, Long> counts = new TreeMap<>();
            report.editions().forEach(e -> {
                counts.merge("added", e.added(), Long::sum);
                counts.merge("corrected", e.corrected(), Long::sum);
                counts.merge("withdrawn", e.withdrawn(), Long::sum);
                counts.merge("unchanged", e.unchanged(), Long::sum);
            });
            if (counts.isEmpty()) {
                counts.put(
                        "added",
                        rows.stream()
                                .filter(r -> r.fate() == ImportReport.Fate.ADDED)
                                .count());
            }
            if (of.replaces() || counts.getOrDefault("added", 0L) > 0) {
                submitting.submit(
                        new Statement.OfEdition(of.source(), of.edition(), of.files(), counts, of.published()));
            }
        }
    }

    private static void checkEdition(DataSet of, KeptSet kept) {
        if (kept.isNamed(of)) {
            throw new NameTaken(of.source(), of.edition());
        }
        if (of.published().isPresent()
                && kept.latest().isPresent()
                && of.published().getAsLong() < kept.latest().getAsLong()) {
            throw new EditionRefused.OutOfOrder(
                    of.edition(),
                    of.published().getAsLong(),
                    kept.last(),
                    kept.latest().getAsLong());
        }
    }

    /** The same sources, where the first of them replaces what of the data set is there. */
    private List<RecordSource> replacing(DataSet of, List<RecordSource> sources, KeptSet kept) {
        List<RecordSource> all = new ArrayList<>(sources);
        RecordSource one = all.getFirst();
        all.set(0, new RecordSource(one.input(), one.mapping(), Optional.of(kept.replacedBy(of, agreement))));
        return all;
    }

    /** There is an edition of that name. */
    public static final class NameTaken extends RuntimeException {
        NameTaken(String source, String edition) {
            super("the record has an edition `" + edition + "` of `" + source + "` already");
        }
    }

    /** What of a data set is there cannot be read under the agreement of today. */
    public static final class StaleEdition extends RuntimeException {
        private final transient List<Problem> problems;

        StaleEdition(String edition, List<Problem> problems) {
            super("the records of `" + edition + "` do not fit the agreement as it is now");
            this.problems = problems;
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    /** The editions that were taken in, in their order. */
    public static List<Statement.OfEdition> editions(Reading record) {
        List<Statement.OfEdition> editions = new ArrayList<>();
        record.read(0, record.size(), entry -> {
            if (entry.recordBytes().isEmpty() && entry.content().statement() instanceof Statement.OfEdition edition) {
                editions.add(edition);
            }
        });
        return editions;
    }

    private static Problem taken(Statement.OfRecord given, String file, long row, Entry by) {
        Statement there = by.content().statement();
        Optional<Statement.Part> part =
                there instanceof Statement.OfRecord known ? known.edition() : Optional.<Statement.Part>empty();
        return problem(
                RecordCode.SAME_ID,
                file,
                row,
                "the id `" + given.id() + "` is entry " + by.number() + " of the record, which says something else: "
                        + Difference.of(there.json(), given.json()),
                "an id that no other record has",
                part.map(p -> "where this is a later edition of `" + p.source() + "`: `--edition-of \"" + p.source()
                                + "\" --published DAY`")
                        .orElse("if this record replaces that one, give it an id of its own and say so in `corrects`"));
    }

    private static Problem problem(RecordCode code, String file, long row, String found, String expected, String help) {
        return new Problem(code, Severity.ERROR, FileForms.place(file, row, ""), found, expected, help);
    }
}
