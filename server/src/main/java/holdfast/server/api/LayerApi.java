package holdfast.server.api;

import holdfast.engine.KnownFact;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.reading.Triggers;
import holdfast.readiness.items.ItemList;
import holdfast.readiness.ledger.Ledger;
import holdfast.readiness.ledger.Question;
import holdfast.report.readiness.ReadinessJson;
import holdfast.report.readiness.ReadinessReport;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import holdfast.server.json.Json;
import holdfast.server.json.Refused;
import holdfast.server.json.VerdictJson;
import holdfast.server.room.Moment;
import holdfast.server.room.Room;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two layers and the ground: what was pledged and came, what changed hands, and on which rung the answers to a breach stand. */
final class LayerApi {
    private static final String GAIN = "gain";

    private final Asking asking;
    private final String version;

    LayerApi(Asking asking, String version) {
        this.asking = asking;
        this.version = version;
    }

    void readiness(Context ctx) {
        Room room = asking.room(ctx);
        Agreement agreement = room.agreement();
        if (agreement.rules().stream().noneMatch(Rule.Readiness.class::isInstance)) {
            throw new Refused(
                    404,
                    "this text does not say which of its events are which step, so that there is nothing to count",
                    "add it below the events, in their names: `readiness: pledge is pledged, delivery is received`");
        }
        Moment moment = asking.moment(ctx, room);
        LocalDate day =
                Instant.ofEpochMilli(moment.now()).atZone(agreement.zone()).toLocalDate();
        Replay replay = room.at(moment);
        Ledger ledger = Ledger.of(new Question(
                agreement, room.facts(moment), ItemList.NONE, day, day, Optional.empty(), Optional.empty()));
        ReadinessReport report = new ReadinessReport(
                agreement,
                ledger,
                ItemList.NONE,
                moment.asOf(),
                List.of(room.name()),
                replay.intake().records(),
                0,
                Map.of(),
                Map.of(),
                false,
                Optional.empty(),
                List.of(),
                version);
        Json.written(ctx, out -> ReadinessJson.write(report, out));
    }

    /** Ground that changed hands, as the records have it. */
    void territory(Context ctx) {
        Room room = asking.room(ctx);
        Moment moment = asking.moment(ctx, room);
        DateWords dates = new DateWords(room.agreement().zone());
        Json.answer(
                ctx,
                Json.object(
                        "gains",
                        room.facts(moment).stream()
                                .filter(f -> f.event().equals(GAIN))
                                .map(f -> gain(f, dates))
                                .toList()));
    }

    private static Map<String, @Nullable Object> gain(KnownFact fact, DateWords dates) {
        Map<String, @Nullable Object> said =
                Json.object("occurred", dates.iso(fact.time().lo()), "sure", fact.sure(), "records", fact.records());
        said.put("values", VerdictJson.values(fact.values()));
        return said;
    }

    /** What answers a breach, and what answers that: the lowest rung first, and on each what is late. */
    void ladder(Context ctx) {
        Room room = asking.room(ctx);
        Replay replay = room.at(asking.moment(ctx, room));
        VerdictJson json = new VerdictJson(new DateWords(room.agreement().zone()));
        Norms norms = new Norms(room.agreement());
        Map<String, Integer> levels = new HashMap<>();
        List<Object> rungs = new ArrayList<>();
        for (Verdict verdict : replay.verdicts()) {
            Optional<Norm> norm = norms.of(verdict).filter(Triggers::followsABreach);
            norm.ifPresent(n -> {
                Map<String, @Nullable Object> rung = json.of(verdict);
                rung.put("level", level(n, room.agreement(), levels));
                rung.put("sentence", replay.texts().clause(n));
                rung.put("duty", replay.texts().duty(n));
                rung.put("answers", answered(n, room.agreement()));
                rungs.add(rung);
            });
        }
        rungs.sort((a, b) -> Integer.compare(level(a), level(b)));
        Json.answer(ctx, Json.object("rungs", rungs));
    }

    private static int level(Object rung) {
        return rung instanceof Map<?, ?> map && map.get("level") instanceof Integer level ? level : 0;
    }

    private static List<String> answered(Norm norm, Agreement agreement) {
        return agreement.norms().stream()
                .map(Norm::id)
                .distinct()
                .filter(id -> Triggers.followsABreachOf(id, norm))
                .toList();
    }

    /** One more than the highest of what it answers; what comes back to itself is counted once. */
    private static int level(Norm norm, Agreement agreement, Map<String, Integer> levels) {
        @Nullable Integer known = levels.get(norm.id());
        if (known != null) {
            return known;
        }
        levels.put(norm.id(), 1);
        int highest = 0;
        for (String id : answered(norm, agreement)) {
            for (Norm below : agreement.norms()) {
                if (below.id().equals(id) && Triggers.followsABreach(below)) {
                    highest = Math.max(highest, level(below, agreement, levels));
                }
            }
        }
        levels.put(norm.id(), highest + 1);
        return highest + 1;
    }
}
