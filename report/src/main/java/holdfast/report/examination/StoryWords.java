package holdfast.report.examination;

import holdfast.engine.Record;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.examine.found.Story;
import holdfast.examine.play.Move;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells a story line by line: when, what, and why it happens. */
final class StoryWords {
    /** What there is in every agreement, and its attributes that say which of two answers was given. */
    private static final Set<String> VOTING = Set.of("motion", "vote", "decision");

    private static final Set<String> ANSWERS = Set.of("choice", "result");

    private final DateWords dates;
    private final Wording wording;

    /** @param what an act or a finding, or how things stand at the end */
    record Line(String when, String what, String why) {}

    StoryWords(DateWords dates) {
        this.dates = dates;
        this.wording = new Wording(dates.zone());
    }

    /** At most so many moves, with a word on those left out, and then what stands at the end. */
    List<Line> lines(Story story, int most) {
        List<Line> lines = new ArrayList<>();
        List<LikeActs> moves = LikeActs.of(story.moves(), this::what);
        for (int i = 0; i < moves.size(); i++) {
            if (i == most && moves.size() > most + 1) {
                int left = moves.stream().skip(most).mapToInt(LikeActs::times).sum();
                lines.add(new Line("", "… and " + left + " further acts", ""));
                break;
            }
            LikeActs act = moves.get(i);
            lines.add(new Line(moment(dates, act.first().at()), act.words(dates), why(act.first())));
        }
        String end = moment(dates, story.at());
        for (Story.Claim claim : story.claims()) {
            lines.add(new Line(
                    end,
                    claim.clause() + " " + claim.bearer() + ": "
                            + claim.status().words()
                            + claim.due().map(d -> ", due " + dates.due(d)).orElse(""),
                    ""));
            end = "";
        }
        for (String over : story.over()) {
            lines.add(new Line(end, over + ": over, nothing is owed under it any more", ""));
            end = "";
        }
        return lines;
    }

    /** To the second: acts that follow each other by milliseconds happen at once. */
    static String moment(DateWords dates, long at) {
        return dates.at(Math.floorDiv(at, 1000) * 1000);
    }

    String what(Record record) {
        return switch (record) {
            case Record.Observation o -> o.event() + values(o.event(), o.values());
            case Record.Finding f ->
                f.source() + " finds: " + f.clause().or(f::term).orElse("the breach") + " " + f.result();
            case Record.Attribution a -> a.source() + " attributes " + a.about() + " to " + a.to();
            case Record.Withdrawal w -> w.source() + " withdraws " + w.withdraws();
        };
    }

    /** What tells one vote from another is for machines, and how somebody voted needs no word before it. */
    private String values(String event, Map<String, Value> all) {
        boolean voting = VOTING.contains(event);
        Map<String, Value> values = new TreeMap<>(all);
        if (voting) {
            values.remove("id");
        }
        if (values.isEmpty()) {
            return "";
        }
        List<String> said = new ArrayList<>();
        // Who did it first, then the rest by name: the same text in every run.
        values.entrySet().stream()
                .sorted((a, b) ->
                        Boolean.compare(!a.getKey().equals("by"), !b.getKey().equals("by")))
                .forEach(e -> said.add((voting && ANSWERS.contains(e.getKey()) ? "" : e.getKey() + " ")
                        + wording.value(e.getValue())));
        return " (" + String.join(", ", said) + ")";
    }

    private static String why(Move move) {
        return switch (move.why()) {
            case DUTY -> "due under " + move.clause();
            case PERMISSION -> "allowed by " + move.clause();
            case SCENE, VIOLATION, EVASION, REQUEST, HELP -> kind(move.why());
        };
    }

    static String kind(Move.Why why) {
        return switch (why) {
            case SCENE -> "the scene";
            case VIOLATION -> "the violation";
            case EVASION -> "to escape the answer";
            case REQUEST -> "what the protected side may ask";
            case DUTY -> "what is due";
            case PERMISSION -> "what is allowed";
            case HELP -> "help that nobody owes";
        };
    }
}
