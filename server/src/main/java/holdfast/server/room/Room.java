package holdfast.server.room;

import holdfast.engine.KnownFact;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.compile.Program;
import holdfast.engine.words.DateWords;
import holdfast.intake.RecordSource;
import holdfast.intake.rows.Input;
import holdfast.intake.rows.Progress;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.model.Agreement;
import holdfast.record.ingest.Import;
import holdfast.record.ingest.ImportReport;
import holdfast.record.ingest.RecordLines;
import holdfast.record.keep.SharedRecord;
import holdfast.record.store.StoreTrouble;
import holdfast.report.daily.DailyQuestion;
import holdfast.report.daily.DailyReport;
import holdfast.report.standing.Replay;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One agreement with its record, as everybody sees it. Any number of threads may ask; what is submitted is in the record, signed, when the call returns, and told to listeners
 * right after.
 */
public final class Room implements AutoCloseable {
    /** Changes that come closer together are told in one. */
    private static final long BEAT = 200;

    /** So many are told of a change before others have their turn for so many nanoseconds. */
    private static final int SOME = 40;

    private static final long BREATH = 3_000_000;

    /** A record of so few entries is read before the room is open; a longer one while it is. */
    private static final long AT_ONCE = 2_000;

    /** So long a room that closes waits for its record to be let go, in seconds. */
    private static final long PATIENCE = 10;

    private final String name;
    private final SharedRecord record;
    private final InstantSource clock;
    private final RoomText text;
    private final Program program;
    private final Live live;
    private final Answers answers;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> whenRead = new ArrayList<>();
    private final ScheduledExecutorService beat;

    /** Why the record could not be read to its end, until it can. */
    private volatile @Nullable RuntimeException trouble;

