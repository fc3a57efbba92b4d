package holdfast.territory.series;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.GroundClass;
import holdfast.language.diagnostic.Place;
import holdfast.language.model.Basis;
import holdfast.territory.cut.Extent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the maps of a source are to be read, and from when on a difference between them counts. It stands in a file beside the maps (docs/territory.md), so that whoever
 * disagrees can change it; nothing of it is in code.
 *
 * @param source who draws the maps; empty: not said
 * @param method how they are drawn; empty: not said
 * @param maps the folder or file of the maps, seen from the rule file; empty: its own folder
 * @param grounds whose ground a feature is: the first that fits; empty: by the properties {@code side} and {@code class}
 * @param remainder who holds what no feature covers; their gains are what all others lost
 * @param resolutionMetres how far a border on these maps may lie from the border on the ground, everywhere
 * @param minimumKm2 a piece of less is not told from redrawing
 * @param leastRoundness a piece of less does not count among a day's changes, where a series asks for it: 4 pi area / perimeter squared, 1 for a circle, 0.03 for a strip 100 times as long as wide; beyond a line it decides nothing
 * @param persistenceDays what lasts is so on every map from its day until so many days later
 * @param farthestKm a polygon farther than this from all ground of the map before is refused
 * @param extent no polygon may lie outside of it
 * @param basis how the source knows, for agreements that ask
 * @param shownDaysEarlier how many days before its own date a map shows the ground: 1 where a map is drawn in the morning, of the day before
 * @param dayFrom what says of which day a map is
 * @param layer which layer of a file with several
 * @param names how a source writes a side or a class, by what it is called here
 * @param withoutNull features without a geometry are left out; otherwise such a map is refused
 * @param withoutOutside polygons outside of the {@code extent} are left out; otherwise such a map is refused
 * @param named whether a file said so; otherwise these are the defaults
 */
