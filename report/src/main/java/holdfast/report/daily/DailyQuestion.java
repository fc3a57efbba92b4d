package holdfast.report.daily;

import holdfast.engine.Record;
import holdfast.engine.monitor.Monitor;
import holdfast.report.standing.Replay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is asked for when somebody asks for the report of a day.
 *
 * @param replay what a replay of the records finds, asked for the end of the day, or for the moment of knowledge where the day is not over then, and looking ahead for as long as the report
 *     is to; with what it is compared does not matter
 * @param records all of them, in any order; what became known after the replay's moment of knowledge does not count
 * @param monitors a new monitor of the replay's agreement, each time it is asked
 * @param area by which attribute an area is told; empty: {@link Areas} finds one
 * @param grounds what series of maps show of the day
 */
public record DailyQuestion(
        Replay replay,
        LocalDate day,
        List<Record> records,
        Supplier<Monitor> monitors,
        Optional<String> area,
        List<Ground> grounds) {
    public DailyQuestion {
        records = List.copyOf(records);
        grounds = List.copyOf(grounds);
    }

    /** Where the areas are found, and no maps are at hand. */
    public DailyQuestion(Replay replay, LocalDate day, List<Record> records, Supplier<Monitor> monitors) {
        this(replay, day, records, monitors, Optional.empty(), List.of());
    }
}