    private Room(String name, SharedRecord record, RoomText text, InstantSource clock, String version) {
        this.name = name;
        this.record = record;
        this.clock = clock;
        this.text = text;
        this.program = Program.of(text.agreement());
        this.live = new Live(record, text.agreement(), program, clock);
        this.answers = new Answers(record, text, program, name, version);
        this.beat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("room " + name).daemon().factory());
    }

    /**
     * A long record is read after {@link #begin}, while the room is open; until then {@link #now} says how far it is.
     *
     * @param name under which it is asked for: letters, digits, dots and dashes
     * @param version of Holdfast, for receipts
     * @return empty where the record has no text that this Holdfast can read
     */
    public static Optional<Room> open(String name, SharedRecord record, InstantSource clock, String version) {
        return open(name, record, clock, version, AT_ONCE);
    }

    /** @param atOnce a record of so few entries is read before this returns */
    public static Optional<Room> open(
            String name, SharedRecord record, InstantSource clock, String version, long atOnce) {
        return RoomText.of(record).map(text -> {
            Room room = new Room(name, record, text, clock, version);
            if (record.signedSize() <= atOnce) {
                room.live.go();
            }
            return room;
        });
    }

    /** From now on it follows its record and the clock. Before, whoever opens it has the computer to itself, so that it soon listens. */
    public void begin() {
        beat.scheduleWithFixedDelay(this::go, 0, BEAT, TimeUnit.MILLISECONDS);
    }

    public String name() {
        return name;
    }

    public RoomText text() {
        return text;
    }

    public Agreement agreement() {
        return text.agreement();
    }

    public SharedRecord record() {
        return record;
    }

    public InstantSource clock() {
        return clock;
    }

    /**
     * What the text says now.
     *
     * @throws StillReading before the record was read to its end
     */
    public Snapshot now() {
        RuntimeException wrong = trouble;
        if (wrong != null && reading().isPresent()) {
            throw wrong;
        }
        return live.last();
    }

    /** How far the record has been read; empty once it was read to its end. */
    public Optional<Reached> reading() {
        return live.reading();
    }

    /** Does it once the record was read to its end, before any change is told; at once where it was. */
    public void whenRead(Runnable then) {
        synchronized (whenRead) {
            if (reading().isPresent()) {
                whenRead.add(then);
                return;
            }
        }
        then.run();
    }

    /** All that a report says, at any moment. */
    public Replay at(Moment moment) {
        return answers.at(moment).replay();
    }

    /** What the records known at a moment say happened by then, in order of time. */
    public List<KnownFact> facts(Moment moment) {
        return answers.at(moment).facts();
    }

    /** The report of a day, on what is known by its end, or by now where it is not over. */
    public DailyReport daily(LocalDate day) {
        Moment present = live.last().moment();
        long moment = Math.min(new DateWords(agreement().zone()).endOf(day), present.now());
        Replay replay = answers.at(new Moment(present.size(), moment, moment)).replay();
        return DailyReport.of(
                new DailyQuestion(replay, day, answers.records(present.size()), () -> new Monitor(program)));
    }

    /** How many are told of changes. */
    public int listening() {
        return listeners.size();
    }

    /** Told of each change, one after the other, by a thread that is not to be kept long. */
    public AutoCloseable listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Takes records in Holdfast's own form, all or none.
     *
     * @param lines JSON, a record on each line
     * @param from who submits them
     * @throws UnknownEvents if one is of an event that the text does not declare: nothing is taken
     */
    public ImportReport submit(byte[] lines, String from, boolean dryRun) {
        Input input =
                new Input("what was sent", RecordLines.FORM, () -> new ByteArrayInputStream(lines), Optional.empty());
        return take(new RecordSource(input, Optional.empty()), from, dryRun, report -> {
            if (!report.notUsed().isEmpty()) {
                throw new UnknownEvents(report.notUsed().keySet());
            }
        });
    }

    /** Takes a file of records, all of it or nothing; rows of events that the text does not declare are counted, and not taken. */
    public ImportReport take(RecordSource source, String from, boolean dryRun) {
        return take(source, from, dryRun, report -> {});
    }

    private ImportReport take(RecordSource source, String from, boolean dryRun, Consumer<ImportReport> before) {
        return new Import(agreement(), Optional.empty(), List.of(), dryRun, before, Progress.NONE)
                .run(record, from, List.of(source));
    }

    /** Whoever says that something happened which the text does not know must be told so. */
    public static final class UnknownEvents extends RuntimeException {
        UnknownEvents(Set<String> events) {
            super("this text declares no event " + UserWords.quoted(String.join(", ", events)));
        }
    }

    private void go() {
        try {
            Optional<Change> change = live.go();
            if (reading().isEmpty()) {
                begun().forEach(Runnable::run);
            }
            change.ifPresent(this::tell);
            trouble = null;
        } catch (RuntimeException e) {
            // The next beat tries again; whatever is wrong with the record is told to whoever asks.
            trouble = e;
            log("the room " + name, e);
        } catch (OutOfMemoryError e) {
            // Nothing beats after this, and whoever asks is told so.
            trouble = new StoreTrouble(
                    StoreTrouble.Kind.OTHER,
                    "this record does not fit into the memory that the server was given",
                    "give it more: `-Xmx` in HOLDFAST_JAVA_OPTS; a million records take about one gigabyte",
                    e);
            log("the room " + name, e);
            throw e;
        }
    }

    /** Not to all at once: whoever asks meanwhile would wait behind a thousand to whom something is being sent. */
    private void tell(Change change) {
        int told = 0;
        for (Consumer<Change> listener : listeners) {
            listener.accept(change);
            told++;
            if (told % SOME == 0) {
                LockSupport.parkNanos(BREATH);
            }
        }
    }

    private static void log(String what, Throwable e) {
        System.getLogger(Room.class.getName()).log(System.Logger.Level.ERROR, what, e);
    }

    private List<Runnable> begun() {
        synchronized (whenRead) {
            List<Runnable> waited = List.copyOf(whenRead);
            whenRead.clear();
            return waited;
        }
    }

    @Override
    public void close() {
        live.stop();
        beat.shutdown();
        try {
            // What reads the record would find it closed.
            if (!beat.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                beat.shutdownNow();
            }
        } catch (InterruptedException e) {
            beat.shutdownNow();
            Thread.currentThread().interrupt();
        }
        record.close();
    }
}
