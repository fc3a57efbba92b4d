package holdfast.language;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.model.Agreement;
import holdfast.language.model.Rule;
import holdfast.language.model.Step;
import holdfast.language.model.Step.Role;
import holdfast.language.model.Step.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which events are which step, and what is said where that cannot be. */
class ReadinessTest {
    private static final String EVENTS = """
            party Aland, Bland
            event plea(by: party, item: text, quantity: number, due: date)
            event gift(donor: party, goods: text, pieces: number, ready: date)
            event landing(by: party, from: party, item: text, quantity: number)
            event speech(by: party)
            event grant(by: party, item: number, quantity: number)
            define much as landing(quantity 3)
            """;

    private static Outcome read(String statements) {
        return read(EVENTS, statements);
    }

    private static Outcome read(String events, String statements) {
        String text = "## Article 1\n\n```holdfast\n" + events + statements
                + "\n1.1  Aland must speech with no deadline\n```\n";
        return AgreementReader.read("text.md", text.getBytes(StandardCharsets.UTF_8), f -> Optional.empty());
    }

    private static List<String> problems(String statements) {
        return read(statements).diagnostics().stream()
                .map(p -> p.code().label() + " " + p.found() + " -> " + p.help())
                .toList();
    }

    private static List<Step> steps(Agreement agreement) {
        return agreement.rules().stream()
                .filter(Rule.Readiness.class::isInstance)
                .flatMap(r -> ((Rule.Readiness) r).steps().stream())
                .toList();
    }

    @Test
    void whatAnAttributeSaysIsToldByItsName() {
        Agreement agreement = read("readiness: plea is needed, landing is received")
                .agreement()
                .orElseThrow();
        assertThat(steps(agreement))
                .containsExactly(
                        new Step(
                                "plea",
                                Stage.NEEDED,
                                Map.of(
                                        Role.ITEM,
                                        "item",
                                        Role.QUANTITY,
                                        "quantity",
                                        Role.RECEIVER,
                                        "by",
                                        Role.DAY,
                                        "due")),
                        new Step(
                                "landing",
                                Stage.RECEIVED,
                                Map.of(
                                        Role.ITEM,
                                        "item",
                                        Role.QUANTITY,
                                        "quantity",
                                        Role.GIVER,
                                        "from",
                                        Role.RECEIVER,
                                        "by")));
    }

    @Test
    void otherNamesAreSaid() {
        Agreement agreement =
                read("readiness: gift is pledged with donor as giver and goods as item and pieces as quantity\n"
                                + "  and ready as day, landing is received")
                        .agreement()
                        .orElseThrow();
        assertThat(steps(agreement).getFirst().attributes())
                .isEqualTo(Map.of(Role.ITEM, "goods", Role.QUANTITY, "pieces", Role.GIVER, "donor", Role.DAY, "ready"));
    }

    @Test
    void aStepWithoutItemOrQuantityIsRefused() {
        assertThat(problems("readiness: speech is pledged"))
                .containsExactly(
                        "HF506 nothing in `speech` says the item: it has no detail `item: text` -> name it with `item: text`");
        assertThat(problems("readiness: gift is pledged"))
                .containsExactly("HF506 nothing in `gift` says the item: it has no detail `item: text`"
                        + " -> if another detail says it, write `gift is pledged with goods as item`");
        assertThat(problems("readiness: grant is pledged"))
                .singleElement()
                .asString()
                .startsWith("HF506");
    }

    @Test
    void onlyADeclaredEventIsAStep() {
        assertThat(problems("readiness: landin is received"))
                .containsExactly("HF301 the text names no act or event `landin` -> did you mean `landing`?");
        assertThat(problems("readiness: much is received"))
                .containsExactly("HF301 `much` is a definition, and a step is an act of which there are records"
                        + " -> name the acts that it is made of");
    }

    @Test
    void anEventHasOneStage() {
        assertThat(problems("readiness: landing is received, landing is in service"))
                .containsExactly("HF217 `landing` is said to be received and in service -> name it once; for two steps"
                        + " name two acts, such as `event landing_in_service(...)`");
    }

    @Test
    void itIsSaidOnce() {
        assertThat(problems("readiness: landing is received\nreadiness: plea is needed"))
                .containsExactly("HF205 which acts are which step was already said, in line 11"
                        + " -> say it in one statement, with a comma between the steps");
    }

    @Test
    void itBelongsToNoReading() {
        assertThat(problems("question q answers a, b\nread q as a, readiness: landing is received"))
                .anyMatch(p -> p.startsWith("HF212"));
    }

    @Test
    void anUnknownStageAndAnUnknownRoleNameThoseThereAre() {
        assertThat(problems("readiness: landing is delivered"))
                .singleElement()
                .asString()
                .contains("`received`");
        assertThat(problems("readiness: landing is received with item as thing"))
                .singleElement()
                .asString()
                .contains("`item`");
        assertThat(problems("readiness: landing is received with itm as item"))
                .containsExactly("HF302 `landing` has no detail `itm` -> did you mean `item`?");
        assertThat(problems("readiness: landing is received with by as item"))
                .singleElement()
                .asString()
                .startsWith("HF304 `by` is a party, and the item of a step is a text");
    }

    @Test
    void readinessIsAlsoAName() {
        Outcome outcome = read("""
                party readiness
                event test(by: party,
                readiness: number)
                """, "readiness is called \"the Readiness\"");
        assertThat(outcome.diagnostics().stream().filter(p -> !p.code().label().startsWith("HF20")))
                .noneMatch(p -> p.code().label().equals("HF101"));
    }
}
