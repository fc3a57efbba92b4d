package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code replay --changes}: whoever hears of each change knows how things stand. */
class CourseOfThingsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static String replay(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("replay"));
        all.addAll(List.of(words));
        int status = new Main(
                        new ShippedAgreements(Optional.ofNullable(ShippedReplay.AGREEMENTS.getParent())),
                        new Main.Looks(false, false))
                .execute(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        assertThat(status).as(err.toString()).isZero();
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minsk-2015", "budapest-1994", "kyiv-compact-2022", "two-layer-framework"})
    void changesAddUpToThePictureAtTheEnd(String agreement) {
        Map<String, JsonNode> standing = new HashMap<>();
        OffsetDateTime before = OffsetDateTime.MIN;
        for (String line : replay(agreement, "--changes", "--json").lines().toList()) {
            JsonNode change = JSON.readTree(line);
            String id = change.get("id").asString();
            OffsetDateTime at = OffsetDateTime.parse(change.get("at").asString());
            assertThat(at).isAfterOrEqualTo(before);
            before = at;
            JsonNode was = switch (change.get("change").asString()) {
                case "came", "stands" -> standing.put(id, change.get("verdict"));
                case "went" -> standing.remove(id);
                default -> {
                    JsonNode told = standing.put(id, change.get("verdict"));
                    assertThat(change.get("was")).isEqualTo(told);
                    yield told;
                }
            };
            assertThat(was == null)
                    .as(line)
                    .isEqualTo(List.of("came", "stands")
                            .contains(change.get("change").asString()));
        }
        List<JsonNode> end = new ArrayList<>();
        for (JsonNode verdict : JSON.readTree(replay(agreement, "--json")).get("verdicts")) {
            ((ObjectNode) verdict).remove("because");
            end.add(verdict);
        }
        assertThat(standing.values()).containsExactlyInAnyOrderElementsOf(end);
    }

    @Test
    void eachChangeStandsUnderItsMomentInOrder() {
        String told = replay("minsk-2015", "--changes", "--clause", "2.1", "--bearer", "Ukraine");
        assertThat(told)
                .startsWith("15 Feb 2015 00:00\n  now owed: 2.1 Ukraine: pending, due 16 Feb 2015")
                .contains("\n17 Feb 2015 00:00\n  missed: 2.1 Ukraine: breached")
                .doesNotContain("2.2");
        assertThat(told.lines().filter(l -> !l.startsWith(" "))).doesNotHaveDuplicates();
    }

    @Test
    void whatDoesNotGoWithFollowingIsRefused() {
        for (String option : List.of("--now=2015-03-01", "--since=2015-03-01", "--html=x.html", "--changes")) {
            Typed typed = Typed.run("replay", ShippedReplay.AGREEMENTS.resolve("minsk-2015"), "--follow", option);
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err()).contains("do not go together");
        }
    }
}
