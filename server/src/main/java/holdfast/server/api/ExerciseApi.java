package holdfast.server.api;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.exercise.Begin;
import holdfast.server.exercise.Exercise;
import holdfast.server.exercise.ExerciseReport;
import holdfast.server.exercise.Exercises;
import holdfast.server.json.Json;
import holdfast.server.json.Refused;
import holdfast.server.room.Room;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Exercises: begun, sat down to, moved on, ended and reported. What is done in one goes through the paths of its room. */
final class ExerciseApi {
    private static final int LONGEST_TITLE = 200;

    private final Asking asking;
    private final Exercises exercises;

    ExerciseApi(Asking asking, Exercises exercises) {
        this.asking = asking;
        this.exercises = exercises;
    }

    void all(Context ctx) {
        Json.answer(
                ctx,
                Json.object(
                        "exercises",
                        exercises.all().stream().map(ExerciseApi::said).toList()));
    }

    void one(Context ctx) {
        Json.answer(ctx, said(exercise(ctx)));
    }

    private static Map<String, @Nullable Object> said(Exercise exercise) {
        return Json.object(
                "id", exercise.id(),
                "of", exercise.of(),
                "title", exercise.begin().title(),
                "host", exercise.host(),
                "clock", exercise.clock().instant().toString(),
                "speed", exercise.clock().speed(),
                "over", exercise.isOver(),
                "seats",
                        exercise.seats().entrySet().stream()
                                .map(s -> Json.object(
                                        "who",
                                        s.getKey(),
                                        "actor",
                                        s.getValue().actor().orElse(null)))
                                .toList());
    }

    void begin(Context ctx, Person host) {
        Room room = asking.room(ctx);
        JsonNode body = Json.body(ctx);
        String title = body.path("title").asString("Exercise").strip();
        if (title.length() > LONGEST_TITLE) {
            throw new Refused(400, "the title is too long", "at most " + LONGEST_TITLE + " letters");
        }
        StringBuilder records = new StringBuilder();
        body.path("records")
                .forEach(r -> records.append(r.isString() ? r.stringValue() : r.toString())
                        .append('\n'));
        Instant clock = instant(body, "clock").orElseGet(() -> room.clock().instant());
        try {
            Exercise begun = exercises.begin(
                    room, host.name(), new Begin(title, clock, instant(body, "copied"), records.toString()));
            ctx.status(201);
            Json.answer(ctx, said(begun));
        } catch (Exercises.Refused e) {
            throw new Refused(422, String.valueOf(e.getMessage()), "", e.problems());
        }
    }

    /** A seat is that of an actor or of a body of the text. */
    void sit(Context ctx, Person person) {
        Exercise exercise = exercise(ctx);
        String actor = Json.body(ctx).path("actor").asString("");
        Agreement agreement = exercise.room().agreement();
        Role role = agreement.hasBody(actor)
                ? Role.MEMBER
                : agreement.actors().stream()
                        .filter(a -> a.name().equals(actor))
                        .findFirst()
                        .map(ExerciseApi::role)
                        .orElseThrow(() -> new Refused(404, "nobody in this agreement is called `" + actor + "`", ""));
        done(() -> exercise.sit(person.name(), new Person(person.name(), role, Optional.of(actor))));
        Json.answer(ctx, said(exercise));
    }

    private static Role role(Actor actor) {
        return switch (actor.role()) {
            case PARTY -> Role.PARTY;
            case GUARANTOR -> Role.GUARANTOR;
            case OTHER -> Role.OBSERVER;
        };
    }

    void clock(Context ctx, Person person) {
        Exercise exercise = hosted(ctx, person);
        JsonNode body = Json.body(ctx);
        instant(body, "to")
                .ifPresent(to -> done(() -> {
                    if (!exercise.moveTo(person.name(), to)) {
                        throw new Refused(
                                409,
                                "that lies in the past of the exercise, whose clock shows "
                                        + exercise.clock().instant(),
                                "time goes on only; begin another exercise");
                    }
                }));
        if (body.has("speed")) {
            done(() -> exercise.runs(person.name(), body.path("speed").asInt(0)));
        }
        Json.answer(ctx, said(exercise));
    }

    void end(Context ctx, Person person) {
        Exercise exercise = hosted(ctx, person);
        exercise.end(person.name());
        Json.answer(ctx, said(exercise));
    }

    void records(Context ctx) {
        Exercise exercise = exercise(ctx);
        ctx.header("Content-Disposition", "attachment; filename=\"" + exercise.id() + ".jsonl\"");
        ctx.contentType("application/jsonl").result(exercise.records());
    }

    void report(Context ctx) {
        Json.page(ctx, ExerciseReport.of(exercise(ctx)));
    }

    /** Who sits for somebody in the room of an exercise; empty: it is no exercise's room. */
    Optional<Person> seat(String room, Person person) {
        return exercises
                .find(room)
                .map(e -> e.seat(person.name())
                        .orElseThrow(() -> new Refused(
                                403,
                                e.isOver() ? "the exercise is over" : "you have no seat in this exercise",
                                e.isOver() ? "" : "choose for whom you sit")));
    }

    private Exercise exercise(Context ctx) {
        String id = ctx.pathParam("exercise");
        return exercises.find(id).orElseThrow(() -> new Refused(404, "there is no exercise `" + id + "`", ""));
    }

    private Exercise hosted(Context ctx, Person person) {
        Exercise exercise = exercise(ctx);
        if (!exercise.host().equals(person.name()) && person.role() != Role.KEEPER) {
            throw new Refused(403, "the clock is in the hands of " + exercise.host() + ", who began the exercise", "");
        }
        return exercise;
    }

    private static void done(Runnable act) {
        try {
            act.run();
        } catch (Exercise.Over e) {
            throw new Refused(409, "the exercise is over", "its records and its report can still be had");
        }
    }

    private static Optional<Instant> instant(JsonNode body, String name) {
        if (!body.path(name).isString()) {
            return Optional.empty();
        }
        String written = body.path(name).stringValue();
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeParseException e) {
            throw new Refused(400, name + ": `" + written + "` is no instant", "write it as 2026-03-01T18:00:00+02:00");
        }
    }
}
