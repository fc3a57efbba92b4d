package holdfast.cli.match;

import holdfast.cli.output.Refusal;
import holdfast.language.diagnostic.Problem;
import holdfast.readiness.match.question.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plan of an earlier {@code match --json}. */
final class EarlierPlan {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private EarlierPlan() {}

    static List<Delivery> read(Path file, List<Problem> problems) {
        List<Delivery> plan = new ArrayList<>();
        JsonNode lines = tree(file).path("plan");
        if (!lines.isArray()) {
            problems.add(MatchInput.problem(
                    file.toString(), 0, "", "there is no list `plan` in it", "what `match --json` wrote", ""));
        }
        int at = 0;
        for (JsonNode line : lines) {
            at++;
            JsonNode quantity = line.path("quantity");
            if (line.path("need").isString() && line.path("offer").isString() && quantity.isNumber()) {
                plan.add(new Delivery(
                        line.path("need").stringValue(), line.path("offer").stringValue(), quantity.decimalValue()));
            } else {
                problems.add(MatchInput.problem(
                        file.toString(),
                        0,
                        "",
                        "entry " + at + " of `plan` is no delivery",
                        "`need`, `offer` and a number `quantity`",
                        ""));
            }
        }
        return plan;
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw Refusal.findings("`" + file + "` is no JSON", "give the plan that `match --json` wrote");
        } catch (IOException e) {
            throw Refusal.usage("there is no plan `" + file + "` that can be read", "");
        }
    }
}
