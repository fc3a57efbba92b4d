package holdfast.report.ledger;

import holdfast.territory.Beyond;
import holdfast.territory.LineSummary;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The days of a line by weeks, Monday to Sunday. */
final class LineWeeks {
    private LineWeeks() {}

    /** @param beyondKm2 what was held beyond the line on the week's last map */
    record Week(LocalDate from, LocalDate to, double takenKm2, double givenKm2, double beyondKm2) {}

    static List<Week> of(LineSummary line) {
        Map<LocalDate, Week> weeks = new TreeMap<>();
        for (Beyond day : line.days()) {
            LocalDate monday = day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.merge(
                    monday,
                    new Week(monday, monday.plusDays(6), day.takenKm2(), day.givenKm2(), day.km2()),
                    (a, b) -> new Week(
                            a.from(), a.to(), a.takenKm2() + b.takenKm2(), a.givenKm2() + b.givenKm2(), b.beyondKm2()));
        }
        return new ArrayList<>(weeks.values());
    }
}
