package holdfast.report.replay;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.language.model.Norm;
import holdfast.report.standing.Norms;
import holdfast.report.standing.Replay;
import holdfast.report.standing.RivalReadings;
import holdfast.report.standing.VerdictWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An article of which only the worst is said.
 *
 * @param clauses as they are asked for together
 * @param said its worst verdict and of which clauses; of what stands only under some readings it is said so
 */
record ArticleLine(String heading, String clauses, String said) {
    /** From what concerns a reader most to what concerns her least. */
    private static final List<Status> WORST = List.of(
            Status.BREACHED,
            Status.DISPUTED,
            Status.UNDETERMINED,
            Status.CURED,
            Status.PENDING,
            Status.BLOCKED,
            Status.FULFILLED,
            Status.EXCUSED,
            Status.REFUTED,
            Status.LAPSED,
            Status.NOT_YET_DUE);

    /** What is said of a clause, and whether however the text is read. */
    private record Kind(Status status, String words) {}

    static List<ArticleLine> of(Replay replay, List<RivalReadings.Said> verdicts, VerdictWords words) {
        Norms norms = new Norms(replay.agreement());
        Map<Integer, List<RivalReadings.Said>> articles = new TreeMap<>();
        for (RivalReadings.Said said : verdicts) {
            norms.of(said.verdict())
                    .ifPresent((Norm n) -> articles.computeIfAbsent(n.origin().article(), a -> new ArrayList<>())
                            .add(said));
        }
        List<ArticleLine> lines = new ArrayList<>();
        articles.forEach((article, said) -> lines.add(new ArticleLine(
                replay.agreement().articles().get(article).heading(),
                together(said.getFirst().verdict().clause()),
                worst(said, words))));
        return lines;
    }

    /** The number that its clauses share. */
    private static String together(String clause) {
        int dot = clause.lastIndexOf('.');
        return dot < 0 ? clause : clause.substring(0, dot);
    }

    private static String worst(List<RivalReadings.Said> said, VerdictWords words) {
        Status worst = said.stream()
                .map(s -> s.verdict().status())
                .min((a, b) -> Integer.compare(WORST.indexOf(a), WORST.indexOf(b)))
                .orElse(Status.NOT_YET_DUE);
        Map<Kind, Set<String>> always = new LinkedHashMap<>();
        Map<Kind, Set<String>> sometimes = new LinkedHashMap<>();
        for (RivalReadings.Said one : said) {
            Verdict v = one.verdict();
            if (v.status() == worst) {
                boolean whatever = one.answers().reading().answers().isEmpty();
                (whatever ? always : sometimes)
                        .computeIfAbsent(new Kind(worst, words.kindOfStatus(v)), k -> new LinkedHashSet<>())
                        .add(v.clause());
            }
        }
        List<String> phrases = new ArrayList<>();
        always.forEach((kind, clauses) -> phrases.add(kind.words() + ": " + String.join(", ", clauses)));
        sometimes.forEach((kind, clauses) -> {
            clauses.removeAll(always.getOrDefault(kind, Set.of()));
            if (!clauses.isEmpty()) {
                phrases.add(kind.words() + " under some reading: " + String.join(", ", clauses));
            }
        });
        return String.join("; ", phrases);
    }
}
