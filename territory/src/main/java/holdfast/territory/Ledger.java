package holdfast.territory;

import holdfast.territory.cut.Difference;
import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.ControlMap;
import holdfast.territory.series.Holding;
import holdfast.territory.series.SeriesRules;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The day-by-day account of a series. Maps come one at a time and two are kept. A day is handed out when the fate of its movements is known, which is as many days later as the rule asks
 * for, or when the series ends.
 */
final class Ledger {
    private final SeriesRules rules;
    private final List<Sector> sectors;
    private final Consumer<Day> sink;
    private final Deque<Day> open = new ArrayDeque<>();
    private final Map<Holding, Map<String, Double>> sectorKm2 = new HashMap<>();
    private final Counting counting;

    /** Of this day: what one side gained, another one may have lost. */
    private final Map<Polygon, Patch> patches = new IdentityHashMap<>();

    private final Map<Holding, LastingGround> lasting = new HashMap<>();
    private Optional<ControlMap> before = Optional.empty();

    Ledger(SeriesRules rules, List<Sector> sectors, Consumer<Day> sink) {
        this.rules = rules;
        this.counting = new Counting(rules);
        this.sectors = List.copyOf(sectors);
        this.sink = sink;
    }

    /** Takes the next map, and gives its movements, whose fate is not known yet. */
    List<Movement> accept(ControlMap map) {
        LocalDate date = map.date();
        List<Account> accounts = new ArrayList<>();
        Map<Holding, Difference> differences = differences(map);
        patches.clear();
        differences.forEach((holding, difference) -> lasting.computeIfAbsent(holding, h -> new LastingGround(counting))
                .accept(date, difference));
        settleEarlier(date, differences);
        differences.forEach((holding, difference) -> {
            boolean isRemainder = isRemainder(holding);
            Account all = new Account(
                    holding,
                    "",
                    isRemainder
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(map.km2().getOrDefault(holding, 0.0)),
                    isRemainder
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(
                                    map.perimeterKm().getOrDefault(holding, 0.0) * rules.resolutionMetres() / 1000),
                    shares(date, holding, true, difference.gained()),
                    shares(date, holding, false, difference.lost()),
                    0,
                    0,
                    false,
                    rules);
            accounts.add(all);
            sectors.forEach(sector -> accounts.add(inSector(sector, map, all)));
        });
        Day day = new Day(
                date,
                map.file(),
                map.sha256(),
                before.map(ControlMap::date),
                before.map(b -> b.date().plusDays(1).datesUntil(date).toList()).orElse(List.of()),
                accounts,
                Transfer.of(differences),
                map.remarks());
        open.add(day);
        before = Optional.of(map);
        List<Movement> movements = day.movements();
        handOut(date);
        return movements;
    }

    /** Hands out the days that still waited. */
    void finish() {
        open.forEach(sink);
        open.clear();
    }

    private Map<Holding, Difference> differences(ControlMap map) {
        Map<Holding, Difference> differences = new TreeMap<>();
        TreeSet<Holding> holdings = new TreeSet<>(map.grounds().keySet());
        before.ifPresent(b -> holdings.addAll(b.grounds().keySet()));
        for (Holding holding : holdings) {
            differences.put(
                    holding,
                    before.map(b -> Difference.between(b.ground(holding), map.ground(holding)))
                            .orElse(NO_DIFFERENCE));
        }
        rules.remainder().ifPresent(side -> {
            Difference covered = holdings.size() == 1
                    ? differences.get(holdings.first())
                    : before.map(b -> Difference.between(covered(b), covered(map)))
                            .orElse(NO_DIFFERENCE);
            if (covered != null) {
                differences.put(remainder(side), new Difference(covered.lost(), covered.gained()));
            }
        });
        return differences;
    }

    private static final Difference NO_DIFFERENCE = new Difference(List.of(), List.of());

    private static Holding remainder(String side) {
        return new Holding(side, Holding.HELD);
    }

