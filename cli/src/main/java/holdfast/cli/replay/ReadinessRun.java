package holdfast.cli.replay;

import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.Version;
import holdfast.engine.Record;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.words.DateWords;
import holdfast.intake.ReadOptions;
import holdfast.intake.ReadReport;
import holdfast.intake.Records;
import holdfast.intake.form.FileForms;
import holdfast.language.diagnostic.Place;
import holdfast.language.model.Agreement;
import holdfast.language.model.Rule;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Rate;
import holdfast.readiness.entry.SetAside;
import holdfast.readiness.items.ItemList;
import holdfast.readiness.ledger.Ledger;
import holdfast.readiness.ledger.Question;
import holdfast.report.readiness.ReadinessReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the ledger of what is given from records, as a replay takes them: in any order, corrected and withdrawn as the text lets their authors. */
public final class ReadinessRun {

    /**
     * What is asked, as it was written on the command line.
     *
     * @param records files; none: the agreement's own
     * @param on the day asked about; none: the last of which anything is known
     * @param without by its name in the text
     * @param concerning by its name in the text
     */
    public record Asked(
            List<Path> records,
            List<Path> mappings,
            Optional<String> asOf,
            Optional<String> on,
            Optional<String> without,
            Optional<String> concerning,
            boolean sumsOnly) {

        /** Of everybody, on everything that is known. */
        public static Asked ofAll(List<Path> records, List<Path> mappings, Optional<String> on) {
            return new Asked(records, mappings, Optional.empty(), on, Optional.empty(), Optional.empty(), false);
        }
    }

    private final AgreementFile file;
    private final Agreement agreement;
    private final Asked asked;
    private final ItemList items;
    private final Moments moments;
    private final DateWords dates;
    private final PrintWriter err;
    private final Map<String, String> places = new HashMap<>();
    private long last = Long.MIN_VALUE;

    /** @param clock read only where a moment is given as {@code now}, {@code today} and the like */
    public ReadinessRun(
            AgreementFile file,
            Agreement agreement,
            Asked asked,
            ItemList items,
            InstantSource clock,
            PrintWriter err) {
        this.file = file;
        this.agreement = agreement;
        this.asked = asked;
        this.items = items;
        this.moments = new Moments(agreement.zone(), clock);
        this.dates = new DateWords(agreement.zone());
        this.err = err;
    }

    /** A file's name may say what `--public` withholds. */
    private List<String> names(List<DigestedSource> sources) {
        if (asked.sumsOnly() && !sources.isEmpty()) {
            return List.of(sources.size() == 1 ? "1 file" : sources.size() + " files");
        }
        return sources.stream().map(DigestedSource::name).toList();
    }

    /** @throws Refusal if the text names no steps, or a moment or a file cannot be read */
    public ReadinessReport run(ProgressLine progress) {
        if (agreement.rules().stream().noneMatch(Rule.Readiness.class::isInstance)) {
            throw Refusal.usage(
                    "this text does not say which of its events are which step, so that there is nothing to count",
                    "add it below the events, in their names: `readiness: pledge is pledged, delivery is received`"
                            + " (docs/readiness.md)");
        }
        Optional<Long> asOf = asked.asOf().map(t -> moments.parse("--as-of", t));
        Optional<LocalDate> on = asked.on().map(t -> day(moments.parse("--on", t)));
        List<DigestedSource> sources = RecordFiles.choose(file, asked.records(), asked.mappings()).stream()
                .map(DigestedSource::new)
                .toList();
        Monitor monitor = new Monitor(agreement);
        ReadReport read = read(sources, asOf.orElse(Long.MAX_VALUE), monitor, progress);
        progress.step("making the ledger");
        Optional<LocalDate> known = asOf.or(() -> last == Long.MIN_VALUE ? Optional.empty() : Optional.of(last))
                .map(this::day);
        LocalDate today = known.flatMap(k -> on.map(o -> o.isBefore(k) ? o : k).or(() -> known))
                .or(() -> on)
                .orElseThrow(ReadinessRun::noMoment);
        monitor.advanceTo(dates.endOf(today));
        Ledger ledger = Ledger.of(new Question(
                agreement, monitor.facts(), items, today, on.orElse(today), asked.without(), asked.concerning()));
        return new ReadinessReport(
                agreement,
                ledger,
                items,
                asOf.orElse(last == Long.MIN_VALUE ? dates.endOf(today) : last),
                names(sources),
                read.recordCount(),
                read.notUsedCount() + read.leftOutCount(),
                read.leftOut(),
                placesOf(ledger),
                asked.sumsOnly(),
                asked.concerning(),
                moments.said(),
                Version.text());
    }

    private LocalDate day(long instant) {
        return dates.dateOf(instant);
    }

    private static Refusal noMoment() {
        return Refusal.usage(
                "there is no record, and so no day to ask about",
                "say which: `--on 2026-03-01`; `--records FILE` names a file of records");
    }

    private ReadReport read(List<DigestedSource> sources, long asOf, Monitor monitor, ProgressLine progress) {
        Set<String> ids = new HashSet<>();
        Records.Placed sink = (record, as, from, row) -> {
            if (record.recorded() <= asOf && ids.add(record.id())) {
                monitor.accept(record);
                last = Math.max(last, record.recorded());
                if (record instanceof Record.Observation) {
                    places.put(record.id(), place(from, row));
                }
            }
        };
        ReadReport report = Records.readPlaced(
                sources.stream().map(DigestedSource::source).toList(),
                agreement,
                sink,
                ReadOptions.DEFAULT.with(progress));
        ReadProblems.tell(report, "nothing was counted", err);
        return report;
    }

    private static String place(String from, long row) {
        String counted = FileForms.counted(from) == Place.Counted.ROWS ? "row" : "line";
        return Path.of(from).getFileName() + " " + counted + " " + row;
    }

    /** Of the records of steps alone: a file may have a million others. */
    private Map<String, String> placesOf(Ledger ledger) {
        return Stream.of(
                        ledger.entries().stream().map(Entry::records),
                        ledger.rates().stream().map(Rate::records),
                        ledger.setAside().stream().map(SetAside::records))
                .flatMap(ids -> ids)
                .flatMap(List::stream)
                .distinct()
                .filter(places::containsKey)
                .collect(Collectors.toMap(id -> id, id -> places.getOrDefault(id, "")));
    }
}
