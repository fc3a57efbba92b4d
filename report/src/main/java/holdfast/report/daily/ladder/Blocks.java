package holdfast.report.daily.ladder;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.reading.Roles;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import holdfast.report.standing.RivalReadings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is blocked on the day, by what, and by whom. */
public final class Blocks {
    private Blocks() {}

    private record Line(
            String clause, String duty, Optional<Time> due, String condition, List<String> waitsFor, String reading) {}

    public static List<Block> of(Replay replay, Known known) {
        Norms norms = new Norms(replay.agreement());
        Map<Line, List<String>> alike = new LinkedHashMap<>();
        for (RivalReadings.Said said : RivalReadings.of(replay)) {
            Verdict v = said.verdict();
            if (v.status() == Status.BLOCKED) {
                norms.of(v)
                        .ifPresent(
                                norm -> alike.computeIfAbsent(line(replay, said, norm, known), l -> new ArrayList<>())
                                        .add(v.bearer()));
            }
        }
        List<Block> blocks = new ArrayList<>();
        alike.forEach((line, bearers) -> blocks.add(new Block(
                line.clause(),
                bearers.stream().distinct().toList(),
                line.duty(),
                line.due(),
                line.condition(),
                line.waitsFor(),
                line.reading())));
        return blocks;
    }

    private static Line line(Replay replay, RivalReadings.Said said, Norm norm, Known known) {
        Verdict v = said.verdict();
        Condition guard = norm.guard();
        Map<String, Term> bound = bound(norm, v);
        Waiting waiting = new Waiting(replay.agreement(), v.reading(), known, replay.verdicts());
        return new Line(
                v.clause(),
                replay.texts().duty(norm),
                v.due(),
                replay.texts().sentences().condition(waiting.bound(guard, bound)),
                waiting.on(guard, bound),
                said.answers().after(replay.texts().names()));
    }

    /** What the variables of the clause stand for, of this one. */
    private static Map<String, Term> bound(Norm norm, Verdict v) {
        Map<String, Term> bound = new HashMap<>();
        v.key().forEach((variable, value) -> bound.put(variable, new Term.Constant(value)));
        Roles.variable(norm).ifPresent(variable -> bound.put(variable, new Term.Constant(new Value.Actor(v.bearer()))));
        return bound;
    }
}
