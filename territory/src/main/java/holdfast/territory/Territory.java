package holdfast.territory;

import holdfast.territory.cut.Difference;
import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.ControlMap;
import holdfast.territory.series.Holding;
import holdfast.territory.series.MapProgress;
import holdfast.territory.series.MapReel;
import holdfast.territory.series.MapSeries;
import holdfast.territory.series.SeriesProblems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * What a series says from its first map to its last.
 *
 * @param first the first day, {@code last} the last one
 * @param days how many maps there were
 * @param missing days in between without a map
 * @param totals by side and class
 * @param ground where each stood at the end; {@code groundAtFirst} at the beginning
 * @param lines what it says of each line that it was asked for
 */
public record Territory(
        LocalDate first,
        LocalDate last,
        int days,
        List<LocalDate> missing,
        List<Total> totals,
        Map<Holding, MultiPolygon> groundAtFirst,
        Map<Holding, MultiPolygon> ground,
        List<LineSummary> lines) {

    /**
     * @param gainedKm2 from the first map to the last, by comparing just these two; {@code lostKm2} likewise
     * @param errorKm2 of either of them, in km2
     * @param gainedByDay the gains of all days together, which is more: what was gained and lost again is in it; {@code lostByDay} likewise
     * @param lastingKm2 by how much its lasting ground grew from the first map to the last: what the days have as lasting, added up
     * @param gained the ground itself, first to last; {@code lost} likewise
     */
    public record Total(
            Holding holding,
            double firstKm2,
            double lastKm2,
            double gainedKm2,
            double lostKm2,
            double errorKm2,
            double gainedByDay,
            double lostByDay,
            double lastingKm2,
            MultiPolygon gained,
            MultiPolygon lost) {}

    /** From how much ground beyond a line on it is breached, in km2, if nothing else is said. */
    public static final double ONE_SQUARE_KILOMETRE = 1;

    /**
     * Reads a series, day by day. Memory does not grow with the number of maps, but for a few figures for each day of a line.
     *
     * @param days hears each day, in order
     * @throws SeriesProblems if any map has a problem; days may have been heard by then, and count for nothing
     */
    public static Territory read(
            MapSeries series,
            List<Sector> sectors,
            List<Line> lines,
            double thresholdKm2,
            Consumer<Day> days,
            MapProgress progress) {
        return new Reading(series, sectors, lines, thresholdKm2, days).read(progress);
    }

    /** The first line that was asked for. */
    public Optional<LineSummary> line() {
        return lines.stream().findFirst();
    }

    private record Watched(Line line, LineWatch watch, List<Beyond> days) {}

    private static final class Reading {
        private final MapSeries series;
        private final Ledger ledger;
        private final List<Watched> watched = new ArrayList<>();
        private final double thresholdKm2;
        private final Map<Holding, double[]> byDay = new TreeMap<>();
        private final Map<Holding, Double> lasting = new TreeMap<>();
        private Optional<ControlMap> first = Optional.empty();
        private Optional<ControlMap> last = Optional.empty();

        private Reading(
                MapSeries series, List<Sector> sectors, List<Line> lines, double thresholdKm2, Consumer<Day> days) {
            this.series = series;
            this.thresholdKm2 = thresholdKm2;
            this.ledger = new Ledger(series.rules(), sectors, day -> {
                day.accounts().stream()
                        .filter(a -> a.sector().isEmpty())
                        .forEach(a -> lasting.merge(a.holding(), a.lastingGainKm2() - a.lastingLossKm2(), Double::sum));
                days.accept(day);
            });
            for (Line line : lines) {
                List<Beyond> beyond = new ArrayList<>();
                watched.add(new Watched(line, new LineWatch(line, series.rules(), beyond::add), beyond));
            }
        }

        private Territory read(MapProgress progress) {
            MapReel.play(series, progress, this::take);
            ledger.finish();
            ControlMap start = first.orElseThrow();
            ControlMap end = last.orElseThrow();
            watched.forEach(w -> w.watch().finish(end));
            return new Territory(
                    start.date(),
                    end.date(),
                    series.maps().size(),
                    series.missing(),
                    totals(start, end),
                    start.grounds(),
                    end.grounds(),
                    watched.stream().map(this::summary).toList());
        }

        private void take(ControlMap map) {
            if (first.isEmpty()) {
                first = Optional.of(map);
            }
            last = Optional.of(map);
            List<Movement> movements = ledger.accept(map);
            for (Movement movement : movements) {
                double[] sums = byDay.computeIfAbsent(movement.holding(), h -> new double[2]);
                sums[movement.gain() ? 0 : 1] += movement.patch().km2();
            }
            watched.forEach(w -> w.watch().accept(map, movements));
        }

        private List<Total> totals(ControlMap start, ControlMap end) {
            TreeSet<Holding> holdings = new TreeSet<>(start.grounds().keySet());
            holdings.addAll(end.grounds().keySet());
            List<Total> totals = new ArrayList<>();
            for (Holding holding : holdings) {
                Difference difference = Difference.between(start.ground(holding), end.ground(holding));
                MultiPolygon gained = Grounds.of(difference.gained());
                MultiPolygon lost = Grounds.of(difference.lost());
                double[] sums = byDay.getOrDefault(holding, new double[2]);
                totals.add(new Total(
                        holding,
                        start.km2().getOrDefault(holding, 0.0),
                        end.km2().getOrDefault(holding, 0.0),
                        Ellipsoid.km2(gained),
                        Ellipsoid.km2(lost),
                        (Ellipsoid.perimeterKm(gained) + Ellipsoid.perimeterKm(lost))
                                * series.rules().resolutionMetres()
                                / 1000,
                        sums[0],
                        sums[1],
                        lasting.getOrDefault(holding, 0.0),
                        gained,
                        lost));
            }
            return totals;
        }

        private LineSummary summary(Watched of) {
            Optional<Beyond> breach = of.days().stream()
                    .filter(b -> b.lastingKm2().orElse(0) >= thresholdKm2)
                    .findFirst();
            Optional<Beyond> ifItStays = breach.isPresent()
                    ? Optional.empty()
                    : of.days().stream()
                            .filter(b -> b.known().isEmpty() && b.soFarKm2() >= thresholdKm2)
                            .findFirst();
            LineWatch watch = of.watch();
            return new LineSummary(
                    of.line(),
                    thresholdKm2,
                    of.days(),
                    breach,
                    ifItStays,
                    watch.largest(),
                    watch.largestReversed(),
                    watch.counts());
        }
    }
}
