package holdfast.report.standing;

import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says since when each state of affairs holds, and until when it held. */
public final class StateWords {
    private final DateWords dates;
    private final long now;

    public StateWords(DateWords dates, long now) {
        this.dates = dates;
        this.now = now;
    }

    /**
     * A state under some answers, and its times in words.
     *
     * @param holds whether it surely holds now
     */
    public record Line(String state, RivalReadings.Answers answers, boolean holds, String times) {}

    public static List<Line> of(Replay replay) {
        StateWords words = new StateWords(new DateWords(replay.agreement().zone()), replay.now());
        Map<List<Object>, List<Verdict>> alike = new LinkedHashMap<>();
        for (RivalReadings.Said said : RivalReadings.of(replay, replay.states())) {
            alike.computeIfAbsent(List.of(said.verdict().clause(), said.answers()), k -> new ArrayList<>())
                    .add(said.verdict());
        }
        List<Line> lines = new ArrayList<>();
        alike.forEach((key, times) -> lines.add(new Line(
                (String) key.getFirst(),
                (RivalReadings.Answers) key.getLast(),
                times.stream().anyMatch(words::holds),
                words.times(times))));
        return lines;
    }

    private boolean holds(Verdict time) {
        return time.isBreach() && time.until().isEmpty();
    }

    private String times(List<Verdict> times) {
        List<String> said = new ArrayList<>();
        for (Verdict time : times) {
            switch (time.status()) {
                case BREACHED -> said.add(since(time));
                case UNDETERMINED ->
                    said.add("perhaps"
                            + time.since().map(t -> " since " + dates.since(t)).orElse(""));
                default -> said.add("never began");
            }
        }
        return String.join("; ", said);
    }

    private String since(Verdict time) {
        String until = time.until().map(u -> ", until " + moment(u)).orElse("");
        return time.since()
                        .map(t -> (until.isEmpty() ? "since " : "") + moment(t))
                        .orElse("always")
                + until;
    }

    private String moment(Time time) {
        return time.precise() ? dates.moment(time.lo()) : dates.since(time);
    }
}
