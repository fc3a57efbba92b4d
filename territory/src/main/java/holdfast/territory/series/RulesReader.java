package holdfast.territory.series;

import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.PlainText;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Basis;
import holdfast.territory.cut.Extent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a rule file, strictly: a member that is not understood is refused, since it might have been meant. */
final class RulesReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> MEMBERS = Set.of(
            "source",
            "method",
            "note",
            "maps",
            "ground",
            "remainder",
            "resolution_m",
            "minimum_km2",
            "least_roundness",
            "persistence_days",
            "farthest_km",
            "extent",
            "basis",
            "shown_days_earlier",
            "date_from",
            "layer",
            "names",
            "null_geometries",
            "outside");
    private static final Set<String> GROUND =
            Set.of("file", "missing", "property", "values", "like", "side", "side_from", "class", "class_from");
    private static final Set<String> DATE = Set.of("name", "property", "form");

    private final String file;

    private RulesReader(String file) {
        this.file = file;
    }

    /** @throws GeographyProblem if it is not such a file */
    static SeriesRules read(String file, String text) {
        return new RulesReader(file).rules(text);
    }

    private SeriesRules rules(String text) {
        JsonNode top;
        try {
            top = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw problem(
                    "it cannot be read as JSON: line " + at.getLineNr() + ", column " + at.getColumnNr() + ": "
                            + String.valueOf(e.getOriginalMessage())
                                    .replaceFirst("(?s)\\((.{1,4}) \\(code .*|\\R.*", "$1"),
                    "JSON has no comments, each name once, and no comma before a closing bracket; docs/territory.md shows such a"
                            + " file");
        }
        if (!top.isObject()) {
            throw problem("it is no JSON object", "docs/territory.md shows such a file");
        }
        known(top, MEMBERS, "");
        SeriesRules or = SeriesRules.DEFAULT;
        return new SeriesRules(
                text(top, "source").orElse(""),
                text(top, "method").orElse(""),
                text(top, "maps"),
                grounds(top),
                text(top, "remainder").map(PlainText::of),
                number(top, "resolution_m", or.resolutionMetres()),
                number(top, "minimum_km2", or.minimumKm2()),
                number(top, "least_roundness", or.leastRoundness()),
                days(top, "persistence_days", or.persistenceDays()),
                number(top, "farthest_km", or.farthestKm()),
                extent(top),
                basis(top),
                days(top, "shown_days_earlier", 0),
                dayFrom(top),
                text(top, "layer"),
                names(top),
                said(top, "null_geometries", Holding.LEFT_OUT),
                said(top, "outside", Holding.LEFT_OUT),
                Optional.of(file));
    }

    private List<SeriesRules.GroundRule> grounds(JsonNode top) {
        List<SeriesRules.GroundRule> grounds = new ArrayList<>();
        JsonNode written = top.path("ground");
        if (!written.isMissingNode() && !written.isArray()) {
            throw problem(
                    "`ground` is " + written,
                    "expected a list: `[{\"property\": \"status\", \"values\": [\"occupied\"], \"side\": \"Russia\"}]`");
        }
        for (JsonNode ground : written) {
            String at = "`ground` " + (grounds.size() + 1) + ": ";
            if (!ground.isObject()) {
                throw problem(
                        at + "it is " + ground,
                        "expected an object such as `{\"side_from\": \"party\", \"class\": \"held\"}`");
            }
            known(ground, GROUND, at);
            List<String> values = texts(ground, "values", at);
            List<String> like = texts(ground, "like", at);
            Optional<String> property = text(ground, "property").map(PlainText::of);
            if (property.isEmpty() && !(values.isEmpty() && like.isEmpty())) {
                throw problem(
                        at + "it has `values` or `like` but no `property`", "say of which property they are values");
            }
            List<String> files = files(ground, at);
            boolean mayBeMissing = said(ground, "missing", "no ground");
            if (mayBeMissing && files.isEmpty()) {
                throw problem(at + "it has `missing` but no `file`", "say which `file` a day may be without");
            }
            grounds.add(new SeriesRules.GroundRule(
                    files,
                    mayBeMissing,
                    property,
                    values,
                    like,
                    saying(ground, "side", Holding.MAPPED),
                    saying(ground, "class", Holding.HELD)));
        }
        return grounds;
    }

    private SeriesRules.Saying saying(JsonNode ground, String name, String otherwise) {
        Optional<String> said = text(ground, name).map(PlainText::of);
        return new SeriesRules.Saying(
                said.orElse(otherwise), text(ground, name + "_from").map(PlainText::of), said.isPresent());
    }

    /** A list of texts, numbers or truth values, or nothing: a list without any would fit whatever stands there. */
    private List<String> texts(JsonNode owner, String name, String at) {
        JsonNode list = owner.path(name);
        if (list.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        list.forEach(v -> {
            if (v.isValueNode() && !v.isNull()) {
                texts.add(GeoFeature.text(v));
            }
        });
        if (!list.isArray() || list.isEmpty() || texts.size() < list.size()) {
            throw problem(
                    at + "`" + name + "` is " + list,
                    "expected a list of texts: `\"" + name + "\": [\"occupied\"]`; without `" + name
                            + "`, every feature fits that has the property");
        }
        return texts;
    }

    /** The form of a file's name, or several. */
    private List<String> files(JsonNode ground, String at) {
        JsonNode written = ground.path("file");
        if (written.isMissingNode()) {
            return List.of();
        }
        List<String> files = new ArrayList<>();
        (written.isArray() ? written.values() : List.of(written)).forEach(f -> {
            if (!f.isString() || f.asString().isBlank()) {
                throw problem(
                        at + "`file` is " + written, "expected the form of a file's name, such as `\"Claimed*\"`");
            }
            files.add(f.asString());
        });
        return files;
    }

    /** {@code "name"}, {@code {"name": FORM}} or {@code {"property": NAME, "form": FORM}}. */
    private DayFrom dayFrom(JsonNode top) {
        JsonNode written = top.path("date_from");
        if (written.isMissingNode()) {
            return new DayFrom.Either();
        }
        if (written.isString() && written.asString().equals("name")) {
            return new DayFrom.Name(Optional.empty());
        }
        if (!written.isObject() || written.has("name") == written.has("property")) {
            throw problem(
                    "`date_from` is " + written,
                    "expected `\"name\"`, `{\"name\": \"*{dd}{MMM}{yyyy}*\"}`, or `{\"property\": \"day\", \"form\":"
                            + " \"{dd}.{MM}.{yyyy}*\"}` (without `form`: as 2024-08-01)");
        }
        known(written, DATE, "`date_from`: ");
        if (written.has("name")) {
            if (written.has("form")) {
                throw problem("`date_from` has `name` and `form`", "the form of a name stands in `name`");
            }
            return new DayFrom.Name(text(written, "name").map(this::form));
        }
        return new DayFrom.Property(
                text(written, "property").map(PlainText::of).orElse(""),
                text(written, "form").map(this::form));
    }

    private DayForm form(String written) {
        try {
            return DayForm.of(written);
        } catch (IllegalArgumentException e) {
            throw problem(
                    "`date_from`: in `" + written + "`, " + e.getMessage(),
                    "a form has {yyyy}, one of {MM}, {M}, {MMM}, and one of {dd}, {d}; `*` is anything; or it is `epoch ms`"
                            + " or `epoch s`");
        }
    }

    private NamesOfSides names(JsonNode top) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        JsonNode names = top.path("names");
        if (!names.isMissingNode() && !names.isObject()) {
            throw problem("`names` is " + names, "expected an object such as `{\"Russia\": [\"RF\", \"russian*\"]}`");
        }
        names.properties().forEach(name -> {
            if (!name.getValue().isArray()) {
                throw problem(
                        "in `names`, `" + name.getKey() + "` is " + name.getValue(),
                        "expected a list of texts that mean it, in which `*` stands for anything");
            }
            List<String> likes = new ArrayList<>();
            likes.addAll(texts(names, name.getKey(), "in `names`, "));
            spellings.put(PlainText.of(name.getKey()), likes);
        });
        return new NamesOfSides(spellings);
    }

    private Optional<Extent> extent(JsonNode top) {
        JsonNode extent = top.path("extent");
        if (extent.isMissingNode()) {
            return Optional.empty();
        }
        boolean numbers = extent.isArray();
        for (JsonNode number : extent) {
            numbers &= number.isNumber();
        }
        if (!numbers || extent.size() != 4) {
            throw problem("`extent` is " + extent, "expected four numbers: [west, south, east, north]");
        }
        try {
            return Optional.of(Extent.of(
                    extent.get(0).asDouble(),
                    extent.get(1).asDouble(),
                    extent.get(2).asDouble(),
                    extent.get(3).asDouble()));
        } catch (IllegalArgumentException e) {
            throw problem("`extent`: " + e.getMessage(), "in degrees, west before east and south before north");
        }
    }

    private Basis basis(JsonNode top) {
        Optional<String> written = text(top, "basis");
        if (written.isEmpty()) {
            return SeriesRules.DEFAULT.basis();
        }
        List<String> known = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            String name = basis.name().toLowerCase(Locale.ROOT);
            if (name.equals(written.get())) {
                return basis;
            }
            known.add(name);
        }
        throw problem(
                "`basis` is `" + written.get() + "`",
                Suggestion.help(written.get(), known, "there are " + Suggestion.list(known)));
    }

    /** A member that has one value, or is not there. */
    private boolean said(JsonNode top, String name, String value) {
        Optional<String> written = text(top, name);
        written.filter(w -> !w.equals(value)).ifPresent(w -> {
            throw problem("`" + name + "` is `" + w + "`", "expected `" + value + "`, or to be left away");
        });
        return written.isPresent();
    }

    private Optional<String> text(JsonNode owner, String name) {
        JsonNode value = owner.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw problem("`" + name + "` is " + value, "expected a text");
        }
        return Optional.of(value.asString());
    }

    private double number(JsonNode owner, String name, double otherwise) {
        JsonNode value = owner.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        double number = value.isNumber() ? value.asDouble() : Double.NaN;
        if (!(number >= 0) || number > 1e6) {
            throw problem("`" + name + "` is " + value, "expected a number from 0 on");
        }
        return number;
    }

    private int days(JsonNode owner, String name, int otherwise) {
        double days = number(owner, name, otherwise);
        if (days != Math.rint(days)) {
            throw problem("`" + name + "` is " + owner.path(name), "expected whole days");
        }
        return (int) days;
    }

    private void known(JsonNode owner, Set<String> members, String at) {
        // The order of such a set is another one at each start of Java.
        List<String> there = members.stream().sorted().toList();
        owner.propertyNames().forEach(name -> {
            if (!members.contains(name)) {
                throw problem(
                        at + "`" + name + "` is not known here",
                        Suggestion.help(name, there, "there are " + Suggestion.list(there)));
            }
        });
    }

    private GeographyProblem problem(String found, String help) {
        return new GeographyProblem(Place.onMap(file), found, help);
    }
}
