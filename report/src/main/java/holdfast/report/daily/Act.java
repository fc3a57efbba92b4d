package holdfast.report.daily;

import holdfast.engine.Time;
import java.util.List;

/**
 * Something that is on record for the day.
 *
 * @param area empty where its event has none, or the records do not say it
 * @param said what it was, in words
 * @param source whose records they are
 */
public record Act(String event, Time time, String area, String said, String source, List<String> records) {
    public Act {
        records = List.copyOf(records);
    }
}
