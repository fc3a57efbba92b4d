package holdfast.server.api;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.check.Catalogue;
import holdfast.examine.deeper.Deeper;
import holdfast.examine.deeper.Growth;
import holdfast.examine.found.Bounds;
import holdfast.examine.mend.Mender;
import holdfast.examine.redline.Limits;
import holdfast.examine.redline.Redliner;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.given.Findings;
import holdfast.language.manuscript.Manuscript;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.report.brief.BriefHtml;
import holdfast.report.examination.ExaminationHtml;
import holdfast.report.examination.ExaminationJson;
import holdfast.report.examination.Examined;
import holdfast.report.explain.ClauseSources;
import holdfast.report.redline.RedlineJson;
import holdfast.report.redline.TwoDrafts;
import holdfast.server.json.Json;
import holdfast.server.json.Refused;
import holdfast.server.room.Room;
import holdfast.server.room.Rooms;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A text before it is signed: what is wrong in it, where it would fail, and what a change changes. Nothing of it is kept. */
final class DraftApi {
    /** How much is played for mends that nobody asked for, in units of the bound of work. */
    private static final long MENDS = 60_000;

    private static final int KEPT = 8;

    private static final String FILE = "draft.md";

    private final Rooms rooms;
    private final String version;
    private final Semaphore playing = new Semaphore(1);
    private final Map<String, Examined> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Examined> eldest) {
            return size() > KEPT;
        }
    };

    private final Asking asking;

    DraftApi(Rooms rooms, Asking asking, String version) {
        this.rooms = rooms;
        this.asking = asking;
        this.version = version;
    }

    /** A draft, with the files beside the text that it is a draft of. */
    private record Draft(String text, Outcome outcome, Optional<Room> room) {
        Agreement orRefused() {
            return outcome.agreement()
                    .orElseThrow(() -> new Refused(
                            422,
                            "the text cannot be used as it stands",
                            "mend what is wrong in it",
                            outcome.diagnostics().stream()
                                    .filter(Problem::isError)
                                    .map(ProblemLine::of)
                                    .toList()));
        }

        List<String> lines(String file) {
            return file.equals(FILE) ? text.lines().toList() : List.of();
        }
    }

    private Draft draft(JsonNode body, String member, Context ctx) {
        JsonNode text = body.path(member);
        if (!text.isString()) {
            throw new Refused(
                    400, "`" + member + "` is missing", "send the text of the draft, as JSON: {\"" + member + "\": …}");
        }
        return draft(
                text.stringValue(),
                Optional.ofNullable(ctx.queryParam("agreement")).flatMap(rooms::find));
    }

    private static Draft draft(String text, Optional<Room> room) {
        Outcome outcome = AgreementReader.read(
                FILE,
                text.getBytes(StandardCharsets.UTF_8),
                name -> room.flatMap(r -> r.text().beside().apply(name)),
                new Findings(Catalogue.numbers()));
        return new Draft(text, outcome, room);
    }

    void check(Context ctx) {
        Draft draft = draft(Json.body(ctx), "text", ctx);
        List<Problem> problems = draft.outcome().diagnostics();
        long errors = problems.stream().filter(Problem::isError).count();
        Json.answer(
                ctx,
                Json.object(
                        "errors",
                        errors,
                        "warnings",
                        problems.size() - errors,
                        "problems",
                        problems.stream().map(DraftApi::problem).toList()));
    }

    private static Map<String, @Nullable Object> problem(Problem problem) {
        boolean inText = problem.place() instanceof Place.InText;
        Place.InText at = inText ? (Place.InText) problem.place() : new Place.InText("", "", 0, 0, 1, "");
        return Json.object(
                "severity", problem.severity().name().toLowerCase(Locale.ROOT),
                "code", problem.code().label(),
                "line", inText ? at.line() : null,
                "column", inText ? at.column() : null,
                "length", inText ? at.length() : null,
                "found", problem.found(),
                "expected", problem.expected().isEmpty() ? null : problem.expected(),
                "help", problem.help().isEmpty() ? null : problem.help(),
                "words", ProblemLine.of(problem));
    }

    /** The text in force, as it was written. */
    void text(Context ctx) {
        ctx.contentType("text/markdown; charset=utf-8")
                .result(asking.room(ctx).text().document());
    }

    /** Of a draft that is sent. */
    void examine(Context ctx) {
        Draft draft = draft(Json.body(ctx), "text", ctx);
        Json.written(ctx, out -> ExaminationJson.write(examined(draft), out));
    }

    /** Of the text in force. */
    void examination(Context ctx) {
        Examined examined = examined(asking.room(ctx));
        Json.written(ctx, out -> ExaminationJson.write(examined, out));
    }

    void examinationPage(Context ctx) {
        Json.page(ctx, ExaminationHtml.of(examined(asking.room(ctx))));
    }

    void brief(Context ctx) {
        Room room = asking.room(ctx);
        List<String> actors =
                room.agreement().actors().stream().map(Actor::name).toList();
        @Nullable String wanted = ctx.queryParam("for");
        if (wanted != null && !actors.contains(wanted)) {
            throw new Refused(
                    404,
                    "nobody in this agreement is called `" + wanted + "`",
                    "there are " + String.join(", ", actors));
        }
        Json.page(ctx, BriefHtml.of(examined(room), wanted == null ? actors : List.of(wanted), Optional.empty()));
    }

    void redline(Context ctx) {
        JsonNode body = Json.body(ctx);
        Draft before = body.has("before")
                ? draft(body, "before", ctx)
                : draft(
                        Optional.ofNullable(ctx.queryParam("agreement"))
                                .flatMap(rooms::find)
                                .orElseThrow(() -> new Refused(
                                        400,
                                        "`before` is missing",
                                        "send both texts, or name the agreement that is changed"))
                                .text()
                                .document(),
                        Optional.ofNullable(ctx.queryParam("agreement")).flatMap(rooms::find));
        Draft after = draft(body, "after", ctx);
        Agreement earlier = before.orRefused();
        Agreement later = after.orRefused();
        playing.acquireUninterruptibly();
        try {
            TwoDrafts drafts = new TwoDrafts(
                    "before",
                    "after",
                    new Redliner(Limits.USUAL).compare(earlier, later),
                    ClauseSources.of(earlier, before::lines),
                    ClauseSources.of(later, after::lines));
            Json.written(ctx, out -> RedlineJson.write(drafts, version, out));
        } finally {
            playing.release();
        }
    }

    private Examined examined(Room room) {
        return examined(draft(room.text().document(), Optional.of(room)));
    }

    /** Played once for each text: the same text gives the same answer. */
    private Examined examined(Draft draft) {
        Agreement agreement = draft.orRefused();
        playing.acquireUninterruptibly();
        try {
            @Nullable Examined there = kept.get(agreement.sha256());
            if (there != null) {
                return there;
            }
            Examiner examiner = new Examiner(Bounds.USUAL, List.of());
            Growth growth = Deeper.byItself(examiner, Set.of()).from(examiner.examine(agreement));
            Examination examination = growth.examination();
            Mender mender = new Mender(
                    examiner.within(examination.bounds()),
                    m -> draft(m.text(), draft.room()).outcome().agreement(),
                    MENDS,
                    1);
            Examined examined = new Examined(
                    draft.room().map(Room::name).orElse(FILE),
                    ClauseSources.of(agreement, draft::lines),
                    growth,
                    mender.tried(Manuscript.of(FILE, draft.text()), examination),
                    version);
            kept.put(agreement.sha256(), examined);
            return examined;
        } finally {
            playing.release();
        }
    }
}
