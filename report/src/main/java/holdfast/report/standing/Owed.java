package holdfast.report.standing;

import holdfast.engine.Standing;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something owed, or something that must not be: one line for all verdicts of a clause that say the same.
 *
 * @param bearers who owes it, by their names in the text
 * @param duty what is asked: "must deliver within 3 days"
 * @param about what it is about, where the same is owed for several things one each: "for item shells"
 * @param to to whom, where the text says so
 * @param due the end of its window; empty: there is none
 * @param reading under which reading, as words that follow; empty where no question matters
 */
public record Owed(
        String clause,
        List<String> bearers,
        String duty,
        List<String> about,
        List<String> to,
        Optional<Time> due,
        Standing standing,
        String reading) {
    /** What an act is done for: attributes of these names say to whom it is owed. */
    private static final Set<String> TO = Set.of("to", "for");

    public Owed {
        bearers = List.copyOf(bearers);
        about = List.copyOf(about);
        to = List.copyOf(to);
    }

    /** What is the same for all on one line. */
    private record Line(
            String clause, String duty, List<String> to, Optional<Time> due, Standing standing, String reading) {}

    /** Lines for what was said, those due soonest first, and those without a day last. */
    public static List<Owed> lines(Replay replay, List<RivalReadings.Said> said) {
        Norms norms = new Norms(replay.agreement());
        VerdictWords words = new VerdictWords(new DateWords(replay.agreement().zone()), replay.now());
        Map<Line, Map<String, Set<String>>> alike = new LinkedHashMap<>();
        // Said once for each clause, and not for each of its verdicts.
        Map<Norm, String> duties = new IdentityHashMap<>();
        for (RivalReadings.Said one : said) {
            Verdict v = one.verdict();
            Optional<Norm> norm = norms.of(v);
            Line line = new Line(
                    v.clause(),
                    norm.map(n -> duties.computeIfAbsent(n, replay.texts()::duty))
                            .orElse(""),
                    norm.map(n -> to(n, v)).orElse(List.of()),
                    v.due(),
                    v.standing(),
                    one.answers().after(replay.texts().names()));
            alike.computeIfAbsent(line, l -> new LinkedHashMap<>())
                    .computeIfAbsent(v.bearer(), b -> new LinkedHashSet<>())
                    .add(norm.filter(n -> !Duties.recurs(n))
                            .map(n -> words.key(v, n))
                            .orElse(""));
        }
        List<Owed> lines = new ArrayList<>();
        alike.forEach(
                (line, keys) -> sameKeys(keys).forEach((about, bearers) -> lines.add(owed(line, bearers, about))));
        lines.sort(Comparator.comparingLong((Owed o) -> o.due().map(Time::hi).orElse(Long.MAX_VALUE))
                .thenComparingLong(o -> o.due().map(Time::lo).orElse(Long.MAX_VALUE)));
        return lines;
    }

    /** Bearers who owe it for the same things share a line. */
    private static Map<Set<String>, List<String>> sameKeys(Map<String, Set<String>> keys) {
        Map<Set<String>, List<String>> bearers = new LinkedHashMap<>();
        keys.forEach((bearer, about) ->
                bearers.computeIfAbsent(about, a -> new ArrayList<>()).add(bearer));
        return bearers;
    }

    private static Owed owed(Line line, List<String> bearers, Set<String> about) {
        return new Owed(
                line.clause(),
                bearers,
                line.duty(),
                about.stream().filter(a -> !a.isEmpty()).toList(),
                line.to(),
                line.due(),
                line.standing(),
                line.reading());
    }

    /** To whom: in whose favour the clause is, and whom its act names with "to" or "for". */
    private static List<String> to(Norm norm, Verdict v) {
        Stream<String> named = Duties.demanded(norm).stream()
                .flatMap(act -> act.arguments().stream())
                .filter(a -> TO.contains(a.attribute()))
                .flatMap(a -> actor(a, v).stream());
        return Stream.concat(norm.inFavourOf().stream(), named).distinct().toList();
    }

    private static Optional<String> actor(Pattern.Argument argument, Verdict v) {
        Optional<Value> value = switch (argument.term()) {
            case Term.Constant(Value constant) -> Optional.of(constant);
            case Term.Variable(String variable) -> Optional.ofNullable(v.key().get(variable));
        };
        return value.flatMap(known -> known instanceof Value.Actor(String name) ? Optional.of(name) : Optional.empty());
    }

    /** For one of its bearers only. */
    public Owed by(String bearer) {
        return new Owed(clause, List.of(bearer), duty, about, to, due, standing, reading);
    }

    /**
     * What is asked, for what and to whom, and under which reading: {@code must deliver within 3 days, for item shells; to Ukraine}.
     *
     * @param known whom the words need not name: who asks
     */
    public String words(List<String> known) {
        List<String> named = to.stream()
                .filter(t -> !known.contains(t) && !bearers.contains(t))
                .toList();
        return duty + aboutWords() + (named.isEmpty() ? "" : "; owed to " + Wording.list(named)) + reading;
    }

    /** Under which reading, as words by themselves; empty where no question matters. */
    public String readingWords() {
        return reading.replaceFirst("^, ", "");
    }

    private String aboutWords() {
        return switch (about.size()) {
            case 0 -> "";
            case 1 -> ", " + about.getFirst();
            default -> ", each " + Wording.list(about);
        };
    }
}
