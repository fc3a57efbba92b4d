package holdfast.report.daily;

import holdfast.report.daily.count.Count;
import holdfast.report.daily.count.Recount;
import holdfast.report.daily.count.Total;
import holdfast.report.daily.ladder.Block;
import holdfast.report.daily.ladder.Ladder;
import holdfast.report.replay.ChangeWords;
import holdfast.report.replay.FirstScreen;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The report of one day: what happened, beside the day before; what is owed and blocked; what became known of earlier days; what changed. Text, page and JSON only lay it out.
 *
 * @param replay what stands at the end of the day, compared with what stood a day before, as it was known a day before
 * @param knownBefore up to when the report of the day before knew: a day before this one's moment of knowledge
 * @param counts of what has an area, by thing, measure and area
 * @param totals of what was in several areas
 * @param met what became of the monitors; only what the text has events for
 * @param acts what else is on record for the day, by time
 * @param gains what records say of ground held beyond a line
 * @param forbidden the events of acts that some clause forbids: of these, more is worse
 * @param due within the days that the replay looked ahead
 * @param coming what comes by itself until then, if no further record does
 * @param corrections what became known since the report before and tells of an earlier day
 * @param recounts which counts of earlier days are others by it
 * @param changes what changed in verdicts
 * @param unknown of what nothing is known
 */
public record DailyReport(
        Replay replay,
        LocalDate day,
        long knownBefore,
        List<Count> counts,
        List<Total> totals,
        List<Met> met,
        List<Act> acts,
        List<Act> gains,
        Set<String> forbidden,
        List<SetAside> setAside,
        List<Ground> grounds,
        List<Owed> overdue,
        List<Owed> due,
        List<FirstScreen.Line> coming,
        List<Block> blocked,
        List<Ladder> ladders,
        List<Correction> corrections,
        List<Recount> recounts,
        List<ChangeWords.Line> changes,
        List<FirstScreen.Line> unknown) {

    /**
     * @param day what is on record for the day
     * @param before how many there were the day before
     */
    public record Met(Meeting meeting, List<Act> day, int before) {
        public Met {
            day = List.copyOf(day);
        }
    }

    public DailyReport {
        counts = List.copyOf(counts);
        totals = List.copyOf(totals);
        met = List.copyOf(met);
        acts = List.copyOf(acts);
        gains = List.copyOf(gains);
        forbidden = Set.copyOf(forbidden);
        setAside = List.copyOf(setAside);
        grounds = List.copyOf(grounds);
        overdue = List.copyOf(overdue);
        due = List.copyOf(due);
        coming = List.copyOf(coming);
        blocked = List.copyOf(blocked);
        ladders = List.copyOf(ladders);
        corrections = List.copyOf(corrections);
        recounts = List.copyOf(recounts);
        changes = List.copyOf(changes);
        unknown = List.copyOf(unknown);
    }

    public static DailyReport of(DailyQuestion question) {
        return new DailyMaker(question).report();
    }

    /** The same with each file called by its name alone: a page goes to people who do not have the folders. */
    DailyReport withoutFolders() {
        return new DailyReport(
                replay.withoutFolders(),
                day,
                knownBefore,
                counts,
                totals,
                met,
                acts,
                gains,
                forbidden,
                setAside,
                grounds,
                overdue,
                due,
                coming,
                blocked,
                ladders,
                corrections,
                recounts,
                changes,
                unknown);
    }
}
