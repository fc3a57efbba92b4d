package holdfast.report.daily.ladder;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Triggers;
import holdfast.report.replay.Due;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import holdfast.report.standing.RivalReadings;
import holdfast.report.standing.VerdictWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** On which rung of the text's answers each breach stands that goes on, or of whose answers something is open. */
public final class Ladders {
    private final Replay replay;
    private final Norms norms;
    private final VerdictWords words;

    private Ladders(Replay replay) {
        this.replay = replay;
        this.norms = new Norms(replay.agreement());
        this.words = VerdictWords.of(replay, norms);
    }

    /** Those that go on first, then the latest. */
    public static List<Ladder> of(Replay replay) {
        return new Ladders(replay).found();
    }

    private List<Ladder> found() {
        List<Verdict> answered = replay.verdicts().stream()
                .filter(v -> v.isBreach() && answers(v).findAny().isPresent())
                .toList();
        return alike(RivalReadings.of(replay, answered).stream()
                        .map(this::ladder)
                        .toList())
                .stream()
                .filter(l -> l.open()
                        || l.rungs().stream().flatMap(r -> r.states().stream()).anyMatch(Ladder.State::isOpen))
                .sorted(Comparator.comparing((Ladder l) -> !l.open())
                        .thenComparing(l -> l.since().map(Time::lo).orElse(Long.MIN_VALUE), Comparator.reverseOrder()))
                .toList();
    }

    /** Breaches that may be one, or of which no answer has begun, stand alike: they are told once, with the latest time. */
    private static Collection<Ladder> alike(List<Ladder> ladders) {
        Map<Ladder, Ladder> alike = new LinkedHashMap<>();
        ladders.forEach(l -> alike.merge(l.at(Optional.empty(), 1), l, Ladder::and));
        return alike.values();
    }

    private Stream<Norm> answers(Verdict breach) {
        return replay.agreement().norms().stream()
                .filter(n -> Triggers.followsABreachOf(breach.clause(), n) && Duties.obliges(n))
                .filter(n -> agree(n.reading(), breach.reading()));
    }

    private Ladder ladder(RivalReadings.Said said) {
        Verdict breach = said.verdict();
        Map<String, Norm> rungs = new LinkedHashMap<>();
        answers(breach).forEach(n -> rungs.putIfAbsent(n.id(), n));
        List<Ladder.Rung> of = rungs.values().stream().map(n -> rung(n, breach)).toList();
        boolean over = breach.until().filter(u -> u.hi() <= replay.now()).isPresent();
        return new Ladder(
                breach.clause(),
                breach.bearer(),
                breach.since(),
                breach.standing(),
                said.answers().after(replay.texts().names()),
                breach.status() == Status.BREACHED && !over,
                1,
                of,
                of.stream()
                        .filter(Ladder.Rung::hasBegun)
                        .map(Ladder.Rung::clause)
                        .reduce((first, next) -> next));
    }

    private Ladder.Rung rung(Norm norm, Verdict breach) {
        List<Verdict> verdicts = replay.verdicts().stream()
                .filter(v -> v.clause().equals(norm.id()) && agree(v.reading(), breach.reading()))
                .filter(v -> !Collections.disjoint(v.records(), breach.records()))
                .toList();
        Map<State, List<String>> alike = new LinkedHashMap<>();
        for (RivalReadings.Said said : RivalReadings.of(replay, verdicts)) {
            alike.computeIfAbsent(state(said, breach), s -> new ArrayList<>())
                    .add(said.verdict().bearer());
        }
        List<Ladder.State> states = new ArrayList<>();
        alike.forEach((state, bearers) -> states.add(new Ladder.State(
                bearers.stream().distinct().toList(), state.status(), state.said(), state.reading(), state.late())));
        return new Ladder.Rung(norm.id(), bearers(norm), replay.texts().duty(norm), states);
    }

    private static List<String> bearers(Norm norm) {
        return Roles.bearers(norm).stream()
                .map(b -> b.orElse(Verdict.NOBODY_NAMED))
                .toList();
    }

    /** What is the same for all who owe it alike. */
    private record State(Status status, String said, String reading, boolean late) {}

    private State state(RivalReadings.Said said, Verdict breach) {
        Verdict v = said.verdict();
        String detail = norms.of(v).map(n -> words.single(v, n)).orElse("");
        boolean same = said.answers().reading().equals(breach.reading());
        return new State(
                v.status(),
                words.kind(v) + (detail.isEmpty() ? "" : ", " + detail),
                same ? "" : said.answers().after(replay.texts().names()),
                Due.isOverdue(v));
    }

    /** Whether both can be so at once. */
    private static boolean agree(Reading one, Reading other) {
        return one.answers().entrySet().stream()
                .allMatch(e -> Optional.ofNullable(other.answers().get(e.getKey()))
                        .map(e.getValue()::equals)
                        .orElse(true));
    }
}
