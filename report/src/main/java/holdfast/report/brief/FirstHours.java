package holdfast.report.brief;

import holdfast.engine.Record;
import holdfast.examine.brief.Brief;
import holdfast.examine.found.Story;
import holdfast.examine.play.Move;
import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Norm;
import holdfast.report.examination.Examined;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Map<Long, Set<String>> byHour = new TreeMap<>();
        for (Move move : story.moves()) {
            long hour = Math.floorDiv(move.at() - start.get() + HOUR / 2, HOUR);
            if (hour >= 0 && hour <= HOURS && move.why() != Move.Why.SCENE) {
                byHour.computeIfAbsent(hour, h -> new LinkedHashSet<>()).add(words(row, move));
            }
        }
        List<String> lines = new ArrayList<>();
        byHour.forEach((hour, what) ->
                lines.add("hour " + hour + ": " + String.join("; ", merged(what)) + "."));
        boolean silent = byHour.keySet().stream().noneMatch(h -> h > 0);
        if (silent) {
            lines.add("until hour " + HOURS + ": nothing has to be done by anybody.");
        }
        lines.addFirst("If " + row.violator() + " breaks " + row.prohibition()
                + (row.course().kind() == Course.Kind.ONCE ? "" : " and it " + row.course().words())
                + ", and everybody does at the last moment what it must:");
        return lines;
    }

    private static List<String> merged(Set<String> what) {
        List<String> all = List.copyOf(what);
        return all.size() <= 6 ? all : new ArrayList<>(all.subList(0, 6));
    }

    private String words(Guarantee row, Move move) {
        return switch (move.record()) {
            case Record.Observation o -> {
                Optional<Norm> norm = examined.agreement().norms().stream()
                        .filter(n -> n.id().equals(move.clause()))
                        .findFirst();
                String who = Optional.ofNullable(o.values().get("by"))
                        .map(v -> v instanceof holdfast.language.model.Value.Actor(String name) ? name : "")
                        .orElse("");
                yield switch (move.why()) {
                    case VIOLATION -> row.violator() + " breaks " + row.prohibition() + " (" + o.event() + ")";
                    case DUTY ->
                        norm.map(n -> (who.isEmpty() ? "somebody" : who) + " " + examined.texts().duty(n) + " ("
                                        + n.id() + ")")
                                .orElse(o.event());
                    case EVASION -> (who.isEmpty() ? "" : who + ": ") + o.event() + ", to escape the answer";
                    default -> (who.isEmpty() ? "" : who + ": ") + o.event();
                };
            }
            case Record.Finding f -> f.source() + " finds it " + f.result();
            case Record.Attribution a -> a.source() + " says that it was " + a.to();
            case Record.Withdrawal w -> w.source() + " withdraws what it said";
        };
    }

    /** By question, which answer gives most and which least. */
    static Map<String, List<Guarantee>> byQuestion(List<Guarantee> rows) {
        Map<String, List<Guarantee>> by = new LinkedHashMap<>();
        rows.forEach(g -> g.reading().answers().keySet().forEach(q -> by.computeIfAbsent(q, k -> new ArrayList<>())
                .add(g)));
        return by;
    }
}
