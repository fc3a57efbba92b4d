package holdfast.cli.replay;

import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.engine.Record;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.words.DateWords;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.report.daily.Areas;
import holdfast.report.daily.DailyQuestion;
import holdfast.report.daily.DailyReport;
import holdfast.report.daily.Ground;
import holdfast.report.ledger.LedgerRow;
import holdfast.report.standing.Replay;
import holdfast.territory.GainRecords;
import holdfast.territory.Territory;
import holdfast.territory.series.MapFile;
import holdfast.territory.series.MapSeries;
import holdfast.territory.series.SeriesProblems;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the report of a day from files of records and series of maps. */
public final class DailyRun {
    /** So far ahead a report looks. */
    private static final int DAYS_AHEAD = 7;

    private final AgreementFile file;
    private final Agreement agreement;
    private final Question question;
    private final Moments moments;
    private final DateWords dates;
    private final InstantSource clock;
    private final PrintWriter err;

    /**
     * What is asked, as it was written on the command line.
     *
     * @param on the day
     * @param asOf the moment of knowledge; none: the end of that day
     * @param area the attribute that tells an area; none: it is found
     */
    public record Question(
            List<Path> records,
            List<Path> maps,
            Optional<Path> mapRules,
            List<Path> mappings,
            String on,
            Optional<String> asOf,
            Optional<String> area) {}

    /** @param clock read only where a moment is given as {@code today} and the like */
    public DailyRun(AgreementFile file, Agreement agreement, Question question, InstantSource clock, PrintWriter err) {
        this.file = file;
        this.agreement = agreement;
        this.question = question;
        this.clock = clock;
        this.moments = new Moments(agreement.zone(), clock);
        this.dates = new DateWords(agreement.zone());
        this.err = err;
    }

    /** @throws Refusal if a day or a file cannot be read, or the records have problems */
    public DailyReport run(ProgressLine progress) {
        LocalDate day = day();
        question.area().ifPresent(this::checkArea);
        long end = dates.endOf(day);
        long known = question.asOf().map(t -> moments.parse("--as-of", t)).orElse(end);
        if (known < startOf(day)) {
            throw Refusal.usage(
                    "--as-of " + question.asOf().orElse("") + " lies before the day of the report, " + dates.day(day)
                            + ": nothing of it was known yet",
                    "give a later moment, or leave `--as-of` out: then it is the end of that day");
        }
        String asOf = question.asOf().map(moments::repeatable).orElse(day.toString());
        List<Record> records = new ArrayList<>();
        // Without a clause on ground the maps say nothing to it; what they show of the day is told all the same.
        boolean judged = GainRecords.areAskedFor(agreement);
        ReplayQuestion asked = new ReplayQuestion(
                question.records(),
                judged ? question.maps() : List.of(),
                judged ? question.mapRules() : Optional.empty(),
                question.mappings(),
                Optional.of(asOf),
                Optional.of(known < end ? asOf : day.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        Replay replay = new ReplayRun(file, agreement, asked, clock, err)
                .handingTo(records::add)
                .run(0, DAYS_AHEAD, progress);
        return DailyReport.of(new DailyQuestion(
                replay, day, records, () -> new Monitor(agreement), question.area(), grounds(day, progress)));
    }

    /** What words such as {@code today} were taken for, a line each. */
    public List<String> taken() {
        return moments.said();
    }

    private LocalDate day() {
        long moment = moments.parse("--on", question.on());
        LocalDate day = dates.dateOf(moment);
        if (moment != dates.endOf(day)) {
            throw Refusal.usage(
                    "--on " + question.on() + " is an hour, and a report is of a day",
                    "write the day alone, `--on " + day + "`; up to which hour is known, `--as-of` says");
        }
        return day;
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(agreement.zone()).toInstant().toEpochMilli();
    }

    private void checkArea(String attribute) {
        Set<String> possible = new TreeSet<>();
        agreement.events().stream()
                .flatMap(e -> e.attributes().stream())
                .filter(a -> Areas.canBe(a.type()))
                .map(EventType.Attribute::name)
                .forEach(possible::add);
        if (!possible.contains(attribute)) {
            throw Refusal.usage(
                    "--area: no event of this agreement has an attribute `" + attribute + "` that tells a place",
                    Suggestion.help(
                            attribute,
                            possible,
                            possible.isEmpty()
                                    ? "no event says where it was"
                                    : "attributes are " + Suggestion.list(possible)));
        }
    }

    private List<Ground> grounds(LocalDate day, ProgressLine progress) {
        List<Ground> grounds = new ArrayList<>();
        for (Path path : question.maps()) {
            try {
                grounds.add(ground(MapSeries.open(path, question.mapRules()), day, progress));
            } catch (GeographyProblem problem) {
                throw Refusal.maps(List.of(problem.problem()), 0);
            } catch (SeriesProblems problems) {
                throw Refusal.maps(problems.problems(), problems.more());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return grounds;
    }

    /** The map of the day beside the one before it, whenever that was. */
    private static Ground ground(MapSeries series, LocalDate day, ProgressLine progress) {
        Optional<LocalDate> last = lastUpTo(series, day);
        Optional<LocalDate> before = last.flatMap(l -> lastUpTo(series, l.minusDays(1)));
        List<LedgerRow> rows = new ArrayList<>();
        if (last.equals(Optional.of(day))) {
            Territory.read(
                    series.within(before.or(() -> last), last),
                    List.of(),
                    List.of(),
                    Territory.ONE_SQUARE_KILOMETRE,
                    of -> LedgerRow.of(of).filter(r -> r.date().equals(day)).forEach(rows::add),
                    progress::map);
        }
        String name = series.rules().source().isEmpty()
                ? series.name()
                : series.rules().source();
        return new Ground(name, last, before, rows);
    }

    private static Optional<LocalDate> lastUpTo(MapSeries series, LocalDate day) {
        return series.maps().stream()
                .map(MapFile::date)
                .filter(d -> !d.isAfter(day))
                .max(Comparator.naturalOrder());
    }
}
