package holdfast.territory;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.form.MapForms;
import holdfast.language.diagnostic.Place;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.Zone;
import holdfast.language.reading.Duties;
import holdfast.territory.series.ControlMap;
import holdfast.territory.series.Holding;
import holdfast.territory.series.MapProgress;
import holdfast.territory.series.MapReader;
import holdfast.territory.series.MapSeries;
import holdfast.territory.series.SeriesProblems;
import holdfast.territory.series.SeriesRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a series of maps says to an agreement: observations of the event {@code gain(by, beyond, km2)}.
 *
 * <p>There is one for each side and each day on which ground beyond the zone that lasts has grown. Its {@code km2} is all that the side then held beyond the zone and kept for the rule's
 * days, not that day's step: small steps add up. It happened between the map before and this one; it became known with the map by which it had lasted.
 */
public final class GainRecords {
    private static final String EVENT = "gain";
    private static final int DECIMALS = 6;

    /** Growth of less is rounding, in km2. */
    private static final double GROWTH_KM2 = 1e-3;

    private final Agreement agreement;
    private final MapSeries series;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /**
     * @param records in order of day
     * @param sha256 of each map, by its file's name
     * @param lastMoment the end of the last map's day: what the maps say was known by then
     * @param beyond what the newest maps show beyond a zone that no record says: it has not lasted yet, or is below resolution
     * @param remarks about the maps: what was mended or left out
     */
    public record Read(
            List<Record> records,
            int maps,
            Map<String, String> sha256,
            long lastMoment,
            List<String> beyond,
            List<String> remarks) {
        public Read {
            records = List.copyOf(records);
            beyond = List.copyOf(beyond);
            remarks = List.copyOf(remarks);
        }
    }

    private GainRecords(Agreement agreement, MapSeries series) {
        this.agreement = agreement;
        this.series = series;
    }

    /**
     * @throws GeographyProblem if a zone cannot be held against these maps, or they show a side of which the agreement does not know
     * @throws SeriesProblems if a map is at fault
     */
    public static Read read(Agreement agreement, MapSeries series, MapProgress progress) throws IOException {
        return new GainRecords(agreement, series).read(progress);
    }

    private Read read(MapProgress progress) throws IOException {
        for (Zone.FromFile zone : zones()) {
            addLines(zone);
        }
        Map<String, String> digests = new TreeMap<>();
        List<String> remarks = new ArrayList<>();
        Territory territory = Territory.read(
                series,
                List.of(),
                List.copyOf(lines.values()),
                Territory.ONE_SQUARE_KILOMETRE,
                day -> {
                    digests.put(day.file(), day.sha256());
                    remarks.addAll(day.remarks());
                },
                progress);
        List<Record> records = new ArrayList<>();
        List<String> unsaid = new ArrayList<>();
        int at = 0;
        for (String key : lines.keySet()) {
            LineSummary summary = territory.lines().get(at++);
            String zone = key.substring(key.indexOf(' ') + 1);
            double before = 0;
            for (Beyond day : summary.days()) {
                double now = day.lastingKm2().orElse(before);
                if (day.known().isPresent() && now > before + GROWTH_KM2) {
                    records.add(gain(summary.line(), zone, day, digests));
                }
                before = now;
            }
            unsaid.addAll(unsaid(summary, zone));
        }
        return new Read(records, territory.days(), digests, end(territory.last()), unsaid, remarks);
    }

    private List<String> unsaid(LineSummary summary, String zone) {
        if (summary.days().isEmpty()) {
            return List.of();
        }
        List<String> unsaid = new ArrayList<>();
        String side = summary.line().holding().side();
        Beyond last = summary.days().getLast();
        int days = series.rules().persistenceDays();
        double waiting = summary.notYetLastingKm2();
        summary.notYetLastingSince()
                .filter(since -> waiting >= GROWTH_KM2)
                .ifPresent(since -> unsaid.add(String.format(
                        Locale.ROOT,
                        "%s holds %.3f km2 beyond `%s` since %s that have not lasted %d %s by the last map, of %s; if they"
                                + " stay, they count from %s on, known with a map of %s or later",
                        side,
                        waiting,
                        zone,
                        since,
                        days,
                        days == 1 ? "day" : "days",
                        last.date(),
                        since,
                        since.plusDays(days))));
        double small =
                last.km2() - (last.known().isPresent() ? last.lastingKm2().orElse(0) : last.soFarKm2());
        if (small >= series.rules().minimumKm2() && small >= GROWTH_KM2) {
            unsaid.add(String.format(
                    Locale.ROOT,
                    "of the %.3f km2 that %s holds beyond `%s` on the map of %s, %.3f are below resolution and do not count"
                            + " (nowhere %s m wide, or in pieces of less than %s km2)",
                    last.km2(),
                    side,
                    zone,
                    last.date(),
                    small,
                    SeriesRules.number(2 * series.rules().resolutionMetres()),
                    SeriesRules.number(series.rules().minimumKm2())));
        }
        return unsaid;
    }

    /** Whether maps say anything to an agreement: whether it forbids to gain ground beyond some zone. */
    public static boolean areAskedFor(Agreement agreement) {
        return !beyond(agreement).isEmpty();
    }

