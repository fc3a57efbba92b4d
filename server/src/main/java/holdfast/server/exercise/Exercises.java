package holdfast.server.exercise;

import holdfast.language.diagnostic.ProblemLine;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.ingest.ImportReport;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.record.keep.SigningKeys;
import holdfast.record.keep.Submitting;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Store;
import holdfast.record.store.Stores;
import holdfast.server.room.Room;
import holdfast.server.room.Rooms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The exercises of a server. Each has a record of its own, signed with keys of its own, in a folder that holds nothing else. */
public final class Exercises {
    /** So many are open at once, and no more. */
    public static final int MOST = 16;

    private static final String MARK = "exercise-";

    private final Map<String, Exercise> open = new ConcurrentSkipListMap<>();
    private final Rooms rooms;
    private final Path folder;
    private final InstantSource wall;
    private final String version;
    private final AtomicInteger number = new AtomicInteger();

    /** @param folder where their records are kept; made when it is needed */
    public Exercises(Rooms rooms, Path folder, InstantSource wall, String version) {
        this.rooms = rooms;
        this.folder = folder;
        this.wall = wall;
        this.version = version;
    }

    public List<Exercise> all() {
        return List.copyOf(open.values());
    }

    public Optional<Exercise> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /**
     * Begins one.
     *
     * @throws Refused if its records cannot be used, or there are too many already
     */
    public synchronized Exercise begin(Room of, String host, Begin begin) {
        if (open.values().stream().filter(e -> !e.isOver()).count() >= MOST) {
            throw new Refused("there are " + MOST + " exercises already", List.of());
        }
        String id = nextId(of.name());
        try {
            Path place = folder.resolve(id);
            Files.createDirectories(place);
            ExerciseClock clock = new ExerciseClock(begin.clock(), wall);
            SigningKeys keys = SigningKeys.generate("holdfast.invalid/" + id, new SecureRandom());
            keys.write(place.resolve("log.key"));
            Store store = Stores.open(new RecordPlace.Folder(place), Opening.MAKE);
            SharedRecord record = SharedRecord.make(store, keys, clock).orElseThrow();
            copy(of.record(), record, begin.copied());
            Room room = Room.open(id, record, clock, version).orElseThrow();
            room.begin();
            tell(room, begin.records());
            Exercise exercise = new Exercise(id, of.name(), host, begin, room, clock);
            open.put(id, exercise);
            rooms.add(room);
            return exercise;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names that an earlier run of the server gave are not given again. */
    private String nextId(String of) {
        String id = MARK + of + "-" + number.incrementAndGet();
        while (Files.exists(folder.resolve(id))) {
            id = MARK + of + "-" + number.incrementAndGet();
        }
        return id;
    }

    /** Its text, and of its records those that were known at a moment. */
    private static void copy(SharedRecord from, SharedRecord to, Optional<Instant> known) {
        to.submit("exercise", submitting -> {
            Texts.last(from.store()).ifPresent(text -> text(from.store(), text, submitting));
            known.ifPresent(asOf -> from.store().read(0, from.signedSize(), entry -> record(entry, asOf, submitting)));
            return true;
        });
    }

    private static void text(Store store, Texts.Text text, Submitting submitting) {
        Statement.OfAgreement of = text.statement();
        for (Statement.File file : of.files()) {
            try (InputStream content = store.attachment(file.digest())) {
                submitting.attach(file.digest(), file.size(), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        submitting.submit(new Statement.OfAgreement(of.name(), of.sha256(), of.files(), Optional.empty()));
    }

    private static void record(Entry entry, Instant asOf, Submitting submitting) {
        if (entry.recordBytes().isPresent()
                && entry.content().statement() instanceof Statement.OfRecord record
                && record.json()
                        .text("recorded")
                        .map(Instant::parse)
                        .filter(r -> !r.isAfter(asOf))
                        .isPresent()) {
            submitting.submit(new Statement.OfRecord(record.json(), Optional.empty()));
        }
    }

    private static void tell(Room room, String records) {
        if (records.isBlank()) {
            return;
        }
        ImportReport report = room.submit(records.getBytes(StandardCharsets.UTF_8), "exercise", false);
        if (!report.isGood()) {
            room.close();
            throw new Refused(
                    "the records with which it should begin cannot be used",
                    report.problems().stream().map(ProblemLine::of).toList());
        }
    }

    /** It cannot begin. */
    public static final class Refused extends RuntimeException {
        private final transient List<String> problems;

        Refused(String what, List<String> problems) {
            super(what);
            this.problems = List.copyOf(problems);
        }

        public List<String> problems() {
            return problems;
        }
    }
}
