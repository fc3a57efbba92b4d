package holdfast.server.api;

import holdfast.engine.Record;
import holdfast.intake.ReadOptions;
import holdfast.intake.RecordSource;
import holdfast.intake.Records;
import holdfast.intake.rows.Progress;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.ingest.RecordLines;
import holdfast.record.keep.Names;
import holdfast.record.store.Reading;
import holdfast.server.access.Known;
import holdfast.server.room.Room;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of a room, found by their ids; its motions are looked for once, and then only in what came since. */
final class KnownRecords implements Known {
    private static final byte[] MOTION = "\"motion\"".getBytes(StandardCharsets.US_ASCII);

    private final Room room;
    private final List<Record.Observation> motions = new ArrayList<>();
    private long seen;

    KnownRecords(Room room) {
        this.room = room;
    }

    @Override
    public Optional<Record> record(String id) {
        return Names.find(store(), Statement.OfRecord.key(id)).flatMap(this::read);
    }

    @Override
    public synchronized List<Record.Observation> motions(String id) {
        long size = store().size();
        List<Entry> found = new ArrayList<>();
        store().read(seen, size, entry -> {
            if (holds(entry.bytes())) {
                found.add(entry);
            }
        });
        seen = size;
        found.forEach(e -> read(e).ifPresent(r -> {
            if (r instanceof Record.Observation o && o.event().equals("motion")) {
                motions.add(o);
            }
        }));
        return motions.stream().filter(m -> Known.isMotion(m, id)).toList();
    }

    private static boolean holds(byte[] bytes) {
        for (int i = 0; i + MOTION.length <= bytes.length; i++) {
            int same = 0;
            while (same < MOTION.length && bytes[i + same] == MOTION[same]) {
                same++;
            }
            if (same == MOTION.length) {
                return true;
            }
        }
        return false;
    }

    private Reading store() {
        return room.record().store();
    }

    private Optional<Record> read(Entry entry) {
        List<Record> found = new ArrayList<>();
        RecordSource source = new RecordSource(
                RecordLines.between(store(), "the record", entry.number(), entry.number() + 1), Optional.empty());
        Records.read(List.of(source), room.agreement(), found::add, new ReadOptions(1, id -> true, Progress.NONE));
        return found.stream().findFirst();
    }
}
