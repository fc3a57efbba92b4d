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
import holdfast.report.daily.DailyQuestion;
import holdfast.report.daily.DailyReport;
import holdfast.report.standing.Replay;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One agreement with its record, as everybody sees it. Any number of threads may ask; what is submitted is in the record, signed, when the call returns, and told to listeners
 * right after.
 */
public final class Room implements AutoCloseable {
    /** Changes that come closer together are told in one. */
    private static final long BEAT = 200;

    private final String name;
    private final SharedRecord record;
    private final InstantSource clock;
    private final RoomText text;
    private final Program program;
    private final Live live;
    private final Answers answers;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService beat;

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
     * @param name under which it is asked for: letters, digits, dots and dashes
     * @param version of Holdfast, for receipts
     * @return empty where the record has no text that this Holdfast can read
     */
    public static Optional<Room> open(String name, SharedRecord record, InstantSource clock, String version) {
        return RoomText.of(record).map(text -> {
            Room room = new Room(name, record, text, clock, version);
            room.beat.scheduleWithFixedDelay(room::go, BEAT, BEAT, TimeUnit.MILLISECONDS);
            return room;
        });
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

    /** What the text says now. */
    public Snapshot now() {
        return live.last();
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
            live.go().ifPresent(change -> listeners.forEach(l -> l.accept(change)));
        } catch (RuntimeException e) {
            // The next beat tries again; whatever is wrong with the record is told to whoever asks.
            System.getLogger(Room.class.getName()).log(System.Logger.Level.ERROR, "the room " + name, e);
        }
    }

    @Override
    public void close() {
        beat.shutdownNow();
        record.close();
    }
}
