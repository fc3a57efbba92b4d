package holdfast.territory;

import holdfast.engine.geography.GeographyProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * The maps of a series one after another, a few of them read ahead: never more than a handful are in memory. Each is held against the one before: a polygon far away from all earlier
 * ground is a mistake until somebody says otherwise.
 */
final class MapReel {
    private static final int MOST_PROBLEMS = 20;

    private final MapSeries series;
    private final SeriesRules rules;
    private final MapProgress progress;
    private final List<String> problems = new ArrayList<>();
    private int moreProblems;
    private Optional<ControlMap> before = Optional.empty();
    private boolean acrossAntimeridian;

    private MapReel(MapSeries series, MapProgress progress) {
        this.series = series;
        this.rules = series.rules();
        this.progress = progress;
    }

    /**
     * Gives each map to {@code taker}, until one has a problem; the others are then only read for theirs.
     *
     * @throws SeriesProblems if any map has a problem
     */
    static void play(MapSeries series, MapProgress progress, Consumer<ControlMap> taker) {
        new MapReel(series, progress).play(taker);
    }

    private void play(Consumer<ControlMap> taker) {
        int cores = Runtime.getRuntime().availableProcessors();
        MapReader reader = new MapReader(rules);
        Iterator<MapFile> files = series.maps().iterator();
        try (ExecutorService readers = Executors.newFixedThreadPool(
                cores, task -> Thread.ofPlatform().daemon().unstarted(task))) {
            Deque<Future<ControlMap>> ahead = new ArrayDeque<>();
            int done = 0;
            for (MapFile file : series.maps()) {
                while (ahead.size() <= cores && files.hasNext()) {
                    MapFile next = files.next();
                    ahead.add(readers.submit(() -> reader.read(next)));
                }
                take(ahead.remove(), taker);
                progress.reached(file.name(), ++done, series.maps().size());
            }
        }
        if (!problems.isEmpty()) {
            throw new SeriesProblems(problems, moreProblems);
        }
    }

    private void take(Future<ControlMap> read, Consumer<ControlMap> taker) {
        try {
            ControlMap map = read.get();
            checkPlace(map);
            if (before.isEmpty()) {
                acrossAntimeridian = Antimeridian.cuts(map);
            }
            before = Optional.of(map);
            if (problems.isEmpty()) {
                taker.accept(acrossAntimeridian ? map.joinedAcrossTheAntimeridian() : map);
            }
        } catch (GeographyProblem problem) {
            add(problem);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case GeographyProblem problem -> add(problem);
                case IOException io -> throw new UncheckedIOException(io);
                case RuntimeException broken -> throw broken;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void add(GeographyProblem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(String.valueOf(problem.getMessage()));
        } else {
            moreProblems++;
        }
    }

    /** A polygon is compared with all ground of the map before; those of the first map with its greatest one. */
    private void checkPlace(ControlMap map) {
        if (rules.extent().isPresent()) {
            return;
        }
        Envelope ground = before.map(ControlMap::envelope).orElseGet(() -> greatest(map));
        String what = before.map(b -> "all ground of the map before, `" + b.file() + "`")
                .orElse("the greatest polygon of the same map");
        map.grounds().forEach((holding, polygons) -> {
            for (Polygon polygon : Grounds.polygons(polygons)) {
                Envelope at = polygon.getEnvelopeInternal();
                double km = Extent.kmBetween(at, ground);
                if (km > rules.farthestKm()) {
                    boolean swapped = Extent.kmBetween(Extent.swapped(at), ground) == 0;
                    throw new GeographyProblem(
                            "`" + map.file() + "`, " + map.feature(holding, polygon),
                            "it lies " + Extent.words(at) + ", " + Math.round(km) + " km from " + what,
                            swapped
                                    ? "with longitude and latitude the other way round it would lie among it: GeoJSON puts"
                                            + " the longitude first, and one of the two does not"
                                    : "is it on the right continent? If it belongs there, give the series an `extent`, or a"
                                            + " greater `farthest_km`, in `" + MapSeries.RULES + "`");
                }
            }
        });
    }

    private static Envelope greatest(ControlMap map) {
        Envelope greatest = new Envelope();
        double area = -1;
        for (var ground : map.grounds().values()) {
            for (Polygon polygon : Grounds.polygons(ground)) {
                if (polygon.getArea() > area) {
                    area = polygon.getArea();
                    greatest = polygon.getEnvelopeInternal();
                }
            }
        }
        return greatest;
    }
}
