package holdfast.cli;

import holdfast.cli.option.PageOptions;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.Version;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.report.ledger.LedgerCsv;
import holdfast.report.ledger.LedgerGeoJson;
import holdfast.report.ledger.LedgerHtml;
import holdfast.report.ledger.LedgerJson;
import holdfast.report.ledger.LedgerJumps;
import holdfast.report.ledger.LedgerReport;
import holdfast.report.ledger.LedgerRow;
import holdfast.report.ledger.LedgerText;
import holdfast.report.page.Colours;
import holdfast.territory.Line;
import holdfast.territory.Sector;
import holdfast.territory.Territory;
import holdfast.territory.series.MapSeries;
import holdfast.territory.series.SeriesProblems;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "territory",
        mixinStandardHelpOptions = true,
        description =
                "Reads a series of control maps: square kilometres held, gained and lost, day by day, and what of it"
                        + " lies beyond a line.")
final class TerritoryCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "SERIES",
            description =
                    "a folder of maps (GeoJSON, KML, shapefiles …: docs/territory.md; one for each day, the day in its name), perhaps with its rules in"
                            + " `series.json`; a `.series.json` that names the folder; or one map")
    Path series = Path.of("");

    @Option(
            names = "--rules",
            paramLabel = "R",
            description = "the rules of the series (docs/territory.md), from another file")
    @Nullable
    Path rules;

    @Option(names = "--from", paramLabel = "D", description = "the first day, such as 2024-08-01")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "D", description = "the last day")
    @Nullable
    String to;

    @Option(
            names = "--line",
            paramLabel = "L",
            description = "what a side holds beyond a line: a day (where it stood then, by the series) or a file of"
                    + " the ground where it stood")
    @Nullable
    String line;

    @Option(names = "--side", paramLabel = "S", description = "whose line it is, where maps show several sides")
    @Nullable
    String side;

    @Option(
            names = "--threshold",
            paramLabel = "KM2",
            description = "from how much ground beyond the line on it is breached; 1 if not given")
    double threshold = Territory.ONE_SQUARE_KILOMETRE;

    @Option(
            names = "--sectors",
            paramLabel = "F",
            description = "a file of areas (or of lines with a `width_km`), each to be accounted for by itself")
    @Nullable
    Path sectors;

    @Mixin
    PageOptions.AndWord pages = new PageOptions.AndWord();

    @ArgGroup
    Form form = new Form();

    static final class Form {
        @Option(names = "--json", description = "as JSON (docs/territory.md)")
        boolean json;

        @Option(names = "--csv", description = "as a table: one row for each day and side")
        boolean csv;

        @Option(names = "--geojson", description = "the pieces that changed hands, and the ground on the last day")
        boolean geojson;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Main main;

    TerritoryCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        pages.check();
        if (pages.areGiven() && (form.json || form.csv || form.geojson)) {
            throw Refusal.usage(
                    "a page, and JSON or a table beside it", "ask for the page by itself, and then for the other");
        }
        if (!(threshold >= 0)) {
            throw Refusal.usage("--threshold: `" + threshold + "` is no area", "write a number of km2, such as 1");
        }
        if (side != null && line == null) {
            throw Refusal.usage(
                    "`--side " + side + "` says whose line it is, and there is no `--line`",
                    "give the line as well: `--line` with a day or a file");
        }
        try {
            MapSeries whole = opened();
            Optional<Line> watched = watched(whole);
            MapSeries asked = asked(whole, watched);
            List<Sector> parts = sectors == null ? List.of() : Sector.read(existing("--sectors", sectors));
            if (form.geojson) {
                geoJson(asked, parts, out, err);
            } else {
                report(read(asked, parts, watched, new ArrayList<>(), err), out);
            }
            return 0;
        } catch (GeographyProblem problem) {
            throw Refusal.maps(List.of(problem.problem()), 0);
        } catch (SeriesProblems problems) {
            throw Refusal.maps(problems.problems(), problems.more());
        }
    }

    private MapSeries opened() throws IOException {
        Path maps = existing("SERIES", series);
        return MapSeries.open(maps, rules == null ? Optional.empty() : Optional.of(existing("--rules", rules)));
    }

    private MapSeries asked(MapSeries whole, Optional<Line> watched) {
        Optional<LocalDate> first = day("--from", from);
        Optional<LocalDate> last = day("--to", to);
        MapSeries asked = whole.within(first.or(() -> watched.flatMap(Line::fixed)), last);
        if (asked.maps().isEmpty()) {
            throw Refusal.usage(
                    "there is no map between these days",
                    "the series runs from " + whole.maps().getFirst().date() + " to "
                            + whole.maps().getLast().date());
        }
        return asked;
    }

    private Optional<Line> watched(MapSeries whole) throws IOException {
        if (line == null) {
            return Optional.empty();
        }
        Optional<String> other = whole.rules().remainder().filter(r -> r.equals(side));
        return Optional.of(
                other.isEmpty()
                        ? line(whole, Optional.ofNullable(side))
                        : line(whole, Optional.empty()).forTheOtherSide(other.get()));
    }

    private Line line(MapSeries whole, Optional<String> whose) throws IOException {
        String line = String.valueOf(this.line);
        if (line.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Line.on(day("--line", line).orElseThrow(), whole, whose);
        }
        return Line.from(existing("--line", Path.of(line)), whose);
    }

    private static Optional<LocalDate> day(String option, @Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException e) {
            throw Refusal.usage(option + ": `" + written + "` is not a day", "write it as `2024-08-01`");
        }
    }

    private static Path existing(String option, Path path) {
        if (!Files.exists(path)) {
            throw Refusal.usage(option + ": there is no `" + path + "`", "");
        }
        if (!Files.isReadable(path)) {
            throw Refusal.usage(option + ": `" + path + "` may not be read", "");
        }
        return path;
    }

    private LedgerReport read(
            MapSeries asked, List<Sector> parts, Optional<Line> watched, List<String> remarks, PrintWriter err) {
        List<LedgerRow> rows = new ArrayList<>();
        try (ProgressLine progress = main.progress(err)) {
            Territory territory = Territory.read(
                    asked,
                    parts,
                    watched.stream().toList(),
                    threshold,
                    day -> {
                        LedgerRow.of(day).forEach(rows::add);
                        remarks.addAll(day.remarks());
                    },
                    progress::map);
            remarks.addAll(0, LedgerJumps.of(rows));
            return new LedgerReport(asked.name(), asked.rules(), territory, rows, remarks, Version.text());
        }
    }

    private void report(LedgerReport report, PrintWriter out) throws IOException {
        if (pages.areGiven()) {
            pages.write(LedgerHtml.of(report), out);
        } else if (form.json) {
            LedgerJson.write(report, out);
        } else if (form.csv) {
            LedgerCsv.write(report, out);
        } else {
            out.print(LedgerText.of(report, main.looks().colours() ? Colours.ON : Colours.OFF));
        }
    }

    /** Pieces go to a file first: nothing is shown of a series that turns out to have a bad map. */
    private void geoJson(MapSeries asked, List<Sector> parts, PrintWriter out, PrintWriter err) throws IOException {
        Path spool = Files.createTempFile("holdfast", ".geojson");
        try (ProgressLine progress = main.progress(err)) {
            try (BufferedWriter writer = Files.newBufferedWriter(spool)) {
                LedgerGeoJson features = new LedgerGeoJson(writer, asked.rules());
                String[] last = {"", ""};
                Territory territory = Territory.read(
                        asked,
                        parts,
                        List.of(),
                        threshold,
                        day -> {
                            features.day(day);
                            last[0] = day.file();
                            last[1] = day.sha256();
                        },
                        progress::map);
                features.end(
                        territory,
                        last[0],
                        last[1],
                        asked.rules().source().isEmpty()
                                ? asked.name()
                                : asked.rules().source());
            }
            try (var reader = Files.newBufferedReader(spool)) {
                reader.transferTo(out);
            }
        } finally {
            Files.delete(spool);
        }
    }
}
