package holdfast.server.api;

import holdfast.engine.Record;
import holdfast.intake.ReadOptions;
import holdfast.intake.ReadReport;
import holdfast.intake.RecordSource;
import holdfast.intake.Records;
import holdfast.intake.own.JsonRecordWriter;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.Progress;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.record.ingest.ImportReport;
import holdfast.record.ingest.RecordLines;
import holdfast.server.access.Answer;
import holdfast.server.access.Known;
import holdfast.server.access.May;
import holdfast.server.access.Person;
import holdfast.server.access.Speaking;
import holdfast.server.access.Voice;
import holdfast.server.json.Refused;
import holdfast.server.room.Room;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way into the record for everybody who comes in by the door: what is sent is read, given to the one who sends it to say, held against what the text lets that one do, written
 * anew, and only then taken. All of it is taken, or nothing.
 */
final class Submission {
    private static final int PROBLEMS = 100;

    /** A name that stands twice would be one thing to whoever checks it, and another to whoever reads it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What is asked of a text and its record, for each room. */
    private record Door(Room room, May may, Speaking speaking, Known known, ReentrantLock lock) {}

    private final Map<Room, Door> doors = new ConcurrentHashMap<>();

    May may(Room room) {
        return door(room).may();
    }

    private Door door(Room room) {
        return doors.computeIfAbsent(
                room,
                r -> new Door(
                        r,
                        new May(r.agreement()),
                        new Speaking(r.agreement()),
                        new KnownRecords(r),
                        new ReentrantLock()));
    }

    /** Records in Holdfast's own form, one on each line; what the sender leaves to the room is filled in. */
    ImportReport take(Room room, Person person, byte[] lines, boolean dryRun) {
        Voice voice = voice(room, person);
        byte[] filled = filled(door(room), voice, lines);
        Input input =
                new Input("what was sent", RecordLines.FORM, () -> new ByteArrayInputStream(filled), Optional.empty());
        return take(room, person, new RecordSource(input, Optional.empty()), dryRun);
    }

    /** A file of records. */
    ImportReport take(Room room, Person person, RecordSource source, boolean dryRun) {
        Door door = door(room);
        Voice voice = voice(room, person);
        // A motion or a vote is held against those that are there; nobody comes in between.
        door.lock().lock();
        try {
            List<Record> records = new ArrayList<>();
            ReadReport report = Records.read(List.of(source), room.agreement(), records::add, options(door));
            if (!report.isGood()) {
                // Read again by what takes records, which tells what is wrong in its own words, and takes nothing.
                ImportReport told = room.take(source, person.name(), true);
                if (told.isGood()) {
                    throw new Refused(
                            422,
                            "nothing was taken",
                            "mend what is wrong and send it again",
                            report.problems().stream().map(ProblemLine::of).toList());
                }
                return told;
            }
            byte[] own = written(allowed(door, person, voice, records));
            return room.submit(own, person.name(), dryRun);
        } finally {
            door.lock().unlock();
        }
    }

    private static ReadOptions options(Door door) {
        return new ReadOptions(PROBLEMS, id -> door.known().record(id).isPresent(), Progress.NONE);
    }

    private static Voice voice(Room room, Person person) {
        Optional<Voice.Silent> silent = Voice.silent(room.agreement(), person);
        if (silent.isPresent()) {
            throw new Refused(403, silent.get().why(), silent.get().mend());
        }
        return Voice.of(room.agreement(), person).orElseThrow();
    }

    private static List<Record> allowed(Door door, Person person, Voice voice, List<Record> records) {
        long now = door.room().clock().millis();
        List<Record> spoken = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        Optional<Answer.No> first = Optional.empty();
        Known known = door.known().with(spoken);
        for (Record record : records) {
            Optional<Record> said = door.speaking().spoken(voice, record);
            Answer answer = said.map(r -> known.record(r.id()).filter(r::equals).isPresent()
                            ? new Answer.Yes("it is there already")
                            : door.may().submit(person, r, known, now))
                    .orElseGet(() -> new Answer.No(
                            "`" + record.author().orElse(record.source()) + "` is not who sends this record",
                            "leave `author` and `source` away: whoever sends a record speaks in it"));
            if (answer instanceof Answer.No no) {
                refused.add("`" + record.id() + "`: " + no.why() + (no.mend().isEmpty() ? "" : "; " + no.mend()));
                first = first.or(() -> Optional.of(no));
            }
            spoken.add(said.orElse(record));
        }
        if (first.isPresent()) {
            throw new Refused(
                    403,
                    first.get().why(),
                    first.get().mend(),
                    refused.size() > PROBLEMS ? refused.subList(0, PROBLEMS) : refused);
        }
        return spoken;
    }

    private static byte[] written(List<Record> records) {
        StringWriter text = new StringWriter();
        try (JsonRecordWriter writer = new JsonRecordWriter(text)) {
            records.forEach(writer::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Who speaks, and when it became known, the room knows itself. */
    private static byte[] filled(Door door, Voice voice, byte[] lines) {
        StringBuilder text = new StringBuilder();
        String now = text(door.room().clock().millis());
        long number = 0;
        for (String line : new String(lines, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                text.append(filled(door, voice, line, number, now));
            }
            // So that a place in a line is told by the number that it has for who sent it.
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String filled(Door door, Voice voice, String line, long number, String now) {
        try {
            if (!(JSON.readTree(line) instanceof ObjectNode record)) {
                throw new Refused(400, "line " + number + " is no JSON object", "write one record on each line");
            }
            // Whoever was cut off sends the same again, and the same twice changes nothing: so it gets the moments that
            // it got before.
            Optional<Record> before = door.known()
                    .record(record.path("id").asString(""))
                    .filter(r ->
                            door.speaking().spoken(voice, r).filter(r::equals).isPresent());
            fill(record, "source", before.map(Record::source).orElse(voice.name()));
            fill(record, "recorded", before.map(r -> text(r.recorded())).orElse(now));
            if (door.may().isDoneBySaying(record.path("event").asString(""))) {
                fill(record, "occurred", before.flatMap(Submission::occurred).orElse(now));
            }
            return JSON.writeValueAsString(record);
        } catch (JacksonException e) {
            throw new Refused(
                    400, "line " + number + " is no JSON: " + e.getOriginalMessage(), "write one record on each line");
        }
    }

    private static Optional<String> occurred(Record record) {
        return record instanceof Record.Observation o
                ? Optional.of(text(o.occurred().lo()))
                : Optional.empty();
    }

    private static String text(long instant) {
        return Instant.ofEpochMilli(instant).toString();
    }

    private static void fill(ObjectNode record, String member, String value) {
        JsonNode there = record.path(member);
        if (there.isMissingNode() || there.isNull() || there.asString("").isBlank()) {
            record.put(member, value);
        }
    }
}