    /** The zones that a prohibition of gain names. */
    private static Set<String> beyond(Agreement agreement) {
        Set<String> named = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            Optional<Term> beyond = Duties.forbidden(norm)
                    .filter(act -> act.event().equals(EVENT))
                    .flatMap(act -> act.term("beyond"));
            if (beyond.orElse(null) instanceof Term.Constant(Value.ZoneName(String name))) {
                named.add(name);
            }
        }
        return named;
    }

    private List<Zone.FromFile> zones() {
        Set<String> named = beyond(agreement);
        if (named.isEmpty()) {
            throw new GeographyProblem(
                    Place.onMap(series.name()),
                    "no clause of this agreement forbids to gain ground beyond a zone",
                    "maps say something to a clause such as `each party P must not gain 1 km2 or more beyond"
                            + " line_of_contact`");
        }
        List<Zone.FromFile> zones = new ArrayList<>();
        for (String name : named) {
            List<Zone> drawn = agreement.zones().stream()
                    .filter(z -> z.name().equals(name))
                    .toList();
            if (drawn.size() != 1 || !(drawn.getFirst() instanceof Zone.FromFile file)) {
                throw new GeographyProblem(
                        new Place.OfZone(name, 0),
                        drawn.size() > 1 ? "it is drawn in " + drawn.size() + " ways" : "it is not from a file",
                        "maps are held against a zone from one GeoJSON file: the ground where a side stood");
            }
            zones.add(file);
        }
        return zones;
    }

    private void addLines(Zone.FromFile zone) throws IOException {
        Drawing json = MapForms.read(zone.file(), zone.content().bytes());
        ControlMap first = new MapReader(series.rules()).read(series.maps().getFirst());
        List<Holding> held =
                first.grounds().keySet().stream().filter(Holding::isHeld).toList();
        Line line = Line.from(json, zone.feature(), zone.file(), zone.sha256(), zone.stood());
        if (line.holding().side().equals(Holding.MAPPED)) {
            if (held.size() != 1) {
                throw new GeographyProblem(
                        new Place.OfZone(zone.name(), 0),
                        "`" + zone.file() + "` does not say whose ground it was, and the maps show that of "
                                + held.stream().map(Holding::side).toList(),
                        "give its feature the property `side`");
            }
            line = line.of(held.getFirst().side());
        }
        Line of = line;
        if (held.stream().noneMatch(h -> h.equals(of.holding()))) {
            throw new GeographyProblem(
                    new Place.OfZone(zone.name(), 0),
                    "it is where `" + line.holding().side() + "` stood, and the maps show ground held by "
                            + held.stream().map(h -> "`" + h.side() + "`").collect(Collectors.joining(", ")),
                    "`ground` in the rules of the series says which side a feature is of");
        }
        add(zone, line);
        series.rules().remainder().ifPresent(other -> add(zone, of.forTheOtherSide(other)));
    }

    private void add(Zone.FromFile zone, Line line) {
        String side = line.holding().side();
        TreeSet<String> actors = new TreeSet<>();
        agreement.actors().stream().map(Actor::name).forEach(actors::add);
        if (!actors.contains(side)) {
            throw new GeographyProblem(
                    Place.onMap(series.name()),
                    "its maps show ground held by `" + side + "`, and nobody in this agreement is called so",
                    "say who it is in the rules of the series: `\"ground\": [{\"side\": \"" + actors.first() + "\"}]`"
                            + " (docs/territory.md)");
        }
        lines.put(side + " " + zone.name(), line);
    }

    private Record gain(Line line, String zone, Beyond day, Map<String, String> digests) {
        String side = line.holding().side();
        LocalDate from = day.before().map(b -> b.plusDays(1)).orElse(day.date());
        return new Record.Observation(
                "map-" + day.date() + "-" + side + "-" + zone,
                end(day.known().orElse(day.date())),
                source(day),
                Optional.empty(),
                EVENT,
                new Time(start(from), end(day.date())),
                values(side, zone, day),
                series.rules().basis(),
                Optional.empty());
    }

    private static Map<String, Value> values(String side, String zone, Beyond day) {
        Map<String, Value> values = new TreeMap<>();
        values.put("by", new Value.Actor(side));
        values.put("beyond", new Value.ZoneName(zone));
        BigDecimal km2 = BigDecimal.valueOf(day.lastingKm2().orElse(0)).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        values.put("km2", new Value.Number(km2));
        // The largest piece stands for all of them; public output is coarse in place.
        day.lastingPieces().stream()
                .findFirst()
                .ifPresent(p -> values.put(
                        "place",
                        new Value.Place(
                                Math.round(p.place().y * 100) / 100.0,
                                Math.round(Math.IEEEremainder(p.place().x, 360) * 100) / 100.0,
                                p.placeWords())));
        return values;
    }

    /** Whose map, where on it, and how exact. */
    private String source(Beyond day) {
        String who = series.rules().source().isEmpty()
                ? series.name()
                : series.rules().source();
        return String.format(
                Locale.ROOT,
                "%s, map of %s: %s; error at most %.3f km2; held without a break up to the map of %s",
                who,
                day.date(),
                day.lastingPieces().stream()
                                .limit(3)
                                .map(p -> String.format(Locale.ROOT, "%.3f km2 at %s", p.km2(), p.placeWords()))
                                .collect(Collectors.joining(", "))
                        + (day.lastingPieces().size() > 3
                                ? " and " + (day.lastingPieces().size() - 3) + " more pieces"
                                : ""),
                day.lastingErrorKm2(series.rules()),
                day.known().map(LocalDate::toString).orElse(""));
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant().toEpochMilli();
    }

    private long end(LocalDate day) {
        return start(day.plusDays(1)) - 1;
    }

    private ZoneId zone() {
        return agreement.zone();
    }
}