public record SeriesRules(
        String source,
        String method,
        Optional<String> maps,
        List<GroundRule> grounds,
        Optional<String> remainder,
        double resolutionMetres,
        double minimumKm2,
        double leastRoundness,
        int persistenceDays,
        double farthestKm,
        Optional<Extent> extent,
        Basis basis,
        int shownDaysEarlier,
        DayFrom dayFrom,
        Optional<String> layer,
        NamesOfSides names,
        boolean withoutNull,
        boolean withoutOutside,
        Optional<String> named) {

    /** What holds where a series comes without a file. */
    public static final SeriesRules DEFAULT = new SeriesRules(
            "",
            "",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            100,
            0.1,
            0,
            3,
            500,
            Optional.empty(),
            Basis.MEDIA,
            0,
            new DayFrom.Either(),
            Optional.empty(),
            NamesOfSides.NONE,
            false,
            false,
            Optional.empty());

    public SeriesRules {
        grounds = List.copyOf(grounds);
    }

    /**
     * Features of which a property has one of some values, of some of the files of a day; or all features.
     *
     * @param files forms of the names of the files of which it speaks; empty: of all
     * @param mayBeMissing a day may be without such a file, and then has no such ground; otherwise it is refused
     * @param property empty: every feature fits
     * @param like texts with {@code *} for any part
     * @param side the side, or the property in which it stands; {@code kind}: the class likewise
     */
    public record GroundRule(
            List<String> files,
            boolean mayBeMissing,
            Optional<String> property,
            List<String> values,
            List<String> like,
            Saying side,
            Saying kind) {
        public GroundRule {
            files = List.copyOf(files);
            like = List.copyOf(like);
            values = List.copyOf(values);
        }

        /** Whether it speaks of the features of a file. */
        boolean isOf(String file) {
            return files.isEmpty() || files.stream().anyMatch(f -> Likeness.is(file, f));
        }

        boolean fits(Map<String, String> properties) {
            return property.isEmpty()
                    || Optional.ofNullable(properties.get(property.get()))
                            .map(value -> values.isEmpty() && like.isEmpty()
                                    || values.stream().anyMatch(v -> Likeness.same(value, v))
                                    || like.stream().anyMatch(l -> Likeness.is(value, l)))
                            .orElse(false);
        }
    }

    /**
     * A text, or the property of a feature that says it.
     *
     * @param property present: it is read from there; {@code text} is what holds where a feature does not have it
     * @param said whether the rules say that text; otherwise it is what holds if nothing is said
     */
    public record Saying(String text, Optional<String> property, boolean said) {
        String in(Map<String, String> properties) {
            return property.map(properties::get).filter(v -> !v.isBlank()).orElse(text);
        }
    }

    /** Whether a day may be drawn in several files, which the rules tell apart by their names. */
    boolean severalFilesADay() {
        return grounds.stream().anyMatch(g -> !g.files().isEmpty());
    }

    /**
     * The rule for a feature.
     *
     * @param file in which it stands
     * @param where the feature, for messages
     * @throws GeographyProblem if no rule fits
     */
    GroundRule rule(String file, Map<String, String> properties, Place where) {
        if (grounds.isEmpty()) {
            return BY_PROPERTIES;
        }
        for (GroundRule rule : grounds) {
            if (rule.isOf(file) && rule.fits(properties)) {
                return rule;
            }
        }
        List<String> seen = new ArrayList<>();
        if (grounds.stream().noneMatch(g -> g.isOf(file))) {
            seen.add("no `file` there fits `" + file + "`");
        }
        grounds.forEach(g -> g.property()
                .ifPresent(p -> seen.add("`" + p + "` is "
                        + Optional.ofNullable(properties.get(p))
                                .map(v -> "`" + v + "`")
                                .orElse("missing"))));
        throw new GeographyProblem(
                where,
                "nothing in " + named.map(n -> "`" + n + "`").orElse("the rules") + " says whose ground it is: "
                        + String.join(", ", seen.stream().distinct().toList()),
                "add a line to `ground` there, with `\"class\": \"left out\"` if it does not count");
    }

    /** The properties that say whose ground a feature is, and how it is. */
    Set<String> saidBy() {
        Set<String> said = new TreeSet<>();
        for (GroundRule rule : grounds.isEmpty() ? List.of(BY_PROPERTIES) : grounds) {
            rule.property().ifPresent(said::add);
            rule.side().property().ifPresent(said::add);
            rule.kind().property().ifPresent(said::add);
        }
        return said;
    }

    private static final GroundRule BY_PROPERTIES = new GroundRule(
            List.of(),
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            new Saying(Holding.MAPPED, Optional.of("side"), true),
            new Saying(Holding.HELD, Optional.of("class"), true));

    /** Whose ground a feature is by its rule; empty: it is to be left out. */
    Optional<Holding> holding(GroundRule rule, Map<String, String> properties) {
        String kind = GroundClass.of(names.of(rule.kind().in(properties)));
        return kind.equals(Holding.LEFT_OUT)
                ? Optional.empty()
                : Optional.of(new Holding(names.of(rule.side().in(properties)), kind));
    }

    /** The rule by which a difference counts, in words. */
    public String words() {
        return String.format(
                        Locale.ROOT,
                        "Of what changed or lies beyond a line, what is nowhere %s m wide, twice the %s m that a border may"
                                + " lie off, is cut off; of the rest, pieces of %s km2 or more count%s. It lasts if it is so"
                                + " on every map from its day until %d %s later",
                        number(2 * resolutionMetres),
                        number(resolutionMetres),
                        number(minimumKm2),
                        leastRoundness > 0
                                ? ", of one day's changes those with a roundness of " + number(leastRoundness)
                                        + " or more"
                                : "",
                        persistenceDays,
                        persistenceDays == 1 ? "day" : "days")
                + named.map(n -> " (" + n + ").")
                        .orElse(" (defaults: no `series.json` beside the maps says otherwise).");
    }

    public static String number(double value) {
        return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }
}
