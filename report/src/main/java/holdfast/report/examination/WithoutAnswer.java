package holdfast.report.examination;

import holdfast.examine.Examination;
import holdfast.examine.found.Finding;
import holdfast.examine.subject.Waiting;
import holdfast.examine.table.Course;
import holdfast.examine.table.Guarantee;
import holdfast.examine.text.ClauseGraph;
import holdfast.language.sentence.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a guarantee table in which nothing must follow, and why. */
final class WithoutAnswer {
    private final Examination examination;
    private final Readable names;

    private WithoutAnswer(Examination examination, Readable names) {
        this.examination = examination;
        this.names = names;
    }

    /** In one sentence; none where every row has an answer. */
    static Optional<String> words(Examination examination, Readable names) {
        return new WithoutAnswer(examination, names).words();
    }

    /** Whether the finding is about a breach that nothing answers; also where there is none such. */
    static boolean isSpokenOf(Examination examination, Finding finding) {
        List<Guarantee> rows = rows(examination);
        return rows.isEmpty()
                || finding.clauses().isEmpty()
                || rows.stream().anyMatch(g -> finding.clauses().contains(g.prohibition()));
    }

    private static List<Guarantee> rows(Examination examination) {
        return examination.guarantees().stream()
                .filter(g -> g.measure().isEmpty() && g.defectors().isEmpty())
                .filter(g -> g.course().kind() != Course.Kind.UNATTRIBUTED)
                .toList();
    }

    private record Why(String because, String reading) {}

    private Optional<String> words() {
        Map<Why, List<Guarantee>> byReason = new LinkedHashMap<>();
        rows(examination)
                .forEach(g -> byReason.computeIfAbsent(
                                new Why(because(g), names.reading(g.reading())), r -> new ArrayList<>())
                        .add(g));
        if (byReason.isEmpty()) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        byReason.forEach((why, rows) -> said.add(
                who(rows) + " (" + why.because() + ")" + (why.reading().isEmpty() ? "" : ", " + why.reading())));
        return Optional.of("Still without an answer: a breach of " + String.join("; of ", said) + ".");
    }

    private String who(List<Guarantee> rows) {
        Set<String> violators = new LinkedHashSet<>();
        rows.forEach(g -> violators.add(g.violator()));
        return ExaminationText.clauses(
                        rows.stream().map(Guarantee::prohibition).distinct().toList())
                + " by " + GuaranteeWords.list(List.copyOf(violators));
    }

    private String because(Guarantee g) {
        if (!g.sure()) {
            return "whether it is a breach hangs on "
                    + Waiting.openTerms(
                                    examination.agreement(),
                                    g.prohibition(),
                                    new Readable(examination.agreement(), "en"))
                            .orElse("an undefined term");
        }
        Optional<String> escaped = GuaranteeWords.escaped(g);
        if (escaped.isPresent()) {
            return escaped.get();
        }
        List<Waiting> waiting = Waiting.of(
                examination.agreement(), ClauseGraph.of(examination.agreement()), g.prohibition(), g.violator());
        if (!waiting.isEmpty()) {
            return Waiting.words(waiting);
        }
        List<String> otherwise = ExaminationText.otherwise(examination, g);
        if (!otherwise.isEmpty()) {
            return String.join("; ", otherwise);
        }
        return g.could().map(c -> c + " may follow, and need not").orElse("no clause answers it");
    }
}
