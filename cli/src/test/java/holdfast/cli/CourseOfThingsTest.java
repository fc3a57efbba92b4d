package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** A single act is over as soon as it is done; both are told, under one moment. */
    @Test
    void whatComesAndGoesWithinASecondStandsUnderOneMoment(@TempDir Path folder) throws IOException {
        Path text = folder.resolve("pier.md");
        Files.writeString(text, """
                # The pier

                ```holdfast
                agreement "The pier"
                time zone UTC
                party Isle, Shore
                event moor(by: party, tons: number)
                ```

                ## Article 1

                ```holdfast
                1.1  each party P must not moor(by P, tons T) where T more than 40
                ```
                """);
        Path records = folder.resolve("log.csv");
        Files.writeString(records, """
                id,source,occurred,event,basis,by,tons
                a,log,2026-11-28T11:00:00Z,moor,seen,Shore,99
                b,log,2026-11-28T12:00:00Z,moor,seen,Isle,12
                c,log,2026-11-28T13:00:00Z,moor,seen,Isle,41
                """);
        String told =
                replay(text.toString(), "--records", records.toString(), "--changes", "--now", "2026-11-29T00:00Z");
        assertThat(told.lines().filter(l -> !l.startsWith(" ")))
                .containsExactly("28 Nov 2026 11:00", "28 Nov 2026 13:00");
        assertThat(told.lines().filter(l -> l.startsWith("  over: "))).hasSize(2);
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
