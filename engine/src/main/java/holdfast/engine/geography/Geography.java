package holdfast.engine.geography;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.form.MapForms;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Agreement;
import holdfast.language.model.Zone;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** The ground of an agreement's zones. */
public final class Geography {
    private Geography() {}

    /**
     * The zones of an agreement under one reading, by name. A file is read when its zone is first asked something; a zone whose file {@link #check}
     * finds at fault then throws a {@link GeographyProblem}.
     *
     * @throws GeographyProblem if a zone lies around one that does not exist, or around itself
     */
    public static Map<String, Shape> of(Agreement agreement) {
        if (agreement.zones().isEmpty()) {
            return Map.of();
        }
        Map<String, Zone> zones = new LinkedHashMap<>();
        agreement.zones().forEach(z -> zones.putIfAbsent(z.name(), z));
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Zone zone : zones.values()) {
            follow(zone, zones);
            shapes.put(zone.name(), new Deferred(() -> build(zone, shapes)));
        }
        return Collections.unmodifiableMap(shapes);
    }

    /** What is wrong with the zone's file or the choice of its feature, in words for the reader of the agreement; empty if nothing is. */
    public static Optional<Problem> check(Zone.FromFile zone) {
        try {
            List<Geometry> geometries = geometries(zone);
            if (geometries.stream().allMatch(Geometry::isEmpty)) {
                return Optional.of(new GeographyProblem(
                                Place.onMap(zone.file()),
                                "nothing is drawn there",
                                "a zone needs ground, a line or a place")
                        .problem());
            }
            return Optional.empty();
        } catch (GeographyProblem problem) {
            return Optional.of(problem.problem());
        }
    }

    private static Shape build(Zone zone, Map<String, Shape> shapes) {
        return switch (zone) {
            case Zone.FromFile file -> ground(file);
            case Zone.Around around ->
                new Around(
                        Objects.requireNonNull(shapes.get(around.of())),
                        around.km().doubleValue());
        };
    }

    private static Ground ground(Zone.FromFile zone) {
        return new Ground(geometries(zone));
    }

    /**
     * What of its file a zone is, in degrees: x is the longitude, y the latitude.
     *
     * @throws GeographyProblem if its file is at fault
     */
    public static List<Geometry> geometries(Zone.FromFile zone) {
        List<Geometry> ground = drawn(zone);
        return zone.edge().isEmpty() ? ground : List.of(Edges.of(zone, ground));
    }

    private static List<Geometry> drawn(Zone.FromFile zone) {
        Drawing file = MapForms.read(zone.file(), zone.content().bytes());
        if (zone.stood().isPresent()) {
            file.checkDay(zone.stood().get().date());
            return file.of(zone.stood().get().side());
        }
        return zone.feature().isEmpty() ? file.all() : List.of(file.feature(zone.feature()));
    }

    /**
     * What is wrong with the agreement's zones: those whose file {@link #check} finds at fault, and strips that lie along a ground.
     *
     * @return in the order of the document, each zone at most once
     */
    public static Map<Zone, Problem> problems(Agreement agreement) {
        Map<Zone, Problem> problems = new LinkedHashMap<>();
        for (Zone zone : agreement.zones()) {
            if (zone instanceof Zone.FromFile file) {
                check(file).ifPresent(found -> problems.put(zone, found));
            } else if (zone instanceof Zone.Around around && around.along()) {
                around(agreement, around.of())
                        .ifPresent(inner -> problems.put(
                                zone,
                                ofZone(
                                        zone,
                                        "`" + inner.name() + "` is ground, "
                                                + inner.km().toPlainString()
                                                + " km and less from `" + inner.of()
                                                + "`, and nothing lies along ground",
                                        "say how wide it is along `" + inner.of()
                                                + "`, or `is within "
                                                + around.km().toPlainString() + " km of " + inner.name()
                                                + "` if all of it is meant")));
                agreement.zones().stream()
                        .filter(z -> z.name().equals(around.of()) && !problems.containsKey(z))
                        .filter(z -> z instanceof Zone.FromFile file
                                && geometries(file).stream().anyMatch(g -> g.getDimension() == 2))
                        .findFirst()
                        .ifPresent(z -> problems.put(
                                zone,
                                ofZone(
                                        zone,
                                        "`" + z.name()
                                                + "` is ground, and nothing lies along ground: so many km more would be all of"
                                                + " that ground too",
                                        "say `along the edge of " + z.name() + "`, or `is within "
                                                + around.km().toPlainString() + " km of " + z.name()
                                                + "` if the ground is meant too")));
            }
        }
        return problems;
    }

    private static Optional<Zone.Around> around(Agreement agreement, String name) {
        return agreement.zones().stream()
                .filter(z -> z.name().equals(name) && z instanceof Zone.Around)
                .map(Zone.Around.class::cast)
                .findFirst();
    }

    /** Follows the zones around which this one lies, down to one with a file. */
    private static void follow(Zone zone, Map<String, Zone> zones) {
        Set<String> met = new HashSet<>();
        Zone at = zone;
        while (at instanceof Zone.Around around) {
            if (!met.add(around.name())) {
                throw problem(zone, "it lies around itself", "say from which file one of these zones is");
            }
            Zone inner = zones.get(around.of());
            if (inner == null) {
                throw problem(
                        around, "it lies around `" + around.of() + "`", "there is no such zone under this reading");
            }
            at = inner;
        }
    }

    private static Problem ofZone(Zone zone, String found, String help) {
        return problem(zone, found, help).problem();
    }

    private static GeographyProblem problem(Zone zone, String found, String help) {
        return new GeographyProblem(new Place.OfZone(zone.name(), zone.origin().line()), found, help);
    }
}
