package holdfast.server.api;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.keep.Names;
import holdfast.report.explain.CitedRecords;
import holdfast.report.explain.Explainer;
import holdfast.report.explain.Explanation;
import holdfast.report.explain.Reason;
import holdfast.report.replay.Explaining;
import holdfast.report.standing.Replay;
import holdfast.server.json.Json;
import holdfast.server.json.Refused;
import holdfast.server.json.VerdictJson;
import holdfast.server.room.Room;
import holdfast.server.room.Snapshot;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Why a verdict is what it is. */
final class WhyApi {
    /** So many records are quoted; the verdict names all. */
    private static final int CITED = Replay.CITATIONS;

    private final Asking asking;

    WhyApi(Asking asking) {
        this.asking = asking;
    }

    void explanation(Context ctx) {
        Room room = asking.room(ctx);
        Replay replay = room.at(asking.moment(ctx, room));
        Verdict verdict = named(ctx, replay.verdicts());
        Explainer explainer = Explaining.of(replay, CITED, UnaryOperator.identity());
        Explanation why = explainer.explain(verdict);
        DateWords dates = new DateWords(replay.agreement().zone());
        Json.answer(
                ctx,
                Json.object(
                        "verdict",
                        new VerdictJson(dates).of(verdict),
                        "headline",
                        replay.texts().names().inText(why.tree().text()),
                        "sentences",
                        why.sentences().stream()
                                .map(replay.texts().names()::inText)
                                .toList(),
                        "tree",
                        tree(why.tree(), replay),
                        "records",
                        Explainer.cited(verdict, CITED).stream()
                                .map(record -> record(record, replay.cited(), room, dates))
                                .toList()));
    }

    private static Verdict named(Context ctx, List<Verdict> verdicts) {
        String id = ctx.pathParam("verdict");
        return verdicts.stream()
                .filter(v -> VerdictJson.id(v).equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new Refused(
                                404,
                                "there is no verdict `" + id + "` at this moment",
                                "it may have changed: ask for the verdicts again, and take `size`, `asOf` and `about` with you"));
    }

    /** All records on which a verdict rests, of which the verdict itself names the first ones alone. */
    void records(Context ctx) {
        Room room = asking.room(ctx);
        Snapshot snapshot = asking.snapshot(ctx, room);
        Verdict verdict = named(ctx, snapshot.verdicts());
        Map<String, @Nullable Object> said = RoomApi.moment(room, snapshot.moment());
        said.put("verdict", VerdictJson.id(verdict));
        said.put("records", verdict.records());
        Json.answer(ctx, said);
    }

    private static Map<String, @Nullable Object> tree(Reason reason, Replay replay) {
        return Json.object(
                "text",
                replay.texts().names().inText(reason.text()),
                "parts",
                reason.parts().stream().map(p -> tree(p, replay)).toList());
    }

    private static Map<String, @Nullable Object> record(String id, CitedRecords cited, Room room, DateWords dates) {
        Optional<Entry> entry = Names.find(room.record().store(), Statement.OfRecord.key(id));
        Optional<Record.Observation> said = cited.original(id);
        return Json.object(
                "id", id,
                "entry", entry.map(Entry::number).orElse(null),
                "source", said.map(Record::source).orElse(null),
                "author", said.flatMap(Record::author).orElse(null),
                "recorded", said.map(r -> dates.iso(r.recorded())).orElse(null));
    }
}
