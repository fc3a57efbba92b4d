package holdfast.reference.random;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.language.model.Anchor;
import holdfast.language.model.Basis;
import holdfast.language.model.Bearer;
import holdfast.language.model.Body;
import holdfast.language.model.Bound;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.model.Zone;
import holdfast.reference.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The random cases are worth their time: nothing in the model, and no status, is left out. */
class RandomCaseTest {
    private static final int SEEDS = 2_000;
    /** What does not come up at least so often is not tested. */
    private static final int LEAST = 5;

    @Test
    void a_case_follows_from_its_seed() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(RandomCase.of(seed)).isEqualTo(RandomCase.of(seed));
        }
    }

    @Test
    void names_are_declared() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(Shrinker.isWellFormed(RandomCase.of(seed).agreement()))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void every_construct_of_the_model_comes_up() {
        Map<String, Integer> seeds = new TreeMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase c = RandomCase.of(seed);
            Set<String> names = new TreeSet<>(Constructs.names(c.agreement()));
            names.addAll(Constructs.names(c.records()));
            names.forEach(name -> seeds.merge(name, 1, Integer::sum));
        }
        assertThat(expected())
                .allSatisfy(
                        name -> assertThat(seeds.getOrDefault(name, 0)).as(name).isGreaterThanOrEqualTo(LEAST));
    }

    private static final String NO_VERDICT = "no verdict hangs on it";
    private static final String ALWAYS_TWO = "fewer than two make no sense";
    private static final String SEVERAL_STATEMENTS =
            "several say the same as one in each of several statements, which are drawn";
    private static final String CONFORMANCE = "conformance cases and tests by hand have others";

    /** What the random agreements and histories never write, and why. */
    private static final Map<String, String> NEVER_OTHERWISE = Map.ofEntries(
            Map.entry("Agreement.actors", ALWAYS_TWO),
            Map.entry("Agreement.articles", "clauses are covered by their numbers, whatever heading they stand under"),
            Map.entry("Agreement.events", ALWAYS_TWO),
            Map.entry("Agreement.groups", CONFORMANCE),
            Map.entry("Agreement.layers", NO_VERDICT),
            Map.entry("Agreement.measures", NO_VERDICT),
            Map.entry("Agreement.retold", NO_VERDICT),
            Map.entry("Agreement.scenarios", NO_VERDICT),
            Map.entry("Agreement.sources", NO_VERDICT),
            Map.entry("Agreement.undefinedTerms", CONFORMANCE),
            Map.entry("Article.passages", NO_VERDICT),
            Map.entry("Condition.Any.conditions", ALWAYS_TWO),
            Map.entry("Condition.InState.arguments", CONFORMANCE),
            Map.entry("Definition.AllOf.patterns", ALWAYS_TWO),
            Map.entry("EventType.irreversible", NO_VERDICT),
            Map.entry("EventType.measure", NO_VERDICT),
            Map.entry("Level.attributes", CONFORMANCE),
            Map.entry("Level.variables", CONFORMANCE),
            Map.entry("Norm.inFavourOf", NO_VERDICT),
            Map.entry("Question.answers", ALWAYS_TWO),
            Map.entry("Record.Finding.author", "findings are drawn with the body as their source, which says as much"),
            Map.entry("Rule.Accepts.codes", NO_VERDICT),
            Map.entry("Rule.AnswersFor.affiliates", SEVERAL_STATEMENTS),
            Map.entry("Rule.Corrects.of", SEVERAL_STATEMENTS),
            Map.entry("Rule.ForcesInArea.actors", NO_VERDICT),
            Map.entry("State.Fluent.parameters", CONFORMANCE),
            Map.entry("State.Named.parameters", CONFORMANCE),
            Map.entry("Zone.Around.along", "the reader makes it of the ground of a map: the evaluators get the strip"),
            Map.entry("Zone.FromFile.edge", "the map is read with the agreement; the evaluators get the line"),
            Map.entry("Zone.FromFile.stood", "the map is read with the agreement; the evaluators get its ground"));

    @Test
    void what_is_never_written_otherwise_has_a_reason() {
        Map<String, Set<String>> choices = new TreeMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase c = RandomCase.of(seed);
            List.of(c.agreement(), c.records())
                    .forEach(whole -> Constructs.choices(whole)
                            .forEach((name, found) -> choices.computeIfAbsent(name, n -> new TreeSet<>())
                                    .addAll(found)));
        }
        Set<String> oneSided = new TreeSet<>();
        choices.forEach((name, found) -> {
            boolean neverSeveral = found.contains("one") && !found.contains("several");
            if (found.size() == 1 || neverSeveral) {
                oneSided.add(name);
            }
        });
        assertThat(oneSided).containsExactlyInAnyOrderElementsOf(NEVER_OTHERWISE.keySet());
    }

    @Test
    void every_status_and_standing_comes_up() {
        Map<String, Integer> seeds = new TreeMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase c = RandomCase.of(seed);
            Set<String> found = new TreeSet<>();
            for (long now : c.moments()) {
                Reference.verdicts(c.agreement(), c.records(), Long.MAX_VALUE, now)
                        .forEach(
                                v -> found.addAll(List.of(Constructs.name(v.status()), Constructs.name(v.standing()))));
            }
            found.forEach(name -> seeds.merge(name, 1, Integer::sum));
        }
        Set<String> expected = new TreeSet<>();
        add(expected, Status.values());
        add(expected, Standing.values());
        assertThat(expected)
                .allSatisfy(
                        name -> assertThat(seeds.getOrDefault(name, 0)).as(name).isGreaterThanOrEqualTo(LEAST));
    }

    private static Set<String> expected() {
        Set<String> names = new TreeSet<>();
        for (Class<?> sealed : List.of(
                Anchor.class,
                Bearer.class,
                Body.Rule.class,
                Bound.class,
                Condition.class,
                Definition.Derivation.class,
                Duty.class,
                Duty.Amount.class,
                Record.class,
                Rule.class,
                State.class,
                Term.class,
                Trigger.class,
                Value.class,
                Zone.class)) {
            for (Class<?> permitted : sealed.getPermittedSubclasses()) {
                names.add(Constructs.name(permitted));
            }
        }
        add(names, Anchor.Moment.values());
        add(names, Basis.values());
        add(names, Body.Silence.values());
        add(names, Comparison.values());
        add(names, Duty.Effect.values());
        add(names, Rule.Silence.Meaning.values());
        add(names, ValueType.values());
        return names;
    }

    private static void add(Set<String> names, Enum<?>[] constants) {
        Arrays.stream(constants).map(Constructs::name).forEach(names::add);
    }
}