    private boolean isRemainder(Holding holding) {
        return rules.remainder().map(side -> holding.equals(remainder(side))).orElse(false);
    }

    private static MultiPolygon covered(ControlMap map) {
        return Grounds.union(map.grounds().values());
    }

    private List<Account.Share> shares(LocalDate date, Holding holding, boolean gain, List<Polygon> polygons) {
        return polygons.stream()
                .map(polygon -> patches.computeIfAbsent(polygon, Patch::of))
                .map(patch -> new Account.Share(
                        new Movement(date, holding, gain, patch, rules, counting), patch.km2(), patch.perimeterKm()))
                .toList();
    }

    private Account inSector(Sector sector, ControlMap map, Account all) {
        List<Account.Share> gained = cut(all.gained(), sector);
        List<Account.Share> lost = cut(all.lost(), sector);
        OptionalDouble km2 = OptionalDouble.empty();
        if (all.km2().isPresent()) {
            // Measured once, and from then on what came and went is added up.
            Map<String, Double> areas = sectorKm2.computeIfAbsent(all.holding(), h -> new HashMap<>());
            Double known = areas.get(sector.name());
            double now = known == null
                    ? Ellipsoid.km2(Grounds.common(Grounds.alongGeodesics(map.ground(all.holding())), sector.ground()))
                    : known + km2(gained) - km2(lost);
            areas.put(sector.name(), now);
            km2 = OptionalDouble.of(Math.max(0, now));
        }
        return new Account(all.holding(), sector.name(), km2, OptionalDouble.empty(), gained, lost, 0, 0, false, rules);
    }

    private static double km2(List<Account.Share> shares) {
        return shares.stream().mapToDouble(Account.Share::km2).sum();
    }

    private static List<Account.Share> cut(List<Account.Share> shares, Sector sector) {
        List<Account.Share> cut = new ArrayList<>();
        for (Account.Share share : shares) {
            Geometry inside = Grounds.common(share.movement().patch().polygon(), sector.ground());
            if (!inside.isEmpty()) {
                cut.add(new Account.Share(share.movement(), Ellipsoid.km2(inside), Ellipsoid.perimeterKm(inside)));
            }
        }
        return cut;
    }

    /** What goes the other way today undoes movements of the days before. */
    private void settleEarlier(LocalDate date, Map<Holding, Difference> differences) {
        for (Day day : open) {
            for (Movement movement : day.movements()) {
                Difference difference = differences.get(movement.holding());
                if (movement.isOpen() && difference != null && movement.canBeReversed()) {
                    (movement.gain() ? difference.lost() : difference.gained())
                            .forEach(polygon -> movement.against(date, polygon));
                }
                movement.seen(date);
            }
        }
    }

    /** Hands out the days of which it is now known what lasts. */
    private void handOut(LocalDate now) {
        while (!open.isEmpty() && !now.isBefore(open.getFirst().date().plusDays(rules.persistenceDays()))) {
            sink.accept(settled(open.removeFirst()));
        }
    }

    private Day settled(Day day) {
        Map<Holding, LastingGround.Change> changes = new TreeMap<>();
        lasting.forEach((holding, ground) -> changes.put(holding, ground.settle(day.date())));
        List<Account> accounts = new ArrayList<>();
        for (Account account : day.accounts()) {
            LastingGround.Change change = changes.getOrDefault(account.holding(), LastingGround.Change.NONE);
            Optional<Sector> sector = sectors.stream()
                    .filter(s -> s.name().equals(account.sector()))
                    .findFirst();
            accounts.add(account.lasting(km2(change.gained(), sector), km2(change.lost(), sector)));
        }
        return day.with(accounts);
    }

    private static double km2(List<Patch> patches, Optional<Sector> sector) {
        return sector.isEmpty()
                ? Counting.km2(patches)
                : patches.stream()
                        .mapToDouble(p -> Ellipsoid.km2(
                                Grounds.common(p.polygon(), sector.get().ground())))
                        .sum();
    }
}
