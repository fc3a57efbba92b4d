package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlannerTest {
    private static Optional<Plan> plan(String clauses) {
        return Planner.of(Ferries.agreement(FerryTexts.EVENTS + clauses));
    }

    private static List<String> judged(Plan plan) {
        List<String> ids = new ArrayList<>();
        plan.groups()
                .forEach(group -> group.clauses().forEach(c -> ids.add(c.norm().id())));
        return ids;
    }

    @TestFactory
    Stream<DynamicTest> each_clause_is_judged_by_one_tier() {
        return FerryTexts.all(text -> {
            Plan plan = Planner.of(text.agreement()).orElseThrow();
            List<String> ids = judged(plan);
            plan.rest().forEach(norm -> ids.add(norm.id()));
            assertThat(ids)
                    .containsExactlyInAnyOrderElementsOf(
                            text.agreement().norms().stream().map(n -> n.id()).toList());
        });
    }

    @Test
    void the_first_tier_judges_all_that_it_can() {
        FerryTexts.plainAlone()
                .forEach((name, text) ->
                        assertThat(plan(text).orElseThrow().rest()).as(name).isEmpty());
    }

    @Test
    void where_more_than_sixteen_clauses_are_over_one_kind_of_key_the_second_tier_judges_them() {
        assertThat(plan(FerryTexts.ofAKind(16)).orElseThrow().rest()).isEmpty();
        assertThat(plan(FerryTexts.ofAKind(17))).isEmpty();
        Plan plan = plan(FerryTexts.ofAKind(17) + "2.1  nobody named must not docks(pier 1)\n")
                .orElseThrow();
        assertThat(plan.rest()).hasSize(17);
        assertThat(judged(plan)).containsExactly("2.1");
    }

    @Test
    void there_is_a_first_tier_if_it_alone_hears_of_something() {
        String beyond = "1.1  on calls(pier P), if sails has happened, nobody named must calls(pier P) within 1 day\n";
        assertThat(plan(beyond)).isEmpty();
        assertThat(plan(beyond + "1.2  nobody named must not sails(pier 1)\n")).isEmpty();
        assertThat(plan(beyond + "1.2  nobody named must not docks(pier 1)\n")
                        .orElseThrow()
                        .heard())
                .containsExactlyInAnyOrder("calls", "sails");
        assertThat(plan("")).isEmpty();
    }

    @Test
    void what_hangs_on_a_clause_of_the_second_tier_is_judged_there() {
        Plan plan = plan("""
                1.1  on calls(pier P), if sails has happened, nobody named must sails(pier P) within 3 hours
                1.2  on a breach X of 1.1, nobody named must sails(pier P) within 1 day
                1.3  nobody named must not docks(pier 1)
                1.4  on calls(pier P), nobody named must sails(pier P) within 3 hours
                1.5  on a breach X of 1.4, nobody named must calls(pier P, note "calm") within 1 hour of the start of X
                1.6  on a breach X of 1.4, nobody named must sails(pier P) within 1 hour
                """).orElseThrow();
        assertThat(judged(plan)).containsExactly("1.3");
        assertThat(plan.rest()).extracting(n -> n.id()).containsExactly("1.1", "1.2", "1.4", "1.5", "1.6");
    }

    @Test
    void a_power_or_a_rule_over_one_clause_leaves_the_others_to_the_first_tier() {
        String clauses = "1.1  each party B must not sails(by B)\n1.2  each party B must not docks(by B)\n";
        for (String bears : List.of(
                "1.3  Isle may suspend 1.2 with calls(of Isle)\n",
                "evidence for 1.2 is seen\n",
                "Commission confirms breaches of 1.2, and silence for 48 hours confirms them\n")) {
            Plan plan = plan(clauses + bears).orElseThrow();
            assertThat(judged(plan)).as(bears).containsExactly("1.1");
        }
        for (String bearsNot : List.of(
                "",
                "nobody confirms breaches of 1.2\n",
                "Commission confirms breaches of 1.2\n",
                "Commission confirms breaches of 1.2, and silence for 48 hours leaves them alleged\n")) {
            assertThat(judged(plan(clauses + bearsNot).orElseThrow()))
                    .as(bearsNot)
                    .containsExactly("1.1", "1.2");
        }
    }

    @Test
    void what_a_clause_waits_for_is_of_no_concern_to_the_first_tier_unless_the_act_says_it() {
        String truce = "state truce begins with calls(note \"rough\"), ends with calls(note \"calm\")\n";
        Plan plan = plan(truce + """
                1.1  while truce, each party B must not sails(by B)
                1.2  nobody named must not docks(pier 1)
                """).orElseThrow();
        assertThat(judged(plan)).containsExactly("1.1", "1.2");
        assertThat(plan.conditions()).extracting(Plan.Condition::heard).containsExactly(Set.of("calls"));
        assertThat(plan(truce + "1.1  while truce, nobody named must not calls(pier 1)\n"))
                .as("the cells hear of it anyway")
                .isEmpty();
    }

    @Test
    void what_a_clause_waits_for_with_all_others_its_own_text_waits_for_too() {
        Plan plan = plan("""
                in force while calls has happened
                1.1  each party B must not sails(by B)
                1.2  on docks(by B), B must docks(by B) within 3 hours
                """).orElseThrow();
        assertThat(judged(plan)).containsExactly("1.1");
        assertThat(plan.heard()).containsExactlyInAnyOrder("docks", "calls");
        assertThat(plan("""
                1.1  each party B must not sails(by B)
                2.1  while 1.1 is breached, nobody named must not docks(pier 1)
                """)).as("what hangs on another clause").isEmpty();
    }

    @Test
    void what_is_asked_of_values_that_the_act_does_not_say_is_left_to_the_second_tier() {
        assertThat(plan("1.1  each party B must not sails(by B, pier P) where P more than 1\n"))
                .isPresent();
        assertThat(plan("1.1  each party B must not sails(by B) where calls has happened\n"))
                .isEmpty();
        assertThat(
                        plan(
                                "1.1  on sails(pier P, note N), nobody named must docks(pier P) within 1 day where N is \"calm\"\n"))
                .isEmpty();
    }

    @Test
    void clauses_about_one_act_of_one_key_are_one_group_and_what_follows_is_in_it() {
        Plan plan = plan("""
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                1.2  on calls(pier P), nobody named must docks(pier P) within 1 hour
                1.3  on a breach X of 1.1, nobody named must calls(pier P) within 3 hours
                1.4  nobody named must not calls(pier 2)
                """).orElseThrow();
        assertThat(plan.groups())
                .extracting(group ->
                        group.clauses().stream().map(c -> c.norm().id()).toList())
                .containsExactly(List.of("1.1", "1.2", "1.3"), List.of("1.4"));
        assertThat(plan.groups()).extracting(Plan.Group::width).containsExactly(1, 0);
    }
}
