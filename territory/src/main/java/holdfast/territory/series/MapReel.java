package holdfast.territory.series;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.PlainText;
import holdfast.language.diagnostic.LookAlike;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.territory.cut.Extent;
import holdfast.territory.cut.Grounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The maps of a series one after another, a few of them read ahead: never more than a handful are in memory. Each is held against the one before: a polygon far away from all earlier
 * ground is a mistake until somebody says otherwise.
 */
public final class MapReel {
    private static final int MOST_PROBLEMS = 20;

    private final MapSeries series;
    private final SeriesRules rules;
    private final MapReader reader;
    private final MapProgress progress;
    private final List<Problem> problems = new ArrayList<>();
    private int moreProblems;
    private Optional<ControlMap> before = Optional.empty();
    private boolean acrossAntimeridian;
    private final Map<String, String> sides = new TreeMap<>();
    private final Map<String, String> classes = new TreeMap<>();
    private List<LongEdge> longEdges = List.of();

    private MapReel(MapSeries series, MapProgress progress) {
        this.series = series;
        this.rules = series.rules();
        this.reader = new MapReader(rules);
        this.progress = progress;
    }

    /**
     * Gives each map to {@code taker}, until one has a problem; the others are then only read for theirs.
     *
     * @throws SeriesProblems if any map has a problem
     */
    public static void play(MapSeries series, MapProgress progress, Consumer<ControlMap> taker) {
        new MapReel(series, progress).play(taker);
    }

