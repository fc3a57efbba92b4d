package holdfast.server.api;

import holdfast.intake.RecordSource;
import holdfast.intake.form.FileForms;
import holdfast.intake.rows.Input;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.record.ingest.ImportReport;
import holdfast.server.access.Person;
import holdfast.server.json.Json;
import holdfast.server.json.Refused;
import holdfast.server.room.Room;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file of records in Holdfast's own form, such as a workbook that somebody drops on the page: what would become of it, and then the taking. */
final class ImportApi {
    private static final int ROWS = 200;

    private final Asking asking;
    private final Submission submission;

    ImportApi(Asking asking, Submission submission) {
        this.asking = asking;
        this.submission = submission;
    }

    void take(Context ctx, Person person) {
        Room room = asking.room(ctx);
        @Nullable String name = ctx.queryParam("name");
        if (name == null || FileForms.endings().stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
            throw new Refused(
                    400,
                    name == null ? "the file has no name" : "`" + name + "` is in no form that can be read here",
                    "name it in `?name=`; its ending says its form: " + String.join(", ", FileForms.endings()));
        }
        byte[] bytes = ctx.bodyAsBytes();
        Input input = new Input(name, name, () -> new ByteArrayInputStream(bytes), Optional.empty());
        boolean dry = Boolean.parseBoolean(ctx.queryParam("dryRun"));
        ImportReport report = submission.take(room, person, new RecordSource(input, Optional.empty()), dry);
        if (!dry && !report.isGood()) {
            throw new Refused(
                    422,
                    "nothing was taken",
                    "mend the file and try again",
                    report.problems().stream().map(ProblemLine::of).toList());
        }
        Json.answer(
                ctx,
                Json.object(
                        "taken", !dry,
                        "added", report.added(),
                        "there", report.there(),
                        "leftOut", report.leftOut(),
                        "notUsed", report.notUsed(),
                        "problems",
                                report.problems().stream().map(ProblemLine::of).toList(),
                        "moreProblems", report.moreProblems(),
                        "rows",
                                report.rows().stream()
                                        .limit(ROWS)
                                        .map(r -> Json.object(
                                                "line", r.line(),
                                                "id", r.id(),
                                                "fate", r.fate().name().toLowerCase(Locale.ROOT)))
                                        .toList()));
    }
}
