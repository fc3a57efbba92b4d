package holdfast.report.brief;

import holdfast.engine.Record;
import holdfast.examine.brief.Brief;
import holdfast.examine.found.Story;
import holdfast.examine.play.Move;
import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Value;
import holdfast.report.examination.Examined;
import holdfast.report.examination.GuaranteeWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happens in the first 72 hours after what protects somebody is broken, hour by hour, if everybody waits as long as the text allows. */
final class FirstHours {
    private static final long HOUR = 3_600_000;
    private static final int HOURS = 72;

    private final Examined examined;
    private final Brief brief;

    FirstHours(Examined examined, Brief brief) {
        this.examined = examined;
        this.brief = brief;
    }

    List<String> lines() {
        Optional<Guarantee> row = brief.guaranteed().stream()
                .filter(g -> g.course().kind() != Course.Kind.UNATTRIBUTED && g.sure())
                .max(Comparator.comparingInt(Guarantee::rank));
        return row.map(g -> of(g)).orElse(List.of());
    }

    private List<String> of(Guarantee row) {
        Story story = row.story();
        Optional<Long> start = story.moves().stream()
                .filter(m -> m.why() == Move.Why.VIOLATION)
                .map(Move::at)
                .min(Comparator.naturalOrder());
        if (start.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<Act, List<String>>> byHour = new TreeMap<>();
        for (Move move : story.moves()) {
            long hour = Math.floorDiv(move.at() - start.get() + HOUR / 2, HOUR);
            if (hour >= 0 && hour <= HOURS && move.why() != Move.Why.SCENE) {
                List<String> who = byHour.computeIfAbsent(hour, h -> new LinkedHashMap<>())
                        .computeIfAbsent(what(row, move), w -> new ArrayList<>());
                String doer = doer(row, move);
                if (!who.contains(doer)) {
                    who.add(doer);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        byHour.forEach((hour, what) -> {
            List<String> said = new ArrayList<>();
            what.forEach((act, who) -> said.add(act.by(GuaranteeWords.list(who))));
            lines.add("hour " + hour + ": " + String.join("; ", said) + ".");
        });
        boolean silent = byHour.keySet().stream().noneMatch(h -> h > 0);
        if (silent) {
            lines.add("until hour " + HOURS + ": nothing has to be done by anybody.");
        }
        lines.addFirst("If " + row.violator() + " breaks " + row.prohibition()
                + (row.course().kind() == Course.Kind.ONCE
                        ? ""
                        : " and it " + row.course().words())
                + ", and everybody does at the last moment what it must:");
        return lines;
    }

    /** What somebody does, in the words before and after the doer. */
    private record Act(String before, String after) {
        private String by(String who) {
            return before + who + after;
        }
    }

    private static Act act(String said) {
        return new Act("", " " + said);
    }

    private static String doer(Guarantee row, Move move) {
        return switch (move.record()) {
            case Record.Observation o ->
                move.why() == Move.Why.VIOLATION
                        ? row.violator()
                        : o.values().get("by") instanceof Value.Actor(String name) ? name : "somebody";
            case Record.Finding f -> f.source();
            case Record.Attribution a -> a.source();
            case Record.Withdrawal w -> w.source();
        };
    }

    private Act what(Guarantee row, Move move) {
        return switch (move.record()) {
            case Record.Observation o ->
                switch (move.why()) {
                    case VIOLATION -> act("breaks " + row.prohibition() + " (" + o.event() + ")");
                    case DUTY ->
                        examined.agreement().norms().stream()
                                .filter(n -> n.id().equals(move.clause()))
                                .findFirst()
                                .map(n -> act(examined.texts().duty(n) + " (" + n.id() + ")"))
                                .orElse(new Act(o.event() + " by ", ", which is due"));
                    case EVASION -> new Act(o.event() + " by ", ", to escape the answer");
                    case SCENE, REQUEST, PERMISSION, HELP -> new Act(o.event() + " by ", "");
                };
            case Record.Finding f -> act("finds it " + f.result());
            case Record.Attribution a -> act("says that it was " + a.to());
            case Record.Withdrawal w -> act("withdraws " + w.withdraws());
        };
    }

    /** By question, which answer gives most and which least. */
    static Map<String, List<Guarantee>> byQuestion(List<Guarantee> rows) {
        Map<String, List<Guarantee>> by = new LinkedHashMap<>();
        rows.forEach(g -> g.reading()
                .answers()
                .keySet()
                .forEach(q -> by.computeIfAbsent(q, k -> new ArrayList<>()).add(g)));
        return by;
    }
}
