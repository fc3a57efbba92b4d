package holdfast.server.api;

import holdfast.engine.words.DateWords;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.sentence.Sentences;
import holdfast.publish.Form;
import holdfast.record.entry.Entry;
import holdfast.record.ingest.ImportReport;
import holdfast.report.daily.DailyHtml;
import holdfast.report.daily.DailyJson;
import holdfast.report.daily.DailyReport;
import holdfast.report.page.JsonText;
import holdfast.report.replay.Due;
import holdfast.report.replay.DueCalendar;
import holdfast.report.replay.DueJson;
import holdfast.report.replay.FirstScreen;
import holdfast.report.replay.JsonReport;
import holdfast.report.standing.Replay;
import holdfast.server.access.Person;
import holdfast.server.access.PublicView;
import holdfast.server.json.Json;
import holdfast.server.json.NamesJson;
import holdfast.server.json.Refused;
import holdfast.server.json.VerdictJson;
import holdfast.server.json.WrittenOnce;
import holdfast.server.room.Moment;
import holdfast.server.room.Room;
import holdfast.server.room.Rooms;
import holdfast.server.room.Snapshot;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An agreement, its record, and what the text says of it. */
final class RoomApi {
    private final Rooms rooms;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** So many bytes of answers are kept that somebody else may ask for. */
    private static final long KEPT = 32_000_000;

    private final Asking asking;
    private final Submission submission;
    private final WrittenOnce<Asked, byte[]> verdicts = new WrittenOnce<>(KEPT, answer -> answer.length);

    RoomApi(Rooms rooms, Submission submission) {
        this.submission = submission;
        this.rooms = rooms;
        this.asking = new Asking(rooms);
    }

    Asking asking() {
        return asking;
    }

    void agreements(Context ctx) {
        Json.answer(
                ctx,
                Json.object(
                        "agreements",
                        rooms.all().stream()
                                .map(r -> Json.object(
                                        "name", r.name(),
                                        "title", r.agreement().title(),
                                        "reading",
                                                r.reading().map(Json::reached).orElse(null)))
                                .toList()));
    }

    void agreement(Context ctx) {
        Room room = asking.room(ctx);
        Agreement a = room.agreement();
        Json.answer(
                ctx,
                Json.object(
                        "name", room.name(),
                        "title", a.title(),
                        "version", a.version(),
                        "standing", a.standing(),
                        "retold", a.retold(),
                        "zone", a.zone().getId(),
                        "sha256", a.sha256(),
                        "entry", room.text().entry(),
                        "actors",
                                a.actors().stream()
                                        .map(x -> Json.object(
                                                "name", x.name(),
                                                "title", x.title(),
                                                "role", x.role().name().toLowerCase(Locale.ROOT)))
                                        .toList(),
                        "bodies",
                                a.bodies().stream()
                                        .map(b -> Json.object(
                                                "name", b.name(), "title", b.title(), "members", b.members()))
                                        .toList(),
                        "events", a.events().stream().map(RoomApi::event).toList(),
                        "zones", a.zones().stream().map(z -> z.name()).toList(),
                        "articles",
                                a.articles().stream()
                                        .map(x -> Json.object(
                                                "number", x.number(), "heading", x.heading(), "text", x.text()))
                                        .toList(),
                        "clauses", clauses(a),
                        "questions", new NamesJson(a).questions(),
                        "terms", new NamesJson(a).terms(),
                        "names", new NamesJson(a).names()));
    }