    private void play(Consumer<ControlMap> taker) {
        int cores = Runtime.getRuntime().availableProcessors();
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
                boolean last = done + 1 == series.maps().size();
                take(ahead.remove(), last ? reader::unused : List::of, taker);
                progress.reached(file.name(), ++done, series.maps().size());
            }
        }
        if (!problems.isEmpty()) {
            throw new SeriesProblems(problems, moreProblems);
        }
    }

    /** @param more what is to be said besides, when the map has been read */
    private void take(Future<ControlMap> read, Supplier<List<String>> more, Consumer<ControlMap> taker) {
        try {
            ControlMap map = read.get();
            map.remarks().addAll(more.get());
            checkPlace(map);
            checkSides(map);
            bends(map);
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
            problems.add(problem.problem());
        } else {
            moreProblems++;
        }
    }

    /** Two sides, or two classes, that are written nearly alike are one, written wrong once. */
    private void checkSides(ControlMap map) {
        Optional<String> remainder = rules.remainder();
        for (Holding holding : map.grounds().keySet()) {
            if (remainder.map(PlainText::likeness).equals(Optional.of(PlainText.likeness(holding.side())))) {
                throw new GeographyProblem(
                        Place.onMap(map.file()),
                        "it shows ground of `" + holding.side() + "`, and `remainder` in the rules of the series is `"
                                + remainder.orElseThrow() + "`: who holds what no map shows",
                        "leave out one of the two");
            }
            checkSpelling(map, sides, "side", holding.side(), "ground of");
            checkSpelling(map, classes, "class", holding.kind(), "ground of the class");
        }
    }

    private static void checkSpelling(
            ControlMap map, Map<String, String> known, String what, String written, String ground) {
        String other = known.putIfAbsent(PlainText.likeness(written), written + "`, as in `" + map.file());
        if (other == null || other.startsWith(written + "`")) {
            return;
        }
        String earlier = other.substring(0, other.indexOf('`'));
        throw new GeographyProblem(
                Place.onMap(map.file()),
                "it has " + ground + " `" + written + "`, and there is a `" + other + "`"
                        + (LookAlike.same(written, earlier)
                                ? ", which looks the same: " + LookAlike.difference(written, earlier)
                                : ""),
                "one " + what
                        + " is written in one way: mend the map, or name both spellings in `names` in the rules of the"
                        + " series: `\"names\": {\"" + earlier + "\": [\"" + written + "\"]}`");
    }

    /**
     * Between the ends of a long edge along a parallel, the geodesic and the straight line in longitude and latitude are apart. If a map has a position on that straight line where
     * the one before or after has none, the ground between the two changes hands on paper only.
     */
    private void bends(ControlMap map) {
        List<LongEdge> edges = longEdges(map);
        before.ifPresent(earlier -> {
            apart(longEdges, edges, map, map);
            apart(edges, longEdges, earlier, map);
        });
        longEdges = edges;
    }

    private record LongEdge(Coordinate from, Coordinate to, double km2) {
        /** As near to the straight line that it moves the edge by far less than the line is apart from the geodesic. */
        boolean passes(Coordinate at) {
            double length = from.distance(to);
            double along = ((at.x - from.x) * (to.x - from.x) + (at.y - from.y) * (to.y - from.y)) / (length * length);
            double beside = ((at.x - from.x) * (to.y - from.y) - (at.y - from.y) * (to.x - from.x)) / length;
            return along > 1e-6
                    && along < 1 - 1e-6
                    && Math.abs(beside) < Math.max(1e-7, bowDegrees(from, to) * NEAR_THE_LINE);
        }
    }

    private static void apart(List<LongEdge> of, List<LongEdge> others, ControlMap other, ControlMap said) {
        for (LongEdge edge : of) {
            if (!others.contains(edge)
                    && other.grounds().values().stream()
                            .flatMap(g -> Stream.of(g.getCoordinates()))
                            .anyMatch(edge::passes)) {
                said.remarks()
                        .add(String.format(
                                Locale.ROOT,
                                "`%s`: the edge from [%s, %s] to [%s, %s] has more or fewer positions than on the map before, all on"
                                        + " the same straight line in longitude and latitude; up to %.1f km2 change hands there on"
                                        + " paper only, since the shortest way between two positions is not that line",
                                said.file(),
                                edge.from().x,
                                edge.from().y,
                                edge.to().x,
                                edge.to().y,
                                edge.km2()));
            }
        }
    }

    private List<LongEdge> longEdges(ControlMap map) {
        List<LongEdge> edges = new ArrayList<>();
        for (MultiPolygon ground : map.grounds().values()) {
            Coordinate[] positions = ground.getCoordinates();
            for (int i = 1; i < positions.length; i++) {
                double km2 = betweenKm2(positions[i - 1], positions[i]);
                if (km2 >= Math.max(rules.minimumKm2(), LEAST_BEND_KM2) && isEdge(ground, positions, i)) {
                    edges.add(new LongEdge(positions[i - 1], positions[i], km2));
                }
            }
        }
        return edges;
    }

    /** The jump from one ring to the next is no edge. */
    private static boolean isEdge(MultiPolygon ground, Coordinate[] positions, int i) {
        int start = 0;
        for (Polygon polygon : Grounds.polygons(ground)) {
            start += polygon.getExteriorRing().getNumPoints();
            if (start == i) {
                return false;
            }
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                start += polygon.getInteriorRingN(hole).getNumPoints();
                if (start == i) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double betweenKm2(Coordinate a, Coordinate b) {
        double latitude = Math.toRadians((a.y + b.y) / 2);
        double across = Math.toRadians(b.x - a.x) * Math.cos(latitude) * EARTH_KM;
        return 2.0 / 3 * Math.abs(across) * bowKm(across, latitude);
    }

    private static double bowKm(double across, double latitude) {
        return across * across * Math.abs(Math.tan(latitude)) / (8 * EARTH_KM);
    }

    /** How far the straight line and the geodesic are apart in the middle. */
    private static double bowDegrees(Coordinate a, Coordinate b) {
        double latitude = Math.toRadians((a.y + b.y) / 2);
        double across = Math.toRadians(b.x - a.x) * Math.cos(latitude) * EARTH_KM;
        return Math.toDegrees(bowKm(across, latitude) / EARTH_KM);
    }

    private static final double NEAR_THE_LINE = 0.1;

    private static final double EARTH_KM = 6378;
    private static final double LEAST_BEND_KM2 = 0.5;

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
                            new Place.OnMap(map.file(), map.feature(holding, polygon)),
                            "it lies " + Extent.words(at) + ", " + Math.round(km) + " km from " + what,
                            swapped
                                    ? "with longitude and latitude the other way round it would lie among it: the"
                                            + " longitude comes first, and one of the two does not"
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
