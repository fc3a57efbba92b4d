package holdfast.territory.series;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.territory.series.SeriesRules.GroundRule;
import holdfast.territory.series.SeriesRules.Saying;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which rules of a series found something to apply to: what never did was meant for something else. Safe for several threads. */
final class RulesUse {
    private final SeriesRules rules;
    private final Set<GroundRule> applied = ConcurrentHashMap.newKeySet();
    private final Set<String> named = ConcurrentHashMap.newKeySet();
    private final Set<String> properties = ConcurrentHashMap.newKeySet();

    RulesUse(SeriesRules rules) {
        this.rules = rules;
    }

    OfFile of(Drawing drawing) {
        return new OfFile(drawing);
    }

    /** In the features of one file, of one day. */
    final class OfFile {
        private final Drawing drawing;
        private final Map<GroundRule, Set<String>> lacking = new LinkedHashMap<>();

        private OfFile(Drawing drawing) {
            this.drawing = drawing;
        }

        void applied(GroundRule rule, GeoFeature feature) {
            Map<String, String> its = feature.properties();
            applied.add(rule);
            lacking.computeIfAbsent(rule, RulesUse::sought).removeAll(its.keySet());
            properties.addAll(its.keySet());
            for (Saying saying : List.of(rule.side(), rule.kind())) {
                named.add(rules.names().of(saying.in(its).strip()));
            }
        }

        /**
         * @throws holdfast.engine.geography.drawing.GeographyProblem if the rules take a side or a class from a
         * property that none of the features has
         */
        void check() {
            lacking.forEach((rule, names) -> names.forEach(name -> {
                boolean side = rule.side().property().filter(name::equals).isPresent();
                String what = side ? "side" : "class";
                throw drawing.problem(
                        "none of its features has the property `" + name
                                + "`, from which the rules of the series take the " + what,
                        "its features have " + Appearing.of(drawing) + ": mend `" + what + "_from`"
                                + Appearing.cutOff(name, drawing) + "; `\"" + what
                                + "\"` beside it says what holds where a feature does not have it");
            }));
        }
    }

    /** The properties from which a rule takes something, where it says nothing of features that do not have them. */
    private static Set<String> sought(GroundRule rule) {
        Set<String> sought = new TreeSet<>();
        for (Saying saying : List.of(rule.side(), rule.kind())) {
            if (!saying.said()) {
                saying.property().ifPresent(sought::add);
            }
        }
        return sought;
    }

    /** In words, one for each rule that applied to nothing. */
    List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < rules.grounds().size(); i++) {
            GroundRule rule = rules.grounds().get(i);
            if (!applied.contains(rule)) {
                unused.add(rulesFile() + ": `ground` " + (i + 1) + " applied to no feature of any map" + why(rule));
            }
        }
        rules.names().spellings().keySet().stream()
                .filter(name -> !named.contains(name) && !name.equals(Holding.LEFT_OUT))
                .forEach(name -> unused.add(
                        rulesFile() + ": in `names`, nothing on the maps is `" + name + "` or is written as it says"));
        return unused;
    }

    private String why(GroundRule rule) {
        String property = rule.property().orElse("");
        return property.isEmpty()
                ? ""
                : properties.contains(property)
                        ? ": none that is left to it has one of its values in `" + property + "`"
                        : ": none has the property `" + property + "`; there are "
                                + Appearing.of(properties.stream().sorted().toList());
    }

    private String rulesFile() {
        return rules.named().map(n -> "`" + n + "`").orElse("the rules");
    }
}