    private static Map<String, @Nullable Object> event(EventType event) {
        return Json.object(
                "name",
                event.name(),
                "attributes",
                event.attributes().stream()
                        .map(t -> Json.object(
                                "name", t.name(), "type", t.type().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static List<Map<String, @Nullable Object>> clauses(Agreement a) {
        Sentences en = Sentences.of(a, "en");
        Sentences uk = Sentences.of(a, "uk");
        List<Map<String, @Nullable Object>> clauses = new ArrayList<>();
        for (Norm norm : a.norms()) {
            clauses.add(Json.object(
                    "id", norm.id(),
                    "reading", norm.reading().answers(),
                    "article", norm.origin().article(),
                    "sentence", Json.object("en", en.clause(norm), "uk", uk.clause(norm))));
        }
        return clauses;
    }

    /** The verdicts of a moment as those see them who see as much. */
    private record Asked(Room room, Moment moment, Optional<PublicView> view) {}

    void verdicts(Context ctx) {
        Room room = asking.room(ctx);
        Snapshot snapshot = asking.snapshot(ctx, room);
        Optional<PublicReply> reply = PublicReply.to(ctx);
        Asked asked = new Asked(room, snapshot.moment(), reply.map(PublicReply::view));
        byte[] answer = verdicts.of(asked, () -> {
            VerdictJson json = new VerdictJson(new DateWords(room.agreement().zone()));
            String text = Json.text(with(moment(room, snapshot.moment()), "verdicts", json.all(snapshot.verdicts())));
            return reply.map(r -> r.filtered(text)).orElse(text).getBytes(StandardCharsets.UTF_8);
        });
        PublicReply.isFit(ctx);
        ctx.contentType("application/json").result(answer);
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> object, String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(object);
        more.put(name, value);
        return more;
    }

    static Map<String, @Nullable Object> moment(Room room, Moment moment) {
        DateWords dates = new DateWords(room.agreement().zone());
        return Json.object(
                "agreement", room.name(),
                "size", moment.size(),
                "asOf", dates.iso(moment.asOf()),
                "about", dates.iso(moment.now()));
    }

    /** The answer first: what a replay's first screen says. */
    void now(Context ctx) {
        Room room = asking.room(ctx);
        Moment moment = asking.moment(ctx, room);
        Replay replay = room.at(moment);
        // The screen names sources; the public may not be told them.
        FirstScreen screen = FirstScreen.ofAll(PublicReply.to(ctx).isPresent() ? replay.withoutCited() : replay);
        Json.answer(
                ctx,
                with(
                        with(moment(room, moment), "asked", screen.asked()),
                        "sections",
                        screen.sections().stream()
                                .map(s -> Json.object(
                                        "topic",
                                        s.topic().name().toLowerCase(Locale.ROOT),
                                        "title",
                                        s.title(),
                                        "note",
                                        s.note(),
                                        "lines",
                                        s.lines().stream()
                                                .map(l -> Json.object("columns", l.columns(), "said", l.said()))
                                                .toList()))
                                .toList()));
    }

    /** The whole replay, as {@code holdfast replay --json} writes it. */
    void replay(Context ctx) {
        Room room = asking.room(ctx);
        Replay replay = room.at(asking.moment(ctx, room));
        Json.written(ctx, out -> JsonReport.write(replay, out));
    }

    void duties(Context ctx) {
        Room room = asking.room(ctx);
        Replay replay = room.at(asking.moment(ctx, room));
        Json.written(ctx, out -> DueJson.write(replay, due(ctx, replay), out));
    }

    void calendar(Context ctx) {
        Room room = asking.room(ctx);
        Replay replay = room.at(asking.moment(ctx, room));
        ctx.contentType("text/calendar; charset=utf-8").result(DueCalendar.of(replay, due(ctx, replay)));
    }

    private static Due due(Context ctx, Replay replay) {
        @Nullable String actor = ctx.queryParam("for");
        if (actor == null || actor.isEmpty()) {
            return Due.ofEverybody(replay);
        }
        if (!replay.agreement().hasActor(actor) && !replay.agreement().hasBody(actor)) {
            throw new Refused(404, "nobody in this agreement is called `" + actor + "`", "");
        }
        return Due.of(replay, actor);
    }

    /** The report of a day, as {@code holdfast report} makes it: a page, or PDF, Word, JSON. */
    void daily(Context ctx) {
        Room room = asking.room(ctx);
        String written = ctx.pathParam("day");
        LocalDate day = day(written);
        if (day.isAfter(new DateWords(room.agreement().zone())
                .dateOf(room.now().moment().now()))) {
            throw new Refused(400, written + " has not come yet", "a report is of a day that has begun");
        }
        DailyReport report = room.daily(day);
        String as = Optional.ofNullable(ctx.queryParam("as")).orElse("html");
        switch (as) {
            case "html" -> Json.page(ctx, DailyHtml.of(report));
            case "json" -> Json.written(ctx, out -> DailyJson.write(report, out));
            case "pdf" -> file(ctx, room.name() + "-" + day + ".pdf", "application/pdf", Form.PDF, report);
            case "docx" -> file(ctx, room.name() + "-" + day + ".docx", WORD, Form.WORD, report);
            default ->
                throw new Refused(400, "as=" + as + " is no form of a report", "there are html, pdf, docx and json");
        }
    }

    private static void file(Context ctx, String name, String type, Form form, DailyReport report) {
        try {
            byte[] bytes = form.of(DailyHtml.of(report));
            ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
            ctx.contentType(type).result(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw new Refused(400, "`" + written + "` is no day", "write `2026-03-01`");
        }
    }

    /** Entries, the latest first: {@code before} and {@code limit} turn the pages. */
    void records(Context ctx) {
        Room room = asking.room(ctx);
        long size = room.record().signedSize();
        long before = Math.min(number(ctx, "before", size), size);
        long limit = Math.min(number(ctx, "limit", 100), 1000);
        List<Entry> entries = new ArrayList<>();
        room.record().store().read(Math.max(0, before - limit), before, entries::addFirst);
        StringBuilder text = new StringBuilder();
        JsonText json = new JsonText(text);
        json.open('{').member("size", size).name("entries").open('[');
        for (Entry entry : entries) {
            json.open('{').member("number", entry.number());
            // The bytes of an entry are JSON already, and what was signed.
            json.name("entry").raw(new String(entry.bytes(), StandardCharsets.UTF_8));
            json.close('}');
        }
        json.close(']').close('}');
        ctx.contentType("application/json").result(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static long number(Context ctx, String name, long otherwise) {
        @Nullable String written = ctx.queryParam(name);
        try {
            return written == null ? otherwise : Math.max(0, Long.parseLong(written));
        } catch (NumberFormatException e) {
            throw new Refused(400, name + "=" + written + " is no number", "");
        }
    }

    /** Takes records in Holdfast's own form. */
    void submit(Context ctx, Person person) {
        Room room = asking.room(ctx);
        ImportReport report = submission.take(room, person, ctx.bodyAsBytes(), ctx.queryParam("dryRun") != null);
        if (!report.isGood()) {
            throw new Refused(
                    422,
                    "nothing was taken",
                    "mend what is wrong and send it again",
                    report.problems().stream().map(ProblemLine::of).toList());
        }
        ctx.status(201);
        Json.answer(
                ctx,
                Json.object(
                        "size",
                        room.record().signedSize(),
                        "records",
                        report.rows().stream()
                                .map(r -> Json.object(
                                        "id", r.id(),
                                        "entry", r.entry(),
                                        "fate", r.fate().name().toLowerCase(Locale.ROOT)))
                                .toList()));
    }
}
